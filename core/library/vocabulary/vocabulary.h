#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/paths.h"

namespace prolap::library {

/// A file that could not be taken into the vocabulary, or not wholly.
struct VocabularyProblem {
    Path file;
    std::string reason; ///< one sentence with the line
};

/// Captions in a hierarchy from general to specific. The first node is "sound", level 1, which holds all others.
///
/// As text: one caption a line, indented by two spaces (or a tab) under the more general one that it belongs to; lines
/// that begin with # are comments.
class Vocabulary {
public:
    struct Node {
        std::string text;
        int level = 1;            ///< 1: most general
        std::int32_t parent = -1; ///< index of the node above; -1 for the first
        std::vector<std::uint32_t> children;
    };

    Vocabulary();

    /// Parents before their children.
    const std::vector<Node>& nodes() const { return m_nodes; }
    int levels() const;
    std::vector<std::string> texts() const;

    /// Takes up a file's captions. Its first level stands under "sound"; a caption that is there already keeps its
    /// place, and what is indented under it is added there.
    /// name: what messages call the text. Errors: Error(BadInput) with the name and the line; then nothing is taken.
    void add(std::string_view text, const std::string& name);

private:
    std::uint32_t nodeOf(const std::string& text, std::uint32_t parent);

    std::vector<Node> m_nodes;
    std::unordered_map<std::string, std::uint32_t> m_byText;
};

/// Where users put vocabularies of their own: userDataDir()/vocabulary. A file of the name of a built-in one takes its
/// place.
Path userVocabularyDir();

struct LoadedVocabulary {
    Vocabulary vocabulary;
    std::vector<VocabularyProblem> problems;
};

/// The built-in vocabulary (resources/vocabulary) with the user's own files, in order of their names. A bad file of
/// the user's is left out and told of.
LoadedVocabulary loadVocabulary(const Path& userDir = userVocabularyDir());

} // namespace prolap::library
