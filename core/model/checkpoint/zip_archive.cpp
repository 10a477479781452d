#include "core/model/checkpoint/zip_archive.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "core/error.h"
#include "core/model/checkpoint/byte_cursor.h"
#include "core/paths.h"

namespace prolap::checkpoint {

namespace {

constexpr std::uint32_t kLocalSignature = 0x04034b50;
constexpr std::uint32_t kCentralSignature = 0x02014b50;
constexpr std::uint32_t kEndSignature = 0x06054b50;
constexpr std::uint32_t kEnd64Signature = 0x06064b50;
constexpr std::uint32_t kLocator64Signature = 0x07064b50;
constexpr std::size_t kEndBytes = 22;
constexpr std::size_t kLocator64Bytes = 20;
constexpr std::size_t kMaxComment = 0xFFFF;
constexpr std::size_t kMaxEntries = 65536;
constexpr std::uint16_t kZip64Field = 1;
constexpr std::uint32_t kIn64 = 0xFFFFFFFF; ///< "see the ZIP64 field"

struct Directory {
    std::uint64_t entries = 0;
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;
};

struct CentralEntry {
    std::string name;
    std::uint64_t offset = 0; ///< of the local header
    std::uint64_t bytes = 0;
    std::uint64_t begin = 0; ///< of the data
};

class Parser {
public:
    Parser(std::span<const std::byte> file, const std::string& name) : m_file(file), m_name(name) {}

    std::vector<ZipArchive::Entry> parse() const
    {
        const Directory directory = findDirectory();
        std::vector<CentralEntry> entries = readDirectory(directory);
        for (CentralEntry& entry : entries)
            entry.begin = dataBegin(entry, directory.offset);
        checkOverlaps(entries);
        std::vector<ZipArchive::Entry> result;
        result.reserve(entries.size());
        for (CentralEntry& entry : entries)
            result.push_back({std::move(entry.name), m_file.subspan(entry.begin, entry.bytes)});
        std::ranges::sort(result, {}, &ZipArchive::Entry::name);
        const auto doubled = std::ranges::adjacent_find(result, {}, &ZipArchive::Entry::name);
        if (doubled != result.end())
            fail("every entry once", fmt::format("`{}` twice", shown(doubled->name)));
        return result;
    }

private:
    static std::string shown(std::string_view name) { return validUtf8(name.substr(0, 80)); }

    [[noreturn]] void fail(const std::string& expected, const std::string& found) const
    {
        throw Error(ErrorKind::Corrupt,
                    fmt::format("{} is damaged or cut off: expected {}, found {}.", m_name, expected, found));
    }

    // Every number below is one whose absence means a cut-off file.
    template <typename Number> Number next(ByteCursor& cursor) const
    {
        const auto value = cursor.number<Number>();
        if (!value)
            fail("a whole ZIP directory", fmt::format("its end at byte {}", m_file.size()));
        return *value;
    }

    std::span<const std::byte> nextBytes(ByteCursor& cursor, std::uint64_t count) const
    {
        const auto bytes = cursor.take(count);
        if (!bytes)
            fail("a whole ZIP directory", fmt::format("its end at byte {}", m_file.size()));
        return *bytes;
    }

    Directory findDirectory() const
    {
        if (m_file.size() < kEndBytes)
            fail("the end record of a ZIP file", fmt::format("a file of {} bytes", m_file.size()));
        const std::size_t last = m_file.size() - kEndBytes;
        const std::size_t first = last > kMaxComment ? last - kMaxComment : 0;
        for (std::size_t at = last + 1; at-- > first;) {
            ByteCursor cursor(m_file, at);
            if (next<std::uint32_t>(cursor) != kEndSignature)
                continue;
            const auto disk = next<std::uint16_t>(cursor);
            const auto directoryDisk = next<std::uint16_t>(cursor);
            next<std::uint16_t>(cursor); // entries on this disk
            Directory directory;
            directory.entries = next<std::uint16_t>(cursor);
            directory.bytes = next<std::uint32_t>(cursor);
            directory.offset = next<std::uint32_t>(cursor);
            const auto comment = next<std::uint16_t>(cursor);
            if (comment != cursor.left())
                continue; // the signature stands in a comment
            if ((disk != 0 && disk != 0xFFFF) || (directoryDisk != 0 && directoryDisk != 0xFFFF))
                fail("a ZIP file in one part", "one of several");
            if (const auto directory64 = findDirectory64(at))
                directory = *directory64;
            if (directory.offset > at || directory.bytes > at - directory.offset)
                fail("the ZIP directory before its end record",
                     fmt::format("{} bytes at {}", directory.bytes, directory.offset));
            return directory;
        }
        fail("the end record of a ZIP file", "none");
    }

    std::optional<Directory> findDirectory64(std::size_t end) const
    {
        if (end < kLocator64Bytes)
            return std::nullopt;
        ByteCursor locator(m_file, end - kLocator64Bytes);
        if (next<std::uint32_t>(locator) != kLocator64Signature)
            return std::nullopt;
        next<std::uint32_t>(locator); // disk
        const auto offset = next<std::uint64_t>(locator);
        if (offset > end)
            fail("the ZIP64 end record inside the file", fmt::format("offset {}", offset));
        ByteCursor cursor(m_file, offset);
        if (next<std::uint32_t>(cursor) != kEnd64Signature)
            fail("a ZIP64 end record", "something else");
        nextBytes(cursor, 8 + 2 + 2 + 4 + 4 + 8); // its size, versions, disks, entries on this disk
        Directory directory;
        directory.entries = next<std::uint64_t>(cursor);
        directory.bytes = next<std::uint64_t>(cursor);
        directory.offset = next<std::uint64_t>(cursor);
        return directory;
    }

    std::vector<CentralEntry> readDirectory(const Directory& directory) const
    {
        if (directory.entries > kMaxEntries)
            fail(fmt::format("at most {} ZIP entries", kMaxEntries), fmt::format("{}", directory.entries));
        ByteCursor cursor(m_file.subspan(directory.offset, directory.bytes));
        std::vector<CentralEntry> entries;
        for (std::uint64_t number = 0; number < directory.entries; ++number) {
            if (next<std::uint32_t>(cursor) != kCentralSignature)
                fail(fmt::format("ZIP directory entry {} of {}", number + 1, directory.entries), "something else");
            nextBytes(cursor, 4); // versions
            const auto flags = next<std::uint16_t>(cursor);
            const auto method = next<std::uint16_t>(cursor);
            nextBytes(cursor, 8); // time, date, CRC-32
            const std::uint64_t packed32 = next<std::uint32_t>(cursor);
            const std::uint64_t plain32 = next<std::uint32_t>(cursor);
            const auto nameBytes = next<std::uint16_t>(cursor);
            const auto extraBytes = next<std::uint16_t>(cursor);
            const auto commentBytes = next<std::uint16_t>(cursor);
            nextBytes(cursor, 8); // disk, attributes
            const std::uint64_t offset32 = next<std::uint32_t>(cursor);
            CentralEntry entry;
            entry.name = asText(nextBytes(cursor, nameBytes));
            const auto [plain, packed, offset] =
                sizesOf(nextBytes(cursor, extraBytes), plain32, packed32, offset32, entry.name);
            nextBytes(cursor, commentBytes);
            constexpr std::uint16_t kEncrypted = 0x41;
            if (method != 0 || (flags & kEncrypted) != 0)
                throw Error(ErrorKind::Unsupported,
                            fmt::format("Cannot use {}: expected stored ZIP entries as PyTorch writes them, found `{}` "
                                        "{}.",
                                        m_name, shown(entry.name), method != 0 ? "compressed" : "encrypted"));
            if (plain != packed)
                fail(fmt::format("one size of the stored entry `{}`", shown(entry.name)),
                     fmt::format("{} and {}", packed, plain));
            entry.bytes = plain;
            entry.offset = offset;
            entries.push_back(std::move(entry));
        }
        return entries;
    }

    struct Sizes {
        std::uint64_t plain, packed, offset;
    };

    Sizes sizesOf(std::span<const std::byte> extra, std::uint64_t plain, std::uint64_t packed, std::uint64_t offset,
                  std::string_view name) const
    {
        ByteCursor cursor(extra);
        while (cursor.left() >= 4) {
            const auto field = *cursor.number<std::uint16_t>();
            const auto size = *cursor.number<std::uint16_t>();
            const auto bytes = cursor.take(size);
            if (!bytes)
                fail(fmt::format("whole extra fields of `{}`", shown(name)), fmt::format("one of {} bytes", size));
            if (field != kZip64Field)
                continue;
            ByteCursor wide(*bytes); // holds only what did not fit, in this order
            for (std::uint64_t* value : {&plain, &packed, &offset}) {
                if (*value != kIn64)
                    continue;
                const auto number = wide.number<std::uint64_t>();
                if (!number)
                    fail(fmt::format("a ZIP64 size of `{}`", shown(name)), "none");
                *value = *number;
            }
        }
        return {plain, packed, offset};
    }

    std::uint64_t dataBegin(const CentralEntry& entry, std::uint64_t limit) const
    {
        if (entry.offset > limit)
            fail(fmt::format("`{}` before the ZIP directory", shown(entry.name)),
                 fmt::format("offset {}", entry.offset));
        ByteCursor cursor(m_file.first(limit), entry.offset);
        if (next<std::uint32_t>(cursor) != kLocalSignature)
            fail(fmt::format("the header of `{}` at byte {}", shown(entry.name), entry.offset), "something else");
        nextBytes(cursor, 22); // what the directory says too
        const auto nameBytes = next<std::uint16_t>(cursor);
        const auto extraBytes = next<std::uint16_t>(cursor);
        const auto name = asText(nextBytes(cursor, nameBytes));
        if (name != entry.name)
            fail(fmt::format("the header of `{}`", shown(entry.name)), fmt::format("that of `{}`", shown(name)));
        nextBytes(cursor, extraBytes);
        if (entry.bytes > cursor.left())
            fail(fmt::format("{} bytes of `{}`", entry.bytes, shown(entry.name)), fmt::format("{}", cursor.left()));
        return cursor.position();
    }

    void checkOverlaps(std::vector<CentralEntry>& entries) const
    {
        std::ranges::sort(entries, {}, &CentralEntry::offset);
        std::uint64_t end = 0;
        for (const CentralEntry& entry : entries) {
            if (entry.offset < end)
                fail("ZIP entries one behind the other",
                     fmt::format("`{}` inside the one before it", shown(entry.name)));
            end = entry.begin + entry.bytes;
        }
    }

    std::span<const std::byte> m_file;
    const std::string& m_name;
};

} // namespace

bool ZipArchive::startsAs(std::span<const std::byte> file)
{
    return ByteCursor(file).number<std::uint32_t>() == kLocalSignature;
}

ZipArchive::ZipArchive(std::span<const std::byte> file, const std::string& fileName)
    : m_entries(Parser(file, fileName).parse())
{
}

const ZipArchive::Entry* ZipArchive::find(std::string_view name) const
{
    const auto at = std::ranges::lower_bound(m_entries, name, {}, &Entry::name);
    return at != m_entries.end() && at->name == name ? &*at : nullptr;
}

} // namespace prolap::checkpoint
