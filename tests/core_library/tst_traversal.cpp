#include "core/library/traversal/traverse.h"

#include <array>
#include <cmath>

#include <QTest>

#include "core/error.h"
#include "core/index/half.h"
#include "core/index/matrix.h"
#include "core/library/traversal/traversal_text.h"
#include "tests/support/test_main.h"

using namespace prolap;
using namespace prolap::library;

namespace {

constexpr std::size_t kDim = 3;
using Point = std::array<float, kDim>;

/// Five captions and four clips in three dimensions, small enough to work everything out by hand.
struct TinyModel {
    TinyModel()
    {
        info.name = "tiny";
        info.dim = kDim;
        info.scale = 10;
        info.bias = -6;
        info.calibrated = true;
        captions.dim = kDim;
        captions.stride = 32;
        add("sound", {0, 0, 1}, -2);
        add("an animal", {.6F, 0, .8F}, -3);
        add("a dog", {.8F, .6F, 0}, -4);
        add("a dog barking", {.96F, .28F, 0}, -5);
        add("rain", {0, 1, 0}, -4);
        const std::array<Point, 4> means{{{1, 0, 0}, {.8F, 0, .6F}, {0, .6F, .8F}, {0, 0, 1}}};
        index::Matrix matrix = index::Matrix::inMemory(kDim);
        for (std::size_t i = 0; i < means.size(); ++i) {
            const auto id = static_cast<std::int64_t>(i + 1);
            const index::NewRow row{{WindowId{id}, ClipId{id}, 0, 1}, means[i], -.01F * static_cast<float>(id)};
            matrix.append(std::span(&row, 1), 1);
        }
        clips.set = EmbeddingSetId{1};
        clips.matrix = matrix.view();
        auto groups = std::make_shared<index::RowGroups>();
        groups->extend(clips.matrix);
        clips.clips = groups;
    }

    void add(const std::string& text, const Point& mean, float logVar)
    {
        captions.texts.push_back(text);
        for (const float value : mean)
            captions.means.push_back(index::toHalf(value));
        captions.means.resize(captions.texts.size() * captions.stride);
        captions.logVars.insert(captions.logVars.end(), kDim, index::toHalf(logVar));
        captions.uncertainties.push_back(3 * std::exp(logVar));
    }

    void makeDeterministic()
    {
        info.probabilistic = false;
        captions.logVars.clear();
        captions.uncertainties.assign(captions.count(), 0);
        subject.logVar.clear();
    }

    std::optional<Traversal> go(const TraversalSetting& setting, std::stop_token stop = {}) const
    {
        return traverse({captions, clips, info}, {subject, ClipId{1}, root}, setting, stop);
    }

    model::ModelInfo info;
    CaptionGaussians captions;
    SearchableVectors clips;
    model::Embeddings subject{1, kDim, {1, 0, 0}, {-5, -5, -5}};
    std::vector<float> root{0, 0, 1};
};

std::vector<std::string> met(const Traversal& traversal)
{
    std::vector<std::string> texts;
    for (const TraversalPoint& point : traversal.points)
        texts.push_back(point.captions.empty() ? "" : point.captions.front().text);
    return texts;
}

TraversalSetting setting(PathShape shape, std::size_t points)
{
    TraversalSetting setting;
    setting.shape = shape;
    setting.points = points;
    return setting;
}

void near(float found, double expected, double tolerance = 2e-4)
{
    if (std::abs(static_cast<double>(found) - expected) > tolerance)
        QFAIL(qPrintable(QString("%1 instead of %2").arg(static_cast<double>(found)).arg(expected)));
}

void refused(const TinyModel& model, const TraversalSetting& wanted, ErrorKind kind, const std::string& part)
{
    try {
        model.go(wanted);
        QFAIL("nothing was thrown");
    } catch (const Error& error) {
        QCOMPARE(static_cast<int>(error.kind()), static_cast<int>(kind));
        QVERIFY2(std::string(error.what()).find(part) != std::string::npos, error.what());
    }
}

} // namespace

/// The numbers come from the formulas of prolap.md, worked out in double precision by other means (NumPy).
class TstTraversal : public QObject {
    Q_OBJECT

    const TinyModel m_model;

private Q_SLOTS:
    void aLine()
    {
        const Traversal line = *m_model.go(setting(PathShape::Linear, 5));
        QCOMPARE(met(line),
                 (std::vector<std::string>{"a dog barking", "a dog barking", "an animal", "an animal", "sound"}));
        QCOMPARE(line.startCaption, std::string("a dog barking"));
        const double s[] = {.989864, .938546, .898224, .866253, .796997};
        const double u[] = {.027726, .031413, .115033, .186389, .292231};
        const double clipS[] = {.747804, .898173, .947251, .908686, .960000};
        const std::int64_t clip[] = {2, 2, 2, 4, 4};
        for (std::size_t i = 0; i < 5; ++i) {
            near(line.points[i].captions.front().similarity, s[i]);
            near(*line.points[i].uncertainty, u[i]);
            QCOMPARE(line.points[i].clips.front().clip.value, clip[i]); // clip 1 is the subject itself
            near(line.points[i].clips.front().similarity, clipS[i]);
        }
        near(line.points[2].mean[0], .678805);
        near(line.points[2].mean[2], .707117);
        near(*line.points[0].inclusion, 0);
        near(*line.points[2].inclusion, 2.446499, 2e-3);
        near(*line.points[4].inclusion, 3.265349, 2e-3);
        near(*line.points[2].match, 1 / (1 + std::exp(6 - 10 * .515310)));
    }

    void anArc()
    {
        const Traversal arc = *m_model.go(setting(PathShape::Spherical, 5));
        const double s[] = {.989834, .913718, .898210, .884695, .796997};
        for (std::size_t i = 0; i < 5; ++i)
            near(arc.points[i].captions.front().similarity, s[i]);
        near(arc.points[1].mean[2], .382683);
    }

    void aClimb()
    {
        TraversalSetting climb = setting(PathShape::Climb, 7);
        climb.width = .3;
        QCOMPARE(met(*m_model.go(climb)),
                 (std::vector<std::string>{"a dog barking", "", "a dog", "", "an animal", "", "sound"}));
        climb.width = .6;
        const Traversal wide = *m_model.go(climb);
        QCOMPARE(met(wide), (std::vector<std::string>{"a dog barking", "a dog barking", "a dog", "a dog", "an animal",
                                                      "an animal", "sound"}));
        QVERIFY(!wide.root);
        QCOMPARE(wide.rootCaption, std::string("sound"));
        QCOMPARE(wide.ladder.size(), std::size_t(4));
        const Rung& animal = wide.ladder[2];
        QCOMPARE(animal.text, std::string("an animal"));
        QCOMPARE(animal.firstPoint, std::size_t(4));
        QCOMPARE(animal.lastPoint, std::size_t(5));
        QCOMPARE(animal.points, std::size_t(2));
        QCOMPARE(animal.clips.size(), std::size_t(3));
        QCOMPARE(animal.clips[0].clip.value, std::int64_t(2)); // .96 - .02
        near(animal.clips[0].similarity, .6 * .8 + .8 * .6 - .02, 1e-3);
        near(*animal.inclusion, 2.446499, 2e-3);
    }

    void theWidthFollowsTheRange()
    {
        std::vector<float> logU(101);
        for (std::size_t i = 0; i < logU.size(); ++i)
            logU[i] = static_cast<float>(i) / 25; // 0 to 4
        QCOMPARE(std::round(traversal::climbWidth(logU) * 1000), 360.0);
        TraversalSetting asModelled;
        const Traversal climb = *m_model.go(asModelled);
        QCOMPARE(static_cast<int>(climb.shape), static_cast<int>(PathShape::Climb)); // what a person gets
        QVERIFY(*climb.width > .1);
    }

    void startsAndRoots()
    {
        TraversalSetting own = setting(PathShape::Linear, 3);
        own.start = TraversalStart::Clip;
        near(m_model.go(own)->points[0].mean[0], 1, 1e-6);
        TraversalSetting inclusive = setting(PathShape::Linear, 3);
        inclusive.root = TraversalRoot::Inclusive;
        const Traversal held = *m_model.go(inclusive);
        QCOMPARE(held.rootCaption, std::string("a dog barking"));              // the greatest H of the five
        QVERIFY(held.notes.front().find("no way to go") != std::string::npos); // which is where it starts
        QCOMPARE(held.ladder.size(), std::size_t(1));
    }

    void onePointAndTenThousand()
    {
        for (const PathShape shape : {PathShape::Linear, PathShape::Climb}) {
            QCOMPARE(met(*m_model.go(setting(shape, 1))), std::vector<std::string>{"a dog barking"});
            const Traversal long_ = *m_model.go(setting(shape, 10'000));
            QCOMPARE(long_.points.size(), std::size_t(10'000));
            QCOMPARE(long_.points.back().captions.front().text, std::string("sound"));
        }
        refused(m_model, setting(PathShape::Linear, 0), ErrorKind::BadInput, "not 0");
        refused(m_model, setting(PathShape::Linear, 10'001), ErrorKind::BadInput, "not 10001");
    }

    void aModelWithoutUncertainty()
    {
        TinyModel model;
        model.makeDeterministic();
        const Traversal line = *model.go({});
        QCOMPARE(static_cast<int>(line.shape), static_cast<int>(PathShape::Linear));
        QVERIFY(!line.points[0].uncertainty && !line.points[0].inclusion && !line.ladder[0].uncertainty);
        QVERIFY(line.notes.front().find("knows no uncertainty") != std::string::npos);
        refused(model, setting(PathShape::Climb, 5), ErrorKind::Unsupported, "climb");
        TraversalSetting inclusive = setting(PathShape::Linear, 5);
        inclusive.root = TraversalRoot::Inclusive;
        refused(model, inclusive, ErrorKind::Unsupported, "another root");
    }

    void withoutCaptionsOrClips()
    {
        TinyModel model;
        model.clips = {};
        const Traversal alone = *model.go(setting(PathShape::Climb, 5));
        QVERIFY(alone.points[0].clips.empty() && alone.ladder[0].clips.empty());
        model.captions = {};
        model.captions.dim = kDim;
        model.captions.stride = 32;
        refused(model, {}, ErrorKind::BadInput, "no captions");
    }

    void stops()
    {
        std::stop_source source;
        source.request_stop();
        QVERIFY(!m_model.go(setting(PathShape::Linear, 5), source.get_token()));
    }

    void whereTwoMeet()
    {
        TinyModel rain;
        rain.subject.mean = {0, 1, 0};
        TraversalSetting climb = setting(PathShape::Climb, 7);
        climb.width = .6;
        const Traversal first = *m_model.go(climb), second = *rain.go(climb);
        const auto meeting = whereTheyMeet(first, second);
        QVERIFY(meeting.has_value());
        QCOMPARE(first.ladder[meeting->first].text, second.ladder[meeting->second].text);
        for (std::size_t i = 0; i < meeting->first; ++i)
            for (const Rung& rung : second.ladder)
                QVERIFY(rung.text != first.ladder[i].text);
    }

    void asText()
    {
        Traversal line = *m_model.go(setting(PathShape::Linear, 5));
        line.points[0].captions[0].text = "a \"dog\", barking";
        const std::string csv = traversalCsv(line);
        QVERIFY(csv.starts_with("point,t,caption,"));
        QVERIFY(csv.find("0,0,\"a \"\"dog\"\", barking\",") != std::string::npos);
        QCOMPARE(std::count(csv.begin(), csv.end(), '\n'), std::ptrdiff_t(6));
        const std::string json = traversalJson(line);
        QVERIFY(json.find("\"root\":\"centroid\"") != std::string::npos);
        QVERIFY(json.find("\"interpolation\":\"linear\"") != std::string::npos);
        QVERIFY(json.find('\n') == std::string::npos);
    }
};

PROLAP_TEST(TstTraversal)
#include "tst_traversal.moc"
