#include "core/fetch/checksum_list.h"

#include <fstream>

#include "core/fetch/replace_file.h"

namespace prolap::fetch {

ChecksumList::ChecksumList(const Path& folder) : m_file(folder / "SHA256SUMS")
{
    constexpr std::size_t kDigits = 64;
    std::ifstream in(m_file);
    for (std::string line; std::getline(in, line);) {
        // 64 digits, a space, a space or `*`, the name
        if (line.size() > kDigits + 2 && line[kDigits] == ' ' && line.find_first_not_of("0123456789abcdef") == kDigits)
            m_sums[line.substr(kDigits + 2)] = line.substr(0, kDigits);
    }
}

std::string ChecksumList::find(std::string_view name) const
{
    const auto at = m_sums.find(name);
    return at == m_sums.end() ? std::string() : at->second;
}

void ChecksumList::record(const std::string& name, const std::string& sha256)
{
    m_sums[name] = sha256;
    std::string text;
    for (const auto& [file, sum] : m_sums)
        text += sum + "  " + file + '\n';
    replaceFile(m_file, text);
}

} // namespace prolap::fetch
