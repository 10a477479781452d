#include "tests/support/test_main.h"
#include "ui/measure/eval_table.h"
#include "ui/measure/metric_names.h"
#include "ui/theme/palette.h"
#include "ui/translations.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTest>

using namespace prolap::ui;

namespace {

EvalResult evaluation(const char* model, double map, double rank, double u)
{
    const QByteArray json = QStringLiteral(R"({"protocol":"all","model":"%1","split":"test","clips":8,)"
                                           R"("protocols":[{"protocol":"retrieval","clips":8,"captions":32,)"
                                           R"("metrics":{"t2a_map10":%2,"t2a_medr":%3},"chance":{"t2a_map10":0.1}},)"
                                           R"({"protocol":"uncertainty","metrics":{"mean_u_level1":%4},"chance":{}}],)"
                                           R"("skipped":[{"protocol":"zeroshot","reason":"no labels"}],"failures":[]})")
                                .arg(QLatin1String(model))
                                .arg(QString::number(map, 'g', 17))
                                .arg(rank)
                                .arg(u)
                                .toUtf8();
    return *parseEvalResult(json);
}

} // namespace

class TstEvalResult : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        installTranslations(*QCoreApplication::instance());
    }

    void figuresHaveWords_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("title");
        QTest::addColumn<int>("better");
        const auto row = [](const char* name, const char* title, Better better) {
            QTest::newRow(name) << QString(name) << QString(title) << static_cast<int>(better);
        };
        row("t2a_r5", "Caption to clip: among the first 5", Better::Higher);
        row("a2t_medr", "Clip to caption: median rank", Better::Lower);
        row("t2a_map10_level3", "Caption to clip: mAP@10, level 3", Better::Higher);
        row("t2a_label_map10", "Caption to clip, by label: mAP@10", Better::Higher);
        row("top1_name", "Right label first, by bare name", Better::Higher);
        row("recall_level2", "Traversal: recall, level 2", Better::Higher);
        row("climb_precision", "Climb: precision", Better::Higher);
        row("masked_line_recall_level4", "Line to masked: recall, level 4", Better::Higher);
        row("share_audio_level1", "Inside (incl > 0): clips in captions, level 1", Better::Higher);
        row("share_levels_shuffled", "Inside (incl > 0): specific in general captions, shuffled pairs",
            Better::Neither);
        row("auroc_level2_level1", "AUROC: level 2 in level 1", Better::Higher);
        row("ece", "Calibration error", Better::Lower);
        row("r_level_u", "Uncertainty and caption level (r)", Better::Lower);
        row("mean_u_level4", "Mean uncertainty of captions, level 4", Better::Neither);
        row("something_new", "something_new", Better::Neither);
    }

    void figuresHaveWords()
    {
        QFETCH(QString, name);
        QFETCH(QString, title);
        QFETCH(int, better);
        const MetricWords words = metricWords(name);
        QCOMPARE(words.title, title);
        QCOMPARE(static_cast<int>(words.better), better);
        QCOMPARE(words.explanation.isEmpty(), name == "something_new");
    }

    void twoModelsAreSetBesideEachOther()
    {
        const EvalResult one = evaluation("one", .2, 9, .3), other = evaluation("other", .3, 12, .4);
        EvalTable table;
        table.setResults(one, nullptr);
        QCOMPARE(table.columnCount(), 3);
        QCOMPARE(table.rowCount(), 5); // two headings
        table.setResults(one, &other);
        QCOMPARE(table.columnCount(), 5);
        const auto cell = [&](int row, int column, int role = Qt::DisplayRole) {
            return table.index(row, column).data(role);
        };
        QCOMPARE(cell(0, 0).toString(), QString("Retrieval"));
        QCOMPARE(cell(1, EvalTable::FirstColumn).toString(), QString("0.200"));
        QCOMPARE(cell(1, EvalTable::ChanceColumn).toString(), QString("0.100"));
        QCOMPARE(cell(1, EvalTable::DifferenceColumn).toString(), QString("▲ +0.100"));
        QCOMPARE(cell(1, EvalTable::DifferenceColumn, Qt::ForegroundRole).value<QColor>(), palette().green);
        QCOMPARE(cell(2, EvalTable::DifferenceColumn).toString(), QString("▼ +3.0")); // a rank: higher is worse
        QCOMPARE(cell(2, EvalTable::DifferenceColumn, Qt::ForegroundRole).value<QColor>(), palette().red);
        QCOMPARE(cell(2, EvalTable::DifferenceColumn, Qt::AccessibleTextRole).toString(), QString("worse by 3.0"));
        QCOMPARE(cell(4, EvalTable::DifferenceColumn).toString(), QString("+0.100")); // neither better nor worse
        QVERIFY(one.skipped.front().contains("Zero-shot labels") && one.skipped.front().contains("no labels"));
    }

    void exportsAreExact()
    {
        const EvalResult one = evaluation("a, b", .1234567890123, 9, .3), other = evaluation("other", .3, 12, .4);
        const QByteArray csv = evalCsv(one, &other);
        QVERIFY2(csv.startsWith("protocol,metric,\"a, b\",chance,other,difference\n"), csv);
        QVERIFY2(csv.contains("retrieval,t2a_map10,0.1234567890123,"), csv);
        QCOMPARE(csv.count('\n'), 4);
        QCOMPARE(evalCsv(one, nullptr).split('\n').at(1).count(','), 3);
        QVERIFY(QJsonDocument::fromJson(evalJson(one, nullptr)).object().contains("protocols"));
        QVERIFY(QJsonDocument::fromJson(evalJson(one, &other)).object()["models"].isArray());
        QVERIFY(!parseEvalResult("{}") && !parseEvalResult("not json"));
    }
};

PROLAP_TEST(TstEvalResult)
#include "tst_eval_result.moc"
