#include "core/run_control.h"
#include "tests/support/test_main.h"

#include <atomic>
#include <chrono>
#include <thread>

#include <QTest>

using namespace std::chrono_literals;

class TstRunControl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pauseHoldsAndResumeReleases()
    {
        prolap::RunControl control;
        std::atomic<int> steps = 0;
        control.pause();
        std::jthread worker([&] {
            while (control.checkpoint())
                ++steps;
        });
        std::this_thread::sleep_for(30ms);
        QCOMPARE(steps.load(), 0);
        control.resume();
        QTRY_VERIFY(steps.load() > 0);
        control.requestStop();
        worker.join();
    }

    void stopWakesAPausedRun()
    {
        std::stop_source outer;
        prolap::RunControl control(outer.get_token());
        control.pause();
        std::atomic<bool> goOn = true;
        std::jthread worker([&] { goOn = control.checkpoint(); });
        outer.request_stop();
        worker.join();
        QVERIFY(!goOn);
        QVERIFY(control.stopRequested());
    }
};

PROLAP_TEST(TstRunControl)
#include "tst_run_control.moc"
