#include <cmath>
#include <fstream>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "core/train/evaluation/report/axis_scale.h"
#include "core/train/evaluation/report/html_report.h"
#include "core/train/evaluation/report/svg_chart.h"
#include "tests/support/test_main.h"

using namespace prolap;
using namespace prolap::train;

namespace {

const std::string kHostile = "<script>alert('x')</script> & \"dog\" \x01\xFF\xEF\xBF\xBE";

std::vector<Chart> chartsOfEveryKind()
{
    const Axis share{"share < 1", 0, 1, false}, u{"u", .003, 4, true};
    return {
        {kHostile, kHostile, LineChart{share, share, {{kHostile, {{0, 0}, {.4, .7}, {1, 1}}}, {"b", {}}}, true, true}},
        {"scatter", "", ScatterChart{share, u, {"captions", {{.2, .5}, {.2, 0}, {.3, 9}}}}},
        {"bars", "", BarChart{share, {kHostile, "climb"}, {{kHostile, {.5, NAN}}, {"recall", {.25, 1}}}}},
        {"boxes", "", BoxChart{u, {{kHostile, .01, .05, .1, .2, 3}}}}};
}

Evaluation hostileEvaluation()
{
    ProtocolReport report;
    report.protocol = Protocol::Inclusion;
    report.clips = 3;
    report.figures = {{{"share_levels", .9876}}, {{"share_levels", .5}}};
    report.sources = {{kHostile, 3, report.figures}};
    report.notes = {kHostile};
    report.charts = chartsOfEveryKind();
    Evaluation evaluation;
    evaluation.model = evaluation.split = kHostile;
    evaluation.clips = 3;
    evaluation.protocols = {report};
    evaluation.skipped = {{Protocol::ZeroShot, kHostile}};
    evaluation.failures = {{7, kHostile, kHostile}};
    return evaluation;
}

/// Elements by name, and all text; fails the test where the document is not well-formed.
struct Read {
    QMap<QString, int> elements;
    QString text;
    QString error;
};

Read readXml(const std::string& document)
{
    Read read;
    QXmlStreamReader reader(QByteArray::fromStdString(document));
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement())
            ++read.elements[reader.name().toString()];
        if (reader.isCharacters())
            read.text += reader.text();
    }
    if (reader.hasError())
        read.error = QString("%1 in line %2").arg(reader.errorString()).arg(reader.lineNumber());
    return read;
}

} // namespace

class TstHtmlReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePageIsWellFormedWhateverTheNames()
    {
        const Read page = readXml(reportHtml(hostileEvaluation()));
        QVERIFY2(page.error.isEmpty(), qPrintable(page.error));
        QCOMPARE(page.elements["svg"], 4);
        QCOMPARE(page.elements["figure"], 4);
        QVERIFY(!page.elements.contains("script"));
        QVERIFY(page.text.contains("<script>alert('x')</script> & \"dog\""));
        QVERIFY(page.text.contains("0.9876"));
        QVERIFY(page.text.contains("zeroshot"));
    }

    void itNeedsNothingElse()
    {
        const std::string page = reportHtml(hostileEvaluation());
        for (const char* outside : {"src=", "href=", "url(", "@import", "<link", "<img", "<script"})
            QVERIFY2(page.find(outside) == std::string::npos, outside);
        QVERIFY(page.find("prefers-color-scheme: dark") != std::string::npos);
        QVERIFY(page.find("default-src 'none'") != std::string::npos);
    }

    void chartsDrawWhatThereIsAndNothingElse()
    {
        for (const Chart& chart : chartsOfEveryKind()) {
            const std::string svg = svgOf(chart);
            const Read read = readXml(svg);
            QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
            QVERIFY2(svg.find("nan") == std::string::npos && svg.find("inf") == std::string::npos, svg.c_str());
        }
        const auto charts = chartsOfEveryKind();
        QCOMPARE(readXml(svgOf(charts[0])).elements["circle"], 3);
        QCOMPARE(readXml(svgOf(charts[1])).elements["circle"], 1);   // 0 and 9 lie beyond a logarithmic axis to 4
        QCOMPARE(readXml(svgOf(charts[2])).elements["rect"], 3 + 2); // the NaN has no bar; two samples in the legend
    }

    void anAxisPlacesValuesBetweenItsEnds()
    {
        const AxisScale linear({"", 0, .4, false}, 100, 200);
        QVERIFY(std::abs(linear.at(.1) - 125) < 1e-9);
        QVERIFY(std::abs(linear.at(7) - 200) < 1e-9);
        const std::vector<double> ticks = linear.ticks();
        QVERIFY(ticks.size() >= 4 && ticks.size() <= 7 && std::abs(ticks.front()) < 1e-12);
        QVERIFY(std::abs(ticks.back() - .4) < 1e-9);
        const AxisScale logarithmic({"", .01, 100, true}, 0, 4);
        QVERIFY(std::abs(logarithmic.at(1) - 2) < 1e-9);
        QVERIFY(!logarithmic.shows(0) && logarithmic.shows(.01));
        QVERIFY(logarithmic.ticks().size() >= 4);
        QVERIFY(AxisScale({"", .012, .035, true}, 0, 1).ticks().size() >= 4); // between two powers too
    }

    void theFileIsWrittenAndReplaced()
    {
        const QTemporaryDir dir;
        const Path folder = Path(dir.path().toStdString()) / "new" / "folder";
        const Path file = writeReport(folder, hostileEvaluation());
        QVERIFY(file == folder / "report.html");
        writeReport(folder, Evaluation());
        QFile read(QString::fromStdString(file.string()));
        QVERIFY(read.open(QIODevice::ReadOnly));
        QCOMPARE(read.readAll().toStdString(), reportHtml(Evaluation()));
        std::ofstream(folder / "plain") << "a file where a folder should be";
        QVERIFY_THROWS_EXCEPTION(Error, writeReport(folder / "plain", Evaluation()));
    }
};

PROLAP_TEST(TstHtmlReport)
#include "tst_html_report.moc"
