#include "core/library/query/query_vocabulary.h"

#include "db/catalogue.h"
#include "db/clip_table.h"
#include "db/collection_table.h"
#include "db/label_table.h"

namespace prolap::library {

namespace {

constexpr std::size_t kFolders = 5000;

} // namespace

QueryVocabulary readVocabulary(const Path& catalogue)
{
    db::Catalogue opened(catalogue);
    QueryVocabulary vocabulary;
    for (auto& [tag, clips] : db::LabelTable(opened).allTags())
        vocabulary.tags.push_back(std::move(tag));
    for (db::Collection& collection : db::CollectionTable(opened).all())
        vocabulary.collections.push_back(std::move(collection.name));
    vocabulary.folders = db::ClipTable(opened).folders(kFolders);
    vocabulary.formats = db::ClipTable(opened).containers();
    return vocabulary;
}

} // namespace prolap::library
