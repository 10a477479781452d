#include <filesystem>

#include <QPushButton>
#include <QAbstractButton>
#include <QApplication>
#include <QSettings>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

#include <nlohmann/json.hpp>

#include "core/model/open_embedder.h"
#include "core/train/runs/run_store.h"
#include "tests/support/files.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_pack.h"
#include "tests/ui/sounds.h"
#include "tests/ui/window_fixture.h"
#include "ui/finetune/comparison_view.h"
#include "ui/finetune/curve_chart.h"
#include "ui/finetune/finetune_page.h"
#include "ui/finetune/model_swap.h"
#include "ui/finetune/new_run_form.h"
#include "ui/finetune/recipe_dialog.h"
#include "ui/finetune/run_model.h"
#include "ui/finetune/run_view.h"

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
        form->data()->choose(DataChoice::List, QString::fromStdString(m_user->path("sounds/one.csv").string()));
        QTRY_VERIFY_WITH_TIMEOUT(form->checks()->topLevelItemCount() > 0, 20000);
        QVERIFY2(form->checks()->topLevelItem(0)->text(0).contains("only 1 clip"),
                 qPrintable(form->checks()->topLevelItem(0)->text(0)));
        QVERIFY(form->checks()->topLevelItem(0)->childCount() > 0); // what to do about it
        QVERIFY(!form->startButton()->isEnabled());
        form->data()->choose(DataChoice::List, QString::fromStdString(m_user->path("sounds/clips.csv").string()));
        QTRY_VERIFY_WITH_TIMEOUT(form->startButton()->isEnabled(), 20000);
    }

    void aRunGoesFromTheClipsToTheModelInUse()
    {
        FinetunePage* page = open();
        NewRunForm* form = page->form();
        form->data()->choose(DataChoice::List, QString::fromStdString(m_user->path("sounds/clips.csv").string()));
        form->setName("my tones");
        QTRY_VERIFY_WITH_TIMEOUT(form->startButton()->isEnabled(), 20000);
        const Path before = m_user->window().session()->modelChoice().path;
        QTest::mouseClick(form->startButton(), Qt::LeftButton);

        RunView* view = page->view();
        QTRY_VERIFY_WITH_TIMEOUT(view->run() && view->run()->status.state == train::RunState::Done, 180000);
        QCOMPARE(page->runs()->rowCount(), 1);
        QCOMPARE(page->runs()->index(0, RunModel::Name).data().toString(), QString("my tones"));
        QTRY_VERIFY(view->losses()->curves() >= 4);
        QVERIFY(view->validation()->curves() >= 1);
        QTRY_VERIFY(view->comparison()->figures()->topLevelItemCount() == 1);
        QVERIFY(view->comparison()->figures()->topLevelItem(0)->childCount() >= 4);

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

    std::unique_ptr<WindowFixture> m_user;
};

PROLAP_TEST(TstFinetune)
PROLAP_TEST_APPLICATION(QApplication)
#include "tst_finetune.moc"
