#include "core/library/spectrogram_tile.h"
#include "tests/support/test_main.h"
#include "tests/ui/sounds.h"
#include "tests/ui/window_fixture.h"
#include "ui/explore/caption_field.h"
#include "ui/explore/explore_page.h"
#include "ui/explore/result_table.h"
#include "ui/explore/selection_actions.h"
#include "ui/explore/tile_grid.h"
#include "ui/lists/tile_loader.h"
#include "ui/theme/level_colours.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QTest>

using namespace prolap;
using namespace prolap::ui;
using prolap::test::WindowFixture;

/// The list as pictures of spectrograms.
class TstTileGrid : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_user;

    ExplorePage& page() { return *m_user->window().explore(); }
    TileGrid& grid() { return *page().grid(); }

private Q_SLOTS:
    void init()
    {
        m_user = std::make_unique<WindowFixture>();
        m_user->open(true);
        m_user->window().addFolders({m_user->encodedSounds(12)});
        QVERIFY(QTest::qWaitFor([this] { return page().settled() && page().results()->rowCount() == 12; }, 60000));
        m_user->window().activateWindow();
        page().actions().follow->setChecked(false);
        page().table()->setFocus();
        page().table()->selectRow(2);
    }
    void cleanup() { m_user.reset(); }

    void aKeyTurnsTheListIntoPicturesAndBack()
    {
        QVERIFY(page().table()->isVisible() && !grid().isVisible());
        QTest::keyClick(page().table(), Qt::Key_V);
        QVERIFY(grid().isVisible() && !page().table()->isVisible());
        QCOMPARE(QApplication::focusWidget(), &grid());
        QCOMPARE(grid().currentIndex().row(), 2); // the same clip
        QTRY_VERIFY(grid().sourceAt(2));
        const auto source = grid().sourceAt(2);
        QCOMPARE(source->end, page().results()->detailsAt(2)->details.durationSeconds);
        QTRY_VERIFY(grid().tiles()->picture(page().results()->clipAt(2), *source));
        const QImage* picture = grid().tiles()->picture(page().results()->clipAt(2), *source);
        std::set<QRgb> colours;
        for (int y = 0; y < picture->height(); ++y)
            for (int x = 0; x < picture->width(); ++x)
                colours.insert(picture->pixel(x, y));
        QVERIFY(colours.size() > 20);
        QTest::keyClick(&grid(), Qt::Key_V);
        QVERIFY(page().table()->isVisible());
        QCOMPARE(QApplication::focusWidget(), page().table());
    }

    void theSelectionAndTheKeysAreTheTables()
    {
        QTest::keyClick(page().table(), Qt::Key_V);
        QTest::keyClick(&grid(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(page().table()->selectedRows(), (std::vector<int>{2, 3}));
        QTest::keyClick(&grid(), Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::clipboard()->text().split('\n').size(), 2);
        QTest::keyClick(&grid(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(page().table()->selectedClips().size(), std::size_t{12});
        QTest::keyClick(&grid(), Qt::Key_V);
        QCOMPARE(page().table()->selectedClips().size(), std::size_t{12});
        QVERIFY(page().table()->selectionModel()->isRowSelected(5)); // whole rows
        QTest::keyClick(page().table(), Qt::Key_V);
        page().table()->selectRow(0);
        QTest::keyClick(&grid(), Qt::Key_Up); // and up into the caption
        QCOMPARE(QApplication::focusWidget(), page().caption());
    }

    void tilesAreKeptOnTheDiskWithinALimit()
    {
        const Path folder = m_user->path("tiles");
        library::TileCache cache(folder, 5 * 10000);
        QTRY_VERIFY(page().results()->detailsAt(0));
        const library::ClipDetails& d = page().results()->detailsAt(0)->details;
        const auto source = [&](int i) {
            return library::TileSource{d.path, d.sizeBytes, d.modifiedMs, 0, 1.0 + 0.01 * i};
        };
        const auto first = cache.tile(source(0), {});
        QVERIFY(first && first->levels.size() == library::SpectrogramTile::kColumns * library::SpectrogramTile::kRows);
        QVERIFY(*std::ranges::max_element(first->levels) > 200);
        const Path moved = Path(d.path) += ".moved"; // from the disk now
        std::filesystem::rename(d.path, moved);
        const auto again = cache.tile(source(0), {});
        std::filesystem::rename(moved, d.path);
        QVERIFY(again && again->levels == first->levels);
        for (int i = 1; i < 10; ++i)
            QVERIFY(cache.tile(source(i), {}));
        cache.trim();
        std::int64_t bytes = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
            if (entry.is_regular_file())
                bytes += static_cast<std::int64_t>(entry.file_size());
        QVERIFY2(bytes > 0 && bytes <= 5 * 10000, qPrintable(QString::number(bytes)));
    }
};

PROLAP_TEST(TstTileGrid)
#include "tst_tile_grid.moc"
