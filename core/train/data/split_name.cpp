#include "core/train/data/split_name.h"

#include <map>

namespace prolap::train {

std::string splitOfName(const Path& file)
{
    static const std::map<std::string, std::string> kSplits{
        {"train", "train"}, {"training", "train"}, {"development", "train"}, {"val", "val"},
        {"valid", "val"},   {"validation", "val"}, {"test", "test"},         {"testing", "test"},
        {"eval", "test"},   {"evaluation", "test"}};
    std::string word;
    for (const char c : file.stem().string() + ".") { // the full stop ends the last word
        const char letter = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (letter >= 'a' && letter <= 'z') {
            word += letter;
            continue;
        }
        if (const auto found = kSplits.find(word); found != kSplits.end())
            return found->second;
        word.clear();
    }
    return {};
}

} // namespace prolap::train
