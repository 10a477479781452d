#include "core/model/checkpoint/safetensors.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/model/checkpoint/atomic_file.h"
#include "core/model/checkpoint/mapped_file.h"
#include "core/model/checkpoint/safetensors_header.h"

namespace prolap::checkpoint {

static_assert(std::endian::native == std::endian::little, "Tensors are little-endian in files and in memory.");

namespace {

constexpr std::uint64_t kMaxHeaderBytes = 16 << 20; // headers of real checkpoints are some 60 kB
constexpr std::size_t kMaxIndexBytes = 64 << 20;

void checkBooleans(const TensorView& tensor, const std::string& file)
{
    if (tensor.dtype != DType::Bool)
        return;
    for (const std::byte value : tensor.bytes)
        if (std::to_integer<int>(value) > 1)
            throw Error(ErrorKind::Corrupt, fmt::format("{} is damaged: expected 0 or 1 in the boolean tensor `{}`, "
                                                        "found {}.",
                                                        file, tensor.name, std::to_integer<int>(value)));
}

// name -> shard file of a model.safetensors.index.json
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

} // namespace

TensorSet readSafetensors(const Path& file)
{
    const auto mapped = std::make_shared<const MappedFile>(file);
    TensorSet set = readSafetensorsBytes(mapped->bytes(), displayText(file));
    set.keep(mapped);
    return set;
}

TensorSet readSafetensorsBytes(std::span<const std::byte> bytes, const std::string& file)
{
    std::uint64_t headerBytes = 0;
    if (bytes.size() < sizeof headerBytes)
        throw Error(ErrorKind::Corrupt,
                    fmt::format("{} is no safetensors file: expected at least 8 bytes, found {}.", file, bytes.size()));
    std::memcpy(&headerBytes, bytes.data(), sizeof headerBytes);
    const std::uint64_t rest = bytes.size() - sizeof headerBytes;
    if (headerBytes > rest || headerBytes > kMaxHeaderBytes)
        throw Error(ErrorKind::Corrupt, fmt::format("{} is no safetensors file or was cut off: expected a header of at "
                                                    "most {} bytes, found a claim of {}.",
                                                    file, std::min(rest, kMaxHeaderBytes), headerBytes));
    const std::string_view json(reinterpret_cast<const char*>(bytes.data()) + sizeof headerBytes, headerBytes);
    const auto data = bytes.subspan(sizeof headerBytes + headerBytes);
    SafetensorsHeader header = parseSafetensorsHeader(json, data.size(), file);

    TensorSet set;
    std::ranges::sort(header.entries, {}, &HeaderEntry::name); // in this order add() only appends
    for (const auto& [key, value] : header.metadata)
        set.addMetadata(key, value);
    for (const HeaderEntry& entry : header.entries) {
        TensorView tensor{entry.name, entry.dtype, entry.shape, data.subspan(entry.begin, entry.end - entry.begin)};
        checkBooleans(tensor, file);
        if (reinterpret_cast<std::uintptr_t>(tensor.bytes.data()) % elementSize(tensor.dtype) != 0)
            tensor.bytes = set.keepCopy(tensor.bytes);
        set.add(std::move(tensor));
    }
    return set;
}

TensorSet readShardedSafetensors(const Path& indexFile)
{
    const auto weightMap = readWeightMap(indexFile);
    std::set<std::string> shards;
    for (const auto& [name, shard] : weightMap)
        shards.insert(shard);
    const auto fail = [&indexFile](const std::string& expected, const std::string& found) {
        throw Error(ErrorKind::Corrupt,
                    fmt::format("{} and its shards disagree: {}, found {}.", displayText(indexFile), expected, found));
    };
    TensorSet all;
    for (const std::string& shard : shards) {
        TensorSet part = readSafetensors(indexFile.parent_path() / shard);
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

void writeSafetensors(const Path& file, std::span<const TensorView> tensors,
                      const std::map<std::string, std::string>& metadata)
{
    std::vector<const TensorView*> order;
    std::set<std::string_view> names;
    for (const TensorView& tensor : tensors) {
        if (!names.insert(tensor.name).second || tensor.name == "__metadata__")
            throw Error(ErrorKind::BadInput, fmt::format("Cannot write {}: expected every tensor name once, found "
                                                         "`{}` again.",
                                                         displayText(file), tensor.name));
        if (byteSize(tensor.dtype, tensor.shape) != tensor.bytes.size())
            throw Error(ErrorKind::BadInput, fmt::format("Cannot write {}: expected {} of {} for `{}`, found {} bytes.",
                                                         displayText(file), shapeText(tensor.shape),
                                                         dtypeName(tensor.dtype), tensor.name, tensor.bytes.size()));
        order.push_back(&tensor);
    }
    // Largest elements first keeps every tensor aligned without gaps, which the format does not allow.
    std::ranges::sort(order, [](const TensorView* a, const TensorView* b) {
        const std::size_t sizeA = elementSize(a->dtype), sizeB = elementSize(b->dtype);
        return sizeA != sizeB ? sizeA > sizeB : a->name < b->name;
    });

    nlohmann::ordered_json header = nlohmann::ordered_json::object();
    if (!metadata.empty())
        header["__metadata__"] = metadata;
    std::size_t offset = 0;
    for (const TensorView* tensor : order) {
        header[tensor->name] = {{"dtype", dtypeName(tensor->dtype)},
                                {"shape", tensor->shape},
                                {"data_offsets", {offset, offset + tensor->bytes.size()}}};
        offset += tensor->bytes.size();
    }
    std::string json = header.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    json.resize((json.size() + 7) / 8 * 8, ' ');
    const std::uint64_t headerBytes = json.size();

    AtomicFile out(file);
    out.write(std::as_bytes(std::span(&headerBytes, 1)));
    out.write(json);
    for (const TensorView* tensor : order)
        out.write(tensor->bytes);
    out.commit();
}

} // namespace prolap::checkpoint
