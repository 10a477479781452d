#pragma once

#include <optional>

#include <QObject>
#include <QStringList>

namespace prolap::ui {

/// What was asked for lately, latest first, each once; remembered from one start to the next (QSettings). earlier()
/// and later() step through it from the text that was there.
class QueryHistory : public QObject {
    Q_OBJECT

public:
    static constexpr int kKept = 50;

    explicit QueryHistory(QObject* parent = nullptr);

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
    QStringList m_recent;
    QString m_typed; ///< what stood in the field when stepping began
    int m_at = -1;
};

} // namespace prolap::ui
