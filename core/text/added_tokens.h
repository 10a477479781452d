#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace prolap::text {

/// A string that is one token wherever it stands in the raw text, before anything else is done to it.
struct AddedToken {
    std::string content;
    std::int32_t id = 0;
    bool stripLeft = false;  ///< swallows the white space before it
    bool stripRight = false; ///< swallows the white space behind it
};

/// Finds added tokens in a text: the leftmost first, of several at one place the longest.
class AddedTokens {
public:
    AddedTokens() = default;
    explicit AddedTokens(std::vector<AddedToken> tokens);

    /// Calls text(piece) for each non-empty piece between added tokens and token(id) for each added token, in order.
    /// A callback that returns false ends the walk.
    void split(std::string_view utf8, const std::function<bool(std::string_view)>& text,
               const std::function<bool(std::int32_t)>& token) const;

private:
    const AddedToken* at(std::string_view rest) const;

    std::vector<AddedToken> m_tokens; ///< longest first
    std::string m_firstBytes;
};

} // namespace prolap::text
