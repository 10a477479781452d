#include "ui/traverse/traverse_page.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMouseEvent>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QThread>
#include <QToolButton>
#include <QTreeView>
#include <QXmlStreamReader>

#include "core/error.h"
#include "core/library/traversal/traversal_text.h"
#include "tests/core_library/band_embedder.h"
#include "tests/support/test_main.h"
#include "tests/ui/sounds.h"
#include "tests/ui/window_fixture.h"
#include "ui/explore/empty_state.h"
#include "ui/explore/explore_page.h"
#include "ui/explore/result_table.h"
#include "ui/map/scatter_map.h"
#include "ui/text.h"
#include "ui/traverse/comparison_field.h"
#include "ui/traverse/ladder_panel.h"
#include "ui/traverse/ladder_view.h"
#include "ui/traverse/path_chart.h"
#include "ui/traverse/path_charts.h"
#include "ui/traverse/run_strip.h"
#include "ui/traverse/subject_field.h"
#include "ui/traverse/traverse_controls.h"
#include "ui/traverse/traverse_export.h"
#include "ui/traverse/traverse_map.h"
#include "ui/traverse/vocabulary_browser.h"

using namespace prolap;
using namespace prolap::ui;
using namespace prolap::test;

namespace {

/// The bands, with captions that differ in how general they are: few words are general ones.
class WideBands : public BandEmbedder {
public:
    model::Embeddings embedText(std::span<const std::string> captions) const override
    {
        model::Embeddings result = BandEmbedder::embedText(captions);
        for (std::size_t i = 0; i < captions.size(); ++i) {
            const auto words = 1 + std::count(captions[i].begin(), captions[i].end(), ' ');
            for (std::size_t d = 0; d < result.dim; ++d)
                result.logVar[i * result.dim + d] = -2.F - .5F * static_cast<float>(words);
        }
        return result;
    }
};

/// Another model: it hears as WideBands does, and takes long captions for the general ones.
class Contrary : public BandEmbedder {
public:
    Contrary() : BandEmbedder("contrary") { editInfo().name = "Contrary"; }
    model::Embeddings embedText(std::span<const std::string> captions) const override
    {
        model::Embeddings result = BandEmbedder::embedText(captions);
        for (std::size_t i = 0; i < captions.size(); ++i) {
            const auto words = 1 + std::count(captions[i].begin(), captions[i].end(), ' ');
            for (std::size_t d = 0; d < result.dim; ++d)
                result.logVar[i * result.dim + d] = -6.F + .5F * static_cast<float>(words);
        }
        return result;
    }
};

/// Reads a caption a millisecond.
class Slow : public Contrary {
public:
    model::Embeddings embedText(std::span<const std::string> captions) const override
    {
        QThread::msleep(captions.size());
        return Contrary::embedText(captions);
    }
};

class Certain : public BandEmbedder {
public:
    Certain() : BandEmbedder("certain")
    {
        editInfo().probabilistic = false;
        editInfo().name = "Certain";
    }
    model::Embeddings embedText(std::span<const std::string> captions) const override
    {
        model::Embeddings result = BandEmbedder::embedText(captions);
        result.logVar.clear();
        return result;
    }
    model::Embeddings embedAudio(std::span<const std::span<const float>> windows) const override
    {
        model::Embeddings result = BandEmbedder::embedAudio(windows);
        result.logVar.clear();
        return result;
    }
};

} // namespace

class TstTraverse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingChosenYet()
    {
        Fixture f;
        f.window.showPage("traverse");
        QVERIFY(f.page.emptyState()->isVisible());
        QVERIFY(f.page.emptyState()->sentence().contains("press T"));
        QVERIFY(!f.page.exporting()->isEnabled());
    }

    void byKeyFromExplore()
    {
        Fixture f(6);
        ResultTable* table = f.window.explore()->table();
        f.window.explore()->actions().follow->setChecked(false);
        table->setFocus();
        table->selectRow(1);
        QTest::keyClick(table, Qt::Key_T);
        QCOMPARE(f.window.currentPage(), &f.page);
        f.settle();
        QVERIFY(f.page.subject()->subject().clip.has_value());
        QVERIFY(f.page.paths().first);
        QVERIFY(f.page.ladder()->model()->rowCount() > 1);
        QVERIFY(f.page.map()->map()->isVisible() && !f.page.map()->map()->isEmpty());
        QVERIFY(f.page.summaryText().contains("climb"));
        QVERIFY(!f.page.controls()->root()->isEnabled()); // a climb has none
    }

    void everyControlAsksAnew()
    {
        Fixture f(6);
        f.from("high");
        QCOMPARE(f.page.paths().first->points.size(), std::size_t(50));
        f.page.controls()->points()->setValue(7);
        f.settle();
        QCOMPARE(f.page.paths().first->points.size(), std::size_t(7));
        f.page.controls()->way()->setCurrentIndex(
            f.page.controls()->way()->findData(static_cast<int>(library::PathShape::Linear)));
        f.settle();
        QCOMPARE(f.page.paths().first->shape, library::PathShape::Linear);
        QVERIFY(f.page.controls()->root()->isEnabled() && f.page.controls()->start()->isEnabled());
        f.page.controls()->root()->setCurrentIndex(
            f.page.controls()->root()->findData(static_cast<int>(TraversalRoot::Empty)));
        f.settle();
        QVERIFY(f.page.paths().first->root == TraversalRoot::Empty);
        f.page.controls()->start()->setCurrentIndex(1);
        f.settle();
        QCOMPARE(f.page.paths().first->start, library::TraversalStart::Clip);
        f.page.controls()->way()->setCurrentIndex(
            f.page.controls()->way()->findData(static_cast<int>(library::PathShape::Spherical)));
        f.settle();
        QCOMPARE(f.page.paths().first->shape, library::PathShape::Spherical);
        f.page.controls()->candidates()->menu()->actions().at(0)->setChecked(
            false); // no vocabulary: no captions at all
        f.settle();
        QVERIFY(f.page.emptyState()->isVisible());
        QVERIFY(f.page.emptyState()->sentence().contains("no captions"));
        f.page.controls()->candidates()->menu()->actions().at(0)->setChecked(true);
        f.settle();
        QVERIFY(!f.page.emptyState()->isVisible());
        f.page.controls()->root()->setCurrentIndex(
            f.page.controls()->root()->findData(static_cast<int>(TraversalRoot::Masked)));
        f.settle();
        QVERIFY(f.page.emptyState()->sentence().contains("mask token"));
    }

    void enterAloneTakesNothingAway()
    {
        Fixture f(4);
        f.page.traverseFile(f.user.path("sounds/drum 0.wav"));
        f.window.showPage("traverse");
        f.settle();
        QTest::keyClick(f.page.subject()->field(), Qt::Key_Return);
        f.page.subject()->field()->setText("  ");
        QTest::keyClick(f.page.subject()->field(), Qt::Key_Return);
        f.settle();
        QVERIFY(f.page.subject()->isSet() && f.page.paths().first);
        QTest::mouseClick(f.page.subject()->mark(), Qt::LeftButton); // this does
        f.settle();
        QVERIFY(!f.page.subject()->isSet() && f.page.emptyState()->isVisible());
    }

    void aSecondOneBeside()
    {
        Fixture f(6);
        f.from("high");
        QVERIFY(!f.page.secondLadder()->isVisible());
        f.page.beside()->setCaption("low");
        f.settle();
        QVERIFY(f.page.secondLadder()->isVisible());
        QVERIFY(f.page.agreementText().contains("meet"));
        f.page.beside()->clear();
        f.settle();
        QVERIFY(!f.page.secondLadder()->isVisible());
        QVERIFY(f.page.agreementText().isEmpty());
    }

    void anotherModelBeside()
    {
        Fixture f(6, several());
        f.from("high");
        ComparisonField* compare = f.page.comparison();
        QCOMPARE(compare->with(), ComparisonField::With::Nothing);
        QVERIFY(!f.page.secondLadder()->isVisible());
        compare->setModel("contrary", "Contrary");
        f.settle();
        QVERIFY(f.page.paths().acrossModels());
        QVERIFY(f.page.secondLadder()->isVisible());
        QVERIFY2(f.page.secondLadder()->title().startsWith("Contrary"), qPrintable(f.page.secondLadder()->title()));
        QVERIFY2(f.page.agreementText().contains("Contrary"), qPrintable(f.page.agreementText()));
        QVERIFY(f.page.otherModel().holdsModel());
        // What both met is marked on both ladders, and named.
        const auto common = library::captionsInCommon(*f.page.paths().first, *f.page.paths().second);
        QVERIFY(!common.empty());
        for (LadderPanel* panel : {f.page.ladder(), f.page.secondLadder()}) {
            std::size_t marked = 0;
            for (int row = 0; row < panel->model()->rowCount(); ++row)
                marked += panel->model()->index(row, 0).data(LadderModel::CommonRole).toBool();
            QCOMPARE(marked, common.size());
        }
        QVERIFY(f.page.agreementText().contains(shown(f.page.paths().first->ladder[common.front().first].text)));
        // A change of the controls is asked of both.
        f.page.controls()->points()->setValue(9);
        f.settle();
        QCOMPARE(f.page.paths().first->points.size(), std::size_t(9));
        QCOMPARE(f.page.paths().second->points.size(), std::size_t(9));
        // The memory goes with the page; what was found stays, and is asked for no second time.
        f.window.showPage("explore");
        QVERIFY(!f.page.otherModel().holdsModel());
        f.window.showPage("traverse");
        f.settle();
        QVERIFY(f.page.secondLadder()->isVisible());
        QVERIFY(!f.page.otherModel().holdsModel());
        f.page.controls()->points()->setValue(8); // loads it again
        f.settle();
        QCOMPARE(f.page.paths().second->points.size(), std::size_t(8));
        compare->setWith(ComparisonField::With::Nothing);
        f.settle();
        QVERIFY(!f.page.secondLadder()->isVisible());
        QVERIFY(f.page.agreementText().isEmpty());
        QVERIFY(!f.page.otherModel().holdsModel());
        QVERIFY(f.page.paths().first);
    }

    void anotherModelOfTheList()
    {
        Fixture f(4, several());
        f.from("high");
        ComparisonField* compare = f.page.comparison();
        compare->setWith(ComparisonField::With::Model);
        f.settle();
        QSignalSpy wanted(&f.page, &TraversePage::modelWanted);
        const int get = compare->models()->count() - 1;
        QVERIFY(compare->models()->itemText(get).startsWith("Get a model"));
        compare->models()->setCurrentIndex(get);
        Q_EMIT compare->models()->activated(get);
        QCOMPARE(wanted.count(), 1);
        QVERIFY(compare->models()->currentIndex() != get); // it is no model
    }

    void anotherModelThatDoesNotOpen()
    {
        Fixture f(4, several());
        f.from("high");
        f.page.comparison()->setModel("missing", "Missing");
        f.settle();
        QVERIFY2(f.page.agreementText().contains("There is no model"), qPrintable(f.page.agreementText()));
        QVERIFY(!f.page.secondLadder()->isVisible());
        QVERIFY(f.page.ladder()->model()->rowCount() > 1);
        f.page.comparison()->setModel("contrary", "Contrary");
        f.settle();
        QVERIFY(f.page.secondLadder()->isVisible());
    }

    void anotherModelWithoutUncertainty()
    {
        Fixture f(4, several());
        f.from("high");
        f.page.comparison()->setModel("certain", "Certain");
        f.settle();
        QCOMPARE(f.page.paths().first->shape, library::PathShape::Climb);
        QCOMPARE(f.page.paths().second->shape, library::PathShape::Linear);
        QVERIFY2(f.page.agreementText().contains("knows no uncertainty"), qPrintable(f.page.agreementText()));
        QVERIFY(f.page.charts()->uncertainty()->reason().isEmpty()); // the first has some
    }

    void anotherModelTakesItsTime()
    {
        Fixture f(4, several());
        f.from("high");
        f.page.comparison()->setModel("slow", "Slow");
        QVERIFY(QTest::qWaitFor(
            [&] { return f.page.otherModelStrip()->sentence().contains("Reading captions with Slow"); }, 20000));
        QVERIFY(f.page.otherModelStrip()->isVisible());
        QVERIFY(f.page.ladder()->isVisible()); // the first path is there meanwhile
        QTest::mouseClick(f.page.otherModelStrip()->cancelButton(), Qt::LeftButton);
        f.settle();
        QVERIFY(!f.page.otherModelStrip()->isVisible());
        QCOMPARE(f.page.comparison()->with(), ComparisonField::With::Nothing);
        QVERIFY(f.page.paths().first && !f.page.paths().second);
        QVERIFY(!f.page.otherModel().holdsModel());
    }

    void aLibraryOfOneClip()
    {
        Fixture f(1);
        f.from("high");
        QVERIFY2(f.page.summaryText().contains("one clip only"), qPrintable(f.page.summaryText()));
        f.page.traverseFile(f.user.path("sounds/drum 0.wav"));
        f.settle();
        QVERIFY(f.page.ladder()->model()->rowCount() > 0);
        QVERIFY(!f.page.ladder()->journeyButton()->isEnabled()); // it is no neighbour of itself
        QVERIFY(f.page.map()->map()->isVisible());
    }

    void aClipThatIsNotIndexed()
    {
        Fixture f(4);
        const Path file = f.user.path("elsewhere.wav");
        writeWav(file, tone(500, 1, 44100), 44100);
        f.page.traverseFile(file);
        f.window.showPage("traverse");
        f.settle();
        QCOMPARE(f.page.paths().first->subject, displayText(file));
        QVERIFY(!f.page.paths().first->ladder.front().clips.empty());
        f.page.traverseFile(f.user.path("gone.wav"));
        f.settle();
        QVERIFY2(f.page.emptyState()->sentence().contains("gone.wav"), qPrintable(f.page.emptyState()->sentence()));
    }

    void onePointAndTenThousand()
    {
        Fixture f(6);
        f.from("high");
        for (const int points : {1, 10'000}) {
            f.page.controls()->points()->setValue(points);
            f.settle();
            QCOMPARE(f.page.paths().first->points.size(), static_cast<std::size_t>(points));
            QVERIFY(f.page.ladder()->model()->rowCount() >= 1);
            QVERIFY(f.page.charts()->match()->isVisible() && f.page.charts()->match()->reason().isEmpty());
            const QPixmap picture = f.page.grab(); // paints
            QCOMPARE(picture.size(), f.page.size());
        }
        QCOMPARE(f.page.controls()->points()->maximum(), 10'000);
        QCOMPARE(f.page.controls()->points()->minimum(), 1);
    }

    void aRootThatIsTheStart()
    {
        Fixture f(4);
        f.from("nothing that sounds"); // as the empty caption, to this model
        f.page.controls()->way()->setCurrentIndex(1);
        f.page.controls()->root()->setCurrentIndex(
            f.page.controls()->root()->findData(static_cast<int>(TraversalRoot::Empty)));
        f.page.controls()->start()->setCurrentIndex(1);
        f.settle();
        QVERIFY2(f.page.summaryText().contains("no way to go"), qPrintable(f.page.summaryText()));
        QCOMPARE(f.page.ladder()->model()->rowCount(), 1);
    }

    void oneCursorForAll()
    {
        Fixture f(6);
        f.from("high");
        LadderView* view = f.page.ladder()->view();
        view->setCurrentIndex(f.page.ladder()->model()->index(0, LadderModel::CaptionColumn));
        const int top = f.page.ladder()->model()->firstPointOf(0);
        QVERIFY(top > 0);
        QCOMPARE(f.page.map()->map()->cursorPoint(), top);
        Q_EMIT f.page.charts()->uncertainty()->pointHovered(0);
        QCOMPARE(f.page.map()->map()->cursorPoint(), 0);
        QCOMPARE(view->currentIndex().row(), f.page.ladder()->model()->rowOfPoint(0));
    }

    void soundsOfTheLadder()
    {
        Fixture f(6);
        f.from("high");
        LadderPanel* ladder = f.page.ladder();
        QSignalSpy played(ladder, &LadderPanel::playWanted);
        ladder->view()->setFocus();
        ladder->view()->setCurrentIndex(ladder->model()->index(0, LadderModel::FirstClipColumn));
        QTest::keyClick(ladder->view(), Qt::Key_Space);
        QCOMPARE(played.count(), 1);
        QVERIFY(std::filesystem::exists(played.at(0).at(0).value<Path>()));
        QTest::mouseClick(ladder->journeyButton(), Qt::LeftButton);
        QVERIFY(ladder->onJourney());
        QCOMPARE(played.count(), 2);
        QCOMPARE(f.page.map()->map()->cursorPoint(), 0);
        QTest::mouseClick(ladder->journeyButton(), Qt::LeftButton);
        QVERIFY(!ladder->onJourney());
    }

    void theMapUnderTheMouse()
    {
        Fixture f(6);
        f.from("high");
        ScatterMap* map = f.page.map()->map();
        const double before = map->scale();
        map->zoomBy(2, map->rect().center());
        QVERIFY(map->scale() > before);
        QTest::keyClick(map, Qt::Key_0);
        QCOMPARE(map->scale(), before);
        // Every clip inside a loop around everything goes to Explore.
        f.page.map()->lassoButton()->setChecked(true);
        const QRect r = map->rect();
        QTest::mousePress(map, Qt::LeftButton, {}, r.topLeft() + QPoint(1, 1));
        for (const QPoint& at : {r.topRight(), r.bottomRight(), r.bottomLeft(), r.topLeft()})
            moveTo(map, at);
        QTest::mouseRelease(map, Qt::LeftButton, {}, r.topLeft());
        QCOMPARE(f.window.currentPage()->name(), QString("explore"));
        f.settle();
        QVERIFY(f.window.explore()->results()->rowCount() >= 5);
    }

    void exportsAgreeWithTheCommandLine()
    {
        Fixture f(6);
        f.from("high");
        const QString folder = localPath(f.user.path(""));
        QVERIFY(f.page.exporting()->exportTo(folder + "a.json"));
        QCOMPARE(read(folder + "a.json").trimmed(),
                 QByteArray::fromStdString(library::traversalJson(*f.page.paths().first)));
        QVERIFY(f.page.exporting()->exportTo(folder + "a.csv"));
        QCOMPARE(read(folder + "a.csv").count('\n'), 51);
        for (QWidget* widget : {static_cast<QWidget*>(f.page.map()->map()), static_cast<QWidget*>(f.page.charts()),
                                static_cast<QWidget*>(f.page.ladder())}) {
            QVERIFY(f.page.exporting()->exportWidget(widget, folder + "a.png"));
            QCOMPARE(QImage(folder + "a.png").size(), widget->size() * 2);
            QVERIFY(f.page.exporting()->exportWidget(widget, folder + "a.svg"));
            QVERIFY(wellFormed(read(folder + "a.svg")));
            QVERIFY(f.page.exporting()->exportWidget(widget, folder + "a.pdf"));
            QVERIFY(read(folder + "a.pdf").startsWith("%PDF"));
        }
        QVERIFY(f.page.exporting()->exportTo(folder + "figure.svg"));
        QVERIFY(wellFormed(read(folder + "figure.svg")));
        QVERIFY(f.page.exporting()->exportTo(folder + "page.html"));
        QVERIFY(wellFormed(read(folder + "page.html")));
        QVERIFY(!f.page.exporting()->exportTo("/nonexistent/a.csv"));
        QVERIFY(f.window.statusText().contains("could not be written"));
    }

    void aModelWithoutUncertainty()
    {
        Fixture f(4, [](const ModelChoice&) { return std::make_unique<Certain>(); });
        f.from("high");
        QCOMPARE(f.page.paths().first->shape, library::PathShape::Linear); // in the place of the climb
        QVERIFY(f.page.charts()->uncertainty()->reason().contains("knows no uncertainty"));
        QVERIFY(f.page.charts()->inclusion()->reason().contains("knows no uncertainty"));
        QVERIFY(f.page.charts()->match()->reason().isEmpty());
        QVERIFY(f.page.controls()->root()->isEnabled());
    }

    void clipsThatAnotherModelHeard()
    {
        Fixture f(4, [](const ModelChoice& choice) -> std::unique_ptr<model::Embedder> {
            if (choice.path == "certain")
                return std::make_unique<Certain>();
            return std::make_unique<WideBands>();
        });
        f.from("high");
        QVERIFY(!f.page.listenButton()->isVisible());
        f.window.loadModel({"certain", {}});
        f.settle();
        QVERIFY(f.page.listenButton()->isVisible());
        f.page.controls()->root()->setCurrentIndex(
            f.page.controls()->root()->findData(static_cast<int>(TraversalRoot::Empty)));
        f.settle();
        QVERIFY2(f.page.summaryText().contains("was listened to with Bands"), qPrintable(f.page.summaryText()));
        QTest::mouseClick(f.page.listenButton(), Qt::LeftButton);
        f.settle();
        QVERIFY(!f.page.listenButton()->isVisible());
        QVERIFY(!f.page.paths().first->ladder.front().clips.empty());
    }

    void theVocabularyAsATree()
    {
        Fixture f(6);
        f.window.showPage("traverse");
        f.page.controls()->browseButton()->setChecked(true);
        f.settle();
        VocabularyBrowser* browser = f.page.browser();
        QVERIFY(browser->isVisible());
        VocabularyModel* model = browser->model();
        const QModelIndex top = model->index(0, 0);
        QCOMPARE(top.data().toString(), QString("sound"));
        QVERIFY(model->rowCount(top) >= 10);
        QCOMPARE(model->parent(model->index(3, 0, top)), top);
        // The library has high tones, and one caption is about something high.
        int clips = 0;
        std::function<void(const QModelIndex&)> walk = [&](const QModelIndex& at) {
            if (const auto* node = model->node(at); node->clipCount > 0 && clips == 0) {
                clips = static_cast<int>(node->clipCount);
                browser->tree()->setCurrentIndex(at);
            }
            for (int row = 0; row < model->rowCount(at); ++row)
                walk(model->index(row, 0, at));
        };
        walk(top);
        QVERIFY(clips > 0);
        f.settle();
        QCOMPARE(browser->clips()->count(), clips);
        QSignalSpy played(browser, &VocabularyBrowser::playWanted);
        browser->clips()->setCurrentRow(0);
        QTest::keyClick(browser->clips(), Qt::Key_Return);
        QCOMPARE(played.count(), 1);
        QTest::mouseClick(browser->exploreButton(), Qt::LeftButton);
        QCOMPARE(f.window.currentPage()->name(), QString("explore"));
        f.settle();
        QCOMPARE(f.window.explore()->results()->rowCount(), clips);
        f.window.showPage("traverse");
        QTest::mouseClick(browser->traverseButton(), Qt::LeftButton);
        QVERIFY(!f.page.controls()->browseButton()->isChecked());
        QVERIFY(!f.page.subject()->subject().caption.empty());
    }

    void whatIsChosenIsKept()
    {
        Fixture f;
        f.page.controls()->points()->setValue(123);
        f.page.controls()->way()->setCurrentIndex(1);
        QSettings settings;
        f.page.save(settings);
        f.page.controls()->points()->setValue(5);
        f.page.controls()->way()->setCurrentIndex(0);
        f.page.restore(settings);
        QCOMPARE(f.page.controls()->points()->value(), 123);
        QCOMPARE(f.page.controls()->way()->currentIndex(), 1);
    }

    void everyControlHasAName()
    {
        Fixture f(4);
        f.from("high");
        for (QWidget* widget : f.page.findChildren<QWidget*>())
            if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) &&
                !widget->parentWidget()->inherits("QAbstractSpinBox") &&
                !widget->parentWidget()->inherits("QAbstractScrollArea"))
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }

private:
    struct Fixture {
        explicit Fixture(
            int clips = 0, ModelOpener opener = [](const ModelChoice&) { return std::make_unique<WideBands>(); })
            : user(std::move(opener)), window(user.open()), page(*window.traverse())
        {
            if (clips > 0) {
                window.addFolders({user.encodedSounds(clips)});
                settle();
            }
        }
        void settle()
        {
            QVERIFY(QTest::qWaitFor([this] { return window.explore()->settled() && page.settled(); }, 60000));
        }
        void from(const QString& caption)
        {
            window.showPage("traverse");
            page.subject()->field()->setText(caption);
            QTest::keyClick(page.subject()->field(), Qt::Key_Return);
            settle();
        }

        WindowFixture user;
        MainWindow& window;
        TraversePage& page;
    };

    /// A session whose models are named by their paths.
    static ModelOpener several()
    {
        return [](const ModelChoice& choice) -> std::unique_ptr<model::Embedder> {
            if (choice.path == "missing")
                throw Error(ErrorKind::NotFound, "There is no model in missing.");
            if (choice.path == "contrary")
                return std::make_unique<Contrary>();
            if (choice.path == "slow")
                return std::make_unique<Slow>();
            if (choice.path == "certain")
                return std::make_unique<Certain>();
            return std::make_unique<WideBands>();
        };
    }

    /// QTest::mouseMove() needs a cursor, which an offscreen platform does not have.
    static void moveTo(QWidget* widget, const QPointF& at)
    {
        QMouseEvent move(QEvent::MouseMove, at, widget->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(widget, &move);
    }

    static bool wellFormed(const QByteArray& xml)
    {
        QXmlStreamReader reader(xml);
        while (!reader.atEnd())
            reader.readNext();
        return !xml.isEmpty() && !reader.hasError();
    }

    static QByteArray read(const QString& name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

PROLAP_TEST(TstTraverse)
#include "tst_traverse.moc"
