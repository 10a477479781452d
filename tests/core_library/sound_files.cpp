#include "tests/core_library/sound_files.h"

#include <cmath>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <numbers>
#include <random>
#include <stdexcept>

#include <QString>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace prolap::test {

void writeBytes(const Path& file, const std::string& bytes)
{
    std::filesystem::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out)
        throw std::runtime_error("cannot write " + file.native());
}

std::string readBytes(const Path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void writeWav(const Path& file, const std::vector<float>& samples)
{
    const auto dataBytes = static_cast<std::uint32_t>(samples.size() * 2);
    std::string bytes = "RIFF";
    const auto put = [&](std::uint32_t value, int size) {
        for (int i = 0; i < size; ++i)
            bytes += static_cast<char>(value >> (8 * i) & 0xFF);
    };
    put(36 + dataBytes, 4);
    bytes += "WAVEfmt ";
    put(16, 4);
    put(1, 2);
    put(1, 2);
    put(16000, 4);
    put(32000, 4);
    put(2, 2);
    put(16, 2);
    bytes += "data";
    put(dataBytes, 4);
    for (const float sample : samples)
        put(static_cast<std::uint16_t>(std::lround(sample * 32767)), 2);
    writeBytes(file, bytes);
}

std::vector<float> tone(std::size_t band, double seconds, unsigned seed, float level)
{
    std::mt19937 random(seed);
    std::vector<float> samples(static_cast<std::size_t>(std::lround(seconds * 16000)));
    const double hz = 100 * std::pow(1.35, static_cast<double>(band));
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = level * static_cast<float>(std::sin(2 * std::numbers::pi * hz * static_cast<double>(i) / 16000)) +
                     0.01F * (static_cast<float>(random() % 2001) / 1000 - 1);
    return samples;
}

std::string numbered(unsigned i)
{
    return QStringLiteral("s%1.wav").arg(i).toStdString();
}

std::vector<float> hiss(double seconds, unsigned seed)
{
    std::mt19937 random(seed);
    std::vector<float> samples(static_cast<std::size_t>(std::lround(seconds * 16000)));
    for (float& sample : samples)
        sample = 0.5F * (static_cast<float>(random() % 2001) / 1000 - 1);
    return samples;
}

int startProgram(const std::vector<std::string>& arguments)
{
    std::vector<char*> pointers;
    for (const std::string& argument : arguments)
        pointers.push_back(const_cast<char*>(argument.c_str()));
    pointers.push_back(nullptr);
    pid_t process = 0;
    return ::posix_spawnp(&process, pointers[0], nullptr, nullptr, pointers.data(), environ) == 0 ? process : 0;
}

int waitForProgram(int process)
{
    int status = 0;
    if (::waitpid(process, &status, 0) != process)
        throw std::runtime_error("cannot wait for a program");
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

bool ffmpeg(const std::vector<std::string>& arguments)
{
    std::vector<std::string> all = {"ffmpeg", "-nostdin", "-v", "error", "-y"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const int process = startProgram(all);
    return process != 0 && waitForProgram(process) == 0;
}

} // namespace prolap::test
