#include "core/model/published/tensor_numbers.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

#include <fmt/format.h>

#include "core/error.h"

namespace prolap::model {

using checkpoint::DType;
using checkpoint::TensorView;

namespace {

double fromHalf(std::uint16_t bits)
{
    const int exponent = bits >> 10 & 0x1f, fraction = bits & 0x3ff;
    double value = 0;
    if (exponent == 0x1f)
        value = fraction ? std::numeric_limits<double>::quiet_NaN() : std::numeric_limits<double>::infinity();
    else if (exponent == 0)
        value = std::ldexp(fraction, -24);
    else
        value = std::ldexp(0x400 + fraction, exponent - 25);
    return bits & 0x8000 ? -value : value;
}

double fromBFloat16(std::uint16_t bits)
{
    return std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16);
}

template <typename Stored, typename Convert> std::vector<double> converted(const TensorView& tensor, Convert convert)
{
    std::vector<double> numbers(tensor.count());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        Stored value;
        std::memcpy(&value, tensor.bytes.data() + i * sizeof value, sizeof value);
        numbers[i] = convert(value);
    }
    return numbers;
}

} // namespace

bool isFloatingPoint(DType dtype)
{
    return dtype == DType::F64 || dtype == DType::F32 || dtype == DType::F16 || dtype == DType::BF16;
}

std::vector<double> numbersOf(const TensorView& tensor, const Path& file)
{
    const auto same = [](auto value) { return static_cast<double>(value); };
    switch (tensor.dtype) {
    case DType::F64:
        return converted<double>(tensor, same);
    case DType::F32:
        return converted<float>(tensor, same);
    case DType::F16:
        return converted<std::uint16_t>(tensor, fromHalf);
    case DType::BF16:
        return converted<std::uint16_t>(tensor, fromBFloat16);
    default:
        throw Error(ErrorKind::Incompatible,
                    fmt::format("{}: expected floating-point numbers in tensor {}, found {}.", displayText(file),
                                validUtf8(tensor.name), checkpoint::dtypeName(tensor.dtype)));
    }
}

double numberOf(const TensorView& tensor, const Path& file)
{
    if (!tensor.shape.empty())
        throw Error(ErrorKind::Incompatible,
                    fmt::format("{}: expected one number in tensor {}, found shape {}.", displayText(file),
                                validUtf8(tensor.name), checkpoint::shapeText(tensor.shape)));
    return numbersOf(tensor, file).front();
}

checkpoint::OwnedTensor floatTensor(std::string name, std::vector<std::int64_t> shape, const std::vector<float>& values)
{
    const auto bytes = std::as_bytes(std::span(values));
    return {std::move(name), DType::F32, std::move(shape), {bytes.begin(), bytes.end()}};
}

} // namespace prolap::model
