#include "core/train/data/library_lists.h"

#include "db/collection_table.h"
#include "db/label_table.h"

namespace prolap::train {

LibraryLists libraryLists(const Path& library)
{
    db::OpenOptions reading;
    reading.mode = db::OpenMode::Read;
    db::Catalogue catalogue(library, reading);
    const db::Snapshot snapshot(catalogue);
    LibraryLists lists;
    lists.tags = db::LabelTable(catalogue).allTags();
    for (const db::Collection& collection : db::CollectionTable(catalogue).all())
        lists.collections.emplace_back(collection.name, collection.clips);
    return lists;
}

} // namespace prolap::train
