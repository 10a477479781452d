#include "tests/db/sample_library.h"
#include "tests/support/test_main.h"

#include <cmath>

#include <QTest>

#include "db/label_table.h"

using namespace prolap;
using namespace prolap::db;
using namespace prolap::test;

class TstClips : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreBytes()
    {
        const Folder folder;
        const std::vector<std::string> names = {"plain.wav",       "new\nline.wav",        "bad \xff\xc3 utf8.wav",
                                                "🔔 Glöckchen.wav", "sub/dir/quote'\".wav", "100% #1?.wav"};
        Catalogue catalogue(folder / "library.db");
        const RootId root = RootTable(catalogue).add("/sounds/\xfe raw");
        ClipTable clips(catalogue);
        std::vector<ClipId> ids;
        for (const auto& name : names)
            ids.push_back(clips.list({root, name, 1, 2}));
        const auto known = clips.known(root);
        QCOMPARE(known.size(), names.size());
        const auto rows = clips.clips(ids);
        for (std::size_t i = 0; i < names.size(); ++i) {
            QVERIFY(known.contains(names[i]));
            QCOMPARE(known.at(names[i]).id, ids[i]);
            QCOMPARE(rows[i].path.native(), "/sounds/\xfe raw/" + names[i]);
            QCOMPARE(rows[i].name, displayText(Path(names[i]).filename()));
            QCOMPARE(clips.list({root, names[i], 1, 2}), ids[i]);
        }
    }

    void aChangedFileIsListedAnew()
    {
        const Folder folder;
        Catalogue catalogue(folder / "library.db");
        const RootId root = RootTable(catalogue).add("/sounds");
        const EmbeddingSet set = VectorTable(catalogue).openSet("model", "Model", 8, true);
        ClipTable clips(catalogue);
        const ClipId clip = addListened(catalogue, root, "a.wav", set.id, 2);
        LabelTable(catalogue).addTag(clip, "door");
        QVERIFY(clips.toListen(set.id).empty());

        QCOMPARE(clips.list({root, "a.wav", 1000, 2000}), clip);
        QVERIFY(clips.known(root).at("a.wav").state == ClipState::Listened);

        QCOMPARE(clips.list({root, "a.wav", 1000, 2001}), clip);
        const KnownFile changed = clips.known(root).at("a.wav");
        QVERIFY(changed.state == ClipState::Listed);
        QCOMPARE(changed.contentHash, std::string());
        QCOMPARE(changed.mtimeNs, 2001);
        QCOMPARE(clips.toListen(set.id).size(), std::size_t(1));
        QCOMPARE(LabelTable(catalogue).tags(clip), std::vector<std::string>{"door"});
        QCOMPARE(VectorTable(catalogue).windowCount(set.id), 2);
    }

    void keepsWhatListeningFound()
    {
        const Folder folder;
        Catalogue catalogue(folder / "library.db");
        const RootId root = RootTable(catalogue).add("/sounds");
        const EmbeddingSet set = VectorTable(catalogue).openSet("model", "Model", 8, true);
        ClipTable clips(catalogue);
        const ClipId clip = clips.list({root, "rain.wav", 77, 88});
        QVERIFY(!clips.waveform(clip));

        ListedFile file{root, "rain.wav", 77, 88};
        ListenedFacts listened;
        listened.facts = {
            12.5, 48000, 6, 24, true, "pcm_f32le", "wav", {{"title", "Rain on a roof"}, {"b", "\xff"}}, "BWF text"};
        listened.contentHash = std::string(64, 'a');
        for (int i = 0; i < 1000; ++i) {
            listened.waveform.min.push_back(-1.5f * std::fabs(std::sin(0.1f * static_cast<float>(i))));
            listened.waveform.max.push_back(0.5f * std::fabs(std::cos(0.1f * static_cast<float>(i))));
            listened.waveform.rms.push_back(0.25f);
        }
        listened.integratedLufs = -23.5;
        listened.peak = 1.5f;
        clips.recordListened(clip, listened);
        const SampleGaussian gaussian(3);
        VectorTable(catalogue).replace(set.id, clip, std::vector<WindowIn>{{0, 12.5, gaussian.in()}}, gaussian.in());

        const Clip row = clips.clips(std::vector{clip}, set.id).at(0);
        QVERIFY(row.state == ClipState::Listened);
        QCOMPARE(row.size, 77);
        QCOMPARE(row.facts.durationSeconds, 12.5);
        QCOMPARE(row.facts.sampleRate, 48000);
        QCOMPARE(row.facts.channels, 6);
        QCOMPARE(row.facts.bitDepth, 24);
        QVERIFY(row.facts.floatSamples);
        QCOMPARE(row.facts.codec, std::string("pcm_f32le"));
        QCOMPARE(row.integratedLufs.value(), -23.5);
        QCOMPARE(row.peak.value(), 1.5f);
        QCOMPARE(row.contentHash, listened.contentHash);
        QVERIFY(row.embedded && row.online);
        QCOMPARE(row.uncertainty.value(), gaussian.uncertainty);
        QVERIFY(!clips.clips(std::vector{clip}).at(0).embedded);

        const ClipFacts facts = clips.fileFacts(clip).value();
        QCOMPARE(facts.description, std::string("BWF text"));
        QCOMPARE(facts.fileTags.size(), std::size_t(2));
        QCOMPARE(facts.fileTags[0].second, std::string("Rain on a roof"));
        QCOMPARE(facts.fileTags[1].second, std::string("\xEF\xBF\xBD"));

        const Waveform waveform = clips.waveform(clip).value();
        QCOMPARE(waveform.min.size(), std::size_t(1000));
        for (std::size_t i = 0; i < 1000; ++i) { // half a step of 1.5 / 127
            QVERIFY(std::fabs(waveform.min[i] - listened.waveform.min[i]) < 0.006f);
            QVERIFY(std::fabs(waveform.max[i] - listened.waveform.max[i]) < 0.006f);
            QVERIFY(std::fabs(waveform.rms[i] - listened.waveform.rms[i]) < 0.006f);
        }
    }

    void aMovedFileKeepsEverything()
    {
        const Folder folder;
        Catalogue catalogue(folder / "library.db");
        const RootId one = RootTable(catalogue).add("/one");
        const RootId two = RootTable(catalogue).add("/two");
        const EmbeddingSet set = VectorTable(catalogue).openSet("model", "Model", 8, true);
        ClipTable clips(catalogue);
        const ClipId clip = addListened(catalogue, one, "a.wav", set.id, 3, 5);
        LabelTable(catalogue).addTag(clip, "metal");
        LabelTable(catalogue).setCaptions(clip, {{1, "a heavy gate falls shut", "user"}});
        clips.markMissing(std::vector{clip});
        QVERIFY(!clips.clips(std::vector{clip}).at(0).online);

        const ClipId listed = clips.list({two, "deep/b.wav", 1000, 3000});
        const auto same = clips.byContentHash(std::string(63, '0') + "5");
        QCOMPARE(same.size(), std::size_t(1));
        QVERIFY(same[0].missing);
        clips.move(clip, {two, "deep/b.wav", 1000, 3000});

        QVERIFY(clips.clips(std::vector{listed}).empty());
        const Clip row = clips.clips(std::vector{clip}, set.id).at(0);
        QCOMPARE(row.path, Path("/two/deep/b.wav"));
        QCOMPARE(row.name, std::string("b.wav"));
        QVERIFY(row.online && row.embedded && row.state == ClipState::Listened);
        QCOMPARE(row.tags, std::vector<std::string>{"metal"});
        QCOMPARE(LabelTable(catalogue).captions(clip).at(0).text, std::string("a heavy gate falls shut"));
        QCOMPARE(VectorTable(catalogue).windowsOf(set.id, clip).size(), std::size_t(3));
        QCOMPARE(clips.totals(set.id).clips, 1);
    }

    void failuresAreKeptAndCleared()
    {
        const Folder folder;
        Catalogue catalogue(folder / "library.db");
        const RootId root = RootTable(catalogue).add("/sounds");
        const EmbeddingSet set = VectorTable(catalogue).openSet("model", "Model", 8, true);
        ClipTable clips(catalogue);
        const ClipId good = addListened(catalogue, root, "good.wav", set.id, 2);
        const ClipId bad = clips.listFailed({root, "bad.wav", 0, 1}, "bad.wav holds no sound.");
        QCOMPARE(clips.failures().size(), std::size_t(1));
        QCOMPARE(clips.failures()[0].path, Path("/sounds/bad.wav"));
        QCOMPARE(clips.failures()[0].reason, std::string("bad.wav holds no sound."));
        QCOMPARE(clips.ids({}), std::vector{good});
        QCOMPARE(clips.totals().failed, 1);
        QCOMPARE(clips.totals().clips, 1);
        QCOMPARE(clips.count(), 2);
        QVERIFY(clips.toListen(set.id).empty());

        clips.clearFailure(bad);
        QVERIFY(clips.failures().empty());
        QCOMPARE(clips.toListen(set.id).size(), std::size_t(1));

        // A file that goes bad later is no longer found by what it once held.
        const EmbeddingSet before = VectorTable(catalogue).set(set.id).value();
        clips.recordFailure(good, "good.wav is cut off.");
        QCOMPARE(VectorTable(catalogue).windowCount(set.id), 0);
        const EmbeddingSet after = VectorTable(catalogue).set(set.id).value();
        QVERIFY(after.removedGeneration > before.generation);
        QVERIFY(errorOf([&] { clips.recordFailure(ClipId{999}, "x"); })->kind() == ErrorKind::NotFound);
    }

    void filtersAndSorts()
    {
        const Folder folder;
        Catalogue catalogue(folder / "library.db");
        const RootId one = RootTable(catalogue).add("/one");
        const RootId two = RootTable(catalogue).add("/two");
        ClipTable clips(catalogue);
        const ClipId c = clips.list({one, "c.wav", 1, 1}, {3, 44100, 1, 16, false, "pcm_s16le", "wav", {}, {}});
        const ClipId a = clips.list({two, "A.flac", 1, 1}, {1, 96000, 2, 24, false, "flac", "flac", {}, {}});
        const ClipId b = clips.list({one, "b.ogg", 1, 1}, {2, 48000, 2, 0, false, "vorbis", "ogg", {}, {}});
        clips.listFailed({one, "0.wav", 1, 1}, "no sound");

        const auto ids = [&](auto set) {
            ClipFilter filter;
            set(filter);
            return clips.ids(filter);
        };
        QCOMPARE(clips.ids({}), (std::vector{a, b, c}));
        QCOMPARE(ids([&](ClipFilter& f) { f.root = one; }), (std::vector{b, c}));
        QCOMPARE(ids([](ClipFilter& f) { f.minSeconds = 2; }), (std::vector{b, c}));
        QCOMPARE(ids([](ClipFilter& f) { f.minSeconds = 1.5, f.maxSeconds = 2.5; }), std::vector{b});
        QCOMPARE(ids([](ClipFilter& f) { f.channels = 1; }), std::vector{c});
        QCOMPARE(ids([](ClipFilter& f) { f.minSampleRate = 48000; }), (std::vector{a, b}));
        QCOMPARE(ids([](ClipFilter& f) { f.containers = {"wav", "ogg"}; }), (std::vector{b, c}));
        QCOMPARE(ids([](ClipFilter& f) { f.containers = {"av"}; }), std::vector<ClipId>());
        ClipFilter stereo;
        stereo.channels = 2;
        QCOMPARE(clips.passing(std::vector{c, a, ClipId{999}, b}, stereo), (std::vector{a, b}));
        QCOMPARE(clips.totals().hours, 6.0 / 3600);
    }

    void rootsComeAndGo()
    {
        const Folder folder;
        Catalogue catalogue(folder / "library.db");
        RootTable roots(catalogue);
        const RootId root = roots.add("/sounds");
        QCOMPARE(roots.add("/sounds"), root);
        const EmbeddingSet set = VectorTable(catalogue).openSet("model", "Model", 8, true);
        ClipTable clips(catalogue);
        const ClipId clip = addListened(catalogue, root, "a.wav", set.id, 2);
        QCOMPARE(roots.all().at(0).clips, 1);

        roots.setOnline(root, false);
        QVERIFY(!clips.clips(std::vector{clip}).at(0).online);
        QVERIFY(!roots.all().at(0).online);
        roots.setOnline(root, true);

        const RootId other = roots.add("/other");
        QVERIFY(errorOf([&] { roots.relocate(other, "/sounds"); })->kind() == ErrorKind::BadInput);
        roots.relocate(root, "/mnt/sounds");
        QCOMPARE(clips.clips(std::vector{clip}).at(0).path, Path("/mnt/sounds/a.wav"));

        const auto before = VectorTable(catalogue).set(set.id)->generation;
        roots.remove(root);
        QVERIFY(clips.clips(std::vector{clip}).empty());
        QCOMPARE(VectorTable(catalogue).windowCount(set.id), 0);
        QVERIFY(VectorTable(catalogue).set(set.id)->removedGeneration > before);
        QVERIFY(clips.list({other, "n.wav", 1, 1}).value > clip.value);
    }

    void aTransactionIsAllOrNothing()
    {
        const Folder folder;
        Catalogue catalogue(folder / "library.db");
        const RootId root = RootTable(catalogue).add("/sounds");
        ClipTable clips(catalogue);
        {
            Transaction transaction(catalogue);
            clips.list({root, "a.wav", 1, 1});
            clips.list({root, "b.wav", 1, 1});
        }
        QVERIFY(clips.ids({}).empty());
        {
            Transaction transaction(catalogue);
            clips.list({root, "a.wav", 1, 1});
            // A call that fails takes only its own part back.
            QVERIFY(errorOf([&] { clips.recordFailure(ClipId{77}, "x"); }));
            clips.list({root, "b.wav", 1, 1});
            transaction.commit();
        }
        QCOMPARE(clips.ids({}).size(), std::size_t(2));
    }
};

PROLAP_TEST(TstClips)
#include "tst_clips.moc"
