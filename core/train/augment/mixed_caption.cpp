#include "core/train/augment/mixed_caption.h"

#include <algorithm>

#include "core/train/augment/uniform.h"
#include "core/train/data/trimmed.h"

namespace prolap::train {

namespace {

std::string withoutFullStops(const std::string& text)
{
    const auto last = text.find_last_not_of(". \t\r\n");
    return trimmed(text.substr(0, last == std::string::npos ? 0 : last + 1));
}

bool isLetter(char c, char first, char last)
{
    return c >= first && c <= last;
}

/// With a small first letter, where the large one is only that of the sentence.
std::string continued(std::string text)
{
    const bool ascii = std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; });
    // "A dog" and "Rain" but neither "I", "I'm", "TV" nor "3 dogs".
    const bool article = text.starts_with("A ");
    const bool capitalised = text.size() > 1 && isLetter(text[0], 'A', 'Z') && isLetter(text[1], 'a', 'z');
    if (ascii && (article || capitalised))
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

} // namespace

std::string mixedCaption(const std::string& a, const std::string& b, std::mt19937_64& random)
{
    const char* joint = uniformIndex(random, 2) == 0 ? " and " : " while ";
    const std::string first = withoutFullStops(a), second = withoutFullStops(b);
    const bool stopped = trimmed(b).ends_with('.');
    if (first.empty() || second.empty())
        return (first.empty() ? second : first) + (stopped ? "." : "");
    return first + joint + continued(second) + (stopped ? "." : "");
}

} // namespace prolap::train
