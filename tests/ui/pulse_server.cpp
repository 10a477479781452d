#include "tests/ui/pulse_server.h"

#include <cstring>
#include <utility>

#include <QFile>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTest>

namespace prolap::test {

bool PulseServer::installed()
{
    return !QStandardPaths::findExecutable("pulseaudio").isEmpty() &&
           !QStandardPaths::findExecutable("parec").isEmpty();
}

PulseServer::PulseServer()
{
    const QString socket = m_runtime.filePath("native");
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"XDG_RUNTIME_DIR", "PULSE_RUNTIME_PATH", "PULSE_STATE_PATH", "XDG_CONFIG_HOME", "HOME"})
        environment.insert(name, m_runtime.path());
    environment.remove("PULSE_SERVER");
    environment.remove("DISPLAY");
    m_server.setProcessEnvironment(environment);
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.start("pulseaudio", {"-n", "--daemonize=no", "--exit-idle-time=-1", "--disallow-exit", "--use-pid-file=no",
                                  QString("--load=module-null-sink sink_name=test rate=%1").arg(kRate),
                                  // A microphone that hears what is played.
                                  "--load=module-remap-source source_name=microphone master=test.monitor "
                                  "source_properties=device.description=Microphone",
                                  "--load=module-native-protocol-unix auth-anonymous=1 socket=" + socket});
    if (!QTest::qWaitFor([&] { return QFile::exists(socket) || m_server.state() == QProcess::NotRunning; }, 10000) ||
        !QFile::exists(socket)) {
        m_problem = "pulseaudio did not start: " + QString::fromUtf8(m_server.readAll());
        return;
    }
    qputenv("PULSE_SERVER", ("unix:" + socket).toLocal8Bit());
    qputenv("PULSE_COOKIE", m_runtime.filePath("cookie").toLocal8Bit());
}

PulseServer::~PulseServer()
{
    for (QProcess* process : {&m_recorder, &m_server}) {
        process->terminate();
        if (process->state() != QProcess::NotRunning && !process->waitForFinished(3000)) {
            process->kill();
            process->waitForFinished();
        }
    }
}

void PulseServer::startRecording()
{
    m_recorder.start("parec", {"--device=test.monitor", "--format=float32le", "--channels=1",
                               QString("--rate=%1").arg(kRate), "--latency-msec=20"});
    m_recorder.waitForStarted();
    if (!QTest::qWaitFor([this] { return m_recorder.bytesAvailable() > 0; }, 5000)) // silence flows already
        m_problem = "parec records nothing";
}

const std::vector<float>& PulseServer::recording()
{
    m_recorder.waitForReadyRead(0);
    m_rest += m_recorder.readAllStandardOutput();
    const std::size_t whole = static_cast<std::size_t>(m_rest.size()) / sizeof(float), before = m_recorded.size();
    m_recorded.resize(before + whole);
    std::memcpy(m_recorded.data() + before, m_rest.constData(), whole * sizeof(float));
    m_rest.remove(0, static_cast<qsizetype>(whole * sizeof(float)));
    return m_recorded;
}

std::vector<float> PulseServer::stopRecording()
{
    m_recorder.terminate();
    m_recorder.waitForFinished(3000);
    recording();
    m_rest.clear();
    return std::exchange(m_recorded, {});
}

} // namespace prolap::test
