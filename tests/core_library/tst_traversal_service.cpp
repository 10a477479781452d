#include "core/library/traversal/traversal_service.h"

#include <QTest>

#include "core/error.h"
#include "db/label_table.h"
#include "tests/core_library/library_fixture.h"
#include "tests/support/test_main.h"

using namespace prolap;
using namespace prolap::library;
using namespace prolap::test;

namespace {

/// A library of tones, and traversals over it.
struct Walks {
    explicit Walks(int clips = 4)
    {
        for (int i = 0; i < clips; ++i)
            writeWav(library.sounds / (std::to_string(i) + ".wav"), tone(static_cast<unsigned>(1 + 4 * i), 1, 7));
        library.index();
    }

    TraversalService service(std::shared_ptr<BandEmbedder> model = {})
    {
        auto embedder = model ? model : library.embedder;
        return TraversalService(library.catalogue, embedder,
                                std::make_shared<SearchService>(library.catalogue, embedder),
                                library.base / "captions");
    }

    TraversalRequest request(const std::string& file) const
    {
        TraversalRequest request;
        request.subject.file = library.sounds / file;
        request.candidates.vocabulary = false;
        request.candidates.captions = {"low", "middle", "high", "hiss"};
        request.setting.points = 10;
        request.setting.shape = PathShape::Linear;
        return request;
    }

    LibraryFixture library;
};

std::string sentenceOf(TraversalService& service, const TraversalRequest& request)
{
    try {
        service.traverse(request);
    } catch (const Error& error) {
        return error.what();
    }
    return "nothing was thrown";
}

bool noted(const Traversal& traversal, const std::string& part)
{
    for (const std::string& note : traversal.notes)
        if (note.find(part) != std::string::npos)
            return true;
    return false;
}

} // namespace

class TstTraversalService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aClipOfTheLibrary()
    {
        Walks walks;
        TraversalService service = walks.service();
        const TraversalRequest request = walks.request("0.wav");
        const Traversal found = *service.traverse(request);
        QCOMPARE(found.startCaption, std::string("low"));
        QCOMPARE(found.clipCandidates, std::size_t(4));
        QCOMPARE(found.captionCandidates, std::size_t(4));
        QCOMPARE(found.subject, displayText(request.subject.file));
        QCOMPARE(found.ladder.front().clips.size(), std::size_t(3));
        for (const TraversalPoint& point : found.points)
            for (const NearClip& clip : point.clips) {
                QVERIFY(clip.path != request.subject.file); // no neighbour of itself
                QVERIFY(std::filesystem::exists(clip.path));
            }
    }

    void aFileFromElsewhere()
    {
        Walks walks;
        const Path file = walks.library.base / "elsewhere.wav";
        writeWav(file, tone(14, 1, 9));
        TraversalService service = walks.service();
        TraversalRequest request = walks.request("0.wav");
        request.subject.file = file;
        const Traversal found = *service.traverse(request);
        QCOMPARE(found.startCaption, std::string("high"));
        request.subject.file = walks.library.base / "missing.wav";
        QVERIFY(sentenceOf(service, request).find("missing.wav") != std::string::npos);
    }

    void aCaption()
    {
        Walks walks;
        TraversalService service = walks.service();
        TraversalRequest request = walks.request("0.wav");
        request.subject = {};
        QVERIFY(sentenceOf(service, request).find("nothing to set out from") != std::string::npos);
        request.subject.caption = "middle";
        QCOMPARE(service.traverse(request)->startCaption, std::string("middle"));
    }

    void whatTheLibraryLacks()
    {
        Walks one(1);
        TraversalService service = one.service();
        QVERIFY(noted(*service.traverse(one.request("0.wav")), "one clip only"));

        const auto other = std::make_shared<BandEmbedder>("bands-2");
        TraversalService foreign = one.service(other);
        TraversalRequest request = one.request("0.wav");
        QVERIFY(sentenceOf(foreign, request).find("listened to none") != std::string::npos); // the root centroid
        request.setting.root = TraversalRoot::Empty;
        QVERIFY(noted(*foreign.traverse(request), "was listened to with Bands")); // the clip itself is heard anew

        request.candidates.captions.clear();
        QVERIFY(sentenceOf(service, request).find("no captions") != std::string::npos);
        request = one.request("0.wav");
        request.setting.root = TraversalRoot::Masked;
        QVERIFY(sentenceOf(service, request).find("no mask token") != std::string::npos);
    }

    void theLibrarysOwnCaptions()
    {
        Walks walks;
        {
            db::Catalogue catalogue(walks.library.catalogue);
            const auto clips = db::ClipTable(catalogue).ids({});
            db::LabelTable(catalogue).setCaptions(clips[0], {{1, "low low", "user"}, {2, "low", "user"}});
            db::LabelTable(catalogue).setCaptions(clips[1], {{2, "low", "user"}});
        }
        TraversalService service = walks.service();
        TraversalRequest request = walks.request("0.wav");
        request.candidates.captions.clear();
        QCOMPARE(service.traverse(request)->captionCandidates, std::size_t(2));
        request.candidates.vocabulary = true;
        const Traversal found = *service.traverse(request);
        QVERIFY(found.captionCandidates > 800);
        QVERIFY(found.bands.size() >= 4);
    }

    void theMap()
    {
        Walks walks;
        TraversalService service = walks.service();
        const CandidateChoice choice{false, false, {"low", "middle", "high", "hiss"}};
        const auto map = service.map(choice);
        QCOMPARE(map->clips.size(), std::size_t(4));
        QCOMPARE(map->captions.size(), std::size_t(4));
        QCOMPARE(map->clipUncertainties.size(), std::size_t(4));
        QVERIFY(map->x.explained > map->y.explained && map->x.explained + map->y.explained <= 1.0001);
        QVERIFY(!map->x.low.empty() && map->x.low != map->x.high);
        double length = 0, across = 0;
        for (std::size_t d = 0; d < map->xAxis.size(); ++d) {
            length += static_cast<double>(map->xAxis[d]) * static_cast<double>(map->xAxis[d]);
            across += static_cast<double>(map->xAxis[d]) * static_cast<double>(map->yAxis[d]);
        }
        QVERIFY(std::abs(length - 1) < 1e-4 && std::abs(across) < 1e-4);
        // Low sounds lie nearer to "low" than to "high".
        const auto distance = [&](std::size_t clip, std::size_t caption) {
            return std::hypot(map->clipPositions[clip].x - map->captionPositions[caption].x,
                              map->clipPositions[clip].y - map->captionPositions[caption].y);
        };
        QVERIFY(distance(0, 0) < distance(0, 2));
        const auto again = service.map(choice);
        QCOMPARE(again->clipPositions[2].x, map->clipPositions[2].x);
        Walks one(1);
        TraversalService small = one.service();
        QVERIFY_THROWS_EXCEPTION(Error, small.map({false, false, {"low"}}));
    }
};

PROLAP_TEST(TstTraversalService)
#include "tst_traversal_service.moc"
