#include "core/model/checkpoint/tensor.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace prolap::checkpoint {

std::size_t elementSize(DType dtype)
{
    switch (dtype) {
    case DType::F64:
    case DType::I64:
        return 8;
    case DType::F32:
    case DType::I32:
        return 4;
    case DType::F16:
    case DType::BF16:
    case DType::I16:
        return 2;
    case DType::I8:
    case DType::U8:
    case DType::Bool:
        break;
    }
    return 1;
}

std::string_view dtypeName(DType dtype)
{
    static constexpr std::string_view kNames[] = {"F64", "F32", "F16", "BF16", "I64", "I32", "I16", "I8", "U8", "BOOL"};
    return kNames[static_cast<std::size_t>(dtype)];
}

std::optional<std::size_t> byteSize(DType dtype, std::span<const std::int64_t> shape)
{
    std::size_t bytes = elementSize(dtype);
    bool empty = false;
    for (const std::int64_t size : shape) {
        if (size < 0)
            return std::nullopt;
        empty = empty || size == 0;
        // A later 0 makes the product 0, yet a reader that multiplies in another order may overflow: refuse both.
        if (size > 0 && __builtin_mul_overflow(bytes, static_cast<std::size_t>(size), &bytes))
            return std::nullopt;
    }
    return empty ? 0 : bytes;
}

std::string shapeText(std::span<const std::int64_t> shape)
{
    return fmt::format("[{}]", fmt::join(shape, ", "));
}

const TensorView* TensorSet::find(std::string_view name) const&
{
    const auto at = std::ranges::lower_bound(m_tensors, name, {}, &TensorView::name);
    return at != m_tensors.end() && at->name == name ? &*at : nullptr;
}

void TensorSet::add(TensorView tensor)
{
    const auto at = std::ranges::upper_bound(m_tensors, tensor.name, {}, &TensorView::name);
    m_tensors.insert(at, std::move(tensor));
}

std::span<const std::byte> TensorSet::keepCopy(std::span<const std::byte> bytes)
{
    // operator new aligns for every element type.
    auto copy = std::make_shared<const std::vector<std::byte>>(bytes.begin(), bytes.end());
    m_keepers.push_back(copy);
    return *copy;
}

TensorSet TensorSet::under(std::string_view prefix) const
{
    TensorSet branch;
    branch.m_keepers = m_keepers;
    for (const TensorView& tensor : m_tensors)
        if (tensor.name.starts_with(prefix))
            branch.m_tensors.push_back({tensor.name.substr(prefix.size()), tensor.dtype, tensor.shape, tensor.bytes});
    for (const auto& [key, value] : m_metadata)
        if (key.starts_with(prefix))
            branch.m_metadata.emplace(key.substr(prefix.size()), value);
    return branch;
}

void TensorSet::take(TensorSet other)
{
    std::ranges::move(other.m_tensors, std::back_inserter(m_tensors));
    std::ranges::sort(m_tensors, {}, &TensorView::name);
    m_metadata.merge(other.m_metadata);
    std::ranges::move(other.m_keepers, std::back_inserter(m_keepers));
}

} // namespace prolap::checkpoint
