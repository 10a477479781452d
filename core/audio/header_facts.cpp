#include "core/audio/header_facts.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>

namespace prolap::audio {

namespace {

std::uint32_t big32(const unsigned char* bytes)
{
    return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 | std::uint32_t{bytes[2]} << 8 | bytes[3];
}

std::uint32_t little32(const unsigned char* bytes)
{
    return std::uint32_t{bytes[3]} << 24 | std::uint32_t{bytes[2]} << 16 | std::uint32_t{bytes[1]} << 8 | bytes[0];
}

std::uint64_t little64(const unsigned char* bytes)
{
    return std::uint64_t{little32(bytes + 4)} << 32 | little32(bytes);
}

std::string_view text(const unsigned char* bytes, std::size_t size)
{
    return {reinterpret_cast<const char*>(bytes), size};
}

/// Calls visit(id, position of the contents, size) for each chunk of a wave file until it returns false.
void forEachChunk(const FileSource& source,
                  const std::function<bool(std::string_view, std::int64_t, std::uint32_t)>& visit)
{
    std::array<unsigned char, 12> bytes{};
    if (source.readAt(0, bytes.data(), 12) != 12 || text(bytes.data() + 8, 4) != "WAVE")
        return;
    const std::string_view kind = text(bytes.data(), 4);
    if (kind != "RIFF" && kind != "RF64" && kind != "BW64")
        return;
    constexpr int kMostChunks = 1000; // a damaged file may hold millions of empty ones
    std::int64_t at = 12;
    for (int i = 0; i < kMostChunks && source.readAt(at, bytes.data(), 8) == 8; ++i) {
        const std::uint32_t size = little32(bytes.data() + 4);
        if (!visit(text(bytes.data(), 4), at + 8, size))
            return;
        at += 8 + std::int64_t{size} + (size & 1);
    }
}

} // namespace

int mp3PaddingSamples(const FileSource& source)
{
    std::array<unsigned char, 512> head{};
    std::int64_t audioStart = 0;
    if (source.readAt(0, head.data(), 10) == 10 && text(head.data(), 3) == "ID3") {
        std::int64_t size = 0; // 7 bits a byte
        for (int i = 6; i < 10; ++i)
            size = size << 7 | (head[static_cast<std::size_t>(i)] & 0x7F);
        audioStart = 10 + size + (head[5] & 0x10 ? 10 : 0);
    }
    const std::size_t count = source.readAt(audioStart, head.data(), head.size());
    const std::string_view frame = text(head.data(), count);
    std::size_t tag = frame.substr(0, 64).find("Info");
    if (tag == std::string_view::npos)
        tag = frame.substr(0, 64).find("Xing");
    if (tag == std::string_view::npos || tag + 8 > count)
        return 0;
    const std::uint32_t flags = big32(head.data() + tag + 4);
    const std::size_t extension =
        tag + 8 + (flags & 1 ? 4 : 0) + (flags & 2 ? 4 : 0) + (flags & 4 ? 100 : 0) + (flags & 8 ? 4 : 0);
    constexpr std::size_t kDelayOffset = 21; // after encoder name, revision, filter, gains and bit rate
    if (extension + kDelayOffset + 3 > count)
        return 0;
    const unsigned char* packed = head.data() + extension + kDelayOffset; // 12 bits of delay, 12 of padding
    const int delay = packed[0] << 4 | packed[1] >> 4;
    const int padding = (packed[1] & 15) << 8 | packed[2];
    return delay + padding;
}

std::optional<std::int64_t> wavDataBytes(const FileSource& source)
{
    std::optional<std::int64_t> found;
    std::uint64_t largeDataBytes = 0; // of RF64, whose data chunk says 0xFFFFFFFF
    forEachChunk(source, [&](std::string_view id, std::int64_t at, std::uint32_t size) {
        std::array<unsigned char, 16> bytes{};
        if (id == "ds64" && size >= bytes.size() && source.readAt(at, bytes.data(), bytes.size()) == bytes.size())
            largeDataBytes = little64(bytes.data() + 8);
        if (id != "data")
            return true;
        if (size != 0 && size != 0xFFFFFFFF)
            found = size;
        else if (size != 0 && largeDataBytes != 0 && largeDataBytes < std::uint64_t{1} << 62)
            found = static_cast<std::int64_t>(largeDataBytes);
        return false;
    });
    return found;
}

std::int64_t oggStreamInWav(const FileSource& source)
{
    bool isOgg = false;
    std::int64_t start = 0;
    forEachChunk(source, [&](std::string_view id, std::int64_t at, std::uint32_t size) {
        std::array<unsigned char, 4> bytes{};
        if ((id != "fmt " && id != "data") || size < bytes.size() || source.readAt(at, bytes.data(), 4) != 4)
            return id != "data";
        if (id == "fmt ") {
            const int tag = bytes[0] | bytes[1] << 8;
            isOgg = (tag >= 0x674F && tag <= 0x6751) || (tag >= 0x676F && tag <= 0x6771);
            return isOgg;
        }
        if (isOgg && text(bytes.data(), 4) == "OggS")
            start = at;
        return false;
    });
    return start;
}

std::string bwfDescription(const FileSource& source)
{
    std::string description;
    forEachChunk(source, [&](std::string_view id, std::int64_t at, std::uint32_t size) {
        if (id != "bext")
            return true;
        std::array<char, 256> field{};
        const std::size_t count = source.readAt(at, field.data(), std::min<std::size_t>(field.size(), size));
        const std::string_view stored(field.data(), count);
        description = validUtf8(stored.substr(0, stored.find('\0')));
        return false;
    });
    return description;
}

std::string bwfChunk(const FileSource& source)
{
    std::string chunk;
    forEachChunk(source, [&](std::string_view id, std::int64_t at, std::uint32_t size) {
        if (id != "bext")
            return true;
        chunk.resize(std::min<std::size_t>(size, std::size_t{1} << 20));
        chunk.resize(source.readAt(at, chunk.data(), chunk.size()));
        return false;
    });
    return chunk;
}

} // namespace prolap::audio
