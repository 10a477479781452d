#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/checkpoint/tensor.h"

namespace prolap::checkpoint {

/// What a pickled checkpoint can be made of. Nothing else is ever represented.
enum class PickleKind : std::uint8_t {
    None,
    Bool,
    Integer,
    BigInteger, ///< text: the bytes, little-endian two's complement
    Float,
    Text,
    Bytes,
    Tuple,
    List,
    Dict,       ///< items: key, value, key, value
    Global,     ///< integer: a PickleGlobal
    NumpyDType, ///< text: `i8`, `f4`
    Storage,    ///< integer: index into PickleTree::storages
    Tensor,     ///< integer: index into PickleTree::tensors
};

/// The only names that a pickle may ask for. They are marks here; none is called.
enum class PickleGlobal : std::uint8_t {
    OrderedDict,
    RebuildTensor,
    RebuildParameter,
    Size,
    NumpyDType,
    NumpyScalar,
    CodecsEncode,
    DoubleStorage,
    FloatStorage,
    HalfStorage,
    BFloat16Storage,
    LongStorage,
    IntStorage,
    ShortStorage,
    CharStorage,
    ByteStorage,
    BoolStorage,
};

using PickleId = std::uint32_t;

struct PickleNode {
    PickleKind kind = PickleKind::None;
    union {
        std::int64_t integer = 0; ///< Bool, Integer, Global, Storage, Tensor
        double number;            ///< Float
    };
    std::string_view text; ///< into the pickle's bytes or PickleTree::strings
    std::vector<PickleId> items;
};

/// A run of elements that tensors look at; key names its bytes in the file.
struct PickleStorage {
    DType dtype = DType::F32;
    std::string_view key;
    std::int64_t count = 0; ///< elements
};

/// A tensor as the pickle describes it: element (i, j, ...) is at offset + i strides[0] + j strides[1] + ... of its
/// storage, and that lies within the storage's count.
struct PickleTensor {
    std::size_t storage = 0;
    std::int64_t offset = 0;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides;
};

/// One pickled object. Nodes refer to each other by number, so that shared and even cyclic ones are harmless.
struct PickleTree {
    std::vector<PickleNode> nodes;
    PickleId root = 0;
    std::vector<PickleStorage> storages;
    std::vector<PickleTensor> tensors;
    std::deque<std::string> strings;
    std::size_t bytes = 0; ///< length of the pickle

    const PickleNode& node(PickleId id) const { return nodes[id]; }
};

} // namespace prolap::checkpoint
