#pragma once

#include <deque>
#include <optional>

#include <QObject>
#include <QStringList>

#include "core/paths.h"
#include "ui/jobs/job.h"

namespace prolap::ui {

/// What was asked of a library lately, latest first, each once; kept in its catalogue. earlier() and later() step
/// through it from the text that was there. Where nothing can be written, it lasts as long as the window.
/// Threads: the GUI thread.
class QueryHistory : public QObject {
    Q_OBJECT

public:
    static constexpr int kKept = 200; ///< of the catalogue's, that can be stepped to

    explicit QueryHistory(QObject* parent = nullptr);
    ~QueryHistory() override;

    /// Whose history it is from now on. It is read on a worker.
    void setCatalogue(const Path& catalogue);
    /// Nothing is being read or written.
    bool idle() const { return !m_readJob.running() && !m_writeJob.running(); }

    void add(const QString& text);
    void clear();
    const QStringList& recent() const { return m_recent; }

    /// The next older text than the one shown, none when there is no older one. current: what stands in the field.
    std::optional<QString> earlier(const QString& current);
    std::optional<QString> later();
    /// Whether earlier() was called and nothing was typed since.
    bool stepping() const { return m_at >= 0; }
    void endStepping() { m_at = -1; }

private:
    using Write = std::function<void()>;

    void put(const QString& text);
    void write(Write write);
    void writeNext();

    Path m_catalogue;
    QStringList m_recent;
    QString m_typed; ///< what stood in the field when stepping began
    int m_at = -1;
    std::deque<Write> m_waiting;
    Job m_readJob, m_writeJob;
};

} // namespace prolap::ui
