#pragma once

#include <vector>

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace prolap::test {

/// A PulseAudio server of the test's own with one sink that leads nowhere, whose monitor can be recorded.
class PulseServer {
public:
    /// Points this process at it (PULSE_SERVER); before the first use of sound.
    PulseServer();
    ~PulseServer();

    static bool installed();
    /// Why it did not start; empty when it runs.
    QString problem() const { return m_problem; }

    void startRecording();
    /// Mono float samples at kRate of what was played since.
    std::vector<float> stopRecording();

    /// What was recorded until now, while the recording goes on.
    const std::vector<float>& recording();
    std::size_t recordedSoFar() { return recording().size(); }

    static constexpr int kRate = 48000;

private:
    QTemporaryDir m_runtime;
    QProcess m_server, m_recorder;
    QString m_problem;
    QByteArray m_rest; ///< of a sample that is not whole yet
    std::vector<float> m_recorded;
};

} // namespace prolap::test
