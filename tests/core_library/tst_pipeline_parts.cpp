#include "core/library/bounded_queue.h"
#include "core/library/file_changes.h"
#include "core/library/moved_files.h"
#include "core/library/word_fusion.h"
#include "core/rate_meter.h"
#include "tests/support/test_main.h"

#include <atomic>
#include <cmath>
#include <thread>

#include <QTest>

using namespace prolap;
using namespace prolap::library;
using namespace std::chrono_literals;

class TstPipelineParts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theQueueHoldsSoManyBytes()
    {
        BoundedQueue<int> queue(100);
        QVERIFY(queue.push(1, 60));
        std::atomic<int> pushed = 1;
        std::jthread producer([&] {
            for (int i = 2; i <= 5; ++i) {
                if (!queue.push(i, 60))
                    return;
                ++pushed;
            }
        });
        std::this_thread::sleep_for(30ms);
        QCOMPARE(pushed.load(), 1); // a second would not fit
        for (int i = 1; i <= 5; ++i)
            QCOMPARE(queue.pop(1s), std::optional<int>(i));
        producer.join();
        QVERIFY(queue.push(6, 1000)); // one is always taken
        QVERIFY(!queue.finished());
        queue.close();
        QVERIFY(!queue.push(7, 1));
        QCOMPARE(queue.pop(1s), std::optional<int>(6));
        QVERIFY(queue.finished());
        QVERIFY(!queue.pop(1s));
    }

    void abortLetsAWaitingProducerGo()
    {
        BoundedQueue<int> queue(10);
        QVERIFY(queue.push(1, 10));
        std::atomic<bool> taken = true;
        std::jthread producer([&] { taken = queue.push(2, 10); });
        std::this_thread::sleep_for(20ms);
        queue.abort();
        producer.join();
        QVERIFY(!taken);
        QVERIFY(queue.finished());
    }

    void theRateIsThatOfTheLastHalfMinute()
    {
        RateMeter meter;
        RateMeter::Clock::time_point now;
        QCOMPARE(meter.rate(), 0.0);
        QVERIFY(meter.secondsFor(10) < 0);
        double heard = 0;
        for (int second = 0; second < 100; ++second) { // slow at first, then 50 times real time
            heard += second < 60 ? 1 : 50;
            meter.add(now += 1s, heard);
        }
        QVERIFY(std::abs(meter.rate() - 50) < 1e-9);
        QVERIFY(std::abs(meter.secondsFor(500) - 10) < 1e-9);
        meter.restart();
        QCOMPARE(meter.rate(), 0.0);
    }

    void filesAreComparedBySizeAndTime()
    {
        const RootPlan plan{RootId{1}, {"/r", {}, {}}};
        ScanResult scan;
        scan.files = {{"new.wav", 1, 1}, {"same.wav", 2, 2}, {"touched.wav", 3, 33}, {"back.wav", 4, 4}};
        scan.unreadable = {"locked"};
        std::unordered_map<std::string, db::KnownFile> known;
        const auto add = [&](std::int64_t id, const char* path, std::int64_t size,
                             std::int64_t time) -> db::KnownFile& {
            db::KnownFile file;
            file.id = ClipId{id};
            file.path = path;
            file.size = size;
            file.mtimeNs = time;
            return known[path] = file;
        };
        add(1, "same.wav", 2, 2);
        add(2, "touched.wav", 3, 3);
        add(3, "back.wav", 4, 4).missing = true;
        add(4, "gone.wav", 5, 5);
        add(5, "locked/unknown.wav", 6, 6);
        add(6, "lockedup.wav", 7, 7);
        const FileChanges changes = compareFiles(plan, scan, known);
        QCOMPARE(changes.unchanged, std::int64_t(2));
        QCOMPARE(changes.reappeared, std::vector<ClipId>{ClipId{3}});
        QCOMPARE(changes.fresh.size(), std::size_t(2));
        QCOMPARE(changes.fresh[0].absolute, Path("/r/new.wav"));
        QVERIFY(!changes.fresh[0].before);
        QCOMPARE(changes.fresh[1].before->id, ClipId{2});
        QCOMPARE(changes.gone.size(), std::size_t(2));
        QCOMPARE(changes.gone[0].id, ClipId{4});
        QCOMPARE(changes.gone[1].id, ClipId{6});
    }

    void movedFilesAreFoundOnceAndByNameFirst()
    {
        MovedFiles moved;
        const auto clip = [](std::int64_t id, const char* path, const char* hash) {
            db::KnownFile file;
            file.id = ClipId{id};
            file.path = path;
            file.size = 9;
            file.contentHash = hash;
            return file;
        };
        moved.add(clip(1, "a/one.wav", "h"));
        moved.add(clip(2, "a/two.wav", "h"));
        moved.add(clip(3, "a/unread.wav", ""));
        QVERIFY(moved.mayHold(9));
        QVERIFY(!moved.mayHold(8));
        QVERIFY(!moved.take({"b/one.wav", 9, 0}, "other"));
        QCOMPARE(moved.take({"b/two.wav", 9, 0}, "h")->id, ClipId{2});
        QCOMPARE(moved.take({"b/new name.wav", 9, 0}, "h")->id, ClipId{1});
        QVERIFY(!moved.take({"b/third.wav", 9, 0}, "h"));
        QVERIFY(!moved.mayHold(9));
    }

    void rareWordsCountMost()
    {
        model::ModelInfo model;
        model.calibrated = true;
        model.scale = 10;
        std::vector<db::WordHit> hits;
        for (int i = 1; i <= 50; ++i)
            hits.push_back({ClipId{i}, 1, {"door"}});
        hits.push_back({ClipId{51}, 1, {"slam"}});
        hits.push_back({ClipId{52}, 1, {"door", "slam"}});
        const WordEvidence evidence = fuseWords(hits, std::vector<std::string>{"door", "slam"}, 100, model);
        const auto& clips = evidence.clips;
        QVERIFY(clips.at(ClipId{51}).bonus > 2 * clips.at(ClipId{1}).bonus);
        QVERIFY(clips.at(ClipId{1}).bonus > 0);
        QVERIFY(std::abs(clips.at(ClipId{52}).bonus - kWordLogOdds / 10) < 1e-6);
        QVERIFY(clips.at(ClipId{52}).all && !clips.at(ClipId{51}).all);
        // A word that nobody has tells no clip from another.
        const WordEvidence partly = fuseWords(hits, std::vector<std::string>{"door", "slam", "zeppelin"}, 100, model);
        for (const int clip : {1, 51, 52})
            QCOMPARE(partly.clips.at(ClipId{clip}).bonus, clips.at(ClipId{clip}).bonus);
        QVERIFY(!partly.clips.at(ClipId{52}).all);
        model.calibrated = false;
        const WordEvidence plain = fuseWords(hits, std::vector<std::string>{"door", "slam"}, 100, model);
        QVERIFY(std::abs(plain.clips.at(ClipId{52}).bonus - kWordSimilarity) < 1e-6);
    }
};

PROLAP_TEST(TstPipelineParts)
#include "tst_pipeline_parts.moc"
