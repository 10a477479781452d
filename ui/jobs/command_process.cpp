#include "ui/jobs/command_process.h"

#include <csignal>

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

#include <sys/prctl.h>
#include <unistd.h>

namespace prolap::ui {

namespace {

constexpr int kPatienceMs = 5000; ///< for a command that was asked to stop
constexpr int kNice = 10;         ///< the window comes first

} // namespace

QString prolapProgram()
{
    for (const QString& folder : {QCoreApplication::applicationDirPath(), qEnvironmentVariable("PROLAP_BIN_DIR")})
        if (const QString file = folder + QStringLiteral("/prolap");
            !folder.isEmpty() && QFileInfo(file).isExecutable())
            return file;
    return QStandardPaths::findExecutable(QStringLiteral("prolap"));
}

QJsonObject CommandProcess::Result::json() const
{
    const QJsonDocument whole = QJsonDocument::fromJson(output);
    if (whole.isObject())
        return whole.object();
    const QList<QByteArray> lines = output.trimmed().split('\n');
    return QJsonDocument::fromJson(lines.isEmpty() ? QByteArray() : lines.last()).object();
}

CommandProcess::CommandProcess(QObject* parent) : QObject(parent) {}

CommandProcess::~CommandProcess()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->kill();
    m_process->waitForFinished(kPatienceMs);
}

void CommandProcess::start(const QStringList& arguments)
{
    if (m_process)
        return;
    m_cancelled = false;
    m_result = {};
    m_process = new QProcess(this);
    m_process->setChildProcessModifier([] {
        ::prctl(PR_SET_PDEATHSIG, SIGTERM); // a window that is killed leaves nothing running
        [[maybe_unused]] const int niceness = ::nice(kNice);
    });
    connect(m_process, &QProcess::readyReadStandardError, this, &CommandProcess::readErrors);
    connect(m_process, &QProcess::readyReadStandardOutput, this,
            [this] { m_result.output += m_process->readAllStandardOutput(); });
    connect(m_process, &QProcess::finished, this,
            [this](int code, QProcess::ExitStatus status) { end(code, status == QProcess::CrashExit); });
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        m_result.errors
            << tr("The command line program prolap could not be started: %1. It belongs beside the window's "
                  "program.")
                   .arg(m_process->errorString());
        end(-1, false);
    });
    m_process->start(prolapProgram(), arguments);
}

void CommandProcess::cancel()
{
    if (!m_process)
        return;
    m_cancelled = true;
    m_process->terminate();
    QTimer::singleShot(kPatienceMs, m_process, &QProcess::kill);
}

void CommandProcess::readErrors()
{
    m_process->setReadChannel(QProcess::StandardError);
    while (m_process->canReadLine()) {
        const QByteArray line = m_process->readLine().trimmed();
        if (line.startsWith('{'))
            Q_EMIT progressed(QJsonDocument::fromJson(line).object());
        else if (line.startsWith("prolap: "))
            m_result.errors << QString::fromUtf8(line.mid(8));
    }
}

void CommandProcess::end(int exitCode, bool crashed)
{
    if (!m_process)
        return;
    readErrors();
    m_process->setReadChannel(QProcess::StandardOutput);
    m_result.output += m_process->readAllStandardOutput();
    m_result.exitCode = crashed ? -1 : exitCode;
    m_result.cancelled = m_cancelled;
    if (crashed && !m_cancelled)
        m_result.errors << tr(
            "The program that did the work broke down; nothing of yours was changed. There may not be "
            "enough memory for it.");
    m_process->disconnect(this);
    m_process->deleteLater();
    m_process = nullptr;
    Q_EMIT ended(m_result);
}

} // namespace prolap::ui
