#include "core/library/indexer.h"
#include "tests/core_library/band_embedder.h"
#include "tests/support/test_main.h"
#include "tests/ui/sounds.h"
#include "tests/ui/window_fixture.h"
#include "ui/session/list_query.h"

#include <filesystem>

#include <QTest>

using namespace prolap;
using namespace prolap::ui;

class TstListQuery : public QObject {
    Q_OBJECT

    test::WindowFixture m_user;
    std::shared_ptr<const model::Embedder> m_embedder = std::make_shared<test::BandEmbedder>();

    QStringList names(const ListRequest& request)
    {
        const auto answer = fetchList(m_user.path("library.db"), m_embedder->info().id, nullptr, request, {});
        library::LibraryView view(m_user.path("library.db"), m_embedder->info().id);
        QStringList list;
        for (const auto& details : view.details(answer->rows->clips))
            list << QString::fromStdString(details.name);
        return list;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const Path folder = m_user.path("sounds");
        std::filesystem::create_directories(folder);
        const std::pair<const char*, double> clips[] = {{"kick 10", 0.5}, {"Kick 2", 1.5}, {"snare", 1.0}};
        for (const auto& [name, seconds] : clips)
            test::writeWav(folder / (std::string(name) + ".wav"), test::tone(300, seconds, 44100), 44100);
        RunControl control;
        library::IndexOptions options;
        options.folders = {folder};
        const auto report = library::indexFolders(m_user.path("library.db"), *m_embedder, options, control, {});
        QCOMPARE(report.indexed, std::int64_t{3});
    }

    void sortsByEveryColumn_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<bool>("descending");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("length up") << int(ResultModel::DurationColumn) << false
                                   << QStringList{"kick 10.wav", "snare.wav", "Kick 2.wav"};
        QTest::newRow("length down") << int(ResultModel::DurationColumn) << true
                                     << QStringList{"Kick 2.wav", "snare.wav", "kick 10.wav"};
    }

    void sortsByEveryColumn()
    {
        QFETCH(int, column);
        QFETCH(bool, descending);
        QFETCH(QStringList, expected);
        ListRequest request;
        request.sortColumn = column;
        request.sortOrder = descending ? Qt::DescendingOrder : Qt::AscendingOrder;
        QCOMPARE(names(request), expected);
    }

    void namesSortBothWays()
    {
        ListRequest request;
        const QStringList up = names(request);
        QCOMPARE(up.size(), 3);
        request.sortColumn = ResultModel::NameColumn;
        request.sortOrder = Qt::DescendingOrder;
        QStringList down = names(request);
        std::reverse(down.begin(), down.end());
        QCOMPARE(down, up);
    }

    void aStoppedSortGivesNothing()
    {
        std::stop_source stop;
        stop.request_stop();
        ListRequest request;
        request.sortColumn = ResultModel::DurationColumn;
        QVERIFY(!fetchList(m_user.path("library.db"), m_embedder->info().id, nullptr, request, stop.get_token()));
    }

    void rankedListsKeepTheirHitsWhenSorted()
    {
        library::SearchService service(m_user.path("library.db"), m_embedder);
        ListRequest request;
        request.caption = "snare";
        const auto best = fetchList(m_user.path("library.db"), m_embedder->info().id, &service, request, {});
        QCOMPARE(best->rows->hits.size(), std::size_t{3});
        QVERIFY(best->rows->byRank);
        QVERIFY(best->rows->hits.front().path.filename() == "snare.wav");
        request.sortColumn = ResultModel::DurationColumn;
        const auto sorted = fetchList(m_user.path("library.db"), m_embedder->info().id, &service, request, {});
        QVERIFY(!sorted->rows->byRank);
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY(sorted->rows->hits[i].clip == sorted->rows->clips[i]);
        QVERIFY(sorted->rows->hits.front().path.filename() == "kick 10.wav");
    }
};

PROLAP_TEST(TstListQuery)
#include "tst_list_query.moc"
