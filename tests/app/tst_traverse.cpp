#include "tests/app/json_shape.h"
#include "tests/app/prolap_run.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_pack.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <vector>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPointF>
#include <QRectF>
#include <QTest>
#include <QXmlStreamReader>

using namespace prolap::test;
using nlohmann::json;

/// Captions of a file instead of the vocabulary, so that nothing large is embedded.
class TstTraverse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_sounds = m_user.makeSounds("sounds");
        const ProlapResult result = m_user.run({"index", m_sounds});
        QVERIFY2(result.exitCode == 0, result.shown());
        QFile captions(m_user.path("captions.txt"));
        QVERIFY(captions.open(QIODevice::WriteOnly));
        captions.write("sound\na tone\na high tone\nnoise\n");
    }

    void theAnswerKeepsItsShape()
    {
        for (const char* way : {"linear", "spherical", "climb"}) {
            const ProlapResult result =
                run({m_sounds + "/tone.wav", "--json", "--points", "7", "--interpolation", way});
            QVERIFY2(result.exitCode == 0, result.shown());
            const json answer = result.json();
            VERIFY_SHAPE(answer, {{"clip", Json::Text},
                                  {"model", Json::Text},
                                  {"root", Json::TextOrNull},
                                  {"interpolation", Json::Text},
                                  {"points", Json::Array},
                                  {"ladder", Json::Array},
                                  {"notes", Json::Array}});
            QCOMPARE(answer["points"].size(), std::size_t(7));
            QCOMPARE(answer["root"].is_null(), std::string(way) == "climb");
            for (const json& point : answer["points"]) {
                VERIFY_SHAPE(point, {{"t", Json::Number},
                                     {"captions", Json::Array},
                                     {"clips", Json::Array},
                                     {"uncertainty", Json::NumberOrNull},
                                     {"inclusion", Json::NumberOrNull}});
                for (const json& caption : point["captions"])
                    VERIFY_SHAPE(
                        caption,
                        {{"text", Json::Text}, {"similarity", Json::Number}, {"probability", Json::NumberOrNull}});
                for (const json& clip : point["clips"]) {
                    QVERIFY(QFile::exists(QString::fromStdString(clip["path"])));
                    QVERIFY(std::string(clip["path"]).find("tone.wav") == std::string::npos);
                }
            }
            QVERIFY(!answer["ladder"].empty());
            for (const json& rung : answer["ladder"])
                VERIFY_SHAPE(rung, {{"text", Json::Text},
                                    {"first_point", Json::Number},
                                    {"last_point", Json::Number},
                                    {"clips", Json::Array}});
        }
    }

    void pointsAsATable()
    {
        const QString file = m_user.path("points.csv");
        const ProlapResult result = run({m_sounds + "/tone.wav", "--points", "5", "--csv", file});
        QVERIFY2(result.exitCode == 0, result.shown());
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll().count('\n'), 6);
        QVERIFY(result.out.contains("caption"));
    }

    /// Every file of one run against its JSON: the same points, captions and numbers.
    void theFilesSayWhatTheJsonSays_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::newRow("climb") << QStringList{"--interpolation", "climb"};
        QTest::newRow("line") << QStringList{"--root", "empty"};
        QTest::newRow("beside a caption") << QStringList{"--compare", "a high tone"};
        QTest::newRow("beside a model") << QStringList{"--compare-model", other()};
    }

    void theFilesSayWhatTheJsonSays()
    {
        QFETCH(QStringList, more);
        const QString csv = m_user.path("a.csv"), svg = m_user.path("a.svg"), html = m_user.path("a.html");
        const ProlapResult result = run(
            QStringList{m_sounds + "/tone.wav", "--json", "--points", "9", "--csv", csv, "--svg", svg, "--html", html} +
            more);
        QVERIFY2(result.exitCode == 0, result.shown());
        const json answer = result.json();
        std::vector<json> paths{answer};
        if (answer.contains("beside"))
            paths.push_back(answer["beside"]);
        QCOMPARE(paths.size(), more.contains("--root") || more.contains("--interpolation") ? 1U : 2U);
        tableAgrees(read(csv), paths);
        figureAgrees(read(svg), paths);
        pageAgrees(read(html), paths);
    }

    void twoModelsFromOneStart()
    {
        const ProlapResult result = run({m_sounds + "/tone.wav", "--json", "--compare-model", other()});
        QVERIFY2(result.exitCode == 0, result.shown());
        const json answer = result.json();
        QCOMPARE(std::string(answer["beside"]["clip"]), std::string(answer["clip"]));
        // Its path is the one that the other model finds alone.
        const ProlapResult alone =
            m_user.runBare({"traverse", m_sounds + "/tone.wav", "--json", "--no-vocabulary", "--captions",
                            m_user.path("captions.txt"), "--library", m_user.library(), "--model", other()});
        QVERIFY2(alone.exitCode == 0, alone.shown());
        QVERIFY(alone.json() == answer["beside"]);
        std::set<std::string> first, second, common;
        for (const json& rung : answer["ladder"])
            first.insert(rung["text"]);
        for (const json& rung : answer["beside"]["ladder"])
            second.insert(rung["text"]);
        for (const json& met : answer["common"])
            common.insert(met["text"]);
        std::set<std::string> expected;
        std::ranges::set_intersection(first, second, std::inserter(expected, expected.end()));
        QVERIFY(common == expected);
        // For people: both ladders, and how many captions both met.
        const ProlapResult shown = run({m_sounds + "/tone.wav", "--compare-model", other()});
        QVERIFY2(expected.empty() ? shown.out.contains("no caption in common")
                                  : shown.out.contains("both met (=): " + QByteArray::number(int(expected.size()))),
                 shown.shown());
        const ProlapResult both = run({m_sounds + "/tone.wav", "--compare-model", other(), "--compare", "x"});
        QCOMPARE(both.exitCode, 1);
        const ProlapResult gone = run({m_sounds + "/tone.wav", "--compare-model", m_user.path("no-such-pack")});
        QVERIFY2(gone.exitCode == 2 && gone.err.contains("no-such-pack"), gone.shown());
    }

    void aClipThatIsNotIndexed()
    {
        const QString file = m_user.path("elsewhere.wav");
        writeNoise(file, 1, 5);
        const ProlapResult result = run({file, "--json"});
        QVERIFY2(result.exitCode == 0, result.shown());
        QCOMPARE(QString::fromStdString(result.json()["clip"]), file);
        QVERIFY(!result.json()["ladder"][0]["clips"].empty());
    }

    void aLibraryThatAnotherModelHeard()
    {
        const auto traverse = [&](const QStringList& more) {
            return m_user.runBare(QStringList{"traverse", m_sounds + "/tone.wav", "--json", "--no-vocabulary",
                                              "--captions", m_user.path("captions.txt"), "--library", m_user.library(),
                                              "--model", other()} +
                                  more);
        };
        const ProlapResult result = traverse({});
        QVERIFY2(result.exitCode == 0, result.shown());
        QVERIFY2(result.err.contains("was listened to with"), result.shown());
        const json answer = result.json();
        QCOMPARE(answer["clip_candidates"], 0);
        QVERIFY(!answer["ladder"].empty());
        QVERIFY(!answer["notes"].empty());
        const ProlapResult middle = traverse({"--root", "centroid"});
        QVERIFY2(middle.exitCode == 2 && middle.err.contains("listened to none"), middle.shown());
    }

    void aLibraryOfOneClip()
    {
        const ProlapUser user;
        QVERIFY(QDir().mkpath(user.path("one")));
        writeNoise(user.path("one/a.wav"), 1, 1);
        QCOMPARE(user.run({"index", user.path("one")}).exitCode, 0);
        for (const char* way : {"linear", "climb"}) {
            const ProlapResult result =
                user.run({"traverse", user.path("one/a.wav"), "--json", "--interpolation", way, "--no-vocabulary",
                          "--captions", m_user.path("captions.txt"), "--svg", user.path("a.svg")});
            QVERIFY2(result.exitCode == 0, result.shown());
            QVERIFY2(result.err.contains("one clip only"), result.shown());
            for (const json& rung : result.json()["ladder"])
                QVERIFY(rung["clips"].empty());
        }
    }

    void noCaptionsAtAll()
    {
        const ProlapResult result =
            m_user.run({"traverse", m_sounds + "/tone.wav", "--no-vocabulary"}); // the clips have none
        QVERIFY2(result.exitCode == 2 && result.err.contains("no captions"), result.shown());
        QVERIFY2(result.err.contains("take the vocabulary"), result.shown()); // what to do
    }

    void aModelWithoutUncertainty()
    {
        const QString certain = m_user.path("certain");
        writeTinyPack(certain.toStdString(), 3, false);
        const auto traverse = [&](const QStringList& more) {
            return m_user.runBare(QStringList{"traverse", m_sounds + "/tone.wav", "--json", "--no-vocabulary",
                                              "--captions", m_user.path("captions.txt"), "--library", m_user.library(),
                                              "--model", certain} +
                                  more);
        };
        const ProlapResult result = traverse({"--root", "empty", "--svg", m_user.path("certain.svg")});
        QVERIFY2(result.exitCode == 0, result.shown());
        const json answer = result.json();
        QCOMPARE(std::string(answer["interpolation"]), std::string("linear"));
        for (const json& point : answer["points"])
            QVERIFY(point["uncertainty"].is_null() && point["inclusion"].is_null());
        QVERIFY2(result.err.contains("knows no uncertainty"), result.shown());
        QVERIFY(textsOf(read(m_user.path("certain.svg"))).contains("not known to this model"));
        for (const QStringList& more : {QStringList{"--interpolation", "climb"}, QStringList{"--root", "inclusive"}}) {
            const ProlapResult refused = traverse(more);
            QVERIFY2(refused.exitCode == 2 && refused.err.contains("knows no uncertainty"), refused.shown());
        }
        // Beside one that climbs it takes the line.
        const ProlapResult beside = run({m_sounds + "/tone.wav", "--json", "--compare-model", certain});
        QVERIFY2(beside.exitCode == 0, beside.shown());
        QCOMPARE(std::string(beside.json()["interpolation"]), std::string("climb"));
        QCOMPARE(std::string(beside.json()["beside"]["interpolation"]), std::string("linear"));
    }

    void aRootThatIsTheStart()
    {
        // The caption that holds the caption best is the caption itself, being the only one.
        QFile one(m_user.path("one.txt"));
        QVERIFY(one.open(QIODevice::WriteOnly));
        one.write("a tone\n");
        one.close();
        const ProlapResult result = m_user.run({"traverse", m_sounds + "/tone.wav", "--json", "--root", "inclusive",
                                                "--no-vocabulary", "--captions", one.fileName()});
        QVERIFY2(result.exitCode == 0, result.shown());
        QVERIFY2(result.err.contains("no way to go"), result.shown());
        QCOMPARE(result.json()["ladder"].size(), std::size_t(1));
        QCOMPARE(result.json()["points"].size(), std::size_t(50));
    }

    void onePointAndTenThousand()
    {
        for (const int points : {1, 10'000})
            for (const char* way : {"linear", "spherical", "climb"}) {
                const QString csv = m_user.path("many.csv");
                const ProlapResult result = run({m_sounds + "/tone.wav", "--json", "--interpolation", way, "--points",
                                                 QString::number(points), "--csv", csv});
                QVERIFY2(result.exitCode == 0, result.shown());
                const json answer = result.json();
                QCOMPARE(answer["points"].size(), static_cast<std::size_t>(points));
                QCOMPARE(double(answer["points"][0]["t"]), 0.0);
                QCOMPARE(double(answer["points"].back()["t"]), points == 1 ? 0.0 : 1.0);
                QCOMPARE(read(csv).count('\n'), points + 1);
            }
    }

    void badInput_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("part");
        const QString tone = m_sounds + "/tone.wav";
        QTest::newRow("nothing") << QStringList{} << 1 << "CLIP";
        QTest::newRow("both") << QStringList{tone, "--caption", "x"} << 1 << "excludes";
        QTest::newRow("missing") << QStringList{"gone.wav"} << 2 << "There is no file";
        QTest::newRow("no sound") << QStringList{m_user.path("captions.txt")} << 2 << "captions.txt";
        QTest::newRow("root") << QStringList{tone, "--root", "up"} << 1 << "up";
        QTest::newRow("no point") << QStringList{tone, "--points", "0"} << 2 << "not 0";
        QTest::newRow("too many") << QStringList{tone, "--points", "10001"} << 2 << "not 10001";
        QTest::newRow("empty caption") << QStringList{"--caption", " "} << 2 << "nothing to set out from";
    }

    void badInput()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QString, part);
        const ProlapResult result = run(arguments);
        QVERIFY2(result.exitCode == exitCode, result.shown());
        QVERIFY2(QString::fromUtf8(result.err + result.out).contains(part), result.shown());
    }

private:
    /// Another pack, with other random weights.
    QString other()
    {
        const QString pack = m_user.path("other");
        if (!QFile::exists(pack))
            writeTinyPack(pack.toStdString(), 2);
        return pack;
    }

    static QByteArray read(const QString& name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static double number(const json& value) { return value.is_null() ? NAN : double(value); }

    static QString percent(const json& probability)
    {
        return probability.is_null() ? QString() : QString::number(100 * double(probability), 'f', 0) + " %";
    }

    static QString span(const json& rung)
    {
        const int from = rung["first_point"], to = rung["last_point"];
        return from == to ? QString::number(from) : QString("%1–%2").arg(from).arg(to);
    }

    static std::vector<QString> fields(const QByteArray& line)
    {
        std::vector<QString> all(1);
        bool quoted = false;
        for (const QChar c : QString::fromUtf8(line).trimmed()) {
            if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
                all.emplace_back();
            else
                all.back() += c;
        }
        return all;
    }

    /// Names, captions and numbers of the table, which has all digits.
    static void tableAgrees(const QByteArray& csv, const std::vector<json>& paths)
    {
        QList<QByteArray> lines = csv.split('\n');
        lines.removeLast();
        const std::vector<QString> head = fields(lines.takeFirst());
        QCOMPARE(head.size(), paths.size() == 1 ? 11U : 12U);
        std::size_t total = 0;
        for (const json& path : paths)
            total += path["points"].size();
        QCOMPARE(std::size_t(lines.size()), total);
        std::size_t line = 0;
        for (std::size_t p = 0; p < paths.size(); ++p)
            for (std::size_t i = 0; i < paths[p]["points"].size(); ++i) {
                const json& point = paths[p]["points"][i];
                const std::vector<QString> row = fields(lines[qsizetype(line++)]);
                QCOMPARE(row[0].toInt(), int(i));
                QCOMPARE(row[1].toDouble(), double(point["t"]));
                const auto same = [&](std::size_t column, const json& value) {
                    QCOMPARE(row[column].isEmpty(), value.is_null());
                    if (!value.is_null())
                        QCOMPARE(row[column].toDouble(), double(value));
                };
                if (!point["captions"].empty()) {
                    QCOMPARE(row[2].toStdString(), std::string(point["captions"][0]["text"]));
                    same(3, point["captions"][0]["similarity"]);
                    same(4, point["captions"][0]["probability"]);
                }
                same(5, point["uncertainty"]);
                same(6, point["inclusion"]);
                same(7, point["match"]);
                if (!point["clips"].empty()) {
                    QCOMPARE(row[8].toStdString(), std::string(point["clips"][0]["path"]));
                    same(9, point["clips"][0]["similarity"]);
                    same(10, point["clips"][0]["probability"]);
                }
                if (paths.size() > 1)
                    QCOMPARE(row[11].toInt(), int(p + 1));
            }
    }

    /// What an XML parser reads: texts, and polylines by class.
    struct Drawing {
        QStringList texts;
        std::map<QString, std::vector<QList<QPointF>>> lines;
        std::vector<QRectF> frames;
        QString problem;
    };

    static Drawing parsed(const QByteArray& xml)
    {
        Drawing drawing;
        QXmlStreamReader reader(xml);
        while (!reader.atEnd()) {
            if (reader.readNext() != QXmlStreamReader::StartElement)
                continue;
            const QXmlStreamAttributes attributes = reader.attributes();
            const QString kind = attributes.value("class").toString();
            if (reader.name() == QLatin1String("text")) {
                drawing.texts << reader.readElementText();
            } else if (reader.name() == QLatin1String("rect") && kind == "grid") {
                drawing.frames.emplace_back(attributes.value("x").toDouble(), attributes.value("y").toDouble(),
                                            attributes.value("width").toDouble(),
                                            attributes.value("height").toDouble());
            } else if (reader.name() == QLatin1String("polyline")) {
                QList<QPointF> points;
                for (const QString& pair : attributes.value("points").toString().split(' ', Qt::SkipEmptyParts))
                    points << QPointF(pair.section(',', 0, 0).toDouble(), pair.section(',', 1, 1).toDouble());
                drawing.lines[kind].push_back(std::move(points));
            }
        }
        if (reader.hasError())
            drawing.problem = reader.errorString();
        return drawing;
    }

    static QStringList textsOf(const QByteArray& svg) { return parsed(svg).texts; }

    /// The ladders' texts, and the charts' lines at the heights of the JSON's numbers.
    static void figureAgrees(const QByteArray& svg, const std::vector<json>& paths)
    {
        const Drawing drawing = parsed(svg);
        QVERIFY2(drawing.problem.isEmpty(), qPrintable(drawing.problem));
        for (const json& path : paths)
            for (const json& rung : path["ladder"]) {
                const QString caption = QString::fromStdString(rung["text"]);
                QVERIFY2(drawing.texts.contains(caption) || drawing.texts.contains("◆ " + caption),
                         qPrintable(caption));
                QVERIFY2(drawing.texts.contains(span(rung)), qPrintable(span(rung)));
                QVERIFY(rung["probability"].is_null() || drawing.texts.contains(percent(rung["probability"])));
                if (!rung["clips"].empty())
                    QVERIFY(
                        drawing.texts.contains(QFileInfo(QString::fromStdString(rung["clips"][0]["path"])).fileName()));
            }
        const std::pair<const char*, const char*> charts[] = {{"i", "inclusion"}, {"m", "match"}};
        for (const auto& [kind, name] : charts) {
            const auto& lines = drawing.lines.at(kind);
            QCOMPARE(lines.size(), paths.size());
            const auto frame = std::ranges::find_if(
                drawing.frames, [&](const QRectF& each) { return each.adjusted(-1, -1, 1, 1).contains(lines[0][0]); });
            QVERIFY(frame != drawing.frames.end());
            double low = name == QByteArray("match") ? 0 : INFINITY, high = name == QByteArray("match") ? 1 : -INFINITY;
            for (const json& path : paths)
                for (const json& point : path["points"]) {
                    low = std::min(low, std::isnan(number(point[name])) ? low : number(point[name]));
                    high = std::max(high, std::isnan(number(point[name])) ? high : number(point[name]));
                }
            high = std::max(high, low + 1e-9); // of a line that is level
            for (std::size_t p = 0; p < paths.size(); ++p) {
                qsizetype at = 0;
                for (const json& point : paths[p]["points"]) {
                    if (point[name].is_null())
                        continue;
                    const double y = frame->bottom() - frame->height() * (number(point[name]) - low) / (high - low);
                    QVERIFY2(std::abs(lines[p][at].y() - y) < .06,
                             qPrintable(QString("%1 at %2 instead of %3").arg(name).arg(lines[p][at].y()).arg(y)));
                    ++at;
                }
                QCOMPARE(at, lines[p].size());
            }
        }
    }

    /// The page is well-formed, holds the figure, and a table of each ladder, general first.
    static void pageAgrees(const QByteArray& html, const std::vector<json>& paths)
    {
        const Drawing drawing = parsed(html);
        QVERIFY2(drawing.problem.isEmpty(), qPrintable(drawing.problem));
        QVERIFY(!drawing.lines.empty());
        std::vector<QStringList> rows;
        QXmlStreamReader reader(html);
        while (!reader.atEnd()) {
            if (reader.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (reader.name() == QLatin1String("tr"))
                rows.emplace_back();
            else if (reader.name() == QLatin1String("td"))
                rows.back() << reader.readElementText();
        }
        std::erase_if(rows, [](const QStringList& row) { return row.isEmpty(); }); // heads
        std::size_t row = 0;
        for (const json& path : paths)
            for (auto rung = path["ladder"].rbegin(); rung != path["ladder"].rend(); ++rung) {
                QVERIFY(row < rows.size());
                const QStringList& cells = rows[row++];
                QCOMPARE(cells[0], span(*rung));
                QCOMPARE(cells[1].toStdString(), std::string((*rung)["text"]));
                QCOMPARE(cells[2], percent((*rung)["probability"]));
                QVERIFY(std::abs(cells[3].toDouble() - number((*rung)["uncertainty"])) < 5.1e-5);
            }
        QCOMPARE(row, rows.size());
    }

    ProlapResult run(const QStringList& arguments) const
    {
        return m_user.run(QStringList{"traverse"} + arguments +
                          QStringList{"--no-vocabulary", "--captions", m_user.path("captions.txt")});
    }

    ProlapUser m_user;
    QString m_sounds;
};

PROLAP_TEST(TstTraverse)
#include "tst_traverse.moc"
