#include "core/model/checkpoint/safetensors.h"
#include "core/model/compute_setting.h"
#include "core/model/nn/clip_fit.h"
#include "core/model/nn/htsat.h"
#include "tests/core_model/references.h"
#include "tests/support/files.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap;
using namespace prolap::test;
using model::HtsatConfig;
using model::MelConfig;
using model::nn::Htsat;

class TstHtsat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asTransformers_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addRow("resized, three stages, shifted windows") << "htsat_resized";
        QTest::addRow("exact length, windows as large as the grid") << "htsat_exact";
    }

    void asTransformers()
    {
        QFETCH(QString, name);
        if (!referenceNets().missing.empty())
            QSKIP(referenceNets().missing.c_str());
        const auto file = checkpoint::readSafetensors(referenceNets().folder / (name.toStdString() + ".safetensors"));
        HtsatConfig config;
        config.imageSize = 64;
        config.embedDim = 8;
        config.depths = name == "htsat_exact" ? std::vector<std::int64_t>{2, 3} : std::vector<std::int64_t>{2, 2, 2};
        config.heads = name == "htsat_exact" ? std::vector<std::int64_t>{2, 4} : std::vector<std::int64_t>{1, 2, 4};
        config.window = name == "htsat_exact" ? 8 : 4;
        MelConfig mel = MelConfig::clapUnfused();
        mel.bands = 16;
        Htsat net(config, mel, 1);
        fill(net, file, "net.");
        const auto input = reference(file, "input"), wanted = reference(file, "pooled");
        QVERIFY(largestValue(wanted) > .1);
        for (const bool optimised : {false, true}) {
            if (optimised)
                QCOMPARE(net.optimiseForInference(), torch::kFloat);
            QVERIFY(net.forward(input).requires_grad()); // the copy for inference has none
            const torch::InferenceMode inference;
            const auto found = net.forward(input);
            QVERIFY2(largestDifference(found, wanted) <= 1e-4,
                     qPrintable(QString::number(largestDifference(found, wanted))));
            QVERIFY(torch::equal(net.forward(input.narrow(0, 1, 1))[0], found[1]) || !optimised);
        }
        if (!model::hasBf16Units(torch::kCPU))
            return;
        QCOMPARE(net.optimiseForInference(torch::kBFloat16), torch::kBFloat16);
        const torch::InferenceMode inference;
        const double cosine = leastCosine(net.forward(input), wanted);
        QVERIFY2(cosine >= .999 && cosine < 1 - 1e-9, qPrintable(QString::number(cosine)));
    }

    void fillsShortWindows()
    {
        using model::nn::fillWindow;
        const auto samples = torch::tensor({1.F, 2.F, 3.F});
        QVERIFY(torch::equal(fillWindow(samples, 8, HtsatConfig::Fill::RepeatPad),
                             torch::tensor({1.F, 2.F, 3.F, 1.F, 2.F, 3.F, 0.F, 0.F})));
        QVERIFY(torch::equal(fillWindow(samples, 8, HtsatConfig::Fill::Repeat),
                             torch::tensor({1.F, 2.F, 3.F, 1.F, 2.F, 3.F, 1.F, 2.F})));
        QVERIFY(torch::equal(fillWindow(samples, 5, HtsatConfig::Fill::Pad), torch::tensor({1.F, 2.F, 3.F, 0.F, 0.F})));
        for (const auto fill : {HtsatConfig::Fill::RepeatPad, HtsatConfig::Fill::Repeat, HtsatConfig::Fill::Pad})
            QVERIFY(torch::equal(fillWindow(samples, 3, fill), samples));
    }

    void cropsLongClips()
    {
        QVERIFY(torch::equal(model::nn::centreCrop(torch::arange(10), 4), torch::tensor({3, 4, 5, 6})));
        // Thirds of 41 places: 14, 14 and 13; of two places the third is empty, which means place 0.
        QCOMPARE(model::nn::fusionCropStarts(1041, 1001), (std::array<std::int64_t, 3>{6, 20, 34}));
        QCOMPARE(model::nn::fusionCropStarts(1002, 1001), (std::array<std::int64_t, 3>{0, 1, 0}));
        const auto ramp = torch::arange(20, torch::kFloat).view({10, 2});
        const auto views = model::nn::fusionViews(ramp, 4, false);
        QCOMPARE(views.sizes().vec(), (std::vector<std::int64_t>{4, 4, 2}));
        QVERIFY(torch::equal(views[2], ramp.narrow(0, 4 - 1, 4)));
        QVERIFY(std::abs(views[0][0][0].item<float>() - 1.5F) < 1e-6); // row (0 + .5) 10 / 4 - .5 = .75
    }

    /// From the waveform to the pooled feature of the original's small model.
    void golden()
    {
        const Path golden = goldenFolder();
        if (golden.empty())
            QSKIP("the golden data are not here");
        const auto expected = checkpoint::readSafetensors(golden / "hf-unfused/expected.safetensors");
        const auto file = checkpoint::readSafetensors(golden / "hf-unfused/model.safetensors");
        HtsatConfig config;
        config.embedDim = 4;
        config.depths = {1, 1, 2, 1};
        config.heads = {1, 2, 4, 8};
        Htsat net(config, MelConfig::clapUnfused(), 10);
        fill(net, file, "audio_model.audio_encoder.");
        torch::InferenceMode inference;
        const auto pooled = reference(expected, "audio.pooled");
        const char* clips[] = {"short", "mid", "window"};
        for (int i = 0; i < 3; ++i) {
            const auto pieces = net.prepare(readWav(golden / "inputs/48000" / (std::string(clips[i]) + ".wav")));
            QVERIFY(largestDifference(net.forward(pieces)[0], pooled[i]) <= 1e-3 * largestValue(pooled[i]));
            if (i != 1)
                continue;
            const auto stage = [&](std::size_t stages, int stride, const char* name) {
                const auto tokens = net.tokens(pieces, stages)[0];
                const auto wanted = reference(expected, name);
                QVERIFY(largestDifference(tokens.slice(0, 0, tokens.size(0), stride), wanted) <=
                        1e-3 * largestValue(wanted));
            };
            stage(0, 64, "stage.patch_embed_strided");
            stage(1, 16, "stage.0_strided");
            stage(2, 4, "stage.1_strided");
            stage(3, 1, "stage.2");
        }
    }
};

PROLAP_TEST(TstHtsat)
#include "tst_htsat.moc"
