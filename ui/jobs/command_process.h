#pragma once

#include <memory>

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QStringList>

class QProcess;

namespace prolap::ui {

/// Where the command line program lies: beside this one, or in $PROLAP_BIN_DIR, else as the shell finds it. Empty where
/// it is nowhere.
QString prolapProgram();

/// Runs one command of `prolap`, so that what it does costs this window neither its memory nor, if it crashes, itself.
/// It ends with the window.
///
///     m_process.start({"eval", "all", "--manifest", file, "--json", "--progress"});
///
/// Threads: the owner's; nothing here waits.
class CommandProcess : public QObject {
    Q_OBJECT

public:
    explicit CommandProcess(QObject* parent = nullptr);
    ~CommandProcess() override;

    void start(const QStringList& arguments);
    /// Asks it to stop; what it had made is dropped. ended() comes with cancelled.
    void cancel();
    bool running() const { return m_process != nullptr; }

    struct Result {
        bool cancelled = false;
        int exitCode = -1;  ///< as docs say of `prolap`; -1: it could not be started, or crashed
        QByteArray output;  ///< all of stdout
        QStringList errors; ///< what it complained of, a sentence each
        /// What stdout says as one JSON object, or its last line that is one; empty where there is none.
        QJsonObject json() const;
    };

Q_SIGNALS:
    /// A line of stderr that is one JSON object: progress.
    void progressed(const QJsonObject& at);
    void ended(const prolap::ui::CommandProcess::Result& result);

private:
    void readErrors();
    void end(int exitCode, bool crashed);

    QProcess* m_process = nullptr;
    bool m_cancelled = false;
    Result m_result;
};

} // namespace prolap::ui
