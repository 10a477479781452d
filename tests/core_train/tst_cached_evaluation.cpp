#include <cmath>
#include <fstream>

#include <QTemporaryDir>
#include <QTest>
#include <torch/torch.h>

#include "core/model/open_embedder.h"
#include "core/model/prolap_model.h"
#include "core/train/evaluation/evaluation.h"
#include "core/train/features.h"
#include "tests/core_train/small_data_set.h"
#include "tests/support/test_main.h"

using namespace prolap;
using namespace prolap::train;

class TstCachedEvaluation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_options.manifest = test::writeToneDataSet(m_folder / "tones");
        test::writeTone(m_folder / "tones" / "long.wav", 700, 3.4); // of four windows
        std::ofstream(m_options.manifest, std::ios::app) << "long.wav,a tone,middle low tone,train,middle,CC0,others\n";
        m_options.split = "train";
        m_options.protocols = {std::begin(kProtocols), std::end(kProtocols)};
        m_options.everyTraversal = true;
        test::writeSmallEncoders(m_folder / "encoders");
        model::ProlapModel model = model::ProlapModel::load(m_folder / "encoders");
        model::HeadsConfig heads;
        heads.dim = 8;
        heads.projectionHidden = heads.uncertaintyHidden = 16;
        heads.startLogVar = -4;
        torch::manual_seed(4);
        model.addHeads(heads);
        {
            const torch::NoGradGuard noGrad; // uncertainties that differ
            for (torch::Tensor& weight : model.headParameters())
                weight.add_(torch::randn_like(weight) * .3);
        }
        model.config.calibration = model::Calibration{5, -2, .5};
        model.save(m_pack, "# small\n");
        m_cached = {m_pack, {"cpu", "auto", 1, {}}, m_folder / "cache"};
    }

    void cachedFiguresAreTheUncachedOnes()
    {
        RunControl control;
        const auto embedder = model::openEmbedder(m_pack, {"cpu", "fp32", 1, {}});
        const Evaluation plain = evaluate(m_options, *embedder, control, {});
        QCOMPARE(plain.protocols.size(), std::size_t(5));
        Progress last;
        const Evaluation first =
            evaluateCached(m_options, m_cached, control, [&](const Progress& progress) { last = progress; });
        const Evaluation second = evaluateCached(m_options, m_cached, control, {});
        QCOMPARE(last.done, 19); // 13 to evaluate, 6 of the split val for the thresholds
        for (const Evaluation* cached : {&first, &second}) {
            QCOMPARE(cached->model, plain.model);
            QCOMPARE(cached->clips, 13);
            QCOMPARE(cached->protocols.size(), plain.protocols.size());
            for (std::size_t i = 0; i < plain.protocols.size(); ++i) {
                const auto &expected = plain.protocols[i].figures.metrics,
                           &found = cached->protocols[i].figures.metrics;
                QCOMPARE(found.size(), expected.size());
                for (const auto& [name, value] : expected)
                    QVERIFY2(std::abs(found.at(name) - value) < 1e-5,
                             qPrintable(QString("%1: %2, %3").arg(name.c_str()).arg(value).arg(found.at(name))));
            }
        }
        QVERIFY(plain.protocols[3].figures.metrics.contains("contains_audio_text"));
        QVERIFY(plain.protocols[2].figures.metrics.contains("masked_line_recall"));
    }

    /// The tokenizer also reads its mask token in a caption: the same tokens, so the same Gaussian bit for bit.
    void theMaskedCaptionIsOneMaskToken()
    {
        const auto embedder = model::openEmbedder(m_pack, {"cpu", "fp32", 1, {}});
        const auto masked = embedder->embedMaskedText();
        QVERIFY(masked);
        const model::Embeddings written = embedder->embedText(std::vector<std::string>{"[MASK]"});
        QVERIFY(masked->mean == written.mean && masked->logVar == written.logVar);
        QVERIFY(masked->mean != embedder->embedText(std::vector<std::string>{""}).mean);
    }

    /// Training with 30 windows a clip finds the same features.
    void theCacheIsThatOfTraining()
    {
        const model::ProlapModel model = model::ProlapModel::load(m_pack);
        const FeatureCache clips(m_cached.cacheDir, audioEncoderId(model, 30));
        QCOMPARE(clips.size(), std::size_t(19));
        QVERIFY(FeatureCache(m_cached.cacheDir, textEncoderId(model)).size() >= 6);
    }

    void whatCannotBeCachedIsSaid()
    {
        RunControl control;
        CachedModel model = m_cached;
        model.how.precision = "bf16";
        QVERIFY_THROWS_EXCEPTION(Error, evaluateCached(m_options, model, control, {}));
        model = m_cached;
        model.path = m_folder / "encoders";
        QVERIFY_THROWS_EXCEPTION(Error, evaluateCached(m_options, model, control, {}));
    }

    void stopIsAnOutcome()
    {
        RunControl control;
        control.requestStop();
        QVERIFY(evaluateCached(m_options, m_cached, control, {}).outcome == Outcome::Cancelled);
    }

private:
    QTemporaryDir m_dir;
    Path m_folder{m_dir.path().toStdString()};
    Path m_pack = m_folder / "pack";
    EvaluationOptions m_options;
    CachedModel m_cached;
};

PROLAP_TEST(TstCachedEvaluation)
#include "tst_cached_evaluation.moc"
