#include "core/library/vocabulary/vocabulary.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <system_error>

#include <fmt/format.h>

#include "core/error.h"
#include "core/library/vocabulary/built_in_files.h"

namespace prolap::library {

namespace {

constexpr std::size_t kLongestCaption = 300;      ///< bytes; encoders take about as much
constexpr std::uintmax_t kLargestFile = 4U << 20; ///< bytes
constexpr const char* kFirst = "sound";

struct Line {
    std::size_t number = 0;
    std::size_t depth = 0; ///< 0: not indented
    std::string text;
};

/// The lines that hold captions, with their depth.
class LineReader {
public:
    explicit LineReader(const std::string& name) : m_name(name) {}

    std::vector<Line> read(std::string_view text)
    {
        if (text.starts_with("\xEF\xBB\xBF"))
            text.remove_prefix(3);
        std::vector<Line> lines;
        std::size_t number = 0;
        while (!text.empty()) {
            ++number;
            const std::size_t end = std::min(text.find('\n'), text.size());
            std::string_view line = text.substr(0, end);
            text.remove_prefix(std::min(end + 1, text.size()));
            const std::size_t last = line.find_last_not_of(" \t\r");
            const std::size_t first = line.find_first_not_of(" \t");
            if (last == line.npos || line[first] == '#')
                continue;
            Line read{number, depthOf(line.substr(0, first), number),
                      std::string(line.substr(first, last + 1 - first))};
            check(read, lines.empty() ? nullptr : &lines.back());
            lines.push_back(std::move(read));
        }
        return lines;
    }

private:
    [[noreturn]] void refuse(std::size_t number, const std::string& what) const
    {
        throw Error(ErrorKind::BadInput, fmt::format("{}, line {}: {}.", m_name, number, what));
    }

    std::size_t depthOf(std::string_view indentation, std::size_t number)
    {
        if (indentation.empty())
            return 0;
        if (m_unit.empty())
            m_unit = indentation[0] == '\t' ? std::string_view("\t") : indentation;
        std::size_t depth = 0;
        while (indentation.starts_with(m_unit)) {
            indentation.remove_prefix(m_unit.size());
            ++depth;
        }
        if (!indentation.empty())
            refuse(number,
                   fmt::format("a level is indented by {} in this file, which the indentation here is no "
                               "multiple of",
                               m_unit == "\t" ? std::string("a tab") : fmt::format("{} spaces", m_unit.size())));
        return depth;
    }

    void check(const Line& line, const Line* above)
    {
        if (validUtf8(line.text) != line.text)
            refuse(line.number, "the caption is not valid UTF-8; save the file as UTF-8");
        if (line.text.size() > kLongestCaption)
            refuse(line.number, fmt::format("the caption is {} bytes long, at most {} are taken", line.text.size(),
                                            kLongestCaption));
        if (line.depth > (above ? above->depth + 1 : 0))
            refuse(line.number, fmt::format("\"{}\" is indented {}; a caption stands at most one level below the one "
                                            "above it",
                                            line.text, above ? "by more than one level" : "under nothing"));
        const auto [at, isNew] = m_seen.emplace(line.text, line.number);
        if (!isNew)
            refuse(line.number, fmt::format("\"{}\" stands in line {} already", line.text, at->second));
    }

    const std::string& m_name;
    std::string_view m_unit; ///< what one level is indented by
    std::map<std::string, std::size_t> m_seen;
};

std::string readFile(const Path& file)
{
    std::error_code failed;
    const std::uintmax_t size = std::filesystem::file_size(file, failed);
    if (!failed && size > kLargestFile)
        throw Error(ErrorKind::BadInput, fmt::format("{} is larger than {} MiB, which no vocabulary is.",
                                                     displayText(file), kLargestFile >> 20));
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (failed || !in)
        throw Error(ErrorKind::Permission, fmt::format("{} cannot be read; check its permissions.", displayText(file)));
    return text.str();
}

} // namespace

Vocabulary::Vocabulary()
{
    m_nodes.push_back({kFirst, 1, -1, {}});
    m_byText.emplace(kFirst, 0);
}

int Vocabulary::levels() const
{
    int deepest = 0;
    for (const Node& node : m_nodes)
        deepest = std::max(deepest, node.level);
    return deepest;
}

std::vector<std::string> Vocabulary::texts() const
{
    std::vector<std::string> texts;
    for (const Node& node : m_nodes)
        texts.push_back(node.text);
    return texts;
}

std::uint32_t Vocabulary::nodeOf(const std::string& text, std::uint32_t parent)
{
    const auto [at, isNew] = m_byText.emplace(text, static_cast<std::uint32_t>(m_nodes.size()));
    if (isNew) {
        m_nodes.push_back({text, m_nodes[parent].level + 1, static_cast<std::int32_t>(parent), {}});
        m_nodes[parent].children.push_back(at->second);
    }
    return at->second;
}

void Vocabulary::add(std::string_view text, const std::string& name)
{
    const std::vector<Line> lines = LineReader(name).read(text);
    if (lines.empty())
        throw Error(ErrorKind::BadInput, fmt::format("{} holds no captions.", name));
    std::vector<std::uint32_t> above; // the nodes that the next line may stand under
    for (const Line& line : lines) {
        above.resize(line.depth);
        above.push_back(nodeOf(line.text, line.depth == 0 ? 0 : above.back()));
    }
}

Path userVocabularyDir()
{
    return userDataDir() / "vocabulary";
}

LoadedVocabulary loadVocabulary(const Path& userDir)
{
    LoadedVocabulary loaded;
    std::error_code failed;
    std::set<Path> own;
    for (std::filesystem::directory_iterator at(userDir, failed), end; !failed && at != end; at.increment(failed))
        if (at->path().extension() == ".txt")
            own.insert(at->path());
    for (const BuiltInFile& file : builtInVocabularyFiles())
        if (!own.contains(userDir / file.name))
            loaded.vocabulary.add(file.text, std::string(file.name));
    for (const Path& file : own) {
        try {
            loaded.vocabulary.add(readFile(file), displayText(file));
        } catch (const Error& error) {
            loaded.problems.push_back({file, error.what()});
        }
    }
    return loaded;
}

} // namespace prolap::library
