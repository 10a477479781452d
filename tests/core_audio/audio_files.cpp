#include "tests/core_audio/audio_files.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>

#include <QDataStream>
#include <QDebug>
#include <QFile>
#include <QIODevice>
#include <QProcess>

namespace prolap::test {

AudioFiles::AudioFiles()
{
    std::string name = (std::filesystem::temp_directory_path() / "prolap-audio-XXXXXX").native();
    if (!::mkdtemp(name.data()))
        throw Error(ErrorKind::Internal, "No folder can be made for the test files.");
    m_folder = name;
}

AudioFiles::~AudioFiles()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

Path AudioFiles::path(const std::string& name) const
{
    return m_folder / name;
}

Path AudioFiles::write(const std::string& name, const QByteArray& bytes) const
{
    const Path file = path(name);
    std::FILE* stream = std::fopen(file.c_str(), "wb"); // names here need not be what Qt takes for text
    if (!stream)
        return {};
    const std::size_t written = std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    return std::fclose(stream) == 0 && written == static_cast<std::size_t>(bytes.size()) ? file : Path();
}

Path AudioFiles::encode(const Path& source, const std::string& name, const QStringList& options) const
{
    return make(name, QStringList{"-i", QString::fromStdString(source.native())} + options);
}

Path AudioFiles::make(const std::string& name, const QStringList& arguments) const
{
    const Path file = path(name);
    QProcess ffmpeg;
    ffmpeg.start("ffmpeg", QStringList{"-nostdin", "-v", "error", "-y"} + arguments +
                               QStringList{QString::fromStdString(file.native())});
    if (ffmpeg.waitForFinished(60'000) && ffmpeg.exitStatus() == QProcess::NormalExit && ffmpeg.exitCode() == 0)
        return file;
    qWarning().noquote() << "ffmpeg" << arguments << ffmpeg.errorString() << ffmpeg.readAllStandardError();
    return {};
}

QByteArray wavHeader(const WavHeader& header)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setByteOrder(QDataStream::LittleEndian);
    const int block = header.channels * header.bits / 8;
    stream.writeRawData("RIFF", 4);
    stream << static_cast<quint32>(header.dataBytes + 36);
    stream.writeRawData("WAVEfmt ", 8);
    stream << quint32{16} << static_cast<quint16>(header.formatTag) << static_cast<quint16>(header.channels)
           << static_cast<quint32>(header.sampleRate)
           << static_cast<quint32>(header.sampleRate) * static_cast<quint32>(block) << static_cast<quint16>(block)
           << static_cast<quint16>(header.bits);
    stream.writeRawData("data", 4);
    stream << header.dataBytes;
    return bytes;
}

QByteArray wav16(const std::vector<float>& interleaved, int channels, int sampleRate)
{
    QByteArray bytes = wavHeader({.channels = channels,
                                  .sampleRate = sampleRate,
                                  .dataBytes = static_cast<std::uint32_t>(interleaved.size() * 2)});
    for (const float sample : interleaved) {
        const auto value = static_cast<qint16>(std::lround(sample * 32767));
        bytes.append(static_cast<char>(value & 0xFF));
        bytes.append(static_cast<char>(value >> 8));
    }
    return bytes;
}

QByteArray wavFloat(const std::vector<float>& interleaved, int channels, int sampleRate)
{
    QByteArray bytes = wavHeader({.formatTag = 3,
                                  .channels = channels,
                                  .sampleRate = sampleRate,
                                  .bits = 32,
                                  .dataBytes = static_cast<std::uint32_t>(interleaved.size() * 4)});
    bytes.append(reinterpret_cast<const char*>(interleaved.data()), static_cast<qsizetype>(interleaved.size() * 4));
    return bytes;
}

std::vector<float> sweep(double seconds, int sampleRate, int channels)
{
    const auto frames = static_cast<std::size_t>(std::llround(seconds * sampleRate));
    std::vector<float> interleaved(frames * static_cast<std::size_t>(channels));
    for (std::size_t i = 0; i < frames; ++i) {
        const double t = static_cast<double>(i) / sampleRate;
        const double within = t / seconds;
        // From 200 to 3000 Hz and back once a second, so that long sounds are as lively as short ones.
        const double phase = 2 * std::numbers::pi * 1600 * t - 1400 * std::sin(2 * std::numbers::pi * t);
        const double swell = 0.35 + 0.15 * std::cos(2 * std::numbers::pi * (1.5 * within + 0.37 * t));
        for (int channel = 0; channel < channels; ++channel) {
            const double level = channel < 2 ? 1 : std::pow(0.5, channel - 1);
            interleaved[i * static_cast<std::size_t>(channels) + static_cast<std::size_t>(channel)] =
                static_cast<float>(level * swell * std::sin(channel == 1 ? phase / 2 : phase));
        }
    }
    return interleaved;
}

std::vector<float> decodeAll(const Path& file, const audio::DecodeOptions& options)
{
    audio::Decoder decoder(file, options);
    const auto width = static_cast<std::size_t>(decoder.channels());
    std::vector<float> all, part(width * 1000); // no multiple of any block
    while (const std::size_t frames = decoder.read(part))
        all.insert(all.end(), part.begin(), part.begin() + static_cast<std::ptrdiff_t>(frames * width));
    return all;
}

std::vector<float> channelOf(const std::vector<float>& interleaved, int channels, int channel)
{
    std::vector<float> samples;
    for (auto i = static_cast<std::size_t>(channel); i < interleaved.size(); i += static_cast<std::size_t>(channels))
        samples.push_back(interleaved[i]);
    return samples;
}

Alignment align(const std::vector<float>& a, const std::vector<float>& b, int mostLag)
{
    Alignment best{.lag = 0, .likeness = -1};
    constexpr int kCompared = 12000; // frames in the middle: enough to be sure, few enough to be quick
    const auto size = static_cast<int>(std::min(a.size(), b.size()));
    const int from = std::max(mostLag, size / 2 - kCompared / 2);
    const int to = std::min(size - mostLag, from + kCompared);
    for (int lag = -mostLag; lag <= mostLag; ++lag) {
        double product = 0, powerA = 0, powerB = 0;
        for (int i = from; i < to; ++i) {
            const double x = a[static_cast<std::size_t>(i)], y = b[static_cast<std::size_t>(i + lag)];
            product += x * y;
            powerA += x * x;
            powerB += y * y;
        }
        const double likeness = product / std::sqrt(std::max(powerA * powerB, 1e-30));
        if (likeness > best.likeness)
            best = {lag, likeness};
    }
    return best;
}

ReadClip readWhole(const Path& file, const audio::ClipReadOptions& options)
{
    ReadClip clip;
    clip.summary = audio::readClip(file, options,
                                   [&](audio::ClipWindow&& window) {
                                       clip.windows.push_back(std::move(window));
                                       return true;
                                   },
                                   {});
    return clip;
}

Thrown errorOf(const std::function<void()>& call)
{
    try {
        call();
    } catch (const Error& error) {
        return {error.kind(), error.what()};
    }
    return {};
}

} // namespace prolap::test
