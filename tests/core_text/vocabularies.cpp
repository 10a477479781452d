#include "tests/core_text/vocabularies.h"

#include "tests/support/files.h"

namespace prolap::test {

namespace {

std::string utf8(int point)
{
    if (point < 0x80)
        return {static_cast<char>(point)};
    return {static_cast<char>(0xC0 | point >> 6), static_cast<char>(0x80 | (point & 0x3F))};
}

} // namespace

nlohmann::json byteVocabulary(const Merges& merges, const std::vector<std::string>& specials)
{
    nlohmann::json vocabulary = nlohmann::json::object();
    int id = 0;
    for (const auto& [first, last] : {std::pair(0x21, 0x7E), {0xA1, 0xAC}, {0xAE, 0xFF}, {0x100, 0x143}})
        for (int point = first; point <= last; ++point)
            vocabulary[utf8(point)] = id++;
    for (const auto& [left, right] : merges)
        vocabulary[left + right] = id++;
    for (const std::string& special : specials)
        vocabulary[special] = id++;
    return vocabulary;
}

void writeBpeFolder(const Path& folder, const nlohmann::json& vocabulary, const Merges& merges)
{
    std::string lines = "#version: 0.2\n";
    for (const auto& [left, right] : merges)
        lines += left + " " + right + "\n";
    writeFile(folder / "vocab.json", vocabulary.dump());
    writeFile(folder / "merges.txt", lines);
}

std::vector<std::string> robertaSpecials()
{
    return {"<s>", "<pad>", "</s>", "<unk>", "<mask>"};
}

Merges rainMerges()
{
    return {{"a", "i"}, {"r", "ai"}, {"rai", "n"}, {"Ġ", "Ġ"}, {"Ġ", "rain"}, {"ĠĠ", "ĠĠ"}};
}

std::string wordPieceVocabulary(const std::vector<std::string>& pieces)
{
    std::string lines = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n";
    for (const std::string& piece : pieces)
        lines += piece + "\n";
    return lines;
}

} // namespace prolap::test
