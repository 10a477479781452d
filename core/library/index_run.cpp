#include "core/library/index_run.h"

#include <algorithm>
#include <exception>
#include <span>
#include <thread>
#include <unordered_set>
#include <utility>

#include "core/error.h"
#include "core/library/clip_writer.h"
#include "core/library/file_listing.h"
#include "core/rate_meter.h"
#include "db/clip_table.h"
#include "db/root_table.h"

namespace prolap::library {

namespace {

constexpr std::size_t kIdsATransaction = 4096;

/// Calls `work` with parts of at most kIdsATransaction.
template <typename Work> void inParts(const std::vector<ClipId>& ids, const Work& work)
{
    for (std::size_t from = 0; from < ids.size(); from += kIdsATransaction)
        work(std::span(ids).subspan(from, std::min(kIdsATransaction, ids.size() - from)));
}

db::Catalogue openWritable(const Path& path)
{
    db::Catalogue catalogue(path);
    if (!catalogue.writable())
        throw Error(catalogue.outcome() == db::OpenOutcome::Corrupt ? ErrorKind::Corrupt : ErrorKind::ReadOnly,
                    catalogue.readOnlyReason());
    return catalogue;
}

/// An error in the run ends a pause too: the pipeline's threads must come to their ends.
class StopWhenThrown {
public:
    explicit StopWhenThrown(RunControl& control) : m_control(control) {}
    ~StopWhenThrown()
    {
        if (std::uncaught_exceptions() > m_exceptions)
            m_control.requestStop();
    }

private:
    RunControl& m_control;
    const int m_exceptions = std::uncaught_exceptions();
};

} // namespace

IndexRun::IndexRun(const Path& catalogue, const model::Embedder& embedder, const IndexOptions& options,
                   RunControl& control, const IndexCallbacks& callbacks)
    : m_embedder(embedder),
      m_options(options),
      m_control(control),
      m_notices(callbacks),
      m_lock(catalogue),
      m_catalogue(openWritable(catalogue)),
      m_set(db::VectorTable(m_catalogue)
                .openSet(embedder.info().id, embedder.info().name, embedder.info().dim, embedder.info().probabilistic))
{
}

int IndexRun::threads() const
{
    if (m_options.decodeThreads > 0)
        return m_options.decodeThreads;
    return static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

IndexReport IndexRun::run()
{
    m_notices.begin(IndexProgress::Stage::Scanning);
    scan();
    if (!m_control.stopRequested())
        list();
    if (!m_control.stopRequested())
        markGone();
    if (!m_control.stopRequested())
        listen();
    m_notices.begin(IndexProgress::Stage::Finishing);
    m_catalogue.checkpoint();
    m_notices.finish();
    m_report.outcome = m_control.stopRequested() ? Outcome::Cancelled : Outcome::Done;
    m_report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_began).count();
    return std::move(m_report);
}

void IndexRun::scan()
{
    db::RootTable roots(m_catalogue);
    std::size_t before = 0;
    for (RootPlan& plan : planRoots(roots, m_options.folders)) {
        ScanResult scan = scanFolder(plan.scan, m_control, [&](std::size_t found) {
            m_notices.progress().filesDone = static_cast<std::int64_t>(before + found);
            m_notices.report();
        });
        if (scan.stopped)
            return;
        before += scan.files.size();
        takeUp(plan, std::move(scan));
    }
    findMoved();
    m_notices.progress().filesTotal = static_cast<std::int64_t>(before);
    m_notices.progress().filesDone = m_report.unchanged;
}

/// What the scan of one root says, into the lists of this run.
void IndexRun::takeUp(const RootPlan& plan, ScanResult&& scan)
{
    db::RootTable roots(m_catalogue);
    db::ClipTable clips(m_catalogue);
    const auto known = clips.known(plan.root);
    const bool wasThere =
        std::any_of(known.begin(), known.end(), [](const auto& file) { return !file.second.missing; });
    // A mount point without its disk is an empty folder: as long as clips were there, it is taken for that.
    if (!scan.reachable || (scan.empty && scan.failures.empty() && plan.scan.below.empty() && wasThere)) {
        if (plan.scan.below.empty())
            roots.setOnline(plan.root, false);
        return;
    }
    const bool readable = scan.failures.empty() || !scan.empty;
    roots.setOnline(plan.root, readable);
    m_notices.failures(scan.failures);
    std::move(scan.failures.begin(), scan.failures.end(), std::back_inserter(m_report.failures));
    if (!readable)
        return;

    FileChanges changes = compareFiles(plan, scan, known);
    m_report.unchanged += changes.unchanged;
    inParts(changes.reappeared, [&](std::span<const ClipId> ids) { clips.markSeen(ids); });
    std::move(changes.fresh.begin(), changes.fresh.end(), std::back_inserter(m_fresh));
    std::move(changes.gone.begin(), changes.gone.end(), std::back_inserter(m_gone));
    m_plans.push_back(plan);
}

/// Clips whose files are gone: those of the roots scanned, and of other reachable ones where a look at the place tells.
void IndexRun::findMoved()
{
    std::unordered_set<ClipId> gone;
    for (const db::KnownFile& file : m_gone) {
        m_moved.add(file);
        gone.insert(file.id);
    }
    const bool somethingNew =
        std::any_of(m_fresh.begin(), m_fresh.end(), [](const FreshFile& file) { return !file.before; });
    if (!somethingNew)
        return;
    std::unordered_set<std::int64_t> sizes;
    for (const FreshFile& file : m_fresh)
        sizes.insert(file.file.size);
    for (const db::Root& root : db::RootTable(m_catalogue).all()) {
        const bool scanned = std::any_of(m_plans.begin(), m_plans.end(), [&](const RootPlan& plan) {
            return plan.root == root.id && plan.scan.below.empty();
        });
        std::error_code failed;
        if (scanned || !root.online || !std::filesystem::is_directory(root.path, failed))
            continue;
        for (const auto& [path, file] : db::ClipTable(m_catalogue).known(root.id))
            if (!gone.contains(file.id) && sizes.contains(file.size) && !statFile(root.path / file.path, file.path))
                m_moved.add(file);
    }
}

void IndexRun::list()
{
    m_notices.begin(IndexProgress::Stage::Listening);
    const auto step = [&](std::size_t filesDone, const std::vector<IndexFailure>& failures) {
        m_notices.failures(failures);
        m_report.failures.insert(m_report.failures.end(), failures.begin(), failures.end());
        m_report.failed += static_cast<std::int64_t>(failures.size());
        if (filesDone > 0)
            m_notices.progress().current = m_fresh[filesDone - 1].absolute;
        m_notices.changed();
    };
    const ListingResult listed = listFiles(m_catalogue, m_fresh, m_moved, threads(), m_control, step);
    m_report.moved = listed.moved;
    m_report.unchanged += listed.unchanged;
}

/// After the moved ones have been found again: what is still where it was known, and not there.
void IndexRun::markGone()
{
    db::ClipTable clips(m_catalogue);
    std::vector<ClipId> gone;
    for (const RootPlan& plan : m_plans) {
        const auto known = clips.known(plan.root);
        for (const db::KnownFile& file : m_gone) {
            const auto still = known.find(file.path.native());
            if (file.root == plan.root && still != known.end() && still->second.id == file.id)
                gone.push_back(file.id);
        }
    }
    inParts(gone, [&](std::span<const ClipId> ids) { clips.markMissing(ids); });
    m_report.missing += static_cast<std::int64_t>(gone.size());
    if (!gone.empty())
        m_notices.changed();
}

std::vector<ListenTask> IndexRun::tasks()
{
    std::vector<ListenTask> tasks;
    for (db::KnownFile& file : db::ClipTable(m_catalogue).toListen(m_set.id)) {
        for (const RootPlan& plan : m_plans) {
            if (plan.root == file.root && liesIn(file.path, plan.scan.below)) {
                Path absolute = plan.scan.root / file.path;
                tasks.push_back({std::move(file), std::move(absolute)});
                break;
            }
        }
    }
    return tasks;
}

double IndexRun::secondsOf(const std::vector<ListenTask>& tasks)
{
    double seconds = 0;
    std::vector<ClipId> ids;
    for (const ListenTask& task : tasks)
        ids.push_back(task.file.id);
    inParts(ids, [&](std::span<const ClipId> part) {
        for (const db::Clip& clip : db::ClipTable(m_catalogue).clips(part))
            seconds += clip.facts.durationSeconds;
    });
    return seconds;
}

/// Of the tasks, those whose files a former run had listed: known, but not done.
std::int64_t IndexRun::alreadyListed(const std::vector<ListenTask>& tasks) const
{
    std::unordered_set<std::string> fresh;
    for (const FreshFile& file : m_fresh)
        fresh.insert(file.absolute.native());
    return std::count_if(tasks.begin(), tasks.end(),
                         [&](const ListenTask& task) { return !fresh.contains(task.absolute.native()); });
}

void IndexRun::listen()
{
    const std::vector<ListenTask> all = tasks();
    const double totalSeconds = secondsOf(all);
    IndexProgress& progress = m_notices.progress();
    const auto toDo = static_cast<std::int64_t>(all.size());
    progress.filesTotal = std::max(progress.filesTotal, toDo);
    m_report.unchanged -= alreadyListed(all);
    const std::int64_t doneBefore = progress.filesTotal - toDo;
    progress.filesDone = doneBefore;

    RateMeter meter;
    ClipWriter writer(m_catalogue, m_set, all);
    std::int64_t heard = 0;
    bool paused = false;
    const auto write = [&] {
        ClipWriter::Written written = writer.flush();
        m_report.indexed += written.indexed;
        m_report.failed += written.failed;
        m_report.missing += written.missing;
        m_report.windows += written.windows;
        m_report.audioSeconds += written.audioSeconds;
        m_notices.failures(written.failures);
        std::move(written.failures.begin(), written.failures.end(), std::back_inserter(m_report.failures));
        m_notices.changed();
    };
    ListenPipeline pipeline(all, m_embedder, {threads(), static_cast<std::size_t>(std::max(1, m_options.batchWindows))},
                            m_control);
    const StopWhenThrown stopWhenThrown(m_control);
    while (!pipeline.finished()) {
        if (auto clip = pipeline.take(std::chrono::milliseconds(50))) {
            ++heard;
            writer.add(std::move(*clip));
        }
        if (writer.due())
            write();
        if (std::exchange(paused, m_control.paused()) && !paused)
            meter.restart();
        progress.filesDone = doneBefore + heard;
        progress.audioSeconds = pipeline.audioSeconds();
        meter.add(RateMeter::Clock::now(), progress.audioSeconds);
        progress.rate = paused ? 0 : meter.rate();
        progress.etaSeconds = paused ? -1 : meter.secondsFor(std::max(0.0, totalSeconds - progress.audioSeconds));
        if (const auto current = pipeline.current())
            progress.current = all[*current].absolute;
        m_notices.report();
    }
    write();
}

} // namespace prolap::library
