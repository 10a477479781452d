#include "core/train/data/clip_query.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include <fmt/format.h>

#include "core/error.h"

namespace prolap::train {

namespace {

/// As the catalogue compares tags: ASCII letters without their case.
std::string folded(std::string text)
{
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

/// Words divided by blanks; quotes hold blanks together and fall away.
std::vector<std::string> words(const std::string& text)
{
    std::vector<std::string> all;
    bool quoted = false, open = false;
    for (const char c : text) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ' ' && !quoted) {
            open = false;
        } else {
            if (!open)
                all.emplace_back();
            open = true;
            all.back() += c;
        }
    }
    if (quoted)
        throw Error(ErrorKind::BadInput, fmt::format("The query {} has a quote that is never closed", validUtf8(text)));
    return all;
}

std::optional<std::int64_t> numberFrom(const std::string& text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(number)
                                                                                     : std::nullopt;
}

bool liesIn(const Path& path, const Path& folder)
{
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

} // namespace

ClipQuery parseClipQuery(const std::string& text)
{
    ClipQuery query;
    for (const std::string& word : words(text)) {
        const std::size_t colon = word.find(':');
        const std::string kind = word.substr(0, colon);
        const std::string value = colon == std::string::npos ? std::string() : word.substr(colon + 1);
        if (word == "*")
            continue;
        if (kind == "tag" && !value.empty())
            query.tags.push_back(folded(value));
        else if (kind == "-tag" && !value.empty())
            query.withoutTags.push_back(folded(value));
        else if (kind == "collection" && !value.empty())
            query.collections.push_back(value);
        else if (const auto id = kind == "clip" ? numberFrom(value) : std::nullopt)
            query.clips.push_back(ClipId{*id});
        else if (kind == "folder" && Path(value).is_absolute() && !query.folder)
            query.folder = (Path(value) / "").lexically_normal().parent_path();
        else
            throw Error(ErrorKind::BadInput,
                        fmt::format("The query does not understand \"{}\": its terms are tag:NAME, -tag:NAME, "
                                    "collection:NAME, one folder:DIR with an absolute path, and *",
                                    validUtf8(word)));
    }
    return query;
}

bool ClipQuery::matches(const std::vector<std::string>& tagsOfClip, const Path& clip) const
{
    const auto has = [&](const std::string& wanted) {
        return std::any_of(tagsOfClip.begin(), tagsOfClip.end(),
                           [&](const std::string& tag) { return folded(tag) == wanted; });
    };
    return std::all_of(tags.begin(), tags.end(), has) && std::none_of(withoutTags.begin(), withoutTags.end(), has) &&
           (!folder || liesIn(clip, *folder));
}

} // namespace prolap::train
