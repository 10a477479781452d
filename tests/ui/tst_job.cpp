#include "tests/support/test_main.h"
#include "ui/jobs/job.h"

#include <atomic>
#include <semaphore>

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace prolap;
using namespace prolap::ui;

class TstJob : public QObject {
    Q_OBJECT

    static void never(const JobFailure& failure) { QFAIL(qPrintable(failure.sentence)); }

private Q_SLOTS:
    void deliversOnTheOwnersThread()
    {
        Job job;
        QThread* worker = nullptr;
        QThread* delivered = nullptr;
        int answer = 0;
        job.start(
            [&](std::stop_token, const ProgressFn&) {
                worker = QThread::currentThread();
                return 42;
            },
            [&](int value) {
                delivered = QThread::currentThread();
                answer = value;
            },
            never);
        QVERIFY(job.running());
        QTRY_COMPARE(answer, 42);
        QCOMPARE(delivered, QThread::currentThread());
        QVERIFY(worker != delivered);
        QVERIFY(!job.running());
    }

    void dropsLateAnswers()
    {
        Job job;
        std::binary_semaphore firstMayEnd(0);
        std::atomic<bool> firstToldToStop = false, firstEnded = false;
        QStringList delivered;
        job.start(
            [&](std::stop_token stop, const ProgressFn&) {
                firstMayEnd.acquire();
                firstToldToStop = stop.stop_requested();
                firstEnded = true;
                return QString("first");
            },
            [&](const QString& text) { delivered << text; }, never);
        job.start([](std::stop_token, const ProgressFn&) { return QString("second"); },
                  [&](const QString& text) { delivered << text; }, never);
        QTRY_COMPARE(delivered, QStringList{"second"});
        firstMayEnd.release();
        QTRY_VERIFY(firstEnded);
        QTest::qWait(30);
        QVERIFY(firstToldToStop);
        QCOMPARE(delivered, QStringList{"second"});
    }

    void cancelledDeliversNothing()
    {
        Job job;
        QSignalSpy running(&job, &Job::runningChanged);
        bool delivered = false;
        job.start(
            [](std::stop_token stop, const ProgressFn&) {
                while (!stop.stop_requested())
                    QThread::msleep(1);
                return 1;
            },
            [&](int) { delivered = true; }, never);
        job.cancel();
        QVERIFY(!job.running());
        QTest::qWait(50);
        QVERIFY(!delivered);
        QCOMPARE(running.size(), 2);
    }

    void failuresArriveAsSentences()
    {
        Job job;
        QString sentence;
        ErrorKind kind{};
        job.start([](std::stop_token,
                     const ProgressFn&) -> int { throw Error(ErrorKind::NotFound, "The file a.wav is not there."); },
                  [](int) { QFAIL("an answer of a failed job"); },
                  [&](const JobFailure& failure) {
                      sentence = failure.sentence;
                      kind = failure.kind;
                  });
        QTRY_COMPARE(sentence, QString("The file a.wav is not there."));
        QVERIFY(kind == ErrorKind::NotFound);
    }

    void progressArrivesInOrder()
    {
        Job job;
        QList<std::int64_t> seen;
        connect(&job, &Job::progressed, this, [&](const Progress& p) { seen << p.done; });
        bool done = false;
        job.start(
            [](std::stop_token, const ProgressFn& progress) {
                for (int i = 1; i <= 3; ++i)
                    progress({i, 3, "x", -1});
                return true;
            },
            [&](bool) { done = true; }, never);
        QTRY_VERIFY(done);
        QCOMPARE(seen, (QList<std::int64_t>{1, 2, 3}));
    }

    void destructionWaitsAndDeliversNothing()
    {
        std::atomic<bool> ended = false;
        bool delivered = false;
        {
            Job job;
            job.start(
                [&](std::stop_token stop, const ProgressFn&) {
                    while (!stop.stop_requested())
                        QThread::msleep(1);
                    ended = true;
                    return 1;
                },
                [&](int) { delivered = true; }, never);
        }
        QVERIFY(ended);
        QCoreApplication::processEvents();
        QVERIFY(!delivered);
    }

    void backgroundWorkGivesWay()
    {
        Job job(nullptr, Job::Priority::Background);
        const int own = getpriority(PRIO_PROCESS, 0);
        int nice = own;
        job.start([](std::stop_token,
                     const ProgressFn&) { return getpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid))); },
                  [&](int value) { nice = value; }, never);
        QTRY_VERIFY(!job.running());
        QVERIFY2(nice > own, qPrintable(QString::number(nice)));
    }
};

PROLAP_TEST(TstJob)
#include "tst_job.moc"
