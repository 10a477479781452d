#include "ui/finetune/run_process.h"

#include <QCoreApplication>
#include <QProcess>

#include "ui/jobs/command_process.h"
#include "ui/text.h"

namespace prolap::ui {

QString startRun(const train::Run& run)
{
    const QString program = prolapProgram();
    if (program.isEmpty())
        return QCoreApplication::translate("RunProcess",
                                           "The program prolap, which trains, is not in %1; install it there.")
            .arg(QCoreApplication::applicationDirPath());
    QProcess process;
    process.setProgram(program);
    process.setArguments({QStringLiteral("runs"), QStringLiteral("resume"), shown(run.id), QStringLiteral("--quiet")});
    const QString log = localPath(run.folder / "log.txt");
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(log, QIODevice::Append);
    process.setStandardErrorFile(log, QIODevice::Append);
    if (!process.startDetached())
        return QCoreApplication::translate("RunProcess", "%1 could not be started: %2")
            .arg(program, process.errorString());
    return {};
}

} // namespace prolap::ui
