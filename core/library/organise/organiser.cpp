#include "core/library/organise/organiser.h"

#include <algorithm>
#include <functional>

#include "core/error.h"
#include "core/library/organise/label_writing.h"
#include "core/library/organise/rename_files.h"
#include "db/catalogue.h"
#include "db/collection_table.h"
#include "db/label_table.h"
#include "db/mark_table.h"
#include "db/query_history.h"
#include "db/saved_search_table.h"

namespace prolap::library {

namespace {

std::string listed(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text.append(text.empty() ? "" : ", ").append(word);
    return text;
}

CollectionState stateOf(db::CollectionTable& table, CollectionId id)
{
    const std::optional<db::Collection> found = table.get(id);
    if (!found)
        return {id, false, {}, {}};
    return {id, true, found->name, table.clips(id)};
}

SavedSearchState stateOf(db::SavedSearchTable& table, SavedSearchId id)
{
    const std::optional<db::SavedSearch> found = table.get(id);
    if (!found)
        return {id, false, {}, {}};
    return {id, true, found->name, found->query};
}

void requireThere(bool there, const char* what)
{
    if (!there)
        throw Error(ErrorKind::NotFound, std::string("This ") + what + " is no longer in the library.");
}

} // namespace

class Organiser::Impl {
public:
    explicit Impl(const Path& file) : catalogue(file) {}

    /// One transaction: change() on each clip; what differs afterwards is the edit.
    Edit each(Edit::Kind kind, std::string subject, std::span<const ClipId> clips, LabelAspects aspects,
              const std::function<void(ClipId)>& change)
    {
        Edit edit;
        edit.kind = kind;
        edit.subject = std::move(subject);
        db::Transaction transaction(catalogue);
        for (const ClipId clip : clips) {
            std::optional<ClipLabels> before = readLabels(catalogue, clip, aspects);
            if (!before)
                continue;
            change(clip);
            ClipLabels after = *readLabels(catalogue, clip, aspects);
            if (*before == after)
                continue;
            edit.labelsBefore.push_back(std::move(*before));
            edit.labelsAfter.push_back(std::move(after));
        }
        transaction.commit();
        edit.clips = static_cast<std::int64_t>(edit.labelsAfter.size());
        return edit;
    }

    /// One transaction around change(), which may make the thing (what) and tells its id. Returns its states before and
    /// after.
    template <typename Table, typename Id> auto states(const char* what, Id id, const std::function<Id()>& change)
    {
        Table table(catalogue);
        db::Transaction transaction(catalogue);
        auto before = stateOf(table, id);
        if (id)
            requireThere(before.there, what);
        before.id = change();
        before.there = before.there && id;
        auto after = stateOf(table, before.id);
        transaction.commit();
        return std::pair(std::move(before), std::move(after));
    }

    Edit collection(Edit::Kind kind, CollectionId id, const std::function<CollectionId()>& change)
    {
        auto [before, after] = states<db::CollectionTable>("collection", id, change);
        Edit edit;
        edit.kind = kind;
        edit.subject = after.there ? after.name : before.name;
        if (before.there == after.there && before.name == after.name && before.clips == after.clips)
            return edit;
        edit.clips =
            std::abs(static_cast<std::int64_t>(after.clips.size()) - static_cast<std::int64_t>(before.clips.size()));
        edit.collectionsBefore.push_back(std::move(before));
        edit.collectionsAfter.push_back(std::move(after));
        return edit;
    }

    Edit search(Edit::Kind kind, SavedSearchId id, const std::function<SavedSearchId()>& change)
    {
        auto [before, after] = states<db::SavedSearchTable>("saved search", id, change);
        Edit edit;
        edit.kind = kind;
        edit.subject = after.there ? after.name : before.name;
        edit.searchesBefore.push_back(std::move(before));
        edit.searchesAfter.push_back(std::move(after));
        return edit;
    }

    void write(const CollectionState& from, const CollectionState& to)
    {
        db::CollectionTable table(catalogue);
        if (!to.there) {
            table.remove(to.id);
            return;
        }
        if (!table.get(to.id)) {
            table.restore(to.id, to.name, to.clips);
            return;
        }
        if (!from.there || from.name != to.name)
            table.rename(to.id, to.name);
        if (from.clips != to.clips)
            table.setClips(to.id, to.clips);
    }

    void write(const SavedSearchState& to)
    {
        db::SavedSearchTable table(catalogue);
        if (to.there)
            table.restore({to.id, to.name, to.query});
        else
            table.remove(to.id);
    }

    /// back: from after to before.
    void write(const Edit& edit, bool back)
    {
        const auto& labelsFrom = back ? edit.labelsAfter : edit.labelsBefore;
        const auto& labelsTo = back ? edit.labelsBefore : edit.labelsAfter;
        const auto& collectionsFrom = back ? edit.collectionsAfter : edit.collectionsBefore;
        const auto& collectionsTo = back ? edit.collectionsBefore : edit.collectionsAfter;
        db::Transaction transaction(catalogue);
        for (std::size_t i = 0; i < labelsTo.size(); ++i)
            writeLabels(catalogue, labelsFrom[i], labelsTo[i]);
        for (std::size_t i = 0; i < collectionsTo.size(); ++i)
            write(collectionsFrom[i], collectionsTo[i]);
        for (const SavedSearchState& state : back ? edit.searchesBefore : edit.searchesAfter)
            write(state);
        // Files last: what the disk refuses undoes the rest with it.
        std::vector<RenamedFile> renames = edit.renamed;
        if (back) {
            std::reverse(renames.begin(), renames.end());
            for (RenamedFile& file : renames)
                std::swap(file.from, file.to);
        }
        RenamedOnDisk onDisk(catalogue, renames);
        transaction.commit();
        onDisk.keep();
    }

    db::Catalogue catalogue;
};

Organiser::Organiser(const Path& catalogue) : m_impl(std::make_unique<Impl>(catalogue)) {}

Organiser::~Organiser() = default;

std::vector<std::pair<std::string, std::int64_t>> Organiser::tags()
{
    return db::LabelTable(m_impl->catalogue).allTags();
}

std::vector<CollectionSummary> Organiser::collections()
{
    std::vector<CollectionSummary> all;
    for (db::Collection& collection : db::CollectionTable(m_impl->catalogue).all())
        all.push_back({collection.id, std::move(collection.name), collection.clips});
    return all;
}

std::vector<SavedSearchSummary> Organiser::savedSearches()
{
    std::vector<SavedSearchSummary> all;
    for (db::SavedSearch& search : db::SavedSearchTable(m_impl->catalogue).all())
        all.push_back({search.id, std::move(search.name), std::move(search.query)});
    return all;
}

std::optional<ClipLabels> Organiser::labels(ClipId clip)
{
    return readLabels(m_impl->catalogue, clip);
}

std::vector<std::string> Organiser::collectionsOf(ClipId clip)
{
    return db::CollectionTable(m_impl->catalogue).namesOf(clip);
}

Edit Organiser::addTags(std::span<const ClipId> clips, const std::vector<std::string>& tags)
{
    return changeTags(clips, tags, {});
}

Edit Organiser::removeTags(std::span<const ClipId> clips, const std::vector<std::string>& tags)
{
    return changeTags(clips, {}, tags);
}

Edit Organiser::changeTags(std::span<const ClipId> clips, const std::vector<std::string>& add,
                           const std::vector<std::string>& remove)
{
    db::LabelTable table(m_impl->catalogue);
    return m_impl->each(add.empty() ? Edit::Kind::RemoveTags : Edit::Kind::AddTags, listed(add.empty() ? remove : add),
                        clips, {.tags = true}, [&](ClipId clip) {
                            for (const std::string& tag : remove)
                                table.removeTag(clip, tag);
                            for (const std::string& tag : add)
                                table.addTag(clip, tag);
                        });
}

Edit Organiser::setRating(std::span<const ClipId> clips, int rating)
{
    db::MarkTable table(m_impl->catalogue);
    return m_impl->each(Edit::Kind::Rate, std::to_string(rating), clips, {.marks = true},
                        [&](ClipId clip) { table.setRating(std::span(&clip, 1), rating); });
}

Edit Organiser::setFavourite(std::span<const ClipId> clips, bool favourite)
{
    db::MarkTable table(m_impl->catalogue);
    return m_impl->each(Edit::Kind::Favour, favourite ? "1" : "0", clips, {.marks = true},
                        [&](ClipId clip) { table.setFavourite(std::span(&clip, 1), favourite); });
}

Edit Organiser::setColour(std::span<const ClipId> clips, ColourLabel colour)
{
    db::MarkTable table(m_impl->catalogue);
    return m_impl->each(Edit::Kind::Colour, std::string(colourName(colour)), clips, {.marks = true},
                        [&](ClipId clip) { table.setColour(std::span(&clip, 1), colour); });
}

Edit Organiser::setNote(std::span<const ClipId> clips, const std::string& note)
{
    db::MarkTable table(m_impl->catalogue);
    return m_impl->each(Edit::Kind::Note, {}, clips, {.marks = true},
                        [&](ClipId clip) { table.setNote(std::span(&clip, 1), note); });
}

Edit Organiser::setCaptions(std::span<const ClipId> clips, const CaptionChange& change)
{
    db::LabelTable table(m_impl->catalogue);
    return m_impl->each(Edit::Kind::Caption, {}, clips, {.captions = true}, [&](ClipId clip) {
        std::vector<db::Caption> captions;
        for (db::Caption& caption : table.captions(clip))
            if (!change[static_cast<std::size_t>(caption.level - 1)])
                captions.push_back(std::move(caption));
        for (std::size_t level = 0; level < change.size(); ++level)
            if (change[level])
                for (const std::string& text : *change[level])
                    captions.push_back({static_cast<int>(level) + 1, text, "user"});
        table.setCaptions(clip, captions);
    });
}

Edit Organiser::createCollection(const std::string& name, std::span<const ClipId> clips)
{
    db::CollectionTable table(m_impl->catalogue);
    return m_impl->collection(Edit::Kind::CreateCollection, {}, [&] {
        const CollectionId id = table.create(name);
        table.add(id, clips);
        return id;
    });
}

Edit Organiser::renameCollection(CollectionId id, const std::string& name)
{
    db::CollectionTable table(m_impl->catalogue);
    return m_impl->collection(Edit::Kind::RenameCollection, id, [&] {
        table.rename(id, name);
        return id;
    });
}

Edit Organiser::removeCollection(CollectionId id)
{
    db::CollectionTable table(m_impl->catalogue);
    return m_impl->collection(Edit::Kind::RemoveCollection, id, [&] {
        table.remove(id);
        return id;
    });
}

Edit Organiser::addToCollection(CollectionId id, std::span<const ClipId> clips)
{
    db::CollectionTable table(m_impl->catalogue);
    return m_impl->collection(Edit::Kind::AddToCollection, id, [&] {
        table.add(id, clips);
        return id;
    });
}

Edit Organiser::takeFromCollection(CollectionId id, std::span<const ClipId> clips)
{
    db::CollectionTable table(m_impl->catalogue);
    return m_impl->collection(Edit::Kind::TakeFromCollection, id, [&] {
        table.take(id, clips);
        return id;
    });
}

Edit Organiser::saveSearch(const std::string& name, const std::string& query)
{
    db::SavedSearchTable table(m_impl->catalogue);
    return m_impl->search(Edit::Kind::SaveSearch, {}, [&] { return table.create(name, query); });
}

Edit Organiser::changeSearch(SavedSearchId id, const std::string& name, const std::string& query)
{
    db::SavedSearchTable table(m_impl->catalogue);
    return m_impl->search(Edit::Kind::ChangeSearch, id, [&] {
        table.change({id, name, query});
        return id;
    });
}

Edit Organiser::removeSearch(SavedSearchId id)
{
    db::SavedSearchTable table(m_impl->catalogue);
    return m_impl->search(Edit::Kind::RemoveSearch, id, [&] {
        table.remove(id);
        return id;
    });
}

void Organiser::undo(const Edit& edit)
{
    m_impl->write(edit, true);
}

void Organiser::redo(const Edit& edit)
{
    m_impl->write(edit, false);
}

std::vector<std::string> Organiser::recentQueries(std::size_t limit)
{
    return db::QueryHistory(m_impl->catalogue).latest(limit);
}

void Organiser::rememberQuery(const std::string& query)
{
    db::QueryHistory(m_impl->catalogue).add(query);
}

} // namespace prolap::library
