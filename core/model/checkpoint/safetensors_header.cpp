#include "core/model/checkpoint/safetensors_header.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <tuple>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/paths.h"

namespace prolap::checkpoint {

namespace {

constexpr std::size_t kMaxTensors = 65536;
constexpr std::size_t kMaxNameBytes = 512;
constexpr std::size_t kMaxRank = 8;
constexpr std::uint64_t kMaxInteger = std::uint64_t{1} << 53; // what every JSON reader holds exactly

std::optional<DType> dtypeFromName(std::string_view name)
{
    for (const DType dtype : {DType::F64, DType::F32, DType::F16, DType::BF16, DType::I64, DType::I32, DType::I16,
                              DType::I8, DType::U8, DType::Bool})
        if (dtypeName(dtype) == name)
            return dtype;
    return std::nullopt;
}

std::string shown(std::string_view text)
{
    constexpr std::size_t kMaxShown = 80;
    return validUtf8(text.substr(0, kMaxShown)) + (text.size() > kMaxShown ? "..." : "");
}

// Reads the header token by token, so that nothing but its two known shapes is ever built, doubled keys are seen and
// a deeply nested text costs nothing.
class HeaderParser : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit HeaderParser(const std::string& file) : m_file(file) {}

    SafetensorsHeader take() { return std::move(m_header); }

    bool start_object(std::size_t) override
    {
        if (m_place == Place::Start)
            m_place = Place::Names;
        else if (m_place == Place::Entry)
            m_place = m_name == "__metadata__" ? Place::MetadataKeys : Place::Fields;
        else
            unexpected("an object");
        return true;
    }

    bool key(string_t& text) override
    {
        switch (m_place) {
        case Place::Names:
            startEntry(text);
            break;
        case Place::MetadataKeys:
            if (!m_keys.insert(text).second)
                fail("expected every key once", fmt::format("`{}` twice in __metadata__", shown(text)));
            m_key = text;
            m_place = Place::MetadataValue;
            break;
        case Place::Fields:
            startField(text);
            break;
        default:
            unexpected("a key");
        }
        return true;
    }

    bool end_object() override
    {
        if (m_place == Place::Fields) {
            if (m_fields.size() != 3)
                fail(fmt::format("expected dtype, shape and data_offsets for `{}`", shown(m_name)),
                     fmt::format("{} of them", m_fields.size()));
            m_header.entries.push_back(std::move(m_entry));
            m_place = Place::Names;
        } else if (m_place == Place::MetadataKeys) {
            m_place = Place::Names;
        } else {
            m_place = Place::End;
        }
        return true;
    }

    bool string(string_t& text) override
    {
        if (m_place == Place::Dtype) {
            const auto dtype = dtypeFromName(text);
            if (!dtype)
                throw Error(ErrorKind::Unsupported,
                            fmt::format("Cannot use {}: expected tensors of type F64, F32, F16, BF16, I64, I32, I16, "
                                        "I8, U8 or BOOL, found `{}` for `{}`.",
                                        m_file, shown(text), shown(m_name)));
            m_entry.dtype = *dtype;
            m_place = Place::Fields;
        } else if (m_place == Place::MetadataValue) {
            m_header.metadata[m_key] = text;
            m_place = Place::MetadataKeys;
        } else {
            unexpected("a string");
        }
        return true;
    }

    bool start_array(std::size_t) override
    {
        if (m_place == Place::Shape)
            m_place = Place::ShapeItems;
        else if (m_place == Place::Offsets)
            m_place = Place::OffsetItems;
        else
            unexpected("an array");
        return true;
    }

    bool number_unsigned(number_unsigned_t number) override
    {
        if (number > kMaxInteger)
            fail("expected sizes up to 2^53", fmt::format("{} for `{}`", number, shown(m_name)));
        if (m_place == Place::ShapeItems) {
            if (m_entry.shape.size() == kMaxRank)
                fail(fmt::format("expected at most {} dimensions", kMaxRank),
                     fmt::format("more for `{}`", shown(m_name)));
            m_entry.shape.push_back(static_cast<std::int64_t>(number));
        } else if (m_place == Place::OffsetItems) {
            if (m_offsets.size() == 2)
                fail("expected two data_offsets", fmt::format("more for `{}`", shown(m_name)));
            m_offsets.push_back(number);
        } else {
            unexpected("a number");
        }
        return true;
    }

    bool end_array() override
    {
        if (m_place == Place::OffsetItems) {
            if (m_offsets.size() != 2)
                fail("expected two data_offsets", fmt::format("{} for `{}`", m_offsets.size(), shown(m_name)));
            std::tie(m_entry.begin, m_entry.end) = std::pair(m_offsets[0], m_offsets[1]);
        }
        m_place = Place::Fields;
        return true;
    }

    bool null() override { return unexpected("null"); }
    bool boolean(bool) override { return unexpected("a boolean"); }
    bool number_integer(number_integer_t) override { return unexpected("a negative number"); }
    bool number_float(number_float_t, const string_t&) override { return unexpected("a number that is no integer"); }
    bool binary(binary_t&) override { return unexpected("binary data"); }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override
    {
        fail("expected a JSON header", fmt::format("a syntax error at its byte {}", position));
    }

private:
    enum class Place {
        Start,
        Names,
        Entry,
        Fields,
        Dtype,
        Shape,
        ShapeItems,
        Offsets,
        OffsetItems,
        MetadataKeys,
        MetadataValue,
        End,
    };

    [[noreturn]] void fail(const std::string& expected, const std::string& found) const
    {
        throw Error(ErrorKind::Corrupt, fmt::format("{} is damaged: {}, found {}.", m_file, expected, found));
    }

    [[noreturn]] bool unexpected(const char* found) const
    {
        fail("expected a safetensors header (name to dtype, shape and data_offsets)",
             m_name.empty() ? std::string(found) : fmt::format("{} at `{}`", found, shown(m_name)));
    }

    void startEntry(const std::string& name)
    {
        if (name.size() > kMaxNameBytes)
            fail(fmt::format("expected tensor names of at most {} bytes", kMaxNameBytes),
                 fmt::format("one of {}", name.size()));
        if (!m_names.insert(name).second)
            fail("expected every tensor once", fmt::format("`{}` twice", shown(name)));
        if (m_names.size() > kMaxTensors)
            fail(fmt::format("expected at most {} tensors", kMaxTensors), "more");
        m_name = name;
        m_entry = HeaderEntry{.name = name, .dtype = DType::F32, .shape = {}, .begin = 0, .end = 0};
        m_fields.clear();
        m_offsets.clear();
        m_place = Place::Entry;
    }

    void startField(const std::string& field)
    {
        static constexpr std::array kFields = {std::pair("dtype", Place::Dtype), std::pair("shape", Place::Shape),
                                               std::pair("data_offsets", Place::Offsets)};
        for (const auto& [name, place] : kFields) {
            if (field != name)
                continue;
            if (!m_fields.insert(field).second)
                fail("expected every field once", fmt::format("{} twice for `{}`", field, shown(m_name)));
            m_place = place;
            return;
        }
        fail("expected dtype, shape and data_offsets", fmt::format("`{}` for `{}`", shown(field), shown(m_name)));
    }

    std::string m_file;
    SafetensorsHeader m_header;
    Place m_place = Place::Start;
    std::set<std::string> m_names;
    std::set<std::string> m_keys;
    std::set<std::string> m_fields;
    std::string m_name;
    std::string m_key;
    HeaderEntry m_entry;
    std::vector<std::uint64_t> m_offsets;
};

void checkLayout(const SafetensorsHeader& header, std::uint64_t dataBytes, const std::string& file)
{
    const auto fail = [&file](const std::string& expected, const std::string& found) {
        throw Error(ErrorKind::Corrupt, fmt::format("{} is damaged: {}, found {}.", file, expected, found));
    };
    std::uint64_t filled = 0;
    for (const HeaderEntry& entry : header.entries) {
        const auto bytes = byteSize(entry.dtype, entry.shape);
        if (!bytes)
            fail("expected a size that fits into memory",
                 fmt::format("{} for `{}`", shapeText(entry.shape), shown(entry.name)));
        if (entry.begin != filled)
            fail(fmt::format("expected `{}` to start at byte {} of the data", shown(entry.name), filled),
                 fmt::format("{}, which {}", entry.begin, entry.begin < filled ? "overlaps another" : "leaves a gap"));
        if (entry.end < entry.begin || entry.end - entry.begin != *bytes)
            fail(fmt::format("expected {} bytes for `{}` ({} of {})", *bytes, shown(entry.name), shapeText(entry.shape),
                             dtypeName(entry.dtype)),
                 fmt::format("data_offsets {} to {}", entry.begin, entry.end));
        filled = entry.end;
    }
    if (filled != dataBytes)
        fail(fmt::format("expected {} bytes of data behind the header", filled),
             fmt::format("{} ({})", dataBytes, dataBytes < filled ? "cut off" : "something follows"));
}

} // namespace

SafetensorsHeader parseSafetensorsHeader(std::string_view json, std::uint64_t dataBytes, const std::string& file)
{
    if (json.empty() || json.front() != '{')
        throw Error(ErrorKind::Corrupt, fmt::format("{} is no safetensors file: expected a header that starts with "
                                                    "`{{`, found something else.",
                                                    file));
    HeaderParser parser(file);
    nlohmann::json::sax_parse(json.begin(), json.end(), &parser);
    SafetensorsHeader header = parser.take();
    std::ranges::sort(header.entries, {}, [](const HeaderEntry& e) { return std::tie(e.begin, e.end, e.name); });
    checkLayout(header, dataBytes, file);
    return header;
}

} // namespace prolap::checkpoint
