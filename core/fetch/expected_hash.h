#pragma once

#include <stop_token>
#include <string>

#include "core/fetch/http_answer.h"
#include "core/paths.h"

namespace prolap::fetch {

/// By what a file was found to be the right one.
enum class VerifiedBy {
    Pinned,          ///< its SHA-256 is in the list of published models
    AnnouncedSha256, ///< the server announced its SHA-256
    AnnouncedGitId,  ///< the server announced its id in git, a SHA-1
    Earlier,         ///< it still has the SHA-256 that SHA256SUMS recorded when it was fetched
    Nothing,         ///< nobody says what its hash should be
};

/// What a file's bytes shall amount to.
struct ExpectedHash {
    VerifiedBy by = VerifiedBy::Nothing;
    std::string hex; ///< lower case; empty for Nothing
};

/// What the model hub announces of a file: the SHA-256 of a large one as `x-linked-etag`, the git id of a small one
/// (SHA-1 of "blob SIZE\0" and the bytes) as `x-linked-etag` or as plain etag. Nothing where neither has the form of
/// such a hash.
ExpectedHash announcedHash(const HttpAnswer& answer);

/// `SHA-256` or `git id`.
const char* hashName(VerifiedBy by);

/// The hash of a file's bytes: its git id for AnnouncedGitId, else its SHA-256. Empty when stopped.
/// Errors: Error(NotFound, Permission, Internal).
std::string hashOfFile(const Path& file, VerifiedBy by, std::stop_token stop);

} // namespace prolap::fetch
