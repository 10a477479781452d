#include "tests/support/python.h"

#include <stdexcept>

#include <QFileInfo>
#include <QProcess>

namespace prolap::test {

Path pythonPackage(const QString& name)
{
    if (!QFileInfo(qEnvironmentVariable("PROLAP_PYTHON")).isExecutable())
        return {};
    const QByteArray folder = runPython({"-c",
                                         "import importlib.util, sys\n"
                                         "spec = importlib.util.find_spec(sys.argv[1])\n"
                                         "places = spec and (spec.submodule_search_locations or [spec.origin])\n"
                                         "print(places[0] if places else '', end='')",
                                         name});
    return Path(folder.toStdString());
}

QByteArray runPython(const QStringList& arguments)
{
    QProcess process;
    process.setWorkingDirectory(qEnvironmentVariable("PROLAP_SOURCE_DIR"));

    process.start(qEnvironmentVariable("PROLAP_PYTHON"), arguments);
    constexpr int kTimeoutMs = 240000;
    if (!process.waitForFinished(kTimeoutMs) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0) {
        process.kill();
        process.waitForFinished();
        throw std::runtime_error("Python failed: " + process.readAllStandardError().toStdString());
    }
    return process.readAllStandardOutput();
}

} // namespace prolap::test
