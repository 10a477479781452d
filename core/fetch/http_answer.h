#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace prolap::fetch {

/// What a server says before the body of an answer, over all redirects that led to it.
struct HttpAnswer {
    int status = 0;      ///< of the last answer
    std::string etag;    ///< of the last answer, with its quotes and W/; empty: none
    std::string homeTag; ///< first etag of the chain, as long as it had not left for another address
    /// The model hub's headers, from the first answer that had them: the hash and the size of what it redirects to.
    std::string linkedTag;
    std::optional<std::int64_t> linkedSize;
    std::optional<std::int64_t> bodySize;   ///< bytes that follow
    std::optional<std::int64_t> rangeStart; ///< of a 206
    std::optional<std::int64_t> rangeTotal; ///< of a 206 or 416: size of the whole
    std::optional<std::int64_t> retryAfterSeconds;
    std::string location; ///< of the last redirect

    /// Size of the whole file; nothing where the server does not say.
    std::optional<std::int64_t> totalSize() const;
};

/// Collects the header lines of a chain of answers, as they come.
class HttpAnswerReader {
public:
    /// One line, with or without its line break. A status line begins the next answer of the chain.
    void add(std::string_view line);
    const HttpAnswer& answer() const { return m_answer; }

private:
    HttpAnswer m_answer;
    bool m_atHome = true;
};

/// An etag that says "the same bytes" (RFC 9110, 8.8.1), as a conditional range request needs it.
bool isStrongTag(std::string_view etag);
/// What stands between the quotes of an etag, without W/.
std::string_view tagText(std::string_view etag);

} // namespace prolap::fetch
