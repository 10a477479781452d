#include "core/model/published/source_id.h"

#include <fstream>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "core/atomic_file.h"
#include "core/content_hash.h"
#include "core/error.h"
#include "core/model/pack_folder.h"

namespace prolap::model {

namespace fs = std::filesystem;

namespace {

/// What of the config decides what is computed.
std::vector<std::string> computedParts(const ModelSource& source)
{
    const auto document = source.config.toJson();
    std::vector<std::string> parts{document.at("audio_encoder").dump(), document.at("text_encoder").dump()};
    if (document.contains("heads"))
        parts.push_back(document.at("heads").dump());
    return parts;
}

std::vector<const char*> tokenizerNames(const ModelSource& source)
{
    std::vector<const char*> names;
    for (const char* name : tokenizerFiles(source.config.text.tokenizer)) {
        std::error_code code;
        if (fs::exists(source.tokenizerFolder / name, code))
            names.push_back(name);
    }
    return names;
}

/// The names, sizes and times of all that sourceId() reads.
std::string stampOf(const ModelSource& source)
{
    ContentHash hash;
    for (const std::string& part : computedParts(source))
        hash.add(part + '\n');
    std::vector<Path> files = source.weightFiles;
    for (const char* name : tokenizerNames(source))
        files.push_back(source.tokenizerFolder / name);
    for (const Path& file : files) {
        std::error_code code;
        const auto size = fs::file_size(file, code);
        const auto time = fs::last_write_time(file, code).time_since_epoch().count();
        hash.add(fmt::format("{}\n{} {}\n", fs::absolute(file, code).native(), size, time));
    }
    return hash.hex();
}

} // namespace

std::string sourceId(const ModelSource& source, std::stop_token stop)
{
    ContentHash hash;
    for (const std::string& part : computedParts(source))
        hash.add(part);
    for (const Path& file : source.weightFiles) {
        const std::string sum = fileSha256(file, stop);
        if (sum.empty())
            return {};
        hash.add(sum);
    }
    for (const char* name : tokenizerNames(source))
        hash.add(fmt::format("{} {}", name, fileSha256(source.tokenizerFolder / name)));
    return hash.hex();
}

std::string keptSourceId(const ModelSource& source, std::stop_token stop)
{
    constexpr std::size_t kDigits = 64;
    const Path kept = userCacheDir() / "model-ids" / stampOf(source);
    std::string id;
    if (std::ifstream in(kept); in && std::getline(in, id) && id.size() == kDigits &&
                                id.find_first_not_of("0123456789abcdef") == std::string::npos)
        return id;
    id = sourceId(source, std::move(stop));
    if (id.empty())
        return id;
    try {
        std::error_code ignored;
        fs::create_directories(kept.parent_path(), ignored);
        AtomicFile out(kept);
        out.write(id + '\n');
        out.commit();
    } catch (const Error&) { // it is worked out again next time
    }
    return id;
}

} // namespace prolap::model
