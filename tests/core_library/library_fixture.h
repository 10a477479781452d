#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include <QTemporaryDir>
#include <QtGlobal>

#include "core/library/indexer.h"
#include "core/library/library_view.h"
#include "core/library/search_service.h"
#include "db/catalogue.h"
#include "db/clip_table.h"
#include "db/root_table.h"
#include "db/run_lock.h"
#include "db/vector_table.h"
#include "tests/core_library/band_embedder.h"
#include "tests/core_library/sound_files.h"

namespace prolap::test {

/// A folder for sounds, one for the catalogue and one for caches, all gone at the end.
struct LibraryFixture {
    LibraryFixture() : base(Path(dir.path().toStdString()))
    {
        qputenv("XDG_CACHE_HOME", QByteArray::fromStdString((base / "cache").native()));
        std::filesystem::create_directories(sounds);
    }

    ~LibraryFixture()
    {
        // Qt cannot remove files whose names are not UTF-8.
        std::error_code ignored;
        std::filesystem::remove_all(base, ignored);
    }
    LibraryFixture(const LibraryFixture&) = delete;
    LibraryFixture& operator=(const LibraryFixture&) = delete;

    library::IndexReport index(std::vector<Path> folders, const library::IndexCallbacks& callbacks = {})
    {
        RunControl control;
        library::IndexOptions options;
        options.folders = std::move(folders);
        return library::indexFolders(catalogue, *embedder, options, control, callbacks);
    }
    library::IndexReport index() { return index({sounds}); }

    /// Every clip as "path relative to the sounds' folder: state", states l (listed), L (listened), F (failed), with
    /// m when missing and v when it has vectors.
    std::map<std::string, std::string> clips(const Path& root)
    {
        db::Catalogue opened(catalogue);
        db::ClipTable table(opened);
        const auto id = db::RootTable(opened).find(root);
        const auto set = db::VectorTable(opened).findSet(embedder->info().id);
        std::map<std::string, std::string> found;
        if (!id)
            return found;
        for (const auto& [path, file] : table.known(*id)) {
            std::string state = file.state == db::ClipState::Listed     ? "l"
                                : file.state == db::ClipState::Listened ? "L"
                                                                        : "F";
            if (file.missing)
                state += "m";
            if (set && !db::VectorTable(opened).windowsOf(set->id, file.id).empty())
                state += "v";
            found[path] = state;
        }
        return found;
    }
    std::map<std::string, std::string> clips() { return clips(sounds); }

    QTemporaryDir dir;
    Path base;
    Path sounds = base / "sounds";
    Path catalogue = base / "data" / "library.db";
    std::shared_ptr<BandEmbedder> embedder = std::make_shared<BandEmbedder>();
};

} // namespace prolap::test
