#include "core/library/export/clip_export.h"

#include <algorithm>
#include <set>

#include "core/library/export/copy_file.h"
#include "core/library/export/list_file.h"
#include "core/library/export/name_template.h"
#include "core/library/export/zip_file.h"
#include "core/library/library_view.h"

namespace prolap::library {

namespace {

constexpr std::size_t kChunk = 500;

/// File names, each once: a second one of a name gets a number.
class Names {
public:
    Path take(const Path& wanted)
    {
        Path name = wanted;
        for (int number = 2; !m_taken.insert(name.native()).second; ++number)
            name = wanted.stem().native() + " (" + std::to_string(number) + ")" + wanted.extension().native();
        return name;
    }

private:
    std::set<std::string> m_taken;
};

std::vector<ClipDetails> detailsOf(const Path& catalogue, const std::vector<ClipId>& clips, const std::stop_token& stop)
{
    LibraryView view(catalogue, {});
    std::vector<ClipDetails> all;
    all.reserve(clips.size());
    for (std::size_t from = 0; from < clips.size() && !stop.stop_requested(); from += kChunk) {
        std::vector<ClipDetails> some =
            view.details(std::span(clips).subspan(from, std::min(kChunk, clips.size() - from)));
        std::ranges::move(some, std::back_inserter(all));
    }
    return all;
}

/// Calls each(clip) for all and keeps the books; stops when asked.
void forEachClip(const std::vector<ClipDetails>& clips, const ProgressFn& progress, const std::stop_token& stop,
                 ExportReport& report, const std::function<void(const ClipDetails&)>& each)
{
    ProgressThrottle throttle;
    for (std::size_t i = 0; i < clips.size(); ++i) {
        if (stop.stop_requested())
            break;
        if (progress && throttle.due())
            progress({static_cast<std::int64_t>(i), static_cast<std::int64_t>(clips.size()), clips[i].name});
        try {
            each(clips[i]);
        } catch (const Error& error) {
            // The target's trouble ends it, a source's does not.
            if (error.kind() == ErrorKind::DiskFull || error.kind() == ErrorKind::ReadOnly)
                throw;
            report.failures.push_back({clips[i].path, error.what()});
        }
    }
    if (progress)
        progress({static_cast<std::int64_t>(clips.size()), static_cast<std::int64_t>(clips.size()), {}});
}

void copyAll(const ExportRequest& request, const std::vector<ClipDetails>& clips, const ProgressFn& progress,
             const std::stop_token& stop, ExportReport& report)
{
    std::error_code failed;
    std::filesystem::create_directories(request.target, failed);
    if (failed)
        throw Error(failed == std::errc::permission_denied ? ErrorKind::Permission : ErrorKind::Internal,
                    "The folder " + displayText(request.target) + " cannot be made: " + failed.message() + ".");
    Names names;
    forEachClip(clips, progress, stop, report, [&](const ClipDetails& clip) {
        Path to = request.target / names.take(clip.path.filename());
        std::error_code ignored;
        if (std::filesystem::exists(std::filesystem::symlink_status(to, ignored))) {
            if (request.existing == Existing::Keep || std::filesystem::equivalent(clip.path, to, ignored)) {
                ++report.kept; // never a file onto itself
                return;
            }
            if (request.existing == Existing::Number)
                to = freeName(to);
        }
        if (copyFile(clip.path, to, stop))
            ++report.written;
    });
}

} // namespace

ExportReport exportClips(const Path& catalogue, const ExportRequest& request, const ProgressFn& progress,
                         const std::stop_token& stop)
{
    ExportReport report;
    report.target = request.target;
    const std::vector<ClipDetails> clips = detailsOf(catalogue, request.clips, stop);
    if (request.kind == ExportKind::Folder) {
        copyAll(request, clips, progress, stop, report);
        report.outcome = stop.stop_requested() ? Outcome::Cancelled : Outcome::Done;
        return report;
    }
    std::error_code ignored;
    if (std::filesystem::exists(request.target, ignored)) {
        if (request.existing == Existing::Keep) {
            report.kept = 1;
            return report;
        }
        if (request.existing == Existing::Number)
            report.target = freeName(request.target);
    }
    if (request.kind == ExportKind::Zip) {
        ZipFile zip(report.target);
        Names names;
        forEachClip(clips, progress, stop, report, [&](const ClipDetails& clip) {
            if (zip.add(clip.path, displayText(names.take(clip.path.filename())), stop))
                ++report.written;
        });
        if (!stop.stop_requested())
            zip.finish();
    } else {
        ListFile list(report.target, request.kind);
        forEachClip(clips, progress, stop, report, [&](const ClipDetails& clip) {
            list.add(clip);
            ++report.written;
        });
        if (!stop.stop_requested())
            list.finish();
    }
    if (stop.stop_requested()) {
        report.outcome = Outcome::Cancelled;
        report.written = 0; // the file is not there
    }
    return report;
}

} // namespace prolap::library
