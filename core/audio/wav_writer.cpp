#include "core/audio/wav_writer.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <limits>

#include "core/write_error.h"

namespace prolap::audio {

namespace {

constexpr std::size_t kDs64Bytes = 28; ///< held free as JUNK while the file is small
constexpr std::uint16_t kPcm = 1, kFloat = 3, kExtensible = 0xFFFE;

class Bytes {
public:
    void text(const char* four) { m_bytes.append(four, 4); }
    void number(std::uint64_t value, int size)
    {
        for (int i = 0; i < size; ++i)
            m_bytes.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
    }
    void raw(const std::string& bytes) { m_bytes += bytes; }
    void zeros(std::size_t count) { m_bytes.append(count, '\0'); }
    const std::string& all() const { return m_bytes; }

private:
    std::string m_bytes;
};

} // namespace

WavWriter::WavWriter(const Path& file, const WavFormat& format)
    : m_file(file), m_part(Path(file) += ".part"), m_format(format), m_stream(std::fopen(m_part.c_str(), "wb"))
{
    if (!m_stream)
        fail();
    writeHeader();
}

WavWriter::~WavWriter()
{
    if (!m_stream)
        return;
    m_stream.reset();
    std::error_code ignored;
    std::filesystem::remove(m_part, ignored);
}

void WavWriter::fail() const
{
    throwWriteError(m_file, errno);
}

void WavWriter::put(const void* bytes, std::size_t size)
{
    if (std::fwrite(bytes, 1, size, m_stream.get()) != size)
        fail();
}

void WavWriter::writeHeader()
{
    const bool extensible = m_format.channels > 2;
    const int frameBytes = m_format.channels * m_format.bits / 8;
    const std::uint16_t kind = m_format.floatSamples ? kFloat : kPcm;
    Bytes rest;
    rest.text("fmt ");
    rest.number(extensible ? 40 : 16, 4);
    rest.number(extensible ? kExtensible : kind, 2);
    rest.number(static_cast<std::uint64_t>(m_format.channels), 2);
    rest.number(static_cast<std::uint64_t>(m_format.sampleRate), 4);
    rest.number(static_cast<std::uint64_t>(m_format.sampleRate) * static_cast<std::uint64_t>(frameBytes), 4);
    rest.number(static_cast<std::uint64_t>(frameBytes), 2);
    rest.number(static_cast<std::uint64_t>(m_format.bits), 2);
    if (extensible) {
        rest.number(22, 2);
        rest.number(static_cast<std::uint64_t>(m_format.bits), 2);
        rest.number(m_format.channelMask, 4);
        rest.number(kind, 2);
        rest.raw(std::string("\x00\x00\x00\x00\x10\x00\x80\x00\x00\xAA\x00\x38\x9B\x71", 14));
    }
    if (!m_format.bext.empty()) {
        rest.text("bext");
        rest.number(m_format.bext.size(), 4);
        rest.raw(m_format.bext);
        rest.zeros(m_format.bext.size() % 2);
    }
    rest.text("data");

    const std::uint64_t padded = m_dataBytes + m_dataBytes % 2;
    const std::uint64_t riff = 4 + 8 + kDs64Bytes + rest.all().size() + 4 + padded;
    constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
    const bool large = riff > most;
    Bytes head;
    head.text(large ? "RF64" : "RIFF");
    head.number(large ? most : riff, 4);
    head.text("WAVE");
    head.text(large ? "ds64" : "JUNK");
    head.number(kDs64Bytes, 4);
    if (large) {
        head.number(riff, 8);
        head.number(m_dataBytes, 8);
        head.number(m_dataBytes / static_cast<std::uint64_t>(std::max(1, frameBytes)), 8);
        head.number(0, 4);
    } else {
        head.zeros(kDs64Bytes);
    }
    head.raw(rest.all());
    head.number(large ? most : m_dataBytes, 4);
    put(head.all().data(), head.all().size());
}

void WavWriter::write(std::span<const float> interleaved)
{
    const auto width = static_cast<std::size_t>(m_format.bits / 8);
    m_bytes.resize(interleaved.size() * width);
    unsigned char* out = m_bytes.data();
    const double full = std::exp2(m_format.bits - 1);
    for (const float sample : interleaved) {
        if (m_format.floatSamples) {
            std::memcpy(out, &sample, sizeof(sample));
            out += sizeof(sample);
            continue;
        }
        auto value =
            static_cast<std::int64_t>(std::clamp(std::round(static_cast<double>(sample) * full), -full, full - 1));
        if (m_format.bits == 8)
            value += 128; // unsigned by custom
        for (std::size_t i = 0; i < width; ++i)
            *out++ = static_cast<unsigned char>(value >> (8 * i) & 0xFF);
    }
    put(m_bytes.data(), m_bytes.size());
    m_dataBytes += m_bytes.size();
}

void WavWriter::finish()
{
    if (m_dataBytes % 2)
        put("", 1);
    if (std::fseek(m_stream.get(), 0, SEEK_SET) != 0)
        fail();
    writeHeader();
    std::FILE* stream = m_stream.release();
    if (std::fclose(stream) != 0) {
        const int code = errno;
        std::error_code ignored;
        std::filesystem::remove(m_part, ignored);
        errno = code;
        fail();
    }
    std::error_code failed;
    std::filesystem::rename(m_part, m_file, failed);
    if (failed) {
        std::error_code ignored;
        std::filesystem::remove(m_part, ignored);
        errno = failed.value();
        fail();
    }
}

} // namespace prolap::audio
