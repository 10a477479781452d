#include "core/model/checkpoint/shard_index.h"

#include <map>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/model/checkpoint/mapped_file.h"

namespace prolap::checkpoint {

namespace {

constexpr std::size_t kMaxIndexBytes = 64 << 20;

// Tensor name to shard file.
std::map<std::string, std::string> readWeightMap(const Path& indexFile)
{
    const std::string file = displayText(indexFile);
    const auto fail = [&file](const std::string& found) {
        throw Error(ErrorKind::Corrupt,
                    fmt::format("{} is damaged: expected a JSON object with a weight_map of tensor names to file "
                                "names, found {}.",
                                file, found));
    };
    const MappedFile mapped(indexFile);
    if (mapped.bytes().size() > kMaxIndexBytes)
        fail(fmt::format("{} bytes", mapped.bytes().size()));
    const auto* text = reinterpret_cast<const char*>(mapped.bytes().data());
    const auto json = nlohmann::json::parse(text, text + mapped.bytes().size(), nullptr, false);
    if (json.is_discarded() || !json.is_object())
        fail("something else");
    const auto weightMap = json.find("weight_map");
    if (weightMap == json.end() || !weightMap->is_object())
        fail("no weight_map");
    std::map<std::string, std::string> shards;
    for (const auto& [name, shard] : weightMap->items()) {
        if (!shard.is_string())
            fail(fmt::format("no file name for `{}`", validUtf8(name)));
        const auto shardName = shard.get<std::string>();
        // A shard lies beside its index: a name that leads elsewhere is not followed.
        if (shardName.empty() || shardName == "." || shardName == ".." ||
            shardName.find_first_of(std::string_view("/\\\0", 3)) != std::string::npos)
            fail(fmt::format("the file name `{}`", validUtf8(shardName)));
        shards[name] = shardName;
    }
    return shards;
}

std::set<std::string> shardNames(const std::map<std::string, std::string>& weightMap)
{
    std::set<std::string> names;
    for (const auto& [tensor, shard] : weightMap)
        names.insert(shard);
    return names;
}

} // namespace

TensorSet readShards(const Path& indexFile, const std::function<TensorSet(const Path&)>& readShard)
{
    const auto weightMap = readWeightMap(indexFile);
    const auto fail = [&indexFile](const std::string& expected, const std::string& found) {
        throw Error(ErrorKind::Corrupt,
                    fmt::format("{} and its shards disagree: {}, found {}.", displayText(indexFile), expected, found));
    };
    TensorSet all;
    for (const std::string& shard : shardNames(weightMap)) {
        TensorSet part = readShard(indexFile.parent_path() / shard);
        for (const TensorView& tensor : part.tensors()) {
            const auto listed = weightMap.find(tensor.name);
            if (listed == weightMap.end() || listed->second != shard)
                fail(fmt::format("expected `{}` in {}", tensor.name,
                                 listed == weightMap.end() ? "no shard" : validUtf8(listed->second)),
                     fmt::format("it in {}", validUtf8(shard)));
        }
        all.take(std::move(part));
    }
    for (const auto& [name, shard] : weightMap)
        if (!all.find(name))
            fail(fmt::format("expected `{}` in {}", validUtf8(name), validUtf8(shard)), "no such tensor there");
    return all;
}

std::vector<Path> shardFiles(const Path& indexFile)
{
    std::vector<Path> files;
    for (const std::string& name : shardNames(readWeightMap(indexFile)))
        files.push_back(indexFile.parent_path() / name);
    return files;
}

} // namespace prolap::checkpoint
