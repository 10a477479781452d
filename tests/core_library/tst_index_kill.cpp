#include "db/check.h"
#include "tests/core_library/library_fixture.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <random>
#include <set>
#include <thread>

#include <QTest>

#include <csignal>

using namespace prolap;
using namespace prolap::test;
using namespace std::chrono_literals;

namespace {

constexpr unsigned kFiles = 60;
/// Windows that the model hears in half a second, which is a transaction, and those on their way: 4 each 40 ms.
constexpr std::int64_t kWindowsATransaction = 80;

struct State {
    std::int64_t listened = 0;
    std::int64_t windows = 0;
    std::set<std::string> names;
};

State look(const Path& file)
{
    db::Catalogue catalogue(file);
    State state;
    const auto set = db::VectorTable(catalogue).findSet(BandEmbedder().info().id);
    for (const db::Root& root : db::RootTable(catalogue).all()) {
        for (const auto& [path, clip] : db::ClipTable(catalogue).known(root.id)) {
            if (!state.names.insert(path).second)
                throw std::runtime_error(path + " is there twice");
            state.listened += clip.state == db::ClipState::Listened;
        }
    }
    state.windows = set ? db::VectorTable(catalogue).windowCount(set->id) : 0;
    return state;
}

} // namespace

class TstIndexKill : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostOrDoubledAndOneTransactionRedone()
    {
        LibraryFixture library;
        std::int64_t expectedWindows = 0;
        for (unsigned i = 0; i < kFiles; ++i) {
            const double seconds = 0.2 + 0.1 * (i % 20);
            writeWav(library.sounds / std::to_string(i % 7) / numbered(i), tone(i % 15, seconds, i));
            // Windows of a second; a rest of at least 50 ms is one more.
            const auto milliseconds = 200 + 100 * (i % 20);
            expectedWindows += milliseconds / 1000 + (milliseconds % 1000 >= 50 ? 1 : 0);
        }
        const Path heardFile = library.base / "heard";
        const auto heard = [&] { return static_cast<std::int64_t>(readBytes(heardFile).size()); };
        const std::string child = qEnvironmentVariable("PROLAP_BIN_DIR").toStdString() + "/index_child";
        const auto start = [&](const char* delay) {
            return startProgram(
                {child, library.catalogue.native(), library.sounds.native(), delay, heardFile.native()});
        };
        std::mt19937 random(7);
        State before;
        int kills = 0;
        for (int i = 0; i < 25; ++i) {
            const std::int64_t heardBefore = heard();
            const int process = start("40");
            QVERIFY(process != 0);
            // Early kills meet the scan and the headers; late ones, counted from the first window that is heard so
            // that a busy machine sees them too, meet the transactions.
            const bool late = i % 3 == 0;
            for (int wait = 0; late && wait < 20000 && heard() == heardBefore; wait += 5)
                std::this_thread::sleep_for(5ms);
            std::this_thread::sleep_for(std::chrono::milliseconds(5 + random() % (late ? 900 : 150)));
            ::kill(process, SIGKILL);
            const int end = waitForProgram(process);
            QVERIFY(end == -SIGKILL || end == 0); // on a busy machine it may be done before the signal comes
            kills += end == -SIGKILL;
            if (!std::filesystem::exists(library.catalogue))
                continue; // killed before there was anything
            db::Catalogue catalogue(library.catalogue);
            const db::CheckReport check = db::check(catalogue);
            for (const db::Finding& finding : check.findings)
                qWarning("%s", finding.sentence.c_str());
            QVERIFY(check.findings.empty());
            // What was committed stays; what was heard and not committed is no more than a transaction.
            const State state = look(library.catalogue);
            QVERIFY(end != 0 || state.listened == kFiles); // it ends by itself only when all is done
            QVERIFY(state.listened >= before.listened);
            QVERIFY(std::includes(state.names.begin(), state.names.end(), before.names.begin(), before.names.end()));
            const std::int64_t lost = heard() - heardBefore - (state.windows - before.windows);
            QVERIFY2(lost <= kWindowsATransaction, qPrintable(QString::number(lost)));
            before = state;
        }
        QVERIFY2(kills >= 5, qPrintable(QString::number(kills)));
        qInfo("%lld of %u files were done after 25 kills", static_cast<long long>(before.listened), kFiles);
        const int last = start("0");
        QVERIFY(last != 0);
        QCOMPARE(waitForProgram(last), 0);
        const State state = look(library.catalogue);
        QCOMPARE(state.names.size(), std::size_t(kFiles));
        QCOMPARE(state.listened, std::int64_t(kFiles));
        QCOMPARE(state.windows, expectedWindows);
    }
};

PROLAP_TEST(TstIndexKill)
#include "tst_index_kill.moc"
