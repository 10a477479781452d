#include "core/library/file_listing.h"

#include <atomic>
#include <chrono>
#include <new>
#include <optional>
#include <thread>

#include "core/audio/probe.h"
#include "core/content_hash.h"
#include "core/library/file_facts.h"
#include "db/clip_table.h"

namespace prolap::library {

namespace {

/// What reading one file's header gave.
struct Look {
    bool done = false; ///< false: stopped before
    bool gone = false;
    std::string contentHash; ///< where it was worth having
    std::optional<audio::AudioInfo> info;
    std::string failure;
    ErrorKind failureKind = ErrorKind::Corrupt;
};

Look lookAt(const FreshFile& file, const MovedFiles& moved, RunControl& control)
{
    Look look;
    if (!control.checkpoint())
        return look;
    try {
        const bool touched = file.before && !file.before->contentHash.empty() && file.before->size == file.file.size;
        if (touched || (!file.before && moved.mayHold(file.file.size))) {
            look.contentHash = fileSha256(file.absolute, control.token());
            if (look.contentHash.empty())
                return look;
        }
        if (touched && look.contentHash == file.before->contentHash) {
            look.done = true;
            return look;
        }
        look.info = audio::probe(file.absolute);
    } catch (const Error& error) {
        look.failure = error.what();
        look.failureKind = error.kind();
        look.gone = error.kind() == ErrorKind::NotFound;
    } catch (const std::bad_alloc&) {
        look.failure = "There is not enough memory to read " + displayText(file.absolute);
        look.failureKind = ErrorKind::OutOfMemory;
    } catch (const std::exception& error) {
        look.failure = "Reading " + displayText(file.absolute) + " failed: " + error.what();
        look.failureKind = ErrorKind::Internal;
    }
    look.done = true;
    return look;
}

/// Puts what was seen of one file into the catalogue.
void record(db::ClipTable& clips, const FreshFile& file, const Look& look, MovedFiles& moved, ListingResult& result,
            std::vector<IndexFailure>& failures)
{
    const db::ListedFile listed = listedFile(file.root, file.file);
    if (look.gone)
        return; // vanished since the scan: the next one will say so
    if (file.before && !look.contentHash.empty() && look.contentHash == file.before->contentHash) {
        clips.move(file.before->id, listed);
        ++result.unchanged;
        return;
    }
    if (!file.before) {
        if (const auto clip = moved.take(file.file, look.contentHash)) {
            clips.move(clip->id, listed);
            ++result.moved;
            return;
        }
    }
    if (look.info) {
        clips.list(listed, clipFacts(*look.info));
        return;
    }
    clips.listFailed(mayPass(look.failureKind) ? toBeTriedAgain(listed) : listed, look.failure);
    failures.push_back({file.absolute, look.failure});
}

} // namespace

ListingResult listFiles(db::Catalogue& catalogue, const std::vector<FreshFile>& files, MovedFiles& moved, int threads,
                        RunControl& control, const ListingStep& step)
{
    // Chunks that grow and shrink so that each takes about a quarter of a second: order stays that of the files.
    constexpr std::chrono::milliseconds kChunkTime(250);
    std::size_t chunk = 32;
    ListingResult result;
    db::ClipTable clips(catalogue);
    for (std::size_t from = 0; from < files.size() && !control.stopRequested();) {
        const std::size_t count = std::min(chunk, files.size() - from);
        const auto began = std::chrono::steady_clock::now();
        std::vector<Look> looks(count);
        {
            std::atomic<std::size_t> next = 0;
            const auto work = [&] {
                for (std::size_t i = next++; i < count; i = next++)
                    looks[i] = lookAt(files[from + i], moved, control);
            };
            std::vector<std::jthread> others;
            for (int t = 1; t < threads && static_cast<std::size_t>(t) < count; ++t)
                others.emplace_back(work);
            work();
        }
        const auto took = std::chrono::steady_clock::now() - began;

        db::Transaction transaction(catalogue);
        std::vector<IndexFailure> failures;
        std::size_t done = 0;
        for (; done < count && looks[done].done; ++done)
            record(clips, files[from + done], looks[done], moved, result, failures);
        transaction.commit();
        from += done;
        step(from, failures);
        if (took < kChunkTime / 2)
            chunk = std::min<std::size_t>(chunk * 2, 4096);
        else if (took > kChunkTime)
            chunk = std::max<std::size_t>(chunk / 2, 8);
    }
    return result;
}

} // namespace prolap::library
