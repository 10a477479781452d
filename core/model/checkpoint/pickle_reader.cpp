#include "core/model/checkpoint/pickle_reader.h"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>
#include <unordered_map>

#include <fmt/format.h>

#include "core/error.h"
#include "core/model/checkpoint/byte_cursor.h"
#include "core/paths.h"

namespace prolap::checkpoint {

namespace {

constexpr std::size_t kMaxOpcodes = 1'000'000;
constexpr std::size_t kMaxStack = 100'000;
constexpr std::size_t kMaxText = 64 << 10;
constexpr std::size_t kMaxName = 256;
constexpr std::size_t kMaxNumberBytes = 16;
constexpr std::size_t kMaxRank = 8;
constexpr std::size_t kMaxArguments = 8;

enum Opcode : std::uint8_t {
    Mark = '(',
    Stop = '.',
    BinInt = 'J',
    BinInt1 = 'K',
    BinInt2 = 'M',
    NoneValue = 'N',
    BinPersId = 'Q',
    Reduce = 'R',
    BinString = 'T',
    ShortBinString = 'U',
    BinUnicode = 'X',
    Append = 'a',
    Build = 'b',
    GlobalName = 'c',
    Appends = 'e',
    BinGet = 'h',
    LongBinGet = 'j',
    BinPut = 'q',
    LongBinPut = 'r',
    SetItem = 's',
    TupleOfMark = 't',
    SetItems = 'u',
    EmptyDict = '}',
    EmptyList = ']',
    EmptyTuple = ')',
    BinFloat = 'G',
    BinBytes = 'B',
    ShortBinBytes = 'C',
    Proto = 0x80,
    Tuple1 = 0x85,
    Tuple2 = 0x86,
    Tuple3 = 0x87,
    NewTrue = 0x88,
    NewFalse = 0x89,
    Long1 = 0x8a,
    ShortBinUnicode = 0x8c,
    BinUnicode8 = 0x8d,
    StackGlobal = 0x93,
    Memoize = 0x94,
    Frame = 0x95,
};

struct KnownGlobal {
    std::string_view module, name;
    PickleGlobal global;
};

constexpr KnownGlobal kGlobals[] = {
    {"collections", "OrderedDict", PickleGlobal::OrderedDict},
    {"torch._utils", "_rebuild_tensor_v2", PickleGlobal::RebuildTensor},
    {"torch._utils", "_rebuild_parameter", PickleGlobal::RebuildParameter},
    {"torch", "Size", PickleGlobal::Size},
    {"numpy", "dtype", PickleGlobal::NumpyDType},
    {"numpy.core.multiarray", "scalar", PickleGlobal::NumpyScalar},
    {"numpy._core.multiarray", "scalar", PickleGlobal::NumpyScalar},
    {"_codecs", "encode", PickleGlobal::CodecsEncode},
    {"torch", "DoubleStorage", PickleGlobal::DoubleStorage},
    {"torch", "FloatStorage", PickleGlobal::FloatStorage},
    {"torch", "HalfStorage", PickleGlobal::HalfStorage},
    {"torch", "BFloat16Storage", PickleGlobal::BFloat16Storage},
    {"torch", "LongStorage", PickleGlobal::LongStorage},
    {"torch", "IntStorage", PickleGlobal::IntStorage},
    {"torch", "ShortStorage", PickleGlobal::ShortStorage},
    {"torch", "CharStorage", PickleGlobal::CharStorage},
    {"torch", "ByteStorage", PickleGlobal::ByteStorage},
    {"torch", "BoolStorage", PickleGlobal::BoolStorage},
};

std::optional<DType> storageDType(PickleGlobal global)
{
    switch (global) {
    case PickleGlobal::DoubleStorage:
        return DType::F64;
    case PickleGlobal::FloatStorage:
        return DType::F32;
    case PickleGlobal::HalfStorage:
        return DType::F16;
    case PickleGlobal::BFloat16Storage:
        return DType::BF16;
    case PickleGlobal::LongStorage:
        return DType::I64;
    case PickleGlobal::IntStorage:
        return DType::I32;
    case PickleGlobal::ShortStorage:
        return DType::I16;
    case PickleGlobal::CharStorage:
        return DType::I8;
    case PickleGlobal::ByteStorage:
        return DType::U8;
    case PickleGlobal::BoolStorage:
        return DType::Bool;
    default:
        return std::nullopt;
    }
}

// For messages: a hostile name must not break a line or a terminal.
std::string shown(std::string_view name)
{
    std::string text = validUtf8(name.substr(0, kMaxName));
    std::ranges::replace_if(
        text, [](unsigned char c) { return c < 0x20 || c == 0x7F; }, '?');
    return text;
}

template <typename Number> Number readAs(std::string_view bytes)
{
    Number value;
    std::memcpy(&value, bytes.data(), sizeof value);
    return value;
}

class Machine {
public:
    Machine(std::span<const std::byte> bytes, const std::string& file) : m_cursor(bytes), m_file(file) {}

    PickleTree run()
    {
        if (m_cursor.number<std::uint8_t>() != Proto)
            fail("a pickle of protocol 2 or newer", "something else");
        if (const auto protocol = next<std::uint8_t>(); protocol < 2 || protocol > 5)
            fail("a pickle of protocol 2 to 5", fmt::format("{}", protocol));
        for (std::size_t count = 0; count < kMaxOpcodes; ++count)
            if (!step(next<std::uint8_t>()))
                return std::move(m_tree);
        fail(fmt::format("at most {} pickle opcodes", kMaxOpcodes), "more");
    }

private:
    [[noreturn]] void fail(const std::string& expected, const std::string& found) const
    {
        throw Error(ErrorKind::Corrupt,
                    fmt::format("{} is damaged or no checkpoint: expected {}, found {} at byte {} of its pickle.",
                                m_file, expected, found, m_cursor.position()));
    }

    [[noreturn]] void refuse(const std::string& what) const
    {
        throw Error(ErrorKind::Unsupported,
                    fmt::format("{} was refused: expected tensors, containers and numbers only, found {}; nothing of "
                                "it was run.",
                                m_file, what));
    }

    template <typename Number> Number next()
    {
        const auto value = m_cursor.number<Number>();
        if (!value)
            fail("a whole pickle", "its end");
        return *value;
    }

    std::string_view nextText(std::uint64_t size)
    {
        if (size > kMaxText)
            fail(fmt::format("texts of at most {} bytes", kMaxText), fmt::format("{}", size));
        const auto bytes = m_cursor.take(size);
        if (!bytes)
            fail("a whole pickle", "its end");
        return asText(*bytes);
    }

    std::string_view nextLine()
    {
        const std::size_t start = m_cursor.position();
        std::size_t size = 0;
        ByteCursor look = m_cursor;
        while (size <= kMaxName) {
            const auto byte = look.number<char>();
            if (!byte)
                break;
            if (*byte == '\n') {
                const std::string_view line = asText(*m_cursor.take(size));
                m_cursor.take(1);
                return line;
            }
            ++size;
        }
        fail(fmt::format("a name of at most {} bytes", kMaxName), fmt::format("none from byte {}", start));
    }

    bool step(std::uint8_t opcode)
    {
        switch (opcode) {
        case Mark:
            if (m_marks.size() >= kMaxStack)
                fail("a shallow pickle", "too many marks");
            m_marks.push_back(m_stack.size());
            return true;
        case Stop:
            if (m_stack.size() != 1 || !m_marks.empty())
                fail("one object", fmt::format("{}", m_stack.size()));
            m_tree.root = m_stack.back();
            m_tree.bytes = m_cursor.position();
            return false;
        case BinInt:
            return pushInteger(next<std::int32_t>());
        case BinInt1:
            return pushInteger(next<std::uint8_t>());
        case BinInt2:
            return pushInteger(next<std::uint16_t>());
        case Long1:
            return pushLong(nextText(next<std::uint8_t>()));
        case BinFloat:
            return pushFloat(std::bit_cast<double>(__builtin_bswap64(next<std::uint64_t>())));
        case NoneValue:
            return push(PickleKind::None);
        case NewTrue:
            return pushInteger(1, PickleKind::Bool);
        case NewFalse:
            return pushInteger(0, PickleKind::Bool);
        case BinUnicode:
        case BinString:
            return pushText(nextText(next<std::uint32_t>()), PickleKind::Text);
        case ShortBinUnicode:
        case ShortBinString:
            return pushText(nextText(next<std::uint8_t>()), PickleKind::Text);
        case BinUnicode8:
            return pushText(nextText(next<std::uint64_t>()), PickleKind::Text);
        case BinBytes:
            return pushText(nextText(next<std::uint32_t>()), PickleKind::Bytes);
        case ShortBinBytes:
            return pushText(nextText(next<std::uint8_t>()), PickleKind::Bytes);
        case EmptyTuple:
            return push(PickleKind::Tuple);
        case EmptyList:
            return push(PickleKind::List);
        case EmptyDict:
            return push(PickleKind::Dict);
        case Tuple1:
            return pushTuple(popMany(1));
        case Tuple2:
            return pushTuple(popMany(2));
        case Tuple3:
            return pushTuple(popMany(3));
        case TupleOfMark:
            return pushTuple(popToMark());
        case Append:
            return extend(popMany(1), PickleKind::List);
        case Appends:
            return extend(popToMark(), PickleKind::List);
        case SetItem:
            return extend(popMany(2), PickleKind::Dict);
        case SetItems:
            return extend(popToMark(), PickleKind::Dict);
        case BinPut:
            return remember(next<std::uint8_t>());
        case LongBinPut:
            return remember(next<std::uint32_t>());
        case Memoize:
            return remember(static_cast<std::uint32_t>(m_memo.size()));
        case BinGet:
            return recall(next<std::uint8_t>());
        case LongBinGet:
            return recall(next<std::uint32_t>());
        case Frame:
            next<std::uint64_t>();
            return true;
        case GlobalName: {
            const std::string_view module = nextLine();
            return pushGlobal(module, nextLine());
        }
        case StackGlobal: {
            const auto names = popMany(2);
            if (node(names[0]).kind != PickleKind::Text || node(names[1]).kind != PickleKind::Text)
                fail("the name of an object", "something else");
            return pushGlobal(node(names[0]).text, node(names[1]).text);
        }
        case BinPersId:
            return pushStorage(popMany(1).front());
        case Reduce: {
            const auto call = popMany(2);
            return reduce(call[0], call[1]);
        }
        case Build: {
            const auto call = popMany(2);
            return build(call[0], call[1]);
        }
        default:
            refuse(fmt::format("the pickle opcode 0x{:02x} at byte {}", opcode, m_cursor.position() - 1));
        }
    }

    const PickleNode& node(PickleId id) const { return m_tree.nodes[id]; }

    bool pushNode(PickleNode value)
    {
        m_tree.nodes.push_back(std::move(value));
        return pushId(static_cast<PickleId>(m_tree.nodes.size() - 1));
    }

    bool pushId(PickleId id)
    {
        if (m_stack.size() >= kMaxStack)
            fail(fmt::format("at most {} objects on the stack", kMaxStack), "more");
        m_stack.push_back(id);
        return true;
    }

    bool push(PickleKind kind)
    {
        PickleNode value;
        value.kind = kind;
        return pushNode(std::move(value));
    }

    bool pushInteger(std::int64_t integer, PickleKind kind = PickleKind::Integer)
    {
        PickleNode value;
        value.kind = kind;
        value.integer = integer;
        return pushNode(std::move(value));
    }

    bool pushFloat(double number)
    {
        PickleNode value;
        value.kind = PickleKind::Float;
        value.number = number;
        return pushNode(std::move(value));
    }

    bool pushText(std::string_view text, PickleKind kind)
    {
        PickleNode value;
        value.kind = kind;
        value.text = text;
        return pushNode(std::move(value));
    }

    bool pushTuple(std::vector<PickleId> items)
    {
        PickleNode value;
        value.kind = PickleKind::Tuple;
        value.items = std::move(items);
        return pushNode(std::move(value));
    }

    bool pushLong(std::string_view bytes)
    {
        if (bytes.size() > sizeof(std::int64_t))
            return pushText(bytes, PickleKind::BigInteger);
        std::uint64_t value = !bytes.empty() && (bytes.back() & 0x80) != 0 ? ~std::uint64_t{0} : 0;
        for (std::size_t i = bytes.size(); i-- > 0;)
            value = value << 8 | static_cast<unsigned char>(bytes[i]);
        return pushInteger(static_cast<std::int64_t>(value));
    }

    // What an opcode takes must lie above the last mark, as in Python's own machine.
    std::size_t floor() const { return m_marks.empty() ? 0 : m_marks.back(); }

    std::vector<PickleId> popMany(std::size_t count)
    {
        if (m_stack.size() - floor() < count)
            fail("an object on the stack", "none");
        std::vector<PickleId> taken(m_stack.end() - static_cast<std::ptrdiff_t>(count), m_stack.end());
        m_stack.resize(m_stack.size() - count);
        return taken;
    }

    std::vector<PickleId> popToMark()
    {
        if (m_marks.empty())
            fail("a mark", "none");
        const auto from = static_cast<std::ptrdiff_t>(m_marks.back());
        m_marks.pop_back();
        std::vector<PickleId> taken(m_stack.begin() + from, m_stack.end());
        m_stack.resize(static_cast<std::size_t>(from));
        return taken;
    }

    PickleId top() const
    {
        if (m_stack.size() <= floor())
            fail("an object on the stack", "none");
        return m_stack.back();
    }

    bool extend(const std::vector<PickleId>& items, PickleKind kind)
    {
        PickleNode& container = m_tree.nodes[top()];
        if (container.kind != kind || (kind == PickleKind::Dict && items.size() % 2 != 0))
            fail(kind == PickleKind::Dict ? "a dict and pairs for it" : "a list to append to", "something else");
        container.items.insert(container.items.end(), items.begin(), items.end());
        return true;
    }

    bool remember(std::uint32_t key)
    {
        m_memo[key] = top();
        return true;
    }

    bool recall(std::uint32_t key)
    {
        const auto found = m_memo.find(key);
        if (found == m_memo.end())
            fail("a remembered object", fmt::format("number {}, which was not", key));
        return pushId(found->second);
    }

    bool pushGlobal(std::string_view module, std::string_view name)
    {
        for (const KnownGlobal& known : kGlobals)
            if (known.module == module && known.name == name)
                return pushInteger(static_cast<std::int64_t>(known.global), PickleKind::Global);
        refuse(fmt::format("the Python object `{}.{}`", shown(module), shown(name)));
    }

    std::optional<PickleGlobal> globalOf(PickleId id) const
    {
        const PickleNode& value = node(id);
        return value.kind == PickleKind::Global ? std::optional(static_cast<PickleGlobal>(value.integer))
                                                : std::nullopt;
    }

    std::int64_t integerOf(PickleId id, const char* what) const
    {
        if (node(id).kind != PickleKind::Integer || node(id).integer < 0)
            fail(fmt::format("{} as a whole number from 0", what), "something else");
        return node(id).integer;
    }

    std::vector<std::int64_t> integersOf(PickleId id, const char* what) const
    {
        const PickleNode& tuple = node(id);
        if (tuple.kind != PickleKind::Tuple || tuple.items.size() > kMaxRank)
            fail(fmt::format("{} as at most {} numbers", what, kMaxRank), "something else");
        std::vector<std::int64_t> values;
        for (const PickleId item : tuple.items)
            values.push_back(integerOf(item, what));
        return values;
    }

    // A copy, as making a node moves the others; short, so that many calls with one long tuple cost nothing.
    std::vector<PickleId> argumentsOf(PickleId id) const
    {
        if (node(id).kind != PickleKind::Tuple || node(id).items.size() > kMaxArguments)
            fail(fmt::format("at most {} arguments", kMaxArguments), "something else");
        return node(id).items;
    }

    // ("storage", type, key, location, count) and in old files None behind it.
    bool pushStorage(PickleId id)
    {
        const std::vector<PickleId> parts = argumentsOf(id);
        const bool known = (parts.size() == 5 || parts.size() == 6) && node(parts[0]).kind == PickleKind::Text &&
                           node(parts[0]).text == "storage" && globalOf(parts[1]) &&
                           storageDType(*globalOf(parts[1])) && node(parts[2]).kind == PickleKind::Text &&
                           node(parts[3]).kind == PickleKind::Text &&
                           (parts.size() == 5 || node(parts[5]).kind == PickleKind::None);
        if (!known)
            fail("a tensor's storage", "something else");
        const PickleStorage storage{*storageDType(*globalOf(parts[1])), node(parts[2]).text,
                                    integerOf(parts[4], "a storage's size")};
        const auto [found, added] = m_storageByKey.emplace(storage.key, m_tree.storages.size());
        if (added) {
            m_tree.storages.push_back(storage);
        } else {
            const PickleStorage& before = m_tree.storages[found->second];
            if (before.dtype != storage.dtype || before.count != storage.count)
                fail(fmt::format("storage `{}` of one type and size", shown(storage.key)), "two of them");
        }
        return pushInteger(static_cast<std::int64_t>(found->second), PickleKind::Storage);
    }

    bool reduce(PickleId function, PickleId arguments)
    {
        const auto global = globalOf(function);
        if (!global)
            fail("a known object to make", "something else");
        const std::vector<PickleId> parts = argumentsOf(arguments);
        switch (*global) {
        case PickleGlobal::OrderedDict:
            return makeOrderedDict(parts);
        case PickleGlobal::RebuildTensor:
            return makeTensor(parts);
        case PickleGlobal::RebuildParameter:
            if (parts.size() != 3 || node(parts[0]).kind != PickleKind::Tensor)
                fail("a parameter made of a tensor", "something else");
            return pushId(parts[0]);
        case PickleGlobal::Size:
            if (parts.size() != 1 || node(parts[0]).kind != PickleKind::Tuple)
                fail("a size made of a tuple", "something else");
            return pushId(parts[0]);
        case PickleGlobal::NumpyDType:
            if (parts.empty() || parts.size() > 3 || node(parts[0]).kind != PickleKind::Text)
                fail("the name of a NumPy type", "something else");
            return pushText(node(parts[0]).text, PickleKind::NumpyDType);
        case PickleGlobal::CodecsEncode:
            return makeBytes(parts);
        case PickleGlobal::NumpyScalar:
            return makeScalar(parts);
        default:
            fail("something that makes an object", "a storage type");
        }
    }

    bool makeOrderedDict(const std::vector<PickleId>& parts)
    {
        PickleNode dict;
        dict.kind = PickleKind::Dict;
        if (parts.size() > 1 || (parts.size() == 1 && node(parts[0]).kind != PickleKind::List))
            fail("an ordered dict of pairs", "something else");
        if (parts.size() == 1) {
            for (const PickleId pair : node(parts[0]).items) {
                // One list may be asked for many times: all copies together stay as few as the opcodes.
                if (++m_copiedPairs > kMaxOpcodes)
                    fail(fmt::format("at most {} pairs", kMaxOpcodes), "more");
                if (node(pair).items.size() != 2 ||
                    (node(pair).kind != PickleKind::Tuple && node(pair).kind != PickleKind::List))
                    fail("an ordered dict of pairs", "something else");
                dict.items.insert(dict.items.end(), node(pair).items.begin(), node(pair).items.end());
            }
        }
        return pushNode(std::move(dict));
    }

    // (storage, offset, shape, strides, requires_grad, hooks[, metadata])
    bool makeTensor(const std::vector<PickleId>& parts)
    {
        if ((parts.size() != 6 && parts.size() != 7) || node(parts[0]).kind != PickleKind::Storage ||
            node(parts[4]).kind != PickleKind::Bool || node(parts[5]).kind != PickleKind::Dict ||
            !node(parts[5]).items.empty())
            fail("a tensor's storage, offset, shape and strides", "something else");
        PickleTensor tensor;
        tensor.storage = static_cast<std::size_t>(node(parts[0]).integer);
        tensor.offset = integerOf(parts[1], "a tensor's offset");
        tensor.shape = integersOf(parts[2], "a tensor's shape");
        tensor.strides = integersOf(parts[3], "a tensor's strides");
        const PickleStorage& storage = m_tree.storages[tensor.storage];
        if (tensor.shape.size() != tensor.strides.size() || !byteSize(storage.dtype, tensor.shape))
            fail("a tensor's shape and strides of one length", shapeText(tensor.shape));
        std::int64_t last = tensor.offset; // index of the farthest element
        bool overflow = false, empty = false;
        for (std::size_t d = 0; d < tensor.shape.size(); ++d) {
            std::int64_t step = 0;
            empty = empty || tensor.shape[d] == 0;
            overflow = overflow || __builtin_mul_overflow(tensor.shape[d] - 1, tensor.strides[d], &step) ||
                       __builtin_add_overflow(last, step, &last);
        }
        if (!empty && (overflow || last >= storage.count))
            fail(fmt::format("a tensor within the {} elements of storage `{}`", storage.count, shown(storage.key)),
                 fmt::format("{} from {}", shapeText(tensor.shape), tensor.offset));
        m_tree.tensors.push_back(std::move(tensor));
        return pushInteger(static_cast<std::int64_t>(m_tree.tensors.size() - 1), PickleKind::Tensor);
    }

    // _codecs.encode(text, "latin1") is how protocol 2 writes bytes: each of the text's code points is one.
    bool makeBytes(const std::vector<PickleId>& parts)
    {
        if (parts.size() != 2 || node(parts[0]).kind != PickleKind::Text || node(parts[1]).kind != PickleKind::Text ||
            node(parts[1]).text != "latin1" || node(parts[0]).text.size() > 2 * kMaxNumberBytes)
            fail("the bytes of a number", "something else");
        std::string bytes;
        const std::string_view utf8 = node(parts[0]).text;
        for (std::size_t i = 0; i < utf8.size(); ++i) {
            auto byte = static_cast<unsigned char>(utf8[i]);
            if (byte >= 0x80) {
                if ((byte != 0xC2 && byte != 0xC3) || i + 1 == utf8.size() || (utf8[i + 1] & 0xC0) != 0x80)
                    fail("the bytes of a number", "a text beyond Latin-1");
                byte = static_cast<unsigned char>((byte & 3) << 6 | (utf8[++i] & 0x3F));
            }
            bytes.push_back(static_cast<char>(byte));
        }
        m_tree.strings.push_back(std::move(bytes));
        return pushText(m_tree.strings.back(), PickleKind::Bytes);
    }

    // numpy.core.multiarray.scalar(dtype, bytes)
    bool makeScalar(const std::vector<PickleId>& parts)
    {
        if (parts.size() != 2 || node(parts[0]).kind != PickleKind::NumpyDType ||
            node(parts[1]).kind != PickleKind::Bytes)
            fail("the type and bytes of a NumPy number", "something else");
        const std::string_view type = node(parts[0]).text, bytes = node(parts[1]).text;
        if (type.size() == 2 && bytes.size() == static_cast<std::size_t>(type[1] - '0')) {
            if (type == "i8" || type == "u8")
                return pushInteger(readAs<std::int64_t>(bytes));
            if (type == "i4")
                return pushInteger(readAs<std::int32_t>(bytes));
            if (type == "u4")
                return pushInteger(readAs<std::uint32_t>(bytes));
            if (type == "i2")
                return pushInteger(readAs<std::int16_t>(bytes));
            if (type == "u2")
                return pushInteger(readAs<std::uint16_t>(bytes));
            if (type == "i1")
                return pushInteger(readAs<std::int8_t>(bytes));
            if (type == "u1")
                return pushInteger(readAs<std::uint8_t>(bytes));
            if (type == "b1")
                return pushInteger(bytes[0] != 0, PickleKind::Bool);
            if (type == "f8")
                return pushFloat(readAs<double>(bytes));
            if (type == "f4")
                return pushFloat(readAs<float>(bytes));
        }
        fail("a NumPy number", fmt::format("{} bytes of type `{}`", bytes.size(), shown(type)));
    }

    bool build(PickleId object, PickleId state)
    {
        switch (node(object).kind) {
        case PickleKind::Dict: // the state dict's _metadata, module versions that nobody needs
            if (node(state).kind != PickleKind::Dict)
                fail("the attributes of an ordered dict", "something else");
            break;
        case PickleKind::NumpyDType: { // (3, byte order, ...)
            const PickleNode& tuple = node(state);
            if (tuple.kind != PickleKind::Tuple || tuple.items.size() < 2 ||
                node(tuple.items[1]).kind != PickleKind::Text ||
                (node(tuple.items[1]).text != "<" && node(tuple.items[1]).text != "|"))
                fail("a little-endian NumPy type", "another");
            break;
        }
        default:
            fail("an ordered dict or a NumPy type to complete", "something else");
        }
        return pushId(object);
    }

    ByteCursor m_cursor;
    const std::string& m_file;
    PickleTree m_tree;
    std::vector<PickleId> m_stack;
    std::vector<std::size_t> m_marks;
    std::size_t m_copiedPairs = 0;
    std::unordered_map<std::uint32_t, PickleId> m_memo;
    std::unordered_map<std::string_view, std::size_t> m_storageByKey;
};

} // namespace

PickleTree readPickle(std::span<const std::byte> bytes, const std::string& file)
{
    return Machine(bytes, file).run();
}

} // namespace prolap::checkpoint
