#include "core/library/organise/organiser.h"
#include "core/library/organise/ucs_rename.h"
#include "tests/core_library/library_fixture.h"
#include "tests/support/test_main.h"

#include <fstream>

#include <QTest>

using namespace prolap;
using namespace prolap::library;
using prolap::test::LibraryFixture;

namespace {

struct Library : LibraryFixture {
    explicit Library(const std::vector<std::string>& names)
    {
        db::Catalogue opened(catalogue);
        root = db::RootTable(opened).add(sounds);
        for (const std::string& name : names) {
            std::filesystem::create_directories((sounds / name).parent_path());
            std::ofstream(sounds / name) << name;
            clips.push_back(db::ClipTable(opened).list({root, Path(name), 1, 1}));
        }
    }

    std::string nameOf(std::size_t i)
    {
        return LibraryView(catalogue, {}).details(std::span(clips).subspan(i, 1)).at(0).name;
    }
    bool there(const char* name) const { return std::filesystem::exists(sounds / name); }

    RootId root;
    std::vector<ClipId> clips;
};

UcsTemplate doors()
{
    return {"DOORWood", "{title} {number}", "PRL", "KIT", ""};
}

} // namespace

class TstUcsRename : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void previewTouchesNothing()
    {
        Library library({"door_slam-heavy.wav", "x/knock.flac", "AMBUrbn_Rome_ABC_Trip_2ch.wav"});
        const auto proposals = proposeUcsNames(library.catalogue, library.clips, doors());
        QCOMPARE(proposals.size(), std::size_t(3));
        QCOMPARE(proposals[0].to.filename(), Path("DOORWood_Door Slam Heavy 01_PRL_KIT.wav"));
        QCOMPARE(proposals[1].to, library.sounds / "x" / "DOORWood_Knock 02_PRL_KIT.flac");
        QCOMPARE(proposals[2].to.filename(), Path("DOORWood_Rome 03_PRL_KIT.wav"));
        for (const auto& proposal : proposals)
            QVERIFY2(proposal.problem.empty(), proposal.problem.c_str());
        QVERIFY(library.there("door_slam-heavy.wav"));
        QCOMPARE(library.nameOf(0), std::string("door_slam-heavy.wav"));
        // What a name has is kept where the template asks for it.
        const auto kept = proposeUcsNames(library.catalogue, std::span(library.clips).last(1), {});
        QCOMPARE(kept[0].to, kept[0].from);
    }

    void renamesAndTakesBack()
    {
        Library library({"a.wav", "b.wav"});
        Organiser organiser(library.catalogue);
        organiser.addTags(library.clips, {"keep"});
        const Edit edit = renameFiles(library.catalogue, proposeUcsNames(library.catalogue, library.clips, doors()));
        QCOMPARE(edit.clips, std::int64_t(2));
        QVERIFY(library.there("DOORWood_A 01_PRL_KIT.wav") && !library.there("a.wav"));
        QCOMPARE(library.nameOf(1), std::string("DOORWood_B 02_PRL_KIT.wav"));
        QCOMPARE(organiser.labels(library.clips[0])->tags, std::vector<std::string>{"keep"});
        organiser.undo(edit);
        QVERIFY(library.there("a.wav") && library.there("b.wav") && !library.there("DOORWood_A 01_PRL_KIT.wav"));
        QCOMPARE(library.nameOf(0), std::string("a.wav"));
        organiser.redo(edit);
        QCOMPARE(library.nameOf(0), std::string("DOORWood_A 01_PRL_KIT.wav"));
        QVERIFY(library.there("DOORWood_B 02_PRL_KIT.wav"));
    }

    void neverOverwrites()
    {
        Library library({"a.wav", "b.wav", "c.wav"});
        std::ofstream(library.sounds / "DOORWood_A_PRL_KIT.wav") << "mine";
        UcsTemplate names = doors();
        names.fxName = "{title}";
        auto proposals = proposeUcsNames(library.catalogue, library.clips, names);
        QVERIFY(proposals[0].problem.find("already") != std::string::npos);
        QVERIFY(proposals[1].problem.empty());
        names.fxName = "same";
        proposals = proposeUcsNames(library.catalogue, library.clips, names);
        QVERIFY(proposals[1].problem.find("same name") != std::string::npos);
        // A file that came after the preview: none is renamed.
        names.fxName = "New {title}";
        proposals = proposeUcsNames(library.catalogue, library.clips, names);
        std::ofstream(library.sounds / "DOORWood_New C_PRL_KIT.wav") << "mine";
        try {
            renameFiles(library.catalogue, proposals);
            QFAIL("was renamed");
        } catch (const Error& error) {
            QVERIFY(error.kind() == ErrorKind::BadInput);
        }
        QVERIFY(library.there("a.wav") && library.there("b.wav") && library.there("c.wav"));
        QCOMPARE(library.nameOf(0), std::string("a.wav"));
        // The place of a clip whose file is missing is not taken either: its labels would go.
        {
            db::Catalogue opened(library.catalogue);
            db::ClipTable table(opened);
            const ClipId gone = table.list({library.root, "DOORWood_Gone_PRL_KIT.wav", 1, 1});
            table.markMissing(std::span(&gone, 1));
        }
        names.fxName = "Gone";
        proposals = proposeUcsNames(library.catalogue, std::span(library.clips).first(1), names);
        QVERIFY(proposals[0].problem.find("missing") != std::string::npos);
    }

    void problemsAreSaid()
    {
        Library library({"a.wav"});
        const auto problem = [&](UcsTemplate names) {
            return proposeUcsNames(library.catalogue, library.clips, names).at(0).problem;
        };
        QVERIFY(problem({}).find("no category yet") != std::string::npos);
        QVERIFY(problem({"Nope", "x", "", "", ""}).find("no category of the system") != std::string::npos);
        QVERIFY(!problem({"DOORWood", "", "", "", ""}).empty());
        QVERIFY(!problem({"DOORWood", std::string(300, 'x'), "", "", ""}).empty());
        QVERIFY(problem({"DOORWood", "{unknown}", "", "", ""}).empty()); // stands as it is
        std::filesystem::remove(library.sounds / "a.wav");
        const auto proposals = proposeUcsNames(library.catalogue, library.clips, doors());
        try {
            renameFiles(library.catalogue, proposals);
            QFAIL("was renamed");
        } catch (const Error& error) {
            QVERIFY(error.kind() == ErrorKind::NotFound);
        }
    }
};

PROLAP_TEST(TstUcsRename)
#include "tst_ucs_rename.moc"
