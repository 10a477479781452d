#pragma once

#include <stdexcept>
#include <string>

namespace prolap {

/// Why an operation could not go on. Front-ends choose an exit code or an icon by it, never a text.
enum class ErrorKind {
    BadInput,     ///< a file, option or value that the caller handed in is unusable
    NotFound,     ///< it is not there
    Permission,   ///< it is there, but may not be read or written
    Unsupported,  ///< well-formed, but of a kind this program does not handle
    Corrupt,      ///< damaged: truncated, checksum or structure wrong
    Incompatible, ///< fine in itself, but does not fit what it is used with (sizes, versions)
    Busy,         ///< held by another process
    DiskFull,
    ReadOnly,
    OutOfMemory,
    Unreachable, ///< the network, or the server at its other end
    Internal, ///< a library underneath failed in a way that has no better kind
};

/// Thrown when an operation cannot go on. what() is one sentence for a person: which file, what was expected, what
/// was found, and what to do. Errors of torch, SQLite and libav become this at their folder's edge.
class Error : public std::runtime_error {
public:
    Error(ErrorKind kind, const std::string& sentence);

    ErrorKind kind() const noexcept { return m_kind; }

private:
    ErrorKind m_kind;
};

/// How a run that was not broken by an error ended.
enum class Outcome { Done, Cancelled };

} // namespace prolap
