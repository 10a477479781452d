#include <algorithm>
#include <csignal>
#include <filesystem>

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QSlider>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <QTreeWidget>

#include <nlohmann/json.hpp>

#include "core/library/models/known_models.h"
#include "core/library/models/model_shelf.h"
#include "core/model/open_embedder.h"
#include "core/train/runs/run_store.h"
#include "tests/support/files.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_pack.h"
#include "tests/ui/sounds.h"
#include "tests/ui/window_fixture.h"
#include "ui/finetune/clip_sides.h"
#include "ui/finetune/clips_step.h"
#include "ui/finetune/comparison_view.h"
#include "ui/finetune/curve_chart.h"
#include "ui/finetune/curves_view.h"
#include "ui/finetune/finetune_page.h"
#include "ui/finetune/mix_view.h"
#include "ui/finetune/model_step.h"
#include "ui/finetune/model_swap.h"
#include "ui/finetune/new_run_form.h"
#include "ui/finetune/recipe_dialog.h"
#include "ui/finetune/run_model.h"
#include "ui/finetune/run_notes.h"
#include "ui/finetune/run_view.h"
#include "ui/finetune/samples_view.h"

using namespace prolap;
using namespace prolap::test;
using namespace prolap::ui;

/// A user teaches a model at the window: a real, short run with a model small enough for tests.
class TstFinetune : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        static Path tiny; // the model in use where none is named, as the starter is
        m_user = std::make_unique<WindowFixture>([](const ModelChoice& choice) {
            return model::openEmbedder(choice.path.empty() ? tiny : choice.path, {"cpu", "fp32", 1, {}});
        });
        tiny = m_user->path("tiny");
        writeTinyPack(tiny);
        const Path sounds = m_user->path("sounds");
        std::filesystem::create_directories(sounds);
        std::string csv = "path,caption1,caption2,label\n";
        const char* kinds[] = {"low", "middle", "high"};
        for (int i = 0; i < 24; ++i) {
            const std::string name = std::string(kinds[i % 3]) + '_' + char('a' + i / 3) + ".wav";
            writeWav(sounds / name, tone(200.0 + 900.0 * (i % 3) + 15 * i, .7, 16000), 16000);
            csv += name + ",a tone,a " + kinds[i % 3] + " tone," + kinds[i % 3] + '\n';
        }
        writeFile(sounds / "clips.csv", csv);
    }

    void cleanupTestCase() { m_user.reset(); }

    void clipsAreLookedAtBeforeTheyTeach()
    {
        FinetunePage* page = open();
        NewRunForm* form = page->form();
        QVERIFY(!form->startButton()->isEnabled());
        writeFile(m_user->path("sounds") / "one.csv", "path,caption\nlow_a.wav,a tone\n");
        chooseList(form, "sounds/one.csv");
        QTRY_VERIFY_WITH_TIMEOUT(form->clips()->checks()->topLevelItemCount() > 0, 20000);
        QVERIFY2(form->clips()->checks()->topLevelItem(0)->text(0).contains("only 1 clip"),
                 qPrintable(form->clips()->checks()->topLevelItem(0)->text(0)));
        QVERIFY(form->clips()->checks()->topLevelItem(0)->childCount() > 0); // what to do about it
        QVERIFY(!form->startButton()->isEnabled());
        chooseList(form, "sounds/clips.csv");
        QTRY_VERIFY_WITH_TIMEOUT(form->startButton()->isEnabled(), 20000);
    }

    void aRunGoesFromTheClipsToTheModelInUse()
    {
        FinetunePage* page = open();
        NewRunForm* form = page->form();
        chooseList(form, "sounds/clips.csv");
        form->setName("my tones");
        QTRY_VERIFY_WITH_TIMEOUT(form->startButton()->isEnabled(), 20000);
        const Path before = m_user->window().session()->modelChoice().path;
        QTest::mouseClick(form->startButton(), Qt::LeftButton);

        RunView* view = page->view();
        QTRY_VERIFY_WITH_TIMEOUT(view->run() && view->run()->status.state == train::RunState::Done, 180000);
        QCOMPARE(page->runs()->rowCount(), 1);
        QCOMPARE(page->runs()->index(0, RunModel::Name).data().toString(), QString("my tones"));
        QTRY_VERIFY(view->curves()->losses()->curves() >= 4);
        QVERIFY(view->curves()->validation()->curves() >= 1);
        QTRY_VERIFY(view->comparison()->figures()->topLevelItemCount() == 1);
        QVERIFY(view->comparison()->figures()->topLevelItem(0)->childCount() >= 4);

        // Notes are kept without being asked for.
        view->showPart("notes");
        QTest::keyClicks(view->notes()->tags(), "tones, short");
        QTest::keyClicks(view->notes()->notes(), "worth keeping");
        view->showPart("change");
        const train::RunNotes kept = train::RunStore().read(view->run()->id).notes;
        QCOMPARE(kept.text, std::string("worth keeping"));
        QCOMPARE(kept.tags, (std::vector<std::string>{"tones", "short"}));

        // What captions find now, and at the start.
        QTRY_VERIFY(view->samples()->tree()->topLevelItemCount() > 0);
        QVERIFY(view->samples()->tree()->topLevelItem(0)->childCount() > 0);

        // How much of it: measured by a process of its own, then one mixture saved among the models.
        view->mix()->measureButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(!view->mix()->busy(), 120000);
        QVERIFY(view->mix()->chart()->curves() >= 2);
        view->mix()->slider()->setValue(60);
        QVERIFY2(view->mix()->figuresText().contains("right name"), qPrintable(view->mix()->figuresText()));
        QVERIFY(!view->mix()->saveButton()->isEnabled());
        view->mix()->nameField()->setText("more of it");
        view->mix()->saveButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(!view->mix()->busy(), 60000);
        QVERIFY(std::filesystem::exists(library::shelfFolder() / "more of it" / "config.json"));
        QCOMPARE(library::inspectModel(library::shelfFolder() / "more of it", false).runs.size(), std::size_t(1));

        // Use it: the library is listened to with it, then it serves; and back.
        view->useButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_user->window().session()->modelChoice().path == view->run()->pack(), 120000);
        QTRY_VERIFY(!view->useButton()->isEnabled());
        QVERIFY(!view->discardButton()->isEnabled()); // it is in use
        QTRY_VERIFY(view->undoButton()->isVisible());
        view->undoButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_user->window().session()->modelChoice().path == before, 60000);
        QTRY_VERIFY(view->discardButton()->isEnabled());
    }

    void clipsCanBePutOnAnotherSide()
    {
        FinetunePage* page = open();
        NewRunForm* form = page->form();
        chooseList(form, "sounds/clips.csv");
        QTRY_VERIFY_WITH_TIMEOUT(form->startButton()->isEnabled(), 20000);
        QTimer::singleShot(0, this, [] {
            auto* dialog = qobject_cast<ClipSidesDialog*>(QApplication::activeModalWidget());
            if (!dialog || !QTest::qWaitFor([&] { return QApplication::activeWindow() == dialog; }))
                return;
            dialog->field()->setText("low");
            dialog->table()->selectAll();
            dialog->table()->setFocus();
            QTest::keyClick(dialog->table(), Qt::Key_H);
            dialog->accept();
        });
        form->clips()->sidesButton()->click();
        QVERIFY(form->clips()->prepared());
        std::size_t held = 0;
        for (const train::ManifestRow& row : form->clips()->prepared()->manifest.rows) {
            if (row.label == "low") {
                QCOMPARE(row.split, std::string("test"));
                ++held;
            }
        }
        QCOMPARE(held, std::size_t(8));
        QVERIFY(form->clips()->prepared()->facts.test >= 8);
    }

    void whatIsKeptTogetherMovesTogether()
    {
        train::PreparedData data;
        data.manifest.rows.resize(3);
        for (std::size_t i = 0; i < 3; ++i) {
            data.manifest.rows[i].file = "/s/" + std::to_string(i) + ".wav";
            data.manifest.rows[i].split = "train";
        }
        data.groups = {0, 1, 0};
        data.seconds = {1, 1, 1};
        ClipSides sides(data, nullptr);
        QCOMPARE(sides.move({2}, "test"), 2);
        QCOMPARE(sides.count("test"), 2);
        QCOMPARE(sides.moved().size(), std::size_t(2));
    }

    void aTrialSaysHowLongItTakes()
    {
        FinetunePage* page = open();
        NewRunForm* form = page->form();
        chooseList(form, "sounds/clips.csv");
        QTRY_VERIFY_WITH_TIMEOUT(form->startButton()->isEnabled(), 20000);
        form->model()->measureButton()->click();
        QTRY_VERIFY2_WITH_TIMEOUT(form->model()->estimateText().startsWith("About"),
                                  qPrintable(form->model()->estimateText()), 90000);
        QVERIFY(form->model()->estimateText().contains("GB of memory"));
    }

    /// The trainer goes on without the window, and the window goes on with a run whose trainer was killed.
    void aRunOutlivesTheWindowAndItsOwnProcess()
    {
        FinetunePage* page = open();
        NewRunForm* form = page->form();
        chooseList(form, "sounds/clips.csv");
        form->setName("outliving");
        QTRY_VERIFY_WITH_TIMEOUT(form->startButton()->isEnabled(), 20000);
        QTest::mouseClick(form->startButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(page->view()->run() && page->view()->run()->alive(), 30000);
        const std::string id = page->view()->run()->id;
        page = open(); // another window
        QVERIFY(train::RunStore().read(id).alive() || train::RunStore().read(id).status.state == train::RunState::Done);
        QTRY_VERIFY(page->runs()->rowOf(id) >= 0);
        page->showRun(QString::fromStdString(id));
        if (const int pid = train::RunStore().read(id).pid; pid != 0) {
            ::kill(pid, SIGKILL);
            QTRY_VERIFY_WITH_TIMEOUT(!train::RunStore().read(id).alive(), 10000);
        }
        QTRY_VERIFY(page->view()->run() && !page->view()->run()->alive());
        if (page->view()->run()->status.state != train::RunState::Done) {
            QTRY_VERIFY(page->view()->pauseButton()->isVisible());
            page->view()->pauseButton()->click(); // it says Resume
        }
        QTRY_VERIFY_WITH_TIMEOUT(page->view()->run() && page->view()->run()->status.state == train::RunState::Done,
                                 180000);
    }

    /// kill -9 of the window at several moments after Start: the run is there in the next window and comes to its end.
    void aWindowThatIsKilledLosesNoRun()
    {
        const QByteArray data = qgetenv("PROLAP_WINDOW_TO_KILL");
        if (!data.isEmpty()) { // this process is the window that is killed
            qputenv("XDG_DATA_HOME", data);
            NewRunForm* form = open()->form();
            chooseList(form, "sounds/clips.csv");
            form->setName("killed window");
            QTRY_VERIFY_WITH_TIMEOUT(form->startButton()->isEnabled(), 20000);
            form->startButton()->click();
            QTest::qWait(60000);
            QFAIL("nobody killed this window");
        }
        for (const int milliseconds : {0, 300, 1500}) {
            std::vector<std::string> known;
            for (const train::Run& run : train::RunStore().list())
                known.push_back(run.id);
            const auto started = [&known]() -> std::string {
                for (const train::Run& run : train::RunStore().list()) {
                    if (std::find(known.begin(), known.end(), run.id) == known.end())
                        return run.id;
                }
                return {};
            };
            QProcess window;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert("PROLAP_WINDOW_TO_KILL", qgetenv("XDG_DATA_HOME"));
            environment.insert("TMPDIR", QString::fromStdString(m_user->path("").string()));
            window.setProcessEnvironment(environment);
            window.start(QCoreApplication::applicationFilePath(), {"TstFinetune", "aWindowThatIsKilledLosesNoRun"});
            QTRY_VERIFY2_WITH_TIMEOUT(!started().empty(), window.readAll().constData(), 60000);
            QTest::qWait(milliseconds);
            QCOMPARE(window.state(), QProcess::Running);
            window.kill(); // SIGKILL
            QVERIFY(window.waitForFinished(10000));
            QCOMPARE(window.exitStatus(), QProcess::CrashExit);

            const std::string id = started();
            FinetunePage* page = open();
            QTRY_VERIFY(page->runs()->rowOf(id) >= 0);
            page->showRun(QString::fromStdString(id));
            const auto at = [page](train::RunState state) {
                return page->view()->run() && page->view()->run()->status.state == state;
            };
            // Killed before it had a trainer of its own, it waits for "Resume"; else the trainer has gone on.
            QTRY_VERIFY_WITH_TIMEOUT(at(train::RunState::Done) || page->view()->pauseButton()->isVisible(), 20000);
            const bool goesOn =
                QTest::qWaitFor([&] { return at(train::RunState::Done) || train::RunStore().read(id).alive(); }, 10000);
            if (!goesOn)
                page->view()->pauseButton()->click();
            QTRY_VERIFY_WITH_TIMEOUT(at(train::RunState::Done), 180000);
        }
    }

    void everySettingCanBeChangedAndIsChecked()
    {
        const nlohmann::json preset = train::presetRecipe(train::Preset::Heads, 100).toJson();
        RecipeDialog dialog(preset, preset);
        QTreeWidgetItem* epochs = nullptr;
        for (int i = 0; i < dialog.tree()->topLevelItemCount(); ++i) {
            QTreeWidgetItem* group = dialog.tree()->topLevelItem(i);
            for (int k = 0; k < group->childCount(); ++k) {
                if (group->child(k)->toolTip(0) == "optimiser.epochs")
                    epochs = group->child(k);
            }
        }
        QVERIFY(epochs);
        epochs->setText(1, "many");
        dialog.accept();
        QVERIFY(dialog.result() != QDialog::Accepted);
        epochs->setText(1, "7");
        dialog.accept();
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(dialog.recipe()["optimiser"]["epochs"].get<int>(), 7);
    }

private:
    FinetunePage* open()
    {
        m_user->close();
        QSettings().clear();
        MainWindow& window = m_user->open();
        if (!window.showPage("finetune"))
            qFatal("no page");
        return window.finetune();
    }

    void chooseList(NewRunForm* form, const char* file)
    {
        form->clips()->data()->choose(DataChoice::List, QString::fromStdString(m_user->path(file).string()));
    }

    std::unique_ptr<WindowFixture> m_user;
};

PROLAP_TEST(TstFinetune)
PROLAP_TEST_APPLICATION(QApplication)
#include "tst_finetune.moc"
