#include "core/library/clip_writer.h"

#include <utility>

#include "core/library/file_facts.h"
#include "db/clip_table.h"

namespace prolap::library {

namespace {

constexpr std::chrono::milliseconds kTransactionTime(500);
constexpr std::size_t kTransactionBytes = 64U << 20;

} // namespace

void ClipWriter::add(ListenedClip&& clip)
{
    if (m_waiting.empty())
        m_since = std::chrono::steady_clock::now();
    m_bytes += (clip.windows.mean.size() + clip.windows.logVar.size()) * sizeof(float);
    m_waiting.push_back(std::move(clip));
}

bool ClipWriter::due() const
{
    return !m_waiting.empty() &&
           (m_bytes > kTransactionBytes || std::chrono::steady_clock::now() - m_since >= kTransactionTime);
}

ClipWriter::Written ClipWriter::flush()
{
    Written written;
    if (m_waiting.empty())
        return written;
    db::Transaction transaction(m_catalogue);
    for (const ListenedClip& clip : m_waiting)
        write(clip, written);
    transaction.commit();
    m_waiting.clear();
    m_bytes = 0;
    return written;
}

void ClipWriter::write(const ListenedClip& clip, Written& written)
{
    const ListenTask& task = m_tasks[clip.task];
    const db::KnownFile& file = task.file;
    db::ClipTable clips(m_catalogue);
    const std::optional<FoundFile> now = statFile(task.absolute, file.path);
    if (clips.find(file.root, file.path) != file.id)
        return; // forgotten by the user since
    if (!now) {
        clips.markMissing(std::span(&file.id, 1));
        ++written.missing;
        return;
    }
    if (now->size != file.size || now->mtimeNs != file.mtimeNs) {
        // Neither what it was nor surely what it is: the next run reads it again.
        written.failures.push_back({task.absolute, displayText(task.absolute) + " changed while it was read"});
        ++written.failed;
        return;
    }
    if (!clip.summary) {
        const db::ListedFile listed{file.root, file.path, file.size, file.mtimeNs};
        if (mayPass(clip.failureKind))
            clips.list(toBeTriedAgain(listed));
        clips.recordFailure(file.id, clip.failure);
        written.failures.push_back({task.absolute, clip.failure});
        ++written.failed;
        return;
    }
    if (!clip.summary->damaged.empty())
        written.failures.push_back({task.absolute, clip.summary->damaged});
    written.audioSeconds += clip.summary->info.durationSeconds;
    written.windows += static_cast<std::int64_t>(clip.windows.count);
    ++written.indexed;
    clips.recordListened(file.id, listenedFacts(*clip.summary));
    writeVectors(task, clip);
}

void ClipWriter::writeVectors(const ListenTask& task, const ListenedClip& clip)
{
    const std::vector<float> u = model::uncertainties(clip.windows);
    std::vector<db::WindowIn> windows;
    for (std::size_t i = 0; i < clip.windows.count; ++i)
        windows.push_back({clip.places[i].first,
                           clip.places[i].second,
                           {clip.windows.meanOf(i), clip.windows.logVarOf(i),
                            u.empty() ? std::optional<float>() : std::optional<float>(u[i])}});
    const model::Embeddings whole = model::aggregateWindows(clip.windows);
    const std::vector<float> wholeU = model::uncertainties(whole);
    db::VectorTable(m_catalogue)
        .replace(m_set.id, task.file.id, windows,
                 {whole.meanOf(0), whole.logVarOf(0),
                  wholeU.empty() ? std::optional<float>() : std::optional<float>(wholeU[0])});
}

} // namespace prolap::library
