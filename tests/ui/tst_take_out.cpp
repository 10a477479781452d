#include "core/audio/decoder.h"
#include "tests/support/files.h"
#include "tests/support/test_main.h"
#include "tests/ui/sounds.h"
#include "tests/ui/window_fixture.h"
#include "ui/explore/explore_page.h"
#include "ui/explore/export_dialog.h"
#include "ui/explore/result_table.h"
#include "ui/player/player_bar.h"
#include "ui/player/region_files.h"
#include "ui/player/region_name_dialog.h"

#include <filesystem>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace prolap;
using namespace prolap::ui;
using prolap::test::WindowFixture;

/// Sounds taken out of the window: a region as a file, chosen clips as copies, archives and lists.
class TstTakeOut : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_user;

    ExplorePage& page() { return *m_user->window().explore(); }
    PlayerBar& bar() { return *page().playerBar(); }
    void choose(QComboBox* box, library::ExportKind kind)
    {
        box->setCurrentIndex(box->findData(static_cast<int>(kind)));
    }

private Q_SLOTS:
    void init()
    {
        m_user = std::make_unique<WindowFixture>();
        m_user->open(true);
        const Path folder = m_user->path("sounds");
        std::filesystem::create_directories(folder);
        test::writeWav(folder / "rain.wav", test::noise(3, 5, 44100), 44100);
        test::writeWav(folder / "wind.wav", test::noise(4, 4, 44100), 44100);
        m_user->window().addFolders({folder});
        QVERIFY(QTest::qWaitFor([this] { return page().settled() && page().results()->rowCount() == 2; }, 60000));
        m_user->window().activateWindow();
        page().actions().follow->setChecked(false);
        page().table()->setFocus();
        page().table()->selectRow(0);
        QTRY_COMPARE(bar().axis()->duration(), 5.0);
    }
    void cleanup() { m_user.reset(); }

    void aRegionIsWrittenBeforeItIsDragged()
    {
        RegionFiles& files = *bar().regionFiles();
        QVERIFY(!files.copy->isEnabled());
        bar().axis()->setRegion(SoundAxis::Span(1, 2.5));
        QVERIFY(files.copy->isEnabled());
        QTRY_VERIFY(!files.ready().empty());
        QCOMPARE(files.ready().filename().string(), std::string("rain 1.000-2.500.wav"));
        const Path first = files.ready();
        QCOMPARE(audio::probe(first).durationSeconds, 1.5);
        QCOMPARE(audio::probe(first).bitDepth, 16);
        bar().axis()->setRegion(SoundAxis::Span(1, 3));
        QVERIFY(files.ready().empty()); // never the region of before
        QTRY_VERIFY(!files.ready().empty());
        QCOMPARE(audio::probe(files.ready()).durationSeconds, 2.0);
        QVERIFY(first != files.ready());
    }

    void aRegionIsCopiedAndSaved()
    {
        bar().axis()->setRegion(SoundAxis::Span(0.5, 1));
        QTest::keyClick(&m_user->window(), Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
        const auto copied = [] {
            const QMimeData* data = QApplication::clipboard()->mimeData();
            return data && data->hasUrls() ? data->urls().front().toLocalFile() : QString();
        };
        QTRY_VERIFY(copied().endsWith("rain 0.500-1.000.wav"));
        const Path saved = m_user->path("saved.wav");
        QSignalSpy said(bar().regionFiles(), &RegionFiles::statusWanted);
        bar().regionFiles()->saveAs(saved);
        QTRY_VERIFY(said.size() == 1);
        QVERIFY(said[0][0].toString().contains("saved.wav"));
        QCOMPARE(audio::probe(saved).durationSeconds, 0.5);
        said.clear();
        bar().regionFiles()->saveAs(m_user->path("no folder") / "x.wav");
        QTRY_VERIFY(said.size() == 1);
        QVERIFY(said[0][0].toString().contains("cannot be written"));
    }

    void namesOfRegionsAreSetWithAPreviewAndRemembered()
    {
        RegionNameDialog dialog("{name}", {"/a/rain.wav", 1.0, 2.0});
        QCOMPARE(dialog.preview(), QString("rain.wav"));
        dialog.field()->setText("{nonsense}");
        QVERIFY(!dialog.acceptable());
        QVERIFY(dialog.preview().contains("{nonsense}"));
        dialog.field()->setText("part of {name}");
        QVERIFY(dialog.acceptable());
        QCOMPARE(dialog.preview(), QString("part of rain.wav"));
        bar().regionFiles()->setNameTemplate("part of {name}");
        bar().axis()->setRegion(SoundAxis::Span(1, 2));
        QTRY_COMPARE(bar().regionFiles()->ready().filename().string(), std::string("part of rain.wav"));
        m_user->close();
        m_user->open(true);
        QCOMPARE(bar().regionFiles()->nameTemplate(), QString("part of {name}"));
    }

    void chosenClipsAreExported()
    {
        QTest::keyClick(page().table(), Qt::Key_A, Qt::ControlModifier);
        ExportDialog dialog(m_user->path("library.db"), page().table()->selectedClips());
        QCOMPARE(dialog.windowTitle(), QString("Export 2 clips"));
        const QString target = QString::fromStdString(m_user->path("out"));
        choose(dialog.kind(), library::ExportKind::Zip);
        dialog.target()->setText(target + "/set.zip");
        choose(dialog.kind(), library::ExportKind::M3u); // the ending follows the kind
        QCOMPARE(dialog.target()->text(), target + "/set.m3u8");
        choose(dialog.kind(), library::ExportKind::Folder);
        QCOMPARE(dialog.target()->text(), target + "/set");
        dialog.startButton()->click();
        QTRY_VERIFY(!dialog.running());
        QVERIFY2(dialog.message().startsWith("Exported 2 clips"), qPrintable(dialog.message()));
        QVERIFY(std::filesystem::exists(m_user->path("out") / "set" / "rain.wav"));
        dialog.existing()->setCurrentIndex(dialog.existing()->findData(static_cast<int>(library::Existing::Keep)));
        dialog.startButton()->click();
        QTRY_VERIFY(!dialog.running());
        QVERIFY2(dialog.message().contains("stay: 2"), qPrintable(dialog.message()));
        choose(dialog.kind(), library::ExportKind::Csv);
        dialog.target()->setText(target + "/missing folder/t.csv");
        dialog.startButton()->click();
        QTRY_VERIFY(!dialog.running());
        QVERIFY2(dialog.message().contains("cannot be written"), qPrintable(dialog.message()));
        QVERIFY(dialog.startButton()->isEnabled());
    }
};

PROLAP_TEST(TstTakeOut)
#include "tst_take_out.moc"
