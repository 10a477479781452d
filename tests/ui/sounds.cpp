#include "tests/ui/sounds.h"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <numbers>
#include <random>
#include <stdexcept>

#include <QProcess>

#include "tests/support/files.h"

namespace prolap::test {

std::vector<float> noise(int seed, double seconds, int sampleRate)
{
    std::mt19937 random(static_cast<unsigned>(seed));
    std::uniform_real_distribution<float> uniform(-0.5f, 0.5f);
    std::vector<float> samples(static_cast<std::size_t>(seconds * sampleRate));
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double t = static_cast<double>(i) / sampleRate;
        samples[i] = uniform(random) * static_cast<float>(0.6 + 0.4 * std::sin(2 * std::numbers::pi * 3 * t));
    }
    return samples;
}

std::vector<float> tone(double hertz, double seconds, int sampleRate)
{
    std::vector<float> samples(static_cast<std::size_t>(seconds * sampleRate));
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] =
            0.5f * static_cast<float>(std::sin(2 * std::numbers::pi * hertz * static_cast<double>(i) / sampleRate));
    return samples;
}

void writeWav(const Path& file, const std::vector<float>& samples, int sampleRate)
{
    std::string bytes(44 + samples.size() * 2, '\0');
    const auto put = [&bytes](std::size_t at, std::uint32_t value, int size) {
        std::memcpy(&bytes[at], &value, static_cast<std::size_t>(size));
    };
    std::memcpy(&bytes[0], "RIFF", 4);
    put(4, static_cast<std::uint32_t>(bytes.size() - 8), 4);
    std::memcpy(&bytes[8], "WAVEfmt ", 8);
    put(16, 16, 4);
    put(20, 1, 2);
    put(22, 1, 2);
    put(24, static_cast<std::uint32_t>(sampleRate), 4);
    put(28, static_cast<std::uint32_t>(sampleRate) * 2, 4);
    put(32, 2, 2);
    put(34, 16, 2);
    std::memcpy(&bytes[36], "data", 4);
    put(40, static_cast<std::uint32_t>(samples.size() * 2), 4);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const auto sample = static_cast<std::int16_t>(std::lround(samples[i] * 32767.0f));
        std::memcpy(&bytes[44 + 2 * i], &sample, 2);
    }
    writeFile(file, bytes);
}

void encode(const Path& wav, const Path& file)
{
    QProcess ffmpeg;
    ffmpeg.start("ffmpeg",
                 {"-nostdin", "-v", "error", "-y", "-i", QString::fromStdString(wav), QString::fromStdString(file)});
    if (!ffmpeg.waitForFinished(30000) || ffmpeg.exitCode() != 0)
        throw std::runtime_error(("ffmpeg: " + ffmpeg.readAllStandardError()).toStdString());
}

} // namespace prolap::test
