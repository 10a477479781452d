#include "tests/app/prolap_run.h"

#include <cmath>
#include <cstring>
#include <optional>
#include <random>
#include <stdexcept>

#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QProcessEnvironment>

#include "tests/support/tiny_pack.h"

namespace prolap::test {

namespace {
constexpr int kTimeoutMs = 120'000;
}

nlohmann::json ProlapResult::json() const
{
    return nlohmann::json::parse(out.toStdString(), nullptr, false);
}

std::vector<nlohmann::json> ProlapResult::lines() const
{
    std::vector<nlohmann::json> documents;
    for (const QByteArray& line : out.split('\n')) {
        if (!line.isEmpty())
            documents.push_back(nlohmann::json::parse(line.toStdString(), nullptr, false));
    }
    return documents;
}

QByteArray ProlapResult::shown() const
{
    return "exit code " + QByteArray::number(exitCode) + "\nstdout: " + out.left(2000) + "\nstderr: " + err.left(2000);
}

ProlapUser::ProlapUser()
{
    if (!m_home.isValid())
        throw std::runtime_error("no temporary folder");
}

QString ProlapUser::pack()
{
    static const QTemporaryDir folder;
    static const QString made = [] {
        const QString path = folder.filePath("tiny");
        writeTinyPack(path.toStdString());
        return path;
    }();
    return made;
}

QStringList ProlapUser::withDefaults(const QStringList& arguments) const
{
    return arguments + QStringList{"--model", pack(), "--library", library()};
}

ProlapResult ProlapUser::run(const QStringList& arguments) const
{
    return runBare(withDefaults(arguments));
}

ProlapResult ProlapUser::runBare(const QStringList& arguments, const QStringList& wrapper) const
{
    return finished(*start(arguments, wrapper));
}

std::unique_ptr<QProcess> ProlapUser::start(const QStringList& arguments, const QStringList& wrapper) const
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("XDG_DATA_HOME", path("data"));
    environment.insert("XDG_CACHE_HOME", path("cache"));
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(m_home.path());
    const QStringList command = wrapper + QStringList{m_programs + "/prolap"} + arguments;
    process->start(command.first(), command.mid(1));
    return process;
}

void ProlapUser::moveProgramTo(const QString& folder)
{
    QDir().mkpath(folder);
    QFile::copy(m_programs + "/prolap", folder + "/prolap");
    m_programs = folder;
}

QString ProlapUser::makeSounds(const QString& folder) const
{
    const QDir dir(path(folder));
    dir.mkpath(".");
    encode("sine=frequency=440:duration=1:sample_rate=44100", dir.filePath("tone.wav"));
    encode("anoisesrc=duration=2:sample_rate=48000:seed=1", dir.filePath("noise.flac"), {"-ac", "2"});
    encode("sine=frequency=200:beep_factor=4:duration=25", dir.filePath("long.ogg"), {"-c:a", "libvorbis"});
    return dir.path();
}

void encode(const QString& signal, const QString& file, const QStringList& options)
{
    QProcess ffmpeg;
    ffmpeg.start("ffmpeg", QStringList{"-nostdin", "-v", "error", "-f", "lavfi", "-i", signal} + options +
                               QStringList{"-y", file});
    if (!ffmpeg.waitForFinished(kTimeoutMs) || ffmpeg.exitCode() != 0)
        throw std::runtime_error("ffmpeg: " + ffmpeg.readAllStandardError().toStdString());
}

void writeNoise(const QString& file, double seconds, unsigned seed)
{
    constexpr std::uint32_t kRate = 44100;
    const auto samples = static_cast<std::uint32_t>(std::lround(seconds * kRate));
    std::mt19937 random(seed);
    std::vector<std::int16_t> noise(samples);
    for (std::int16_t& sample : noise)
        sample = static_cast<std::int16_t>(static_cast<int>(random() % 40000) - 20000);

    QByteArray header(44, 0);
    const auto put = [&](int at, std::uint32_t value, std::size_t bytes) {
        std::memcpy(header.data() + at, &value, bytes);
    };
    std::memcpy(header.data(), "RIFF", 4);
    std::memcpy(header.data() + 8, "WAVEfmt ", 8);
    std::memcpy(header.data() + 36, "data", 4);
    put(4, 36 + 2 * samples, 4);
    put(16, 16, 4);
    put(20, 1, 2);
    put(22, 1, 2);
    put(24, kRate, 4);
    put(28, 2 * kRate, 4);
    put(32, 2, 2);
    put(34, 16, 2);
    put(40, 2 * samples, 4);
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        throw std::runtime_error("cannot write " + file.toStdString());
    out.write(header);
    out.write(reinterpret_cast<const char*>(noise.data()), 2 * static_cast<qint64>(samples));
}

ProlapResult finished(QProcess& process)
{
    ProlapResult result;
    if (!process.waitForFinished(kTimeoutMs)) {
        process.kill();
        process.waitForFinished();
    } else if (process.exitStatus() == QProcess::NormalExit) {
        result.exitCode = process.exitCode();
    }
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    return result;
}

std::optional<QStringList> withoutRootRights()
{
    if (geteuid() != 0)
        return QStringList{};
    const QStringList wrapper{"setpriv", "--bounding-set=-dac_override,-dac_read_search"};
    QProcess trial;
    trial.start(wrapper.first(), wrapper.mid(1) + QStringList{"true"});
    if (!trial.waitForFinished() || trial.exitStatus() != QProcess::NormalExit || trial.exitCode() != 0)
        return std::nullopt;
    return wrapper;
}

} // namespace prolap::test
