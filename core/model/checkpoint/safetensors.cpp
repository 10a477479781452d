#include "core/model/checkpoint/safetensors.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/atomic_file.h"
#include "core/error.h"
#include "core/model/checkpoint/mapped_file.h"
#include "core/model/checkpoint/safetensors_header.h"
#include "core/model/checkpoint/shard_index.h"

namespace prolap::checkpoint {

static_assert(std::endian::native == std::endian::little, "Tensors are little-endian in files and in memory.");

namespace {

constexpr std::uint64_t kMaxHeaderBytes = 16 << 20; // headers of real checkpoints are some 60 kB

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
    return readShards(indexFile, readSafetensors);
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
