#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include "core/error.h"
#include "core/fetch/expected_hash.h"
#include "core/fetch/http_client.h"
#include "core/paths.h"
#include "core/run_control.h"

namespace prolap::fetch {

struct DownloadOptions {
    std::chrono::milliseconds deadAfter{30'000}; ///< a connection that brings nothing for so long is given up
    int tries = 5;                               ///< in a row that bring nothing new
    std::chrono::milliseconds firstWait{1'000};  ///< before the second try; doubled each time, at most half a minute
};

struct DownloadRequest {
    std::string url;
    Path file;                     ///< where it shall lie
    std::string page;              ///< where a person finds it, for messages
    std::string sha256;            ///< as it must be; empty: as the server announces
    std::int64_t largestBytes = 0; ///< a larger one is refused; 0: any size
    bool allowUnverified = false;  ///< take a file of which nobody says what its hash should be
    bool mayReplace = false;       ///< whether another file of that name may be overwritten
};

struct DownloadProgress {
    enum class Stage { Downloading, Verifying };
    Stage stage = Stage::Downloading;
    std::int64_t done = 0;     ///< bytes that are here
    std::int64_t total = 0;    ///< 0: not known
    std::int64_t received = 0; ///< bytes that this call has got over the network; never falls
};

struct DownloadCallbacks {
    std::function<void(const DownloadProgress&)> progress;                             ///< for each piece that comes
    std::function<void(const std::string& why, std::chrono::milliseconds wait)> retry; ///< before waiting
};

struct DownloadResult {
    Outcome outcome = Outcome::Done;
    ExpectedHash verified;     ///< what its bytes amount to, where that could be checked
    std::int64_t bytes = 0;    ///< size of the file
    std::int64_t received = 0; ///< of it over the network
    bool wasThere = false;     ///< the right file lay there already
};

/// Downloads files one after another. A broken download goes on where it stopped, in this call and in a later one (a
/// FILE.part lies beside the file's place, see PartFile), as long as the server's file is still the same; else it
/// begins anew. The file gets its name only when its size and hash are right; one with another hash is deleted.
///
///     Downloader downloader({}, {});
///     const DownloadResult result = downloader.download(request, control);
///
/// Threads: one at a time.
class Downloader {
public:
    Downloader(DownloadOptions options, DownloadCallbacks callbacks);

    /// Errors: Error(Unreachable) without a connection or when it broke off too often; Error(NotFound, Permission,
    /// Internal) by the server's answer; Error(Corrupt) for a wrong hash or size; Error(Incompatible) when the server
    /// announces another hash than the one asked for; Error(Unsupported) for a file without any hash; Error(BadInput)
    /// when another file lies there; Error(DiskFull, Permission, ReadOnly) of the disk; those of HttpClient::get.
    DownloadResult download(const DownloadRequest& request, RunControl& control);

private:
    DownloadOptions m_options;
    DownloadCallbacks m_callbacks;
    HttpClient m_client;
    bool m_reached = false; ///< some server answered before
};

} // namespace prolap::fetch
