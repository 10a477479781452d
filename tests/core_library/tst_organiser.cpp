#include "core/library/organise/edit_history.h"
#include "core/library/organise/organiser.h"
#include "db/word_index.h"
#include "tests/core_library/library_fixture.h"
#include "tests/support/test_main.h"

#include <functional>

#include <QTest>

using namespace prolap;
using namespace prolap::library;
using prolap::test::LibraryFixture;

namespace {

struct Library : LibraryFixture {
    Library()
    {
        db::Catalogue opened(catalogue);
        const RootId root = db::RootTable(opened).add(sounds);
        for (const char* name : {"a.wav", "b.wav", "c.wav"})
            clips.push_back(db::ClipTable(opened).list({root, name, 1, 1}));
    }

    /// Everything that edits can change, to compare.
    std::string state()
    {
        Organiser organiser(catalogue);
        std::string text;
        for (const ClipId clip : clips) {
            const ClipLabels labels = *organiser.labels(clip);
            text += "[";
            for (const auto& tag : labels.tags)
                text += tag + ",";
            text += std::to_string(labels.marks.rating) + (labels.marks.favourite ? "F" : "") +
                    std::string(colourName(labels.marks.colour)) + labels.marks.note;
            for (const auto& caption : labels.captions)
                text += "|" + std::to_string(caption.level) + caption.text + "/" + caption.source;
            text += "]";
        }
        db::Catalogue opened(catalogue);
        for (const auto& collection : organiser.collections()) {
            text += " " + collection.name + ":";
            SearchFilter filter;
            filter.collection = collection.id;
            for (const ClipId clip : LibraryView(catalogue, {}).clips(filter))
                text += std::to_string(clip.value) + ",";
        }
        for (const auto& search : organiser.savedSearches())
            text += " " + search.name + "=" + search.query;
        return text;
    }

    std::vector<ClipId> clips;
};

} // namespace

class TstOrganiser : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Any edits, undone to the beginning and done again to the end, pass through the same states.
    void everyEditCanBeUndone()
    {
        Library library;
        const std::vector<ClipId>& clips = library.clips;
        Organiser organiser(library.catalogue);
        CollectionId film;
        SavedSearchId saved;
        const std::vector<std::function<Edit()>> edits = {
            [&] {
                return organiser.addTags(clips, {"Rain", "heavy"});
            },
            [&] { return organiser.removeTags(std::span(clips).first(1), {"RAIN"}); },
            [&] { return organiser.changeTags(clips, {"metal"}, {"heavy"}); },
            [&] { return organiser.setRating(clips, 4); },
            [&] { return organiser.setFavourite(std::span(clips).last(1), true); },
            [&] { return organiser.setColour(clips, ColourLabel::Cyan); },
            [&] { return organiser.setNote(std::span(clips).first(2), "keep\nthis"); },
            [&] {
                return organiser.setCaptions(clips, {{{{"one", "two"}}, std::nullopt, {{"three"}}, std::nullopt}});
            },
            [&] {
                return organiser.setCaptions(std::span(clips).first(1),
                                             {{std::vector<std::string>(), {{"x"}}, {}, {}}});
            },
            [&] {
                Edit edit = organiser.createCollection("Film", std::span(clips).first(1));
                film = edit.collectionsAfter[0].id;
                return edit;
            },
            [&] {
                return organiser.addToCollection(film, std::vector{clips[2], clips[1]});
            },
            [&] { return organiser.renameCollection(film, "Movie"); },
            [&] { return organiser.takeFromCollection(film, std::vector{clips[0]}); },
            [&] { return organiser.removeCollection(film); },
            [&] {
                Edit edit = organiser.saveSearch("Wet", "rain rating:>=3");
                saved = edit.searchesAfter[0].id;
                return edit;
            },
            [&] { return organiser.changeSearch(saved, "Wetter", "rain"); },
            [&] { return organiser.removeSearch(saved); },
        };
        EditHistory history;
        std::vector<std::string> states{library.state()};
        for (const auto& edit : edits) {
            Edit done = edit();
            QVERIFY2(!done.empty(), states.back().c_str());
            history.add(std::move(done));
            states.push_back(library.state());
            QVERIFY(states[states.size() - 2] != states.back());
        }
        for (int round = 0; round < 2; ++round) {
            for (std::size_t i = edits.size(); i-- > 0;) {
                organiser.undo(*history.undoable());
                history.undone();
                QCOMPARE(library.state(), states[i]);
            }
            QVERIFY(!history.undoable());
            for (std::size_t i = 0; i < edits.size(); ++i) {
                organiser.redo(*history.redoable());
                history.redone();
                QCOMPARE(library.state(), states[i + 1]);
            }
            QVERIFY(!history.redoable());
        }
    }

    void whatChangesNothingIsNoEdit()
    {
        Library library;
        Organiser organiser(library.catalogue);
        QVERIFY(organiser.setRating(library.clips, 0).empty());
        QVERIFY(organiser.removeTags(library.clips, {"nothing"}).empty());
        QVERIFY(organiser.setRating(std::vector{ClipId{99}}, 3).empty());
        const Edit one = organiser.addTags(std::span(library.clips).first(1), {"x"});
        QCOMPARE(one.clips, std::int64_t(1));
        QCOMPARE(organiser.addTags(library.clips, {"X"}).clips, std::int64_t(2));
        EditHistory history;
        history.add(organiser.setRating(library.clips, 0));
        QVERIFY(!history.undoable());
    }

    void aRefusedEditChangesNothing()
    {
        Library library;
        Organiser organiser(library.catalogue);
        organiser.createCollection("Film", {});
        const std::string before = library.state();
        const auto refused = [&](const std::function<void()>& edit) {
            try {
                edit();
            } catch (const Error& error) {
                return error.kind() == ErrorKind::BadInput || error.kind() == ErrorKind::NotFound;
            }
            return false;
        };
        QVERIFY(refused([&] { organiser.addTags(library.clips, {"good", " "}); }));
        QVERIFY(refused([&] { organiser.setRating(library.clips, 7); }));
        QVERIFY(refused([&] { organiser.createCollection("film", library.clips); }));
        QVERIFY(refused([&] { organiser.addToCollection(CollectionId{99}, library.clips); }));
        QVERIFY(refused([&] { organiser.saveSearch("x", ""); }));
        QCOMPARE(library.state(), before);
    }

    /// What somebody else did in between stays.
    void undoTouchesOnlyItsOwn()
    {
        Library library;
        Organiser organiser(library.catalogue);
        const Edit tagged = organiser.addTags(library.clips, {"mine"});
        const Edit rated = organiser.setRating(library.clips, 2);
        Organiser(library.catalogue).addTags(library.clips, {"theirs"});
        Organiser(library.catalogue).setNote(library.clips, "theirs");
        organiser.undo(rated);
        organiser.undo(tagged);
        const ClipLabels labels = *organiser.labels(library.clips[0]);
        QCOMPARE(labels.tags, std::vector<std::string>{"theirs"});
        QCOMPARE(labels.marks.note, std::string("theirs"));
        QCOMPARE(labels.marks.rating, 0);
        // And a clip that went meanwhile is passed over.
        const Edit again = organiser.addTags(library.clips, {"mine"});
        {
            db::Catalogue opened(library.catalogue);
            db::ClipTable(opened).remove(std::span(library.clips).first(1));
        }
        organiser.undo(again);
        QCOMPARE(organiser.labels(library.clips[1])->tags, std::vector<std::string>{"theirs"});
    }

    void wordsFollow()
    {
        Library library;
        Organiser organiser(library.catalogue);
        const Edit edit = organiser.addTags(library.clips, {"thunder"});
        db::Catalogue opened(library.catalogue);
        QCOMPARE(db::WordIndex(opened).search("thunder", 9).size(), std::size_t(3));
        organiser.undo(edit);
        QCOMPARE(db::WordIndex(opened).search("thunder", 9).size(), std::size_t(0));
    }

    void historyForgetsTheOldest()
    {
        EditHistory history;
        for (int i = 0; i < 300; ++i) {
            Edit edit;
            edit.subject = std::to_string(i);
            edit.labelsBefore.resize(1);
            edit.labelsAfter.resize(1);
            history.add(std::move(edit));
        }
        int kept = 0;
        for (; history.undoable(); ++kept)
            history.undone();
        QCOMPARE(kept, int(EditHistory::kEdits));
        QCOMPARE(history.redoable()->subject, std::string("100"));
        Edit fresh;
        fresh.labelsBefore.resize(1);
        fresh.labelsAfter.resize(1);
        history.add(std::move(fresh)); // what was undone is gone
        QVERIFY(!history.redoable());
    }
};

PROLAP_TEST(TstOrganiser)
#include "tst_organiser.moc"
