#include "core/model/checkpoint/pytorch_file.h"

#include <algorithm>
#include <functional>
#include <unordered_map>

#include <fmt/format.h>

#include "core/error.h"
#include "core/model/checkpoint/byte_cursor.h"
#include "core/model/checkpoint/mapped_file.h"
#include "core/model/checkpoint/pickle_reader.h"
#include "core/model/checkpoint/shard_index.h"
#include "core/model/checkpoint/zip_archive.h"

namespace prolap::checkpoint {

namespace {

constexpr std::size_t kMaxPickleBytes = 16 << 20;
constexpr std::size_t kMaxDepth = 64;
constexpr std::size_t kMaxVisits = 1'000'000;
constexpr std::size_t kMaxTensors = 65536;
constexpr std::size_t kMaxNameBytes = 512;
constexpr std::size_t kMaxFacts = 1024;
constexpr std::size_t kMaxFactBytes = 256;

using StorageBytes = std::unordered_map<std::string_view, std::span<const std::byte>>;

[[noreturn]] void failDamaged(const std::string& file, const std::string& expected, const std::string& found)
{
    throw Error(ErrorKind::Corrupt, fmt::format("{} is damaged: expected {}, found {}.", file, expected, found));
}

std::string shown(std::string_view text)
{
    return validUtf8(text.substr(0, 80));
}

// Walks a pickled tree and turns its tensors into views by their paths.
class Flattener {
public:
    Flattener(const PickleTree& tree, const StorageBytes& storages, std::size_t fileBytes, const std::string& file)
        : m_tree(tree), m_copyBudget(fileBytes), m_file(file)
    {
        for (const PickleStorage& storage : tree.storages) {
            const auto found = storages.find(storage.key);
            if (found == storages.end())
                failDamaged(file, fmt::format("the data of storage `{}`", shown(storage.key)), "none");
            const std::int64_t shape[] = {storage.count};
            if (byteSize(storage.dtype, shape) != found->second.size())
                failDamaged(file,
                            fmt::format("{} elements of {} in storage `{}`", storage.count, dtypeName(storage.dtype),
                                        shown(storage.key)),
                            fmt::format("{} bytes", found->second.size()));
            m_storages.push_back(aligned(found->second, storage.dtype));
        }
    }

    TensorSet take()
    {
        visit(m_tree.root, std::string(), 0);
        std::ranges::sort(m_found, {}, &TensorView::name);
        const auto doubled = std::ranges::adjacent_find(m_found, {}, &TensorView::name);
        if (doubled != m_found.end())
            failDamaged(m_file, "every tensor once", fmt::format("`{}` twice", shown(doubled->name)));
        for (TensorView& tensor : m_found)
            m_set.add(std::move(tensor));
        return std::move(m_set);
    }

private:
    std::span<const std::byte> aligned(std::span<const std::byte> bytes, DType dtype)
    {
        // Each storage at most once, and storages do not overlap: at most the file's size in all.
        if (reinterpret_cast<std::uintptr_t>(bytes.data()) % elementSize(dtype) != 0)
            return m_set.keepCopy(bytes);
        return bytes;
    }

    void visit(PickleId id, const std::string& path, std::size_t depth)
    {
        // Shared nodes are visited once a path: the budget holds even where each level names the next one twice.
        if (depth > kMaxDepth || ++m_visits > kMaxVisits)
            failDamaged(m_file, fmt::format("at most {} levels and {} objects", kMaxDepth, kMaxVisits), "more");
        const PickleNode& node = m_tree.node(id);
        switch (node.kind) {
        case PickleKind::Tensor:
            addTensor(m_tree.tensors[static_cast<std::size_t>(node.integer)], path);
            break;
        case PickleKind::Tuple:
        case PickleKind::List:
            for (std::size_t i = 0; i < node.items.size(); ++i)
                visit(node.items[i], joined(path, std::to_string(i)), depth + 1);
            break;
        case PickleKind::Dict:
            for (std::size_t i = 0; i + 1 < node.items.size(); i += 2)
                visit(node.items[i + 1], joined(path, keyOf(m_tree.node(node.items[i]))), depth + 1);
            break;
        case PickleKind::Text:
            addFact(path, validUtf8(node.text));
            break;
        case PickleKind::Integer:
        case PickleKind::Bool:
            addFact(path, std::to_string(node.integer));
            break;
        case PickleKind::Float:
            addFact(path, fmt::format("{}", node.number));
            break;
        default: // None and parts that mean nothing by themselves
            break;
        }
    }

    // A few short facts are worth showing; a list of them shared a thousandfold is not worth its memory.
    void addFact(const std::string& path, const std::string& text)
    {
        if (text.size() <= kMaxFactBytes && m_set.metadata().size() < kMaxFacts)
            m_set.addMetadata(path, text);
    }

    std::string joined(const std::string& path, const std::string& key) const
    {
        std::string name = path.empty() ? key : path + "." + key;
        if (name.size() > kMaxNameBytes)
            failDamaged(m_file, fmt::format("names of at most {} bytes", kMaxNameBytes),
                        fmt::format("`{}...`", shown(name)));
        return name;
    }

    std::string keyOf(const PickleNode& key) const
    {
        if (key.kind == PickleKind::Text)
            return validUtf8(key.text);
        if (key.kind == PickleKind::Integer)
            return std::to_string(key.integer);
        failDamaged(m_file, "names or whole numbers as the keys of a dict", "something else");
    }

    void addTensor(const PickleTensor& tensor, const std::string& path)
    {
        if (m_found.size() >= kMaxTensors)
            failDamaged(m_file, fmt::format("at most {} tensors", kMaxTensors), "more");
        const PickleStorage& storage = m_tree.storages[tensor.storage];
        const std::span<const std::byte> data = m_storages[tensor.storage];
        const std::size_t element = elementSize(storage.dtype);
        const std::size_t bytes = *byteSize(storage.dtype, tensor.shape);
        TensorView view{path, storage.dtype, tensor.shape, {}};
        if (bytes == 0)
            view.bytes = data.first(0);
        else if (isContiguous(tensor))
            view.bytes = data.subspan(static_cast<std::size_t>(tensor.offset) * element, bytes);
        else
            view.bytes = m_set.keepCopy(gathered(tensor, data, element, bytes));
        if (storage.dtype == DType::Bool)
            for (const std::byte value : view.bytes)
                if (std::to_integer<int>(value) > 1)
                    failDamaged(m_file, fmt::format("0 or 1 in the boolean tensor `{}`", shown(path)),
                                fmt::format("{}", std::to_integer<int>(value)));
        m_found.push_back(std::move(view));
    }

    static bool isContiguous(const PickleTensor& tensor)
    {
        std::int64_t expected = 1;
        for (std::size_t d = tensor.shape.size(); d-- > 0;) {
            if (tensor.shape[d] != 1 && tensor.strides[d] != expected)
                return false;
            expected *= tensor.shape[d]; // cannot overflow: byteSize() held
        }
        return true;
    }

    std::vector<std::byte> gathered(const PickleTensor& tensor, std::span<const std::byte> data, std::size_t element,
                                    std::size_t bytes)
    {
        // A stride of 0 makes any size out of one element.
        if (bytes > m_copyBudget)
            failDamaged(m_file, "tensors that are no larger than the file",
                        fmt::format("{} spread out by its strides", shapeText(tensor.shape)));
        m_copyBudget -= bytes;
        std::vector<std::byte> result(bytes);
        std::vector<std::int64_t> index(tensor.shape.size(), 0);
        std::int64_t at = tensor.offset;
        for (std::size_t to = 0; to < bytes; to += element) {
            std::copy_n(data.begin() + at * static_cast<std::int64_t>(element), element,
                        result.begin() + static_cast<std::ptrdiff_t>(to));
            for (std::size_t d = index.size(); d-- > 0;) {
                at += tensor.strides[d];
                if (++index[d] < tensor.shape[d])
                    break;
                at -= tensor.strides[d] * tensor.shape[d];
                index[d] = 0;
            }
        }
        return result;
    }

    const PickleTree& m_tree;
    TensorSet m_set;
    std::vector<TensorView> m_found;
    std::vector<std::span<const std::byte>> m_storages;
    std::size_t m_visits = 0;
    std::size_t m_copyBudget;
    const std::string& m_file;
};

TensorSet readZip(std::span<const std::byte> bytes, const std::string& file)
{
    const ZipArchive archive(bytes, file);
    const ZipArchive::Entry* pickle = nullptr;
    for (const ZipArchive::Entry& entry : archive.entries()) {
        if (!entry.name.ends_with("/data.pkl"))
            continue;
        if (pickle)
            failDamaged(file, "one data.pkl", "several");
        pickle = &entry;
    }
    if (!pickle)
        failDamaged(file, "a PyTorch checkpoint with a data.pkl", "a ZIP file without");
    if (pickle->bytes.size() > kMaxPickleBytes)
        failDamaged(file, fmt::format("a data.pkl of at most {} bytes", kMaxPickleBytes),
                    fmt::format("{}", pickle->bytes.size()));
    const std::string root = pickle->name.substr(0, pickle->name.size() - std::string_view("data.pkl").size());
    if (const ZipArchive::Entry* order = archive.find(root + "byteorder"); order && asText(order->bytes) != "little")
        throw Error(ErrorKind::Unsupported, fmt::format("Cannot use {}: expected the byte order `little`, found `{}`.",
                                                        file, shown(asText(order->bytes))));
    StorageBytes storages;
    const std::string data = root + "data/";
    for (const ZipArchive::Entry& entry : archive.entries())
        if (entry.name.starts_with(data))
            storages.emplace(std::string_view(entry.name).substr(data.size()), entry.bytes);
    const PickleTree tree = readPickle(pickle->bytes, file);
    return Flattener(tree, storages, bytes.size(), file).take();
}

// Five pickles (magic number, protocol, system, object, storage keys), then each storage: its number of elements as
// 64 bits and its data.
TensorSet readLegacy(std::span<const std::byte> bytes, const std::string& file)
{
    constexpr std::string_view kMagic = "\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19";
    const auto magicError = [&file](const char* found) {
        throw Error(ErrorKind::Corrupt,
                    fmt::format("{} is no PyTorch checkpoint: expected a ZIP file or torch.save's older format, found "
                                "{}.",
                                file, found));
    };
    if (bytes.empty() || bytes.front() != std::byte{0x80})
        magicError(bytes.empty() ? "an empty file" : "something else");
    ByteCursor cursor(bytes);
    const auto nextPickle = [&] {
        PickleTree tree =
            readPickle(bytes.subspan(cursor.position()).first(std::min(cursor.left(), kMaxPickleBytes)), file);
        cursor.take(tree.bytes);
        return tree;
    };
    const PickleTree magic = nextPickle();
    if (magic.node(magic.root).kind != PickleKind::BigInteger || magic.node(magic.root).text != kMagic)
        magicError("a pickle of something else");
    const PickleTree protocol = nextPickle();
    if (protocol.node(protocol.root).kind != PickleKind::Integer || protocol.node(protocol.root).integer != 1001)
        magicError("another version of it");
    const PickleTree system = nextPickle();
    const PickleNode& facts = system.node(system.root);
    for (std::size_t i = 0; facts.kind == PickleKind::Dict && i + 1 < facts.items.size(); i += 2)
        if (system.node(facts.items[i]).text == "little_endian" && system.node(facts.items[i + 1]).integer == 0)
            throw Error(ErrorKind::Unsupported,
                        fmt::format("Cannot use {}: expected little-endian data, found big-endian.", file));
    const PickleTree tree = nextPickle();
    const PickleTree keys = nextPickle();

    std::unordered_map<std::string_view, std::size_t> byKey;
    for (std::size_t i = 0; i < tree.storages.size(); ++i)
        byKey.emplace(tree.storages[i].key, i);
    StorageBytes storages;
    for (const PickleId id : keys.node(keys.root).items) {
        const auto found = byKey.find(keys.node(id).text);
        if (found == byKey.end())
            failDamaged(file, "the keys of the storages in use", fmt::format("`{}`", shown(keys.node(id).text)));
        const PickleStorage& storage = tree.storages[found->second];
        const auto count = cursor.number<std::int64_t>();
        const std::int64_t shape[] = {storage.count};
        const auto size = byteSize(storage.dtype, shape);
        const auto data = size ? cursor.take(*size) : std::nullopt;
        if (count != storage.count || !data)
            failDamaged(file, fmt::format("{} elements of storage `{}`", storage.count, shown(storage.key)),
                        data ? "another number" : "the end of the file");
        storages.emplace(storage.key, *data);
    }
    return Flattener(tree, storages, bytes.size(), file).take();
}

} // namespace

TensorSet readPyTorchBytes(std::span<const std::byte> bytes, const std::string& file)
{
    return ZipArchive::startsAs(bytes) ? readZip(bytes, file) : readLegacy(bytes, file);
}

TensorSet readPyTorchFile(const Path& file)
{
    const auto mapped = std::make_shared<const MappedFile>(file);
    TensorSet set = readPyTorchBytes(mapped->bytes(), displayText(file));
    set.keep(mapped);
    return set;
}

TensorSet readShardedPyTorchFiles(const Path& indexFile)
{
    return readShards(indexFile, readPyTorchFile);
}

} // namespace prolap::checkpoint
