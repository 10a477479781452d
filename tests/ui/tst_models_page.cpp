#include "core/library/models/default_model.h"
#include "core/library/models/embedding_sets.h"
#include "core/library/models/model_shelf.h"
#include "core/model/open_embedder.h"
#include "core/model/starter.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_pack.h"
#include "tests/ui/window_fixture.h"
#include "ui/explore/explore_page.h"
#include "ui/measure/level_charts.h"
#include "ui/measure/measure_form.h"
#include "ui/measure/measure_tab.h"
#include "ui/models_page/fetch_dialog.h"
#include "ui/models_page/import_dialog.h"
#include "ui/models_page/model_view.h"
#include "ui/models_page/models_page.h"
#include "ui/models_page/models_tab.h"
#include "ui/models_page/task_strip.h"
#include "ui/text.h"
#include "ui/window/notice_bar.h"

#include <fstream>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

using namespace prolap;
using namespace prolap::ui;

#define TRY_FOR(condition, message, ms) QVERIFY2(QTest::qWaitFor([&] { return bool(condition); }, ms), message)

namespace {

/// A user whose starter is a tiny pack, with another one among their models.
class ModelUser : public test::WindowFixture {
public:
    ModelUser()
        : WindowFixture([](const ModelChoice& choice) {
              return model::openEmbedder(choice.path.empty() ? model::starterPack() : choice.path, choice.options);
          })
    {
        test::writeTinyPack(path("starter"), 1);
        qputenv("PROLAP_STARTER", path("starter").c_str());
        test::writeTinyPack(library::shelfFolder() / "mine", 2);
        std::ofstream(library::shelfFolder() / "mine/MODEL_CARD.md") << "# My own\n\nKnows **doors**.\n";
    }
    ~ModelUser()
    {
        close();
        qunsetenv("PROLAP_STARTER");
    }

    /// Shows the page and waits until it tells all.
    ModelsPage& page()
    {
        window().showPage("models");
        m_page = qobject_cast<ModelsPage*>(window().currentPage());
        [[maybe_unused]] const bool settled = QTest::qWaitFor([this] { return m_page->settled(); }, 20000);
        return *m_page;
    }
    /// Selects a model by the end of its path.
    void choose(const std::string& name)
    {
        const ModelListModel& list = m_page->models()->list();
        for (int i = 0; i < list.rowCount(); ++i)
            if (list.rowAt(i)->known.path.filename() == name || list.rowAt(i)->known.name == name)
                m_page->models()->listView()->setCurrentIndex(list.index(i));
    }

    /// Eight captioned sounds with a manifest.
    Path captioned()
    {
        const Path folder = encodedSounds(8);
        std::ofstream csv(folder / "manifest.csv");
        csv << "path,caption1,caption2,caption3,caption4,split,label\n";
        int number = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            const std::string name = entry.path().filename().string();
            if (name.ends_with(".csv"))
                continue;
            const std::string label = name.starts_with("rain") ? "rain" : "drum";
            csv << name << ",sound,a " << label << ",a steady " << label << ",a steady " << label << " of kind "
                << number << ",test," << label << "\n";
            ++number;
        }
        return folder / "manifest.csv";
    }

private:
    ModelsPage* m_page = nullptr;
};

QPushButton* button(const QWidget* parent, const QString& name)
{
    for (QPushButton* button : parent->findChildren<QPushButton*>())
        if (button->accessibleName() == name || button->text().remove(QLatin1Char('&')) == name)
            return button;
    return nullptr;
}

QMessageBox* openBox(const QWidget* parent)
{
    for (QMessageBox* box : parent->findChildren<QMessageBox*>())
        if (box->isVisible())
            return box;
    return nullptr;
}

} // namespace

class TstModelsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theListTellsOfEachModel()
    {
        ModelUser user;
        user.open();
        user.window().addFolders({user.encodedSounds(4)});
        QTRY_COMPARE(user.window().session()->summary().totals.embedded, 4);
        QTRY_VERIFY(!user.window().session()->busy());
        ModelsTab* tab = user.page().models();
        QCOMPARE(tab->list().rowCount(), 3);
        QTRY_VERIFY(tab->list().index(0).data(ModelListModel::StateRole).toString().contains("in use · default"));
        QTRY_VERIFY(tab->list().index(0).data(ModelListModel::StateRole).toString().contains("4 clips heard"));
        user.choose("mine");
        QCOMPARE(tab->view()->row().known.name, std::string("mine"));
        QVERIFY(tab->view()->findChild<QTextBrowser*>()->toPlainText().contains("Knows doors."));
        QVERIFY(button(tab->view(), "Use in this library")->isEnabled());
        QVERIFY(!button(tab->view(), "Forget what it heard…")->isVisible());
        user.choose("starter");
        QVERIFY(!button(tab->view(), "Use in this library")->isEnabled()); // it is
        QVERIFY(!button(tab->view(), "Delete…")->isEnabled());
        QVERIFY(button(tab->view(), "Forget what it heard…")->isVisible());
        for (const QWidget* widget : tab->findChildren<QPushButton*>())
            QVERIFY2(!widget->accessibleName().isEmpty() && !widget->toolTip().isEmpty(),
                     qPrintable(widget->objectName() + static_cast<const QPushButton*>(widget)->text()));
    }

    void anotherModelIsUsedAndMadeDefaultAndDeleted()
    {
        ModelUser user;
        user.open();
        user.window().addFolders({user.encodedSounds(4)});
        QTRY_COMPARE(user.window().session()->summary().totals.embedded, 4);
        QTRY_VERIFY(!user.window().session()->busy());
        ModelsTab* tab = user.page().models();
        LibrarySession* session = user.window().session();
        const std::string starter = session->modelInfo()->id;

        user.choose("mine");
        const std::string mine = tab->view()->row().known.id;
        button(tab->view(), "Use in this library")->click();
        QTRY_COMPARE(session->modelInfo()->id, mine);
        QTRY_VERIFY(!session->busy());
        QCOMPARE(library::embeddingSets(session->catalogue()).size(), std::size_t(2)); // the old set stays
        QCOMPARE(session->summary().totals.embedded, 4);
        QTRY_VERIFY(!button(tab->view(), "Delete…")->isEnabled()); // in use

        button(tab->view(), "Make default")->click();
        QTRY_VERIFY(library::defaultModel(session->catalogue()).has_value());
        QTRY_VERIFY(tab->view()->row().isDefault && tab->settled());

        user.choose("starter");
        button(tab->view(), "Use in this library")->click();
        QTRY_COMPARE(session->modelInfo()->id, starter);
        QTRY_VERIFY(!session->busy() && tab->settled());
        user.choose("mine");
        QTRY_VERIFY(button(tab->view(), "Delete…")->isEnabled());
        button(tab->view(), "Delete…")->click();
        QTRY_VERIFY(openBox(tab));
        QVERIFY2(openBox(tab)->informativeText().contains("4 clips"), qPrintable(openBox(tab)->informativeText()));
        QVERIFY(openBox(tab)->informativeText().contains("default model"));
        openBox(tab)->checkBox()->setChecked(true);
        button(openBox(tab), "Delete")->click();
        QTRY_VERIFY(!std::filesystem::exists(library::shelfFolder() / "mine"));
        QTRY_COMPARE(tab->list().rowCount(), 2);
        QVERIFY(!library::defaultModel(session->catalogue()));
        QCOMPARE(library::embeddingSets(session->catalogue()).size(), std::size_t(1));
    }

    void whatAModelHeardCanBeForgotten()
    {
        ModelUser user;
        user.open();
        user.window().addFolders({user.encodedSounds(4)});
        QTRY_COMPARE(user.window().session()->summary().totals.embedded, 4);
        QTRY_VERIFY(!user.window().session()->busy());
        ModelsTab* tab = user.page().models();
        user.choose("starter");
        QTRY_VERIFY(tab->view()->row().set.has_value());
        button(tab->view(), "Forget what it heard…")->click();
        QTRY_VERIFY(openBox(tab));
        QVERIFY(openBox(tab)->informativeText().contains("in use"));
        button(openBox(tab), "Forget")->click();
        QTRY_VERIFY(!tab->view()->row().set.has_value());
        QTRY_COMPARE(user.window().session()->summary().totals.embedded, 0);
        QCOMPARE(user.window().session()->summary().totals.clips, 4);
        user.window().session()->index({});
        QTRY_COMPARE(user.window().session()->summary().totals.embedded, 4);
    }

    void modelsAreAddedWhereTheyLieAndImported()
    {
        ModelUser user;
        user.open();
        ModelsTab* tab = user.page().models();
        test::writeTinyPack(user.path("elsewhere/third"), 3);
        tab->addModel(user.path("elsewhere/third"));
        QTRY_COMPARE(tab->list().rowCount(), 4);
        QTRY_COMPARE(tab->view()->row().known.path, user.path("elsewhere/third"));
        QVERIFY(button(tab->view(), "Take off the list…"));
        tab->remove(false);
        QTRY_COMPARE(tab->list().rowCount(), 3);
        QVERIFY(std::filesystem::exists(user.path("elsewhere/third/config.json")));

        tab->addModel(user.path("nowhere"));
        QTRY_VERIFY(user.window().notice()->sentence().contains("nowhere"));
        QVERIFY(!tab->working());

        ImportDialog dialog;
        dialog.setPath(localPath(user.path("nowhere")));
        QVERIFY(!button(&dialog, "Import")->isEnabled());
        dialog.setPath(localPath(user.path("elsewhere/third")));
        QVERIFY(button(&dialog, "Import")->isEnabled());
        tab->importModel(dialog.path(), "half", true);
        QVERIFY(tab->strip()->isVisible() && tab->working());
        QTRY_VERIFY_WITH_TIMEOUT(!tab->working(), 30000);
        QTRY_COMPARE(tab->list().rowCount(), 4);
        QTRY_COMPARE(tab->view()->row().known.name, std::string("half"));
        tab->importModel(user.path("starter/config.json"), "x", false); // a file of a pack stands for it
        tab->strip()->cancelButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(!tab->working(), 30000);
    }

    void speedIsMeasured()
    {
        ModelUser user;
        user.open();
        ModelsTab* tab = user.page().models();
        user.choose("mine");
        tab->view()->tabs()->setCurrentIndex(2);
        button(tab->view(), "Measure its speed here")->click();
        QVERIFY(tab->strip()->isVisible());
        tab->strip()->cancelButton()->click();
        QVERIFY(!tab->working());
        button(tab->view(), "Measure its speed here")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!tab->working(), 60000);
        QTableWidget* speed = nullptr;
        for (QTableWidget* table : tab->view()->findChildren<QTableWidget*>())
            if (table->accessibleName() == "Speed on this machine")
                speed = table;
        QVERIFY(speed && speed->rowCount() >= 1);
        QVERIFY(speed->item(0, 0)->text().contains("fp32"));
        QVERIFY(speed->item(0, 1)->text().toDouble() > 0);
    }

    void fetchingWithoutANetworkSaysWhatToDo()
    {
        ModelUser user;
        user.open();
        ModelsTab* tab = user.page().models();
        FetchDialog dialog;
        QCOMPARE(dialog.chosen(), QString("clap-htsat-unfused"));
        QVERIFY(dialog.fetchButton()->isEnabled());
        QCOMPARE(dialog.table()->item(0, 2)->text(), QString("no"));
        qputenv("PROLAP_FETCH_SERVER", "http://127.0.0.1:9"); // nobody listens there
        tab->fetchModel(dialog.chosen());
        QVERIFY(tab->strip()->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(openBox(tab), 60000);
        QVERIFY(openBox(tab)->detailedText().contains("model"));
        openBox(tab)->close();
        QVERIFY(!tab->working());
        qunsetenv("PROLAP_FETCH_SERVER");
    }

    void theStatusBarLeadsHere()
    {
        ModelUser user;
        user.open();
        for (QToolButton* model : user.window().findChildren<QToolButton*>())
            if (model->accessibleName().startsWith("Model:"))
                model->click();
        QCOMPARE(user.window().currentPage()->name(), QString("models"));
    }

    void figuresOnScreenAreThoseOfTheCommandLine()
    {
        ModelUser user;
        user.open();
        const Path manifest = user.captioned();
        ModelsPage& page = user.page();
        page.setTab(1);
        MeasureTab* measure = page.measure();
        MeasureForm* form = measure->form();
        QVERIFY(!form->startButton()->isEnabled()); // no sounds yet
        form->setData(localPath(manifest));
        QTRY_VERIFY(form->firstBox()->count() == 3);
        QCOMPARE(form->firstModel(), user.path("starter"));
        form->secondBox()->setCurrentIndex(
            form->secondBox()->findData(QByteArray::fromStdString((library::shelfFolder() / "mine").native())));
        QVERIFY(form->startButton()->isEnabled());
        form->startButton()->click();
        QVERIFY(measure->running() && measure->strip()->isVisible() && !form->startButton()->isEnabled());
        TRY_FOR(!measure->running() && measure->second(), qPrintable(measure->problem()), 120000);

        QProcess prolap;
        const QStringList command{
            "eval",  "all", "--manifest", localPath(manifest), "--model", localPath(library::shelfFolder() / "mine"),
            "--json"};
        prolap.start(prolapProgram(), command);
        QVERIFY(prolap.waitForFinished(60000));
        const QJsonObject said = QJsonDocument::fromJson(prolap.readAllStandardOutput()).object();
        int compared = 0;
        for (const QJsonValue& protocol : said["protocols"].toArray()) {
            const QJsonObject metrics = protocol["metrics"].toObject();
            for (auto metric = metrics.begin(); metric != metrics.end(); ++metric)
                for (int row = 0; row < measure->table().rowCount(); ++row) {
                    const EvalRow& shown = measure->table().rowAt(row);
                    if (shown.protocol != protocol["protocol"].toString() || shown.metric != metric.key())
                        continue;
                    QCOMPARE(*shown.second, metric->toDouble());
                    ++compared;
                }
        }
        QVERIFY(compared > 60);
        QVERIFY(measure->charts()->count() == 4);
        QCOMPARE(measure->table().columnCount(), 5);

        const Path out = user.path("out");
        std::filesystem::create_directories(out);
        measure->exportCsv(localPath(out / "a.csv"));
        measure->exportJson(localPath(out / "a.json"));
        measure->exportChart(localPath(out / "a.png"));
        measure->exportChart(localPath(out / "a.svg"));
        measure->exportReport(localPath(out / "a.html"));
        for (const char* name : {"a.csv", "a.json", "a.png", "a.svg", "a.html", "a-2.html"})
            QVERIFY2(std::filesystem::exists(out / name) && std::filesystem::file_size(out / name) > 500, name);
        QCOMPARE(QImage(localPath(out / "a.png")).size(), measure->charts()->size() * 2);
        measure->exportCsv("/nonexistent/a.csv");
        QVERIFY(measure->problem().contains("/nonexistent/a.csv"));
    }

    void measuringIsCancelledAndComplains()
    {
        ModelUser user;
        user.open();
        const Path manifest = user.captioned();
        ModelsPage& page = user.page();
        page.setTab(1);
        MeasureTab* measure = page.measure();
        measure->form()->setData(localPath(manifest));
        QTRY_VERIFY(measure->form()->startButton()->isEnabled());
        measure->start();
        measure->strip()->cancelButton()->click();
        QTRY_VERIFY(!measure->running());
        QVERIFY(!measure->first() && measure->problem().isEmpty());

        std::ofstream(user.path("sounds/empty.csv")) << "path,caption\n";
        measure->form()->setData(localPath(user.path("sounds/empty.csv")));
        measure->start();
        QTRY_VERIFY_WITH_TIMEOUT(!measure->problem().isEmpty(), 30000);
        QVERIFY2(measure->problem().contains("empty.csv"), qPrintable(measure->problem()));

        measure->form()->sourceBox()->setCurrentIndex(1); // the library has no captions
        measure->start();
        QTRY_VERIFY_WITH_TIMEOUT(!measure->running(), 30000);
        QVERIFY(!measure->problem().isEmpty());
        measure->form()->setData(localPath(manifest));
        for (const char* protocol : {"zeroshot", "traversal", "inclusion", "uncertainty"})
            measure->form()->measureBox(protocol)->setChecked(false);
        measure->start();
        TRY_FOR(measure->first(), qPrintable(measure->problem()), 60000);
        QCOMPARE(measure->first()->protocols.size(), std::size_t(1));
        QVERIFY(measure->problem().isEmpty());
    }
};

PROLAP_TEST(TstModelsPage)
PROLAP_TEST_APPLICATION(QApplication)
#include "tst_models_page.moc"
