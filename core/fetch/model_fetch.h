#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/fetch/downloader.h"
#include "core/fetch/published_models.h"

namespace prolap::fetch {

struct ModelFetchOptions {
    Path folder;        ///< of the model; made when it is not there
    std::string server; ///< empty: the one of the list; a mirror has the same paths
    bool allowUnverified = false;
    DownloadOptions download;
};

struct ModelFetchProgress {
    enum class Stage { Checking, Downloading, Verifying };
    Stage stage = Stage::Downloading;
    std::string file;
    int filesDone = 0;
    int filesTotal = 0;
    std::int64_t fileBytes = 0;      ///< of the file, that are here
    std::int64_t fileBytesTotal = 0; ///< about, until the server has said it
    std::int64_t bytes = 0;          ///< of all files
    std::int64_t bytesTotal = 0;     ///< about
    double rate = 0;                 ///< bytes a second
    double secondsLeft = -1;         ///< negative while it is not known
};

struct FetchedFile {
    std::string name;
    std::int64_t bytes = 0;
    std::string sha256;
    VerifiedBy verified = VerifiedBy::Nothing;
    bool wasThere = false; ///< nothing of it had to be fetched
};

struct ModelFetchReport {
    Outcome outcome = Outcome::Done;
    Path folder;
    std::vector<FetchedFile> files;
    std::int64_t received = 0; ///< bytes over the network
    double seconds = 0;
};

/// Called from the calling thread.
struct ModelFetchCallbacks {
    std::function<void(const ModelFetchProgress&)> progress; ///< at most every 60 ms; the last one always arrives
    std::function<void(const FetchedFile&)> file;
    std::function<void(const std::string& why, std::chrono::milliseconds wait)> retry;
};

/// Where the models of this user lie, each in a folder of its name.
Path userModelsFolder();

/// Brings all files of a published model into a folder and lists them in its SHA256SUMS. Files that are complete are
/// kept: those that SHA256SUMS lists and whose bytes are still these, and those that lie there and have the right hash.
/// A file of another content that this program did not fetch is never overwritten. Stopped, broken off or killed, the
/// next call goes on. Errors: those of Downloader::download; Error(Busy) while another process fetches into the folder;
/// Error(DiskFull) before anything is fetched when the disk has no room for it.
ModelFetchReport fetchModel(const PublishedModel& model, const ModelFetchOptions& options, RunControl& control,
                            const ModelFetchCallbacks& callbacks);

/// How much of a model lies in a folder, by a look at SHA256SUMS and the sizes alone.
enum class Presence { None, Partly, Complete };
Presence presenceOf(const PublishedModel& model, const Path& folder);

} // namespace prolap::fetch
