#include "core/train/evaluation/report/markup.h"

#include "core/paths.h"

namespace prolap::train {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

} // namespace

std::string escaped(std::string_view text)
{
    const std::string utf8 = validUtf8(text);
    std::string out;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        const std::string_view three = std::string_view(utf8).substr(i, 3);
        if (three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") {
            out += kReplacement;
            i += 2;
        } else if (c == '&') {
            out += "&amp;";
        } else if (c == '<') {
            out += "&lt;";
        } else if (c == '>') {
            out += "&gt;";
        } else if (c == '"') {
            out += "&quot;";
        } else if (c == '\'') {
            out += "&#39;";
        } else if ((static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n') || c == 0x7F) {
            out += kReplacement;
        } else {
            out += c;
        }
    }
    return out;
}

} // namespace prolap::train
