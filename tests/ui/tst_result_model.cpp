#include "tests/support/test_main.h"
#include "ui/lists/failure_model.h"
#include "ui/lists/result_model.h"
#include "ui/lists/root_model.h"
#include "ui/translations.h"

#include <sstream>

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace prolap;
using namespace prolap::ui;

namespace {

/// Hits drawn as text: path, match, uncertainty a line; a line of dashes ends the credible ones.
ResultRowsPtr hitsFrom(const char* drawing)
{
    library::SearchResult result;
    std::istringstream in(drawing);
    std::string path, match, uncertainty;
    bool credible = true;
    while (in >> path) {
        if (path == "---") {
            credible = false;
            continue;
        }
        in >> match >> uncertainty;
        library::Hit hit;
        hit.clip = ClipId{static_cast<std::int64_t>(result.hits.size()) + 1};
        hit.path = path;
        hit.start = 10;
        hit.end = 20;
        hit.similarity = std::stof(match);
        hit.probability = std::stof(match);
        hit.uncertainty = std::stof(uncertainty);
        hit.credible = credible;
        result.credibleHits += credible;
        result.hits.push_back(hit);
    }
    return rankedRows(std::move(result));
}

ResultRowsPtr clipsTo(std::int64_t last)
{
    std::vector<ClipId> ids;
    for (std::int64_t i = 1; i <= last; ++i)
        ids.push_back({i});
    return browsedRows(std::move(ids));
}

ClipRow rowOf(ClipId id, const std::string& name)
{
    ClipRow row;
    row.details.id = id;
    row.details.name = name;
    row.details.path = "/sounds/" + name;
    row.details.durationSeconds = 40;
    row.details.sampleRate = 44100;
    row.details.channels = 2;
    row.details.bitDepth = 24;
    row.details.container = "wav";
    row.details.embedded = true;
    row.details.tags = {"rain", "roof"};
    return row;
}

QString cells(const ResultModel& model, int row)
{
    QStringList texts;
    for (int column = 0; column < model.columnCount(); ++column) {
        if (!ResultModel::shownAtFirst(column))
            continue;
        const QString text = model.index(row, column).data().toString();
        if (!text.isEmpty())
            texts << text;
    }
    QString line = texts.join(" | ").replace(QChar(0x202f), ' ');
    if (model.index(row, 0).data(ResultModel::DimmedRole).toBool())
        line += " dimmed";
    if (model.index(row, 0).data(ResultModel::LastCredibleRole).toBool())
        line += " ____";
    return line;
}

QStringList printed(const ResultModel& model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row)
        lines << cells(model, row);
    return lines;
}

} // namespace

class TstResultModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslations(*QCoreApplication::instance()); }

    void ranksAreShownBeforeAnyDetailIsRead()
    {
        ResultModel model;
        QAbstractItemModelTester tester(&model);
        model.setRows(hitsFrom(R"(rain/roof.wav 0.91 0.12
                                  rain/tent.wav 0.88 0.40
                                  ---
                                  sea/wave.wav  0.31 0.90)"));
        QCOMPARE(printed(model), QStringList({"roof.wav | 91 %", "tent.wav | 88 % ____", "wave.wav | 31 % dimmed"}));
    }

    void detailsArriveByPages()
    {
        ResultModel model;
        QSignalSpy needed(&model, &ResultModel::detailsNeeded);
        model.setRows(clipsTo(200));
        QCOMPARE(cells(model, 70), QString());
        QCOMPARE(cells(model, 71), QString());
        QTRY_COMPARE(needed.size(), 1); // both lie on one page, which is asked for once
        const auto page = needed[0][0].value<std::vector<ClipId>>();
        QCOMPARE(page.size(), std::size_t{ResultModel::kPageRows});
        QVERIFY(page.front() == ClipId{65});
        QVERIFY(model.waitingForDetails());

        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        std::vector<ClipRow> rows;
        for (const ClipId id : page)
            rows.push_back(rowOf(id, "clip" + std::to_string(id.value) + ".wav"));
        model.takeDetails(rows);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 64);
        QCOMPARE(cells(model, 70), QString("clip71.wav | 0:40.0 | WAV · 44.1 kHz · 24 bit · stereo | rain, roof"));
        QVERIFY(!model.waitingForDetails());
    }

    void aDroppedPageIsAskedForAgain()
    {
        ResultModel model;
        QSignalSpy needed(&model, &ResultModel::detailsNeeded);
        model.setRows(clipsTo(10));
        cells(model, 0);
        QTRY_COMPARE(needed.size(), 1);
        cells(model, 0);
        QTest::qWait(10);
        QCOMPARE(needed.size(), 1);
        model.detailsDropped(needed[0][0].value<std::vector<ClipId>>());
        cells(model, 0);
        QTRY_COMPARE(needed.size(), 2);
    }

    void whatIsShownStaysWhileItIsReadAgain()
    {
        ResultModel model;
        QSignalSpy needed(&model, &ResultModel::detailsNeeded);
        model.setRows(clipsTo(1));
        model.takeDetails({rowOf({1}, "old.wav")});
        model.refreshDetails();
        QVERIFY(cells(model, 0).startsWith("old.wav"));
        QTRY_COMPARE(needed.size(), 1);
        model.takeDetails({rowOf({1}, "new.wav")});
        QVERIFY(cells(model, 0).startsWith("new.wav"));
        QTest::qWait(10);
        QCOMPARE(needed.size(), 1);
    }

    void aGrowingLibraryOnlyInserts()
    {
        ResultModel model;
        QAbstractItemModelTester tester(&model);
        model.setRows(clipsTo(3));
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setRows(clipsTo(5));
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(model.rowCount(), 5);
        model.setRows(clipsTo(2));
        QCOMPARE(reset.size(), 1);
        model.setRows(std::make_shared<ResultRows>());
        QCOMPARE(model.rowCount(), 0);
    }

    /// What a window does while it scrolls and while a library of 100 000 clips changes under it.
    void aHundredThousandRowsAreFluent()
    {
        ResultModel model;
        const ResultRowsPtr rows = clipsTo(100000);
        QElapsedTimer timer;
        timer.start();
        model.setRows(rows);
        for (int top = 0; top < 100000; top += 1000)
            for (int row = top; row < top + 30; ++row)
                cells(model, row);
        const qint64 spent = timer.elapsed();
        QVERIFY2(spent < 1000, qPrintable(QString("%1 ms for 3 000 rows in 100 places").arg(spent)));
        QCOMPARE(model.rowOf(ClipId{99999}), 99998);
        QCOMPARE(model.rowOf(ClipId{100001}), -1);
    }

    void theHitWindowIsAShareOfTheClip()
    {
        ResultModel model;
        model.setRows(hitsFrom("a.wav 0.9 0.1"));
        QVERIFY(!model.index(0, ResultModel::WaveformColumn).data(ResultModel::HitWindowRole).isValid());
        model.takeDetails({rowOf({1}, "a.wav")});
        QCOMPARE(model.index(0, ResultModel::WaveformColumn).data(ResultModel::HitWindowRole).toPointF(),
                 QPointF(0.25, 0.5));
    }

    void aHitByWordsAloneClaimsNoMatch()
    {
        ResultModel model;
        model.setRows(hitsFrom("a.wav 0.9 0.1"));
        ClipRow row = rowOf({1}, "a.wav");
        QVERIFY(model.index(0, ResultModel::MatchColumn).data(ResultModel::MatchRole).isValid());
        row.details.embedded = false;
        model.takeDetails({row});
        QVERIFY(!model.index(0, ResultModel::MatchColumn).data(ResultModel::MatchRole).isValid());
        QVERIFY(!model.index(0, ResultModel::CertaintyColumn).data(ResultModel::CertaintyRole).isValid());
        QVERIFY(!model.index(0, ResultModel::WaveformColumn).data(ResultModel::HitWindowRole).isValid());
    }

    void offlineClipsAreDimmedAndSaySo()
    {
        ResultModel model;
        model.setRows(clipsTo(1));
        ClipRow row = rowOf({1}, "a.wav");
        row.details.online = false;
        model.takeDetails({row});
        QVERIFY(cells(model, 0).endsWith("dimmed"));
        QVERIFY(model.index(0, ResultModel::NameColumn).data(Qt::ToolTipRole).toString().contains("not reachable"));
    }

    void aRowIsDraggedAsItsFile()
    {
        ResultModel model;
        model.setRows(clipsTo(2));
        model.takeDetails({rowOf({1}, "a b.wav"), rowOf({2}, "c.wav")});
        const std::unique_ptr<QMimeData> data(
            model.mimeData({model.index(0, 0), model.index(0, 1), model.index(1, 0), model.index(1, 1)}));
        QCOMPARE(data->urls(),
                 (QList<QUrl>{QUrl::fromLocalFile("/sounds/a b.wav"), QUrl::fromLocalFile("/sounds/c.wav")}));
    }

    void failuresAndRootsHoldToQtsRules()
    {
        FailureModel failures;
        QAbstractItemModelTester failureTester(&failures);
        failures.setFailures({{"/s/a.wav", "It is empty."}});
        QCOMPARE(failures.index(0, 0).data().toString(), QString("a.wav"));
        QCOMPARE(failures.index(0, 1).data().toString(), QString("It is empty."));

        RootModel roots;
        QAbstractItemModelTester rootTester(&roots);
        roots.setRoots(
            {{{1}, "/s/rain", library::RootState::Online, 1}, {{2}, "/mnt/usb", library::RootState::Offline, 1234}});
        QStringList lines;
        for (int row = 0; row < roots.rowCount(); ++row)
            lines << roots.index(row).data().toString() + ": " +
                         roots.index(row).data(RootModel::ClipsRole).toString().replace(QChar(0x202f), ' ');
        QCOMPARE(lines, QStringList({"All folders: 1 235 clips", "rain: 1 clip", "usb: offline · 1 234 clips"}));
        QSignalSpy reset(&roots, &QAbstractItemModel::modelReset);
        roots.setRoots(
            {{{1}, "/s/rain", library::RootState::Online, 5}, {{2}, "/mnt/usb", library::RootState::Offline, 1234}});
        QCOMPARE(reset.size(), 0); // counts that grow do not take the selection away

        roots.setRoots({{{1}, "/a/lmms/samples", library::RootState::Online, 1},
                        {{2}, "/a/sonic/samples", library::RootState::Online, 1}});
        QCOMPARE(roots.index(1).data().toString(), QString("lmms/samples"));
        QCOMPARE(roots.index(2).data().toString(), QString("sonic/samples"));
    }
};

PROLAP_TEST(TstResultModel)
#include "tst_result_model.moc"
