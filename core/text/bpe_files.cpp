#include "core/text/bpe_files.h"

#include <limits>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/text/text_file.h"

namespace prolap::text {

namespace {

using Json = nlohmann::json;

constexpr std::int64_t kMaxId = 1 << 24;

[[noreturn]] void failDamaged(const std::string& file, const std::string& expected, const std::string& found)
{
    throw Error(ErrorKind::Corrupt, fmt::format("{} is damaged: expected {}, found {}.", file, expected, found));
}

Json parseObject(const Path& path)
{
    // The callback keeps a hostile file from nesting deep: destroying such a value would.
    constexpr int kMaxDepth = 16;
    bool deep = false;
    const auto shallow = [&deep](int depth, Json::parse_event_t, Json&) {
        deep = deep || depth > kMaxDepth;
        return depth <= kMaxDepth;
    };
    const std::string text = readVocabularyFile(path);
    Json json = Json::parse(text, shallow, false);
    if (deep || !json.is_object())
        failDamaged(displayText(path), "a JSON object",
                    deep ? "one nested too deep" : fmt::format("something else in its {} bytes", text.size()));
    return json;
}

StringMap<std::int32_t> readIds(const Json& vocabulary, const std::string& file)
{
    if (!vocabulary.is_object() || vocabulary.empty())
        failDamaged(file, "a vocabulary of symbols and ids", "none");
    StringMap<std::int32_t> ids;
    ids.reserve(vocabulary.size());
    for (const auto& [symbol, id] : vocabulary.items()) {
        if (!id.is_number_integer() || id.get<std::int64_t>() < 0 || id.get<std::int64_t>() > kMaxId)
            failDamaged(file, fmt::format("a whole number from 0 to {} as the id of `{}`", kMaxId, symbol),
                        id.is_structured() ? std::string(id.type_name()) : id.dump());
        ids.emplace(symbol, id.get<std::int32_t>());
    }
    return ids;
}

std::pair<std::string, std::string> splitMerge(std::string_view merge, const std::string& file, std::size_t number)
{
    const std::size_t space = merge.find(' ');
    if (space == std::string_view::npos || space == 0 || space + 1 == merge.size() ||
        merge.find(' ', space + 1) != std::string_view::npos)
        failDamaged(file, fmt::format("two symbols with a space between them as merge {}", number),
                    fmt::format("`{}`", validUtf8(merge.substr(0, 80))));
    return {std::string(merge.substr(0, space)), std::string(merge.substr(space + 1))};
}

std::vector<std::pair<std::string, std::string>> readMergesText(const Path& path)
{
    const std::string text = readVocabularyFile(path);
    const std::string file = displayText(path);
    std::vector<std::pair<std::string, std::string>> merges;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view line = std::string_view(text).substr(at, end - at);
        at = end + 1;
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.starts_with("#version") || line.empty())
            continue;
        merges.push_back(splitMerge(line, file, merges.size() + 1));
    }
    return merges;
}

std::vector<std::pair<std::string, std::string>> readMergesJson(const Json& list, const std::string& file)
{
    if (!list.is_array())
        failDamaged(file, "a list of merges in `model`", "none");
    std::vector<std::pair<std::string, std::string>> merges;
    merges.reserve(list.size());
    for (const Json& merge : list) {
        if (merge.is_string())
            merges.push_back(splitMerge(merge.get_ref<const std::string&>(), file, merges.size() + 1));
        else if (merge.is_array() && merge.size() == 2 && merge[0].is_string() && merge[1].is_string())
            merges.emplace_back(merge[0], merge[1]);
        else
            failDamaged(file, fmt::format("two symbols as merge {}", merges.size() + 1), merge.type_name());
    }
    return merges;
}

bool flag(const Json& object, const char* key, bool otherwise)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_boolean() ? found->get<bool>() : otherwise;
}

const Json& member(const Json& object, const char* key)
{
    static const Json kNone;
    const auto found = object.find(key);
    return found == object.end() ? kNone : *found;
}

bool isSet(const Json& value)
{
    return !value.is_null() && value != false && value != "" && value != 0;
}

// What would change ids in a way that ByteBpe does not know.
void checkPlainByteBpe(const Json& json, const std::string& file)
{
    const auto require = [&file](bool met, const char* expected) {
        if (!met)
            throw Error(ErrorKind::Unsupported,
                        fmt::format("Cannot use {}: expected {}, found another setting.", file, expected));
    };
    const Json& model = member(json, "model");
    if (!model.is_object())
        failDamaged(file, "a `model`", "none");
    require(member(model, "type") == "BPE" || !model.contains("type"), "a model of type BPE");
    require(!isSet(member(json, "normalizer")), "no normalizer");
    const Json& pre = member(json, "pre_tokenizer");
    require(pre.is_object() && member(pre, "type") == "ByteLevel" && flag(pre, "use_regex", true) &&
                !flag(pre, "add_prefix_space", true),
            "the pre_tokenizer ByteLevel with its rule and without a space put in front");
    for (const char* key :
         {"dropout", "byte_fallback", "ignore_merges", "continuing_subword_prefix", "end_of_word_suffix"})
        require(!isSet(member(model, key)), "a byte-level BPE without dropout, affixes, fallback or ignored merges");
}

std::vector<AddedToken> readAddedTokens(const Json& list, const std::string& file)
{
    std::vector<AddedToken> added;
    if (list.is_null())
        return added;
    if (!list.is_array())
        failDamaged(file, "a list of added_tokens", list.type_name());
    for (const Json& entry : list) {
        const Json& id = entry.is_object() ? member(entry, "id") : entry;
        if (!id.is_number_integer() || id.get<std::int64_t>() < 0 || id.get<std::int64_t>() > kMaxId ||
            !member(entry, "content").is_string())
            failDamaged(file, fmt::format("content and id of added token {}", added.size() + 1), "something else");
        if (flag(entry, "single_word", false))
            throw Error(ErrorKind::Unsupported,
                        fmt::format("Cannot use {}: expected added tokens that stand anywhere, found the single_word "
                                    "token `{}`.",
                                    file, entry["content"].get<std::string>()));
        added.push_back({entry["content"], id, flag(entry, "lstrip", false), flag(entry, "rstrip", false)});
    }
    return added;
}

} // namespace

BpeFiles readBpeFiles(const Path& folder)
{
    std::error_code code;
    BpeFiles files;
    if (const Path whole = folder / "tokenizer.json"; std::filesystem::exists(whole, code)) {
        files.file = displayText(whole);
        const Json json = parseObject(whole);
        checkPlainByteBpe(json, files.file);
        files.vocabulary.ids = readIds(member(json["model"], "vocab"), files.file);
        files.vocabulary.merges = readMergesJson(member(json["model"], "merges"), files.file);
        files.added = readAddedTokens(member(json, "added_tokens"), files.file);
        for (const AddedToken& token : files.added)
            files.vocabulary.ids.emplace(token.content, token.id);
        return files;
    }
    const Path vocabulary = folder / "vocab.json";
    files.file = displayText(vocabulary);
    files.vocabulary.ids = readIds(parseObject(vocabulary), files.file);
    files.vocabulary.merges = readMergesText(folder / "merges.txt");
    return files;
}

} // namespace prolap::text
