#include <chrono>
#include <fstream>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QTest>

#include "core/train/runs/run_lock.h"
#include "core/train/runs/run_metrics.h"
#include "core/train/runs/run_store.h"
#include "tests/support/files.h"
#include "tests/support/test_main.h"

using namespace prolap;
using namespace prolap::train;

namespace {

RunSettings someSettings()
{
    RunSettings settings;
    settings.name = "doors";
    settings.basePack = Path("/packs/st\xFF"
                             "arter"); // paths are bytes
    settings.preset = "heads";
    settings.recipe = {{"seed", 3}};
    settings.data.query = "tag:door";
    settings.data.library = "/library.db";
    settings.dataText = "tag:door";
    settings.out = "/packs/doors";
    settings.patience = 4;
    return settings;
}

RunStatus statusOf(RunState state)
{
    RunStatus status;
    status.state = state;
    return status;
}

} // namespace

class TstRunStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void whatARunWasAskedIsReadBack()
    {
        const RunStore store = here();
        QVERIFY(store.list().empty());
        const Run made = store.create(someSettings());
        const Run run = store.read(made.id);
        QVERIFY(run.settings.basePack == someSettings().basePack);
        QVERIFY(run.settings.out == someSettings().out);
        QCOMPARE(run.settings.data.query, someSettings().data.query);
        QCOMPARE(run.settings.patience, 4);
        QVERIFY(run.settings.recipe == someSettings().recipe);
        QVERIFY(run.status.state == RunState::Queued);
        QCOMPARE(run.name(), std::string("doors"));
        QVERIFY(run.settings.created > 0);
        QVERIFY(!run.alive());

        RunStatus status = statusOf(RunState::Done);
        status.best = .5;
        status.metric = "t2a_map10";
        status.secondsLeft = 3;
        store.setStatus(run, status);
        store.setNotes(run, {"my doors", "wood and \"metal\"\nboth", {"good", "old"}});
        const Run again = store.read(run.id);
        QVERIFY(again.status.state == RunState::Done);
        QCOMPARE(*again.status.best, .5);
        QCOMPARE(again.name(), std::string("my doors"));
        QCOMPARE(again.notes.text, std::string("wood and \"metal\"\nboth"));
        QCOMPARE(again.notes.tags.size(), std::size_t(2));
    }

    void runsComeInTheOrderInWhichTheyWereMade()
    {
        const RunStore store = here();
        std::vector<std::string> ids;
        for (int i = 0; i < 11; ++i)
            ids.push_back(store.create(someSettings()).id);
        for (const char* folder : {"no-run", "damaged"})
            std::filesystem::create_directories(store.folder() / folder);
        test::writeFile(store.folder() / "no-run" / "notes.txt", "nothing");
        test::writeFile(store.folder() / "damaged" / "settings.json", "{\"name\": ");
        std::vector<std::string> listed;
        for (const Run& run : store.list())
            listed.push_back(run.id);
        QVERIFY(listed == ids);
        const std::string sentence = test::sentenceOf([&] { store.read("../runs"); }, ErrorKind::NotFound);
        QVERIFY2(sentence.find(ids[3]) != std::string::npos, sentence.c_str());
    }

    /// A process that dies without a word leaves a run that can be resumed.
    void aKilledProcessLeavesAPausedRun()
    {
        const RunStore store = here();
        const Run run = store.create(someSettings());
        int ready[2];
        QVERIFY(pipe(ready) == 0);
        const pid_t child = fork();
        if (child == 0) {
            const auto lock = RunLock::tryTake(store.lockFile(run));
            store.setStatus(run, statusOf(RunState::Running));
            [[maybe_unused]] const auto said = write(ready[1], "x", 1);
            pause();
            _exit(lock ? 0 : 1);
        }
        char letter;
        QVERIFY(read(ready[0], &letter, 1) == 1);
        const Run running = store.read(run.id);
        QVERIFY(running.status.state == RunState::Running);
        QCOMPARE(running.pid, child);
        QVERIFY(!running.resumable());
        QVERIFY(RunLock::tryTake(store.lockFile(run)) == nullptr);
        const std::string busy = test::sentenceOf([&] { store.remove(run); }, ErrorKind::Busy);
        QVERIFY2(busy.find(run.id) != std::string::npos, busy.c_str());

        store.request(running, RunRequest::KeepBest);
        QVERIFY(store.takeRequest(run) == RunRequest::KeepBest);
        QVERIFY(!store.takeRequest(run));

        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        const Run left = store.read(run.id);
        QVERIFY(left.status.state == RunState::Paused);
        QVERIFY(left.interrupted && left.resumable() && !left.alive());
        store.request(left, RunRequest::Stop); // nobody is there to do it
        QVERIFY(store.read(run.id).status.state == RunState::Stopped);
        store.remove(left);
        QVERIFY(store.list().empty());
        QVERIFY(!std::filesystem::exists(run.folder));
    }

    void metricsOfAResumedRunAreOneCurve()
    {
        const Path file = Path(m_dir->path().toStdString()) / "metrics.jsonl";
        test::writeFile(file, "{\"step\":1,\"loss\":4.0}\n{\"step\":2,\"loss\":3.0}\n"
                              "{\"step\":2,\"validation\":{\"map\":0.5}}\n{\"step\":3,\"loss\":9}\n{\"step\":4,\"lo"
                              "\n{\"step\":3,\"loss\":2.0}\n{\"step\":4,\"loss\":1.0}\n"
                              "{\"step\":4,\"validation\":{\"map\":0.4}}\n{\"step\":4,\"validation\":[]}\nnull\n");
        const RunMetrics metrics = readRunMetrics(file);
        const RunMetrics::Curve loss{{1, 4}, {2, 3}, {3, 2}, {4, 1}};
        QVERIFY(metrics.terms.at("loss") == loss);
        const RunMetrics::Curve map{{2, .5}, {4, .4}};
        QVERIFY(metrics.validation.at("map") == map);
        QCOMPARE(validationsSinceBest(metrics, "map"), 1);
        QCOMPARE(validationsSinceBest(metrics, "none"), 0);
        QCOMPARE(metrics.lastStep, 4);
        QVERIFY(readRunMetrics(file.parent_path() / "none").terms.empty());
    }

private:
    RunStore here() const { return RunStore(Path(m_dir->path().toStdString()) / "runs"); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

PROLAP_TEST(TstRunStore)
#include "tst_run_store.moc"
