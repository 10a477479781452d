#include "core/model/open_embedder.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_pack.h"
#include "tests/ui/sounds.h"
#include "tests/ui/window_fixture.h"
#include "ui/explore/caption_field.h"
#include "ui/explore/explore_page.h"
#include "ui/explore/result_table.h"

#include <algorithm>
#include <filesystem>

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace prolap;
using namespace prolap::ui;

/// Searching and scrolling while 2 000 clips are being indexed: the event loop never stands still for 50 ms.
class TstStall : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWindowAnswersWhileItIndexes()
    {
        constexpr int kClips = 2000;
        QTemporaryDir packs;
        const Path pack = Path(packs.path().toStdString()) / "tiny";
        test::writeTinyPack(pack);
        test::WindowFixture user(
            [pack](const ModelChoice& choice) { return model::openEmbedder(pack, choice.options); });
        const Path folder = user.path("many");
        std::filesystem::create_directories(folder);
        for (int i = 0; i < kClips; ++i)
            test::writeWav(folder / ("clip " + std::to_string(i) + (i % 3 ? " rain.wav" : " drum.wav")),
                           test::noise(i, 0.25, 22050), 22050);
        MainWindow& window = user.open();
        ExplorePage& page = *window.explore();
        QSignalSpy finished(window.session(), &LibrarySession::indexFinished);
        QSignalSpy listed(window.session(), &LibrarySession::listed);

        QElapsedTimer clock;
        clock.start();
        QList<double> gaps;
        qint64 last = clock.nsecsElapsed();
        QTimer heartbeat;
        heartbeat.setTimerType(Qt::PreciseTimer);
        connect(&heartbeat, &QTimer::timeout, this, [&] {
            const qint64 now = clock.nsecsElapsed();
            gaps << static_cast<double>(now - last) / 1e6;
            last = now;
        });
        heartbeat.start(2);

        // A person who types, scrolls and changes their mind.
        const QStringList captions{"rain", "drum and bass", "", "clip 17", "a long low tone"};
        int step = 0;
        QTimer person;
        connect(&person, &QTimer::timeout, this, [&] {
            ++step;
            QScrollBar* bar = page.table()->verticalScrollBar();
            bar->setValue(bar->maximum() > 0 ? (step * 997) % bar->maximum() : 0);
            if (step % 20 == 0)
                page.setCaption(captions[step / 20 % captions.size()]);
        });
        person.start(33);

        window.addFolders({folder});
        QVERIFY(QTest::qWaitFor([&] { return finished.size() == 1; }, 600000));
        const double indexSeconds = static_cast<double>(clock.elapsed()) / 1000;
        person.stop();
        heartbeat.stop();
        QCOMPARE(finished[0][0].value<library::IndexReport>().indexed, std::int64_t{kClips});
        QVERIFY(listed.size() > 2);

        std::ranges::sort(gaps);
        const double worst = gaps.back(), p99 = gaps[gaps.size() * 99 / 100];
        qInfo("%lld heartbeats in %.1f s of indexing %d clips: p99 %.1f ms, worst %.1f ms; %lld lists",
              static_cast<long long>(gaps.size()), indexSeconds, kClips, p99, worst,
              static_cast<long long>(listed.size()));
        QVERIFY2(worst <= 50, qPrintable(QString("the window stood still for %1 ms").arg(worst)));
    }
};

PROLAP_TEST(TstStall)
PROLAP_TEST_APPLICATION(QApplication)
#include "tst_stall.moc"
