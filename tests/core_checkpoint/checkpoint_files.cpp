#include "tests/core_checkpoint/checkpoint_files.h"

#include <cstdint>

namespace prolap::test {

namespace {

template <typename Number> void put(std::string& to, Number number)
{
    to.append(reinterpret_cast<const char*>(&number), sizeof number);
}

} // namespace

std::string safetensorsFile(std::string_view header, std::string_view data)
{
    const std::uint64_t size = header.size();
    std::string file(reinterpret_cast<const char*>(&size), sizeof size);
    return file.append(header).append(data);
}

std::string zipFile(const std::vector<ZipEntry>& entries, bool zip64End)
{
    std::string file, directory;
    for (const ZipEntry& entry : entries) {
        const std::uint64_t offset = file.size();
        put<std::uint32_t>(file, 0x04034b50);
        put<std::uint16_t>(file, 20);
        put(file, entry.flags);
        put(file, entry.method);
        put<std::uint64_t>(file, 0); // time, date, CRC-32
        put(file, static_cast<std::uint32_t>(entry.bytes.size()));
        put(file, static_cast<std::uint32_t>(entry.bytes.size()));
        put(file, static_cast<std::uint16_t>(entry.name.size()));
        const std::size_t padding = (64 - (file.size() + 2 + entry.name.size() + 4) % 64) % 64;
        put(file, static_cast<std::uint16_t>(4 + padding));
        file += entry.name;
        put<std::uint16_t>(file, 0x4246); // as PyTorch pads its data to 64 bytes
        put(file, static_cast<std::uint16_t>(padding));
        file.append(padding, 'Z');
        file += entry.bytes;

        const std::uint32_t size32 = entry.zip64 ? 0xFFFFFFFF : static_cast<std::uint32_t>(entry.bytes.size());
        put<std::uint32_t>(directory, 0x02014b50);
        put<std::uint32_t>(directory, 0x00140014);
        put(directory, entry.flags);
        put(directory, entry.method);
        put<std::uint64_t>(directory, 0);
        put(directory, size32);
        put(directory, size32);
        put(directory, static_cast<std::uint16_t>(entry.name.size()));
        put(directory, static_cast<std::uint16_t>(entry.zip64 ? 28 : 0));
        put<std::uint16_t>(directory, 0);
        put<std::uint64_t>(directory, 0);
        put(directory, entry.zip64 ? 0xFFFFFFFF : static_cast<std::uint32_t>(offset));
        directory += entry.name;
        if (entry.zip64) {
            put<std::uint16_t>(directory, 1);
            put<std::uint16_t>(directory, 24);
            put<std::uint64_t>(directory, entry.bytes.size());
            put<std::uint64_t>(directory, entry.bytes.size());
            put<std::uint64_t>(directory, offset);
        }
    }
    const std::uint64_t begin = file.size();
    file += directory;
    if (zip64End) {
        const std::uint64_t end64 = file.size();
        put<std::uint32_t>(file, 0x06064b50);
        put<std::uint64_t>(file, 44);
        put<std::uint32_t>(file, 0x002D002D);
        put<std::uint64_t>(file, 0);
        put<std::uint64_t>(file, entries.size());
        put<std::uint64_t>(file, entries.size());
        put<std::uint64_t>(file, directory.size());
        put<std::uint64_t>(file, begin);
        put<std::uint32_t>(file, 0x07064b50);
        put<std::uint32_t>(file, 0);
        put<std::uint64_t>(file, end64);
        put<std::uint32_t>(file, 1);
    }
    put<std::uint32_t>(file, 0x06054b50);
    put<std::uint32_t>(file, 0);
    put(file, static_cast<std::uint16_t>(zip64End ? 0xFFFF : entries.size()));
    put(file, static_cast<std::uint16_t>(zip64End ? 0xFFFF : entries.size()));
    put(file, zip64End ? 0xFFFFFFFF : static_cast<std::uint32_t>(directory.size()));
    put(file, zip64End ? 0xFFFFFFFF : static_cast<std::uint32_t>(begin));
    put<std::uint16_t>(file, 0);
    return file;
}

std::string pickledText(std::string_view text)
{
    std::string pickle = "X";
    put(pickle, static_cast<std::uint32_t>(text.size()));
    return pickle.append(text);
}

std::string pickledGlobal(std::string_view module, std::string_view name)
{
    return std::string("c").append(module).append("\n").append(name).append("\n");
}

std::string pickledInteger(std::int32_t value)
{
    std::string pickle = "J";
    put(pickle, value);
    return pickle;
}

std::string pickledTensor(std::string_view key, std::int32_t count, std::int32_t offset,
                          const std::vector<std::int32_t>& shape, const std::vector<std::int32_t>& strides)
{
    const auto tuple = [](const std::vector<std::int32_t>& values) {
        std::string pickle = "(";
        for (const std::int32_t value : values)
            pickle += pickledInteger(value);
        return pickle + "t";
    };
    return pickledGlobal("torch._utils", "_rebuild_tensor_v2") + "((" + pickledText("storage") +
           pickledGlobal("torch", "FloatStorage") + pickledText(key) + pickledText("cpu") + pickledInteger(count) +
           "tQ" + pickledInteger(offset) + tuple(shape) + tuple(strides) + "\x89" +
           pickledGlobal("collections", "OrderedDict") + ")RtR";
}

std::string pytorchFile(std::string_view pickle, const std::vector<std::pair<std::string, std::string>>& storages)
{
    std::vector<ZipEntry> entries = {{"archive/data.pkl", "\x80\x02" + std::string(pickle) + "."}};
    for (const auto& [key, bytes] : storages)
        entries.push_back({"archive/data/" + key, bytes});
    entries.push_back({"archive/version", "3\n"});
    return zipFile(entries);
}

std::string smallPyTorchFile()
{
    const auto values = bytesOf<float>({0, 1, 2, 3, 4, 5});
    const std::string storage(reinterpret_cast<const char*>(values.data()), values.size());
    return pytorchFile("}(" + pickledText("w") + pickledTensor("0", 6, 0, {2, 3}, {3, 1}) + pickledText("wT") +
                           pickledTensor("0", 6, 0, {3, 2}, {1, 3}) + pickledText("epoch") + pickledInteger(7) + "u",
                       {{"0", storage}});
}

} // namespace prolap::test
