#include <algorithm>
#include <cmath>

#include <QTemporaryDir>
#include <QTest>

#include "core/train/evaluation/evaluation.h"
#include "tests/core_train/small_data_set.h"
#include "tests/support/test_main.h"

using namespace prolap;
using namespace prolap::train;

namespace {

/// Hears pitch by counting zero crossings and knows four words: answers that can be worked out by hand.
class PitchEmbedder : public model::Embedder {
public:
    PitchEmbedder()
    {
        m_info.dim = 3;
        m_info.sampleRate = 16000;
        m_info.windowSeconds = .25;
        m_info.probabilistic = false;
    }

    const model::ModelInfo& info() const override { return m_info; }

    model::Embeddings embedAudio(std::span<const std::span<const float>> windows) const override
    {
        model::Embeddings result{windows.size(), 3, {}, {}};
        for (const auto window : windows) {
            int crossings = 0;
            for (std::size_t i = 1; i < window.size(); ++i)
                crossings += (window[i - 1] < 0) != (window[i] < 0);
            const double hertz = crossings / 2.0 / (static_cast<double>(window.size()) / 16000);
            add(result, hertz < 500 ? 0 : hertz < 2000 ? 1 : 2);
        }
        return result;
    }

    model::Embeddings embedText(std::span<const std::string> captions) const override
    {
        model::Embeddings result{captions.size(), 3, {}, {}};
        for (const std::string& caption : captions) {
            if (caption.find("low") != std::string::npos)
                add(result, 0);
            else if (caption.find("middle") != std::string::npos)
                add(result, m_confused ? 0 : 1);
            else if (caption.find("high") != std::string::npos)
                add(result, 2);
            else
                result.mean.insert(result.mean.end(), 3, static_cast<float>(std::sqrt(1.0 / 3)));
        }
        return result;
    }

    Tokens tokenize(const std::string&) const override { return {}; }

    bool m_confused = false; ///< takes "middle" for "low"

private:
    static void add(model::Embeddings& result, std::size_t axis)
    {
        for (std::size_t d = 0; d < 3; ++d)
            result.mean.push_back(d == axis ? 1.0F : 0.0F);
    }

    model::ModelInfo m_info;
};

bool near(double a, double b)
{
    return std::abs(a - b) < 1e-6;
}

} // namespace

class TstEvaluation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_options.manifest = test::writeToneDataSet(m_folder);
        m_options.split = "val";
    }

    void zeroShotOverTones()
    {
        PitchEmbedder embedder;
        RunControl control;
        Progress last;
        const Evaluation evaluation =
            evaluate(with({Protocol::ZeroShot}), embedder, control, [&](const Progress& progress) { last = progress; });
        const ProtocolReport& good = evaluation.protocols.at(0);
        QCOMPARE(good.clips, 6);
        QCOMPARE(good.captions, 3);
        QCOMPARE(last.done, 6);
        QVERIFY(near(good.figures.metrics.at("top1"), 1) && near(good.figures.metrics.at("macro_map"), 1));
        QVERIFY(near(good.figures.chance.at("top1"), 1.0 / 3));
        QCOMPARE(good.sources.size(), std::size_t(1));
        QVERIFY(near(good.sources[0].figures.metrics.at("top1"), 1));

        // "middle" now means what "low" means: low or middle wins by order; a middle clip is always taken for another.
        embedder.m_confused = true;
        const Evaluation confused = evaluate(with({Protocol::ZeroShot}), embedder, control, {});
        QVERIFY(near(confused.protocols.at(0).figures.metrics.at("top1"), 4.0 / 6));
    }

    void retrievalOverTones()
    {
        const PitchEmbedder embedder;
        RunControl control;
        const ProtocolReport report = evaluate(with({Protocol::Retrieval}), embedder, control, {}).protocols.at(0);
        const auto& metrics = report.figures.metrics;
        QCOMPARE(report.clips, 6);
        QCOMPARE(report.captions, 4); // a tone, and one for each pitch
        // Each pitch's two clips come first, its own first or second; "a tone" finds its own at ranks 1 to 6.
        QVERIFY(near(metrics.at("t2a_map10_level2"), .75));
        QVERIFY(near(metrics.at("t2a_map10_level1"), (1 + 1 / 2. + 1 / 3. + 1 / 4. + 1 / 5. + 1 / 6.) / 6));
        QVERIFY(near(metrics.at("t2a_label_map10"), 1));
        QVERIFY(near(metrics.at("a2t_label_r1"), 1));
        QVERIFY(near(metrics.at("a2t_r1"), 1));
        for (const auto& [name, value] : metrics)
            QVERIFY2(report.figures.chance.count(name), name.c_str());
    }

    void traversalOverTones()
    {
        const PitchEmbedder embedder;
        RunControl control;
        const ProtocolReport report = evaluate(with({Protocol::Traversal}), embedder, control, {}).protocols.at(0);
        // From each pitch to the middle of all, where "a tone" lies: exactly the clip's own two captions.
        QVERIFY(near(report.figures.metrics.at("precision"), 1));
        QVERIFY(near(report.figures.metrics.at("recall"), 1));
        QVERIFY(near(report.figures.chance.at("precision"), 2.0 / 4));
    }

    void whatNeedsVariancesIsSkippedAmongOthersAndAnErrorAlone()
    {
        const PitchEmbedder embedder;
        RunControl control;
        const Evaluation all = evaluate(with({std::begin(kProtocols), std::end(kProtocols)}), embedder, control, {});
        QCOMPARE(all.protocols.size(), std::size_t(3));
        QCOMPARE(all.skipped.size(), std::size_t(2));
        QVERIFY(all.skipped[0].protocol == Protocol::Inclusion && all.skipped[1].protocol == Protocol::Uncertainty);
        QVERIFY2(all.skipped[0].reason.find("no variances") != std::string::npos, all.skipped[0].reason.c_str());
        for (const Protocol protocol : {Protocol::Inclusion, Protocol::Uncertainty}) {
            try {
                evaluate(with({protocol}), embedder, control, {});
                QFAIL("no error");
            } catch (const Error& e) {
                QVERIFY(e.kind() == ErrorKind::Unsupported);
            }
        }
    }

    void sourcesAndSplitsNarrowTheClips()
    {
        const PitchEmbedder embedder;
        RunControl control;
        EvaluationOptions options = with({Protocol::ZeroShot});
        options.split = "train";
        QCOMPARE(evaluate(options, embedder, control, {}).clips, 12);
        options.sources = {"elsewhere"};
        QVERIFY_THROWS_EXCEPTION(Error, evaluate(options, embedder, control, {}));
    }

    void unreadableClipsAreListed()
    {
        test::writeText(m_folder / "noise.wav", "this is not sound");
        EvaluationOptions options = with({Protocol::Retrieval});
        options.manifest = m_folder / "bad.csv";
        test::writeText(options.manifest, "path,caption,label\nlow0.wav,low tone,low\nnoise.wav,a tone,low\n"
                                          "high0.wav,high tone,high\n");
        const PitchEmbedder embedder;
        RunControl control;
        const Evaluation evaluation = evaluate(options, embedder, control, {});
        QCOMPARE(evaluation.clips, 2);
        QCOMPARE(evaluation.failures.size(), std::size_t(1));
        QCOMPARE(evaluation.failures[0].line, 3);
        QVERIFY(near(evaluation.protocols.at(0).figures.metrics.at("t2a_r1"), 1));
        options.protocols = {Protocol::Traversal};
        QVERIFY_THROWS_EXCEPTION(Error, evaluate(options, embedder, control, {})); // captions of one level only
        options.protocols = {Protocol::Retrieval};
        options.strict = true;
        QVERIFY_THROWS_EXCEPTION(Error, evaluate(options, embedder, control, {}));
    }

    void stopIsAnOutcome()
    {
        const PitchEmbedder embedder;
        RunControl control;
        control.requestStop();
        for (const Protocol protocol : kProtocols) {
            const Evaluation evaluation = evaluate(with({protocol}), embedder, control, {});
            QVERIFY(evaluation.outcome == Outcome::Cancelled && evaluation.protocols.empty());
        }
    }

private:
    EvaluationOptions with(std::vector<Protocol> protocols) const
    {
        EvaluationOptions options = m_options;
        options.protocols = std::move(protocols);
        return options;
    }

    QTemporaryDir m_dir;
    Path m_folder{m_dir.path().toStdString()};
    EvaluationOptions m_options;
};

PROLAP_TEST(TstEvaluation)
#include "tst_evaluation.moc"
