#include "core/fetch/model_fetch.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/content_hash.h"
#include "core/fetch/checksum_list.h"
#include "core/fetch/folder_lock.h"
#include "core/fetch/free_space.h"
#include "core/progress.h"
#include "core/rate_meter.h"

namespace prolap::fetch {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

void makeFolder(const Path& folder)
{
    std::error_code code;
    fs::create_directories(folder, code);
    if (!code)
        return;
    const ErrorKind kind = code == std::errc::no_space_on_device      ? ErrorKind::DiskFull
                           : code == std::errc::read_only_file_system ? ErrorKind::ReadOnly
                           : code == std::errc::permission_denied     ? ErrorKind::Permission
                                                                      : ErrorKind::BadInput;
    throw Error(kind, fmt::format("The folder {} cannot be made: {}.", displayText(folder), code.message()));
}

/// One call of fetchModel, with its lock held.
class ModelFetch {
public:
    ModelFetch(const PublishedModel& model, const ModelFetchOptions& options, RunControl& control,
               const ModelFetchCallbacks& callbacks)
        : m_model(model),
          m_options(options),
          m_control(control),
          m_callbacks(callbacks),
          m_lock(options.folder),
          m_sums(options.folder),
          m_downloader(options.download,
                       {[this](const DownloadProgress& progress) { show(progress); }, callbacks.retry})
    {
        for (const PublishedFile& file : model.files)
            m_sizes.push_back(file.bytes);
        m_progress.filesTotal = static_cast<int>(model.files.size());
        m_report.folder = options.folder;
    }

    ModelFetchReport run()
    {
        std::vector<bool> kept;
        std::int64_t missing = 0;
        for (std::size_t i = 0; i < m_model.files.size(); ++i) {
            kept.push_back(keep(i));
            if (m_control.stopRequested())
                return end(Outcome::Cancelled);
            if (!kept.back())
                missing += m_model.files[i].bytes - partSize(m_model.files[i]);
        }
        requireSpace(m_options.folder, missing, m_model.name);
        for (std::size_t i = 0; i < m_model.files.size(); ++i) {
            if (!kept[i] && !fetch(i))
                return end(Outcome::Cancelled);
        }
        return end(Outcome::Done);
    }

private:
    Path pathOf(const PublishedFile& file) const { return m_options.folder / file.name; }

    std::int64_t partSize(const PublishedFile& file) const
    {
        std::error_code none;
        const auto size = fs::file_size(pathOf(file).native() + ".part", none);
        return none ? 0 : std::min(file.bytes, static_cast<std::int64_t>(size));
    }

    /// Whether a file is here as SHA256SUMS lists it.
    bool keep(std::size_t index)
    {
        const PublishedFile& file = m_model.files[index];
        const std::string listed = m_sums.find(file.name);
        std::error_code none;
        if (listed.empty() || !fs::is_regular_file(pathOf(file), none))
            return false;
        begin(index, ModelFetchProgress::Stage::Checking);
        if (fileSha256(pathOf(file), m_control.token()) != listed)
            return false;
        finish(index,
               {file.name, static_cast<std::int64_t>(fs::file_size(pathOf(file))), listed, VerifiedBy::Earlier, true});
        return true;
    }

    /// False when stopped.
    bool fetch(std::size_t index)
    {
        const PublishedFile& file = m_model.files[index];
        begin(index, ModelFetchProgress::Stage::Downloading);
        DownloadRequest request;
        request.url = fileUrl(m_options.server.empty() ? publishedModels().server : m_options.server, file);
        request.file = pathOf(file);
        request.page = m_model.page;
        request.sha256 = file.sha256;
        request.largestBytes = 4 * file.bytes + (1 << 20);
        request.allowUnverified = m_options.allowUnverified;
        request.mayReplace = !m_sums.find(file.name).empty();
        const DownloadResult result = m_downloader.download(request, m_control);
        m_report.received += result.received;
        m_receivedHere = 0;
        if (result.outcome == Outcome::Cancelled)
            return false;
        const VerifiedBy by = result.verified.by;
        const bool known = by == VerifiedBy::Pinned || by == VerifiedBy::AnnouncedSha256;
        const std::string sha256 = known ? result.verified.hex : fileSha256(request.file, m_control.token());
        if (sha256.empty())
            return false;
        m_sums.record(file.name, sha256);
        finish(index, {file.name, result.bytes, sha256, by, result.wasThere});
        return true;
    }

    void begin(std::size_t index, ModelFetchProgress::Stage stage)
    {
        m_index = index;
        m_progress.stage = stage;
        m_progress.file = m_model.files[index].name;
        m_progress.fileBytes = 0;
        m_progress.fileBytesTotal = m_sizes[index];
        show();
    }

    void finish(std::size_t index, FetchedFile file)
    {
        m_sizes[index] = file.bytes;
        m_done += file.bytes;
        m_here = 0;
        m_progress.fileBytes = m_progress.fileBytesTotal = file.bytes;
        ++m_progress.filesDone;
        if (m_callbacks.file)
            m_callbacks.file(file);
        m_report.files.push_back(std::move(file));
    }

    void show(const DownloadProgress& progress)
    {
        m_progress.stage = progress.stage == DownloadProgress::Stage::Verifying
                               ? ModelFetchProgress::Stage::Verifying
                               : ModelFetchProgress::Stage::Downloading;
        m_progress.fileBytes = m_here = progress.done;
        if (progress.total > 0)
            m_sizes[m_index] = progress.total;
        m_progress.fileBytesTotal = m_sizes[m_index];
        m_receivedHere = progress.received;
        m_meter.add(Clock::now(), static_cast<double>(m_report.received + m_receivedHere));
        show();
    }

    void show(bool last = false)
    {
        if (!m_callbacks.progress || (!m_throttle.due() && !last))
            return;
        m_progress.bytes = m_done + m_here;
        m_progress.bytesTotal = 0;
        for (const std::int64_t size : m_sizes)
            m_progress.bytesTotal += size;
        m_progress.rate = m_meter.rate();
        m_progress.secondsLeft = m_meter.secondsFor(
            static_cast<double>(std::max<std::int64_t>(0, m_progress.bytesTotal - m_progress.bytes)));
        m_callbacks.progress(m_progress);
    }

    ModelFetchReport end(Outcome outcome)
    {
        show(true);
        m_report.outcome = outcome;
        m_report.seconds = std::chrono::duration<double>(Clock::now() - m_start).count();
        return std::move(m_report);
    }

    const PublishedModel& m_model;
    const ModelFetchOptions& m_options;
    RunControl& m_control;
    const ModelFetchCallbacks& m_callbacks;
    const FolderLock m_lock;
    ChecksumList m_sums;
    Downloader m_downloader;

    const Clock::time_point m_start = Clock::now();
    ProgressThrottle m_throttle;
    RateMeter m_meter;
    ModelFetchProgress m_progress;
    ModelFetchReport m_report;
    std::vector<std::int64_t> m_sizes; ///< of the files, about until they are known
    std::size_t m_index = 0;           ///< of the file that is worked on
    std::int64_t m_done = 0;           ///< bytes of the files that are complete
    std::int64_t m_here = 0;           ///< bytes of the file that is worked on
    std::int64_t m_receivedHere = 0;   ///< of these, over the network
};

} // namespace

Path userModelsFolder()
{
    return userDataDir() / "models";
}

ModelFetchReport fetchModel(const PublishedModel& model, const ModelFetchOptions& options, RunControl& control,
                            const ModelFetchCallbacks& callbacks)
{
    makeFolder(options.folder);
    return ModelFetch(model, options, control, callbacks).run();
}

Presence presenceOf(const PublishedModel& model, const Path& folder)
{
    const ChecksumList sums(folder);
    std::size_t complete = 0;
    bool some = false;
    for (const PublishedFile& file : model.files) {
        std::error_code none;
        const bool there = fs::is_regular_file(folder / file.name, none);
        some = some || there || fs::exists((folder / file.name).native() + ".part", none);
        complete += there && !sums.find(file.name).empty() ? 1 : 0;
    }
    return complete == model.files.size() ? Presence::Complete : some ? Presence::Partly : Presence::None;
}

} // namespace prolap::fetch
