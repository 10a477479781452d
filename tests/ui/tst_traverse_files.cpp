#include "core/library/models/model_shelf.h"
#include "core/model/open_embedder.h"
#include "core/model/starter.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_pack.h"
#include "tests/ui/window_fixture.h"
#include "ui/explore/explore_page.h"
#include "ui/text.h"
#include "ui/traverse/comparison_field.h"
#include "ui/traverse/subject_field.h"
#include "ui/traverse/traverse_controls.h"
#include "ui/traverse/traverse_export.h"
#include "ui/traverse/traverse_page.h"

#include <QComboBox>
#include <QFile>
#include <QProcess>
#include <QSpinBox>
#include <QTest>

using namespace prolap;
using namespace prolap::ui;

namespace {

/// A user whose starter is a tiny pack, with another one among their models.
class TraversingUser : public test::WindowFixture {
public:
    TraversingUser()
        : WindowFixture([](const ModelChoice& choice) {
              return model::openEmbedder(choice.path.empty() ? model::starterPack() : choice.path, choice.options);
          })
    {
        test::writeTinyPack(path("starter"), 1);
        qputenv("PROLAP_STARTER", path("starter").c_str());
        test::writeTinyPack(library::shelfFolder() / "mine", 2);
    }
    ~TraversingUser()
    {
        close();
        qunsetenv("PROLAP_STARTER");
    }
};

QByteArray read(const QString& name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// A figure exported from the window and the one of the built `prolap traverse` over the same library.
class TstTraverseFiles : public QObject {
    Q_OBJECT

    TraversingUser m_user;
    Path m_clip;

    QString file(const char* name) const { return localPath(m_user.path(name)); }

    void settle()
    {
        QVERIFY(QTest::qWaitFor(
            [this] { return m_user.window().explore()->settled() && m_user.window().traverse()->settled(); }, 60000));
    }

private Q_SLOTS:
    void initTestCase()
    {
        MainWindow& window = m_user.open();
        const Path sounds = m_user.encodedSounds(8);
        window.addFolders({sounds});
        settle();
        m_clip = sounds / "drum 0.wav";
        window.showPage("traverse");
        window.traverse()->traverseFile(m_clip);
        window.traverse()->controls()->points()->setValue(20);
        settle();
    }

    void windowAndCommandLineAgree_data()
    {
        QTest::addColumn<int>("way");
        QTest::addColumn<int>("root");
        QTest::addColumn<int>("compare"); // ComparisonField::With
        QTest::addColumn<QStringList>("arguments");
        const auto climb = static_cast<int>(library::PathShape::Climb),
                   line = static_cast<int>(library::PathShape::Linear);
        const auto arc = static_cast<int>(library::PathShape::Spherical);
        const auto middle = static_cast<int>(TraversalRoot::Centroid), empty = static_cast<int>(TraversalRoot::Empty);
        const auto held = static_cast<int>(TraversalRoot::Inclusive);
        QTest::newRow("climb") << climb << middle << 0 << QStringList{};
        QTest::newRow("line to the middle") << line << middle << 0 << QStringList{"--root", "centroid"};
        QTest::newRow("arc to the empty caption")
            << arc << empty << 0 << QStringList{"--root", "empty", "--interpolation", "spherical"};
        QTest::newRow("line to what holds it") << line << held << 0 << QStringList{"--root", "inclusive"};
        QTest::newRow("beside a caption") << climb << middle << 1 << QStringList{"--compare", "rain"};
        QTest::newRow("beside another model") << climb << middle << 2 << QStringList{"--compare-model", "mine"};
    }

    void windowAndCommandLineAgree()
    {
        QFETCH(int, way);
        QFETCH(int, root);
        QFETCH(int, compare);
        QFETCH(QStringList, arguments);
        TraversePage& page = *m_user.window().traverse();
        page.controls()->way()->setCurrentIndex(page.controls()->way()->findData(way));
        page.controls()->root()->setCurrentIndex(page.controls()->root()->findData(root));
        page.beside()->setCaption(compare == 1 ? "rain" : "");
        page.comparison()->setWith(static_cast<ComparisonField::With>(compare));
        settle();
        if (compare == 2) {
            QComboBox* models = page.comparison()->models();
            models->setCurrentIndex(models->findText("mine")); // found on the shelf; the one in use is left out
            QCOMPARE(models->findText("starter"), -1);
            settle();
        }
        QCOMPARE(page.paths().second != nullptr, compare != 0);
        const char* const kinds[] = {"json", "csv", "svg", "html"};
        for (const char* kind : kinds)
            QVERIFY2(page.exporting()->exportTo(file("window.") + kind), kind);

        QProcess prolap;
        prolap.start(qEnvironmentVariable("PROLAP_BIN_DIR") + "/prolap",
                     QStringList{"traverse", localPath(m_clip), "--json", "--points", "20", "--library",
                                 file("library.db"), "--csv", file("command.csv"), "--svg", file("command.svg"),
                                 "--html", file("command.html")} +
                         arguments);
        QVERIFY(prolap.waitForFinished(60000));
        QVERIFY2(prolap.exitCode() == 0, prolap.readAllStandardError());
        QCOMPARE(prolap.readAllStandardOutput(), read(file("window.json")));
        for (const char* kind : {"csv", "svg", "html"}) {
            const QByteArray window = read(file("window.") + kind);
            QVERIFY(!window.isEmpty());
            QVERIFY2(read(file("command.") + kind) == window, kind);
        }
    }
};

PROLAP_TEST(TstTraverseFiles)
#include "tst_traverse_files.moc"
