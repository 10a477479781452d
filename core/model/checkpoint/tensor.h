#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace prolap::checkpoint {

/// Element types that checkpoints of this program's models hold.
enum class DType { F64, F32, F16, BF16, I64, I32, I16, I8, U8, Bool };

/// Bytes of one element.
std::size_t elementSize(DType dtype);

/// As safetensors writes it: `F32`, `BOOL`.
std::string_view dtypeName(DType dtype);

/// One tensor whose bytes lie elsewhere. bytes: row-major, little-endian, elementSize(dtype) times the product of shape
/// long, aligned to the element's size. shape: rank 0 is a scalar, a 0 an empty tensor.
struct TensorView {
    std::string name;
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape;
    std::span<const std::byte> bytes;

    /// Number of elements.
    std::size_t count() const { return bytes.size() / elementSize(dtype); }
};

/// One tensor with its bytes.
struct OwnedTensor {
    std::string name;
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape;
    std::vector<std::byte> bytes;

    TensorView view() const { return {name, dtype, shape, bytes}; }
};

/// Number of bytes of a tensor of that shape; nullopt where it overflows or a size is negative.
std::optional<std::size_t> byteSize(DType dtype, std::span<const std::int64_t> shape);

/// `[512, 384]`, as messages show it.
std::string shapeText(std::span<const std::int64_t> shape);

/// The tensors of one checkpoint, sorted by name, and what keeps their bytes alive (a mapped file, copies). Copies are
/// cheap and share the bytes. Threads: reading is reentrant.
class TensorSet {
public:
    TensorSet() = default;

    /// All tensors, sorted by name. Not of a temporary: the bytes die with the set.
    const std::vector<TensorView>& tensors() const& { return m_tensors; }
    const std::vector<TensorView>& tensors() && = delete;

    /// The tensor of that name, or nullptr.
    const TensorView* find(std::string_view name) const&;
    const TensorView* find(std::string_view name) && = delete;

    /// What the file says of itself (`__metadata__` of safetensors).
    const std::map<std::string, std::string>& metadata() const { return m_metadata; }

    /// Adds a tensor whose bytes live at least as long as one of the keepers.
    void add(TensorView tensor);
    void addMetadata(const std::string& key, const std::string& value) { m_metadata[key] = value; }
    void keep(std::shared_ptr<const void> keeper) { m_keepers.push_back(std::move(keeper)); }
    /// Copies bytes to where they are aligned and stay alive with this set.
    std::span<const std::byte> keepCopy(std::span<const std::byte> bytes);
    /// The tensors whose names begin with prefix, without it. Shares the bytes.
    TensorSet under(std::string_view prefix) const;
    /// Takes over all tensors, metadata and keepers of another set. Names must differ.
    void take(TensorSet other);

private:
    std::vector<TensorView> m_tensors;
    std::map<std::string, std::string> m_metadata;
    std::vector<std::shared_ptr<const void>> m_keepers;
};

} // namespace prolap::checkpoint
