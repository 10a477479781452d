#include "core/model/checkpoint/safetensors.h"
#include "core/model/compute_setting.h"
#include "core/model/nn/cnn8.h"
#include "core/model/nn/htsat.h"
#include "tests/core_model/references.h"
#include "tests/support/test_main.h"

#include <memory>

#include <QTest>

using namespace prolap;
using namespace prolap::test;
using model::Cnn8Config;
using model::HtsatConfig;
using model::MelConfig;
using model::nn::AudioEncoder;
using model::nn::Cnn8;
using model::nn::Htsat;
using model::nn::MaskGrid;

namespace {

/// 64 x 64 images of 16 bands: a fold of 4, 16 x 16 patches, 64 rows in time by 4 in mel.
HtsatConfig smallHtsat(bool threeStages = true)
{
    HtsatConfig config;
    config.imageSize = 64;
    config.embedDim = 8;
    config.depths = threeStages ? std::vector<std::int64_t>{2, 2, 2} : std::vector<std::int64_t>{2, 3};
    config.heads = threeStages ? std::vector<std::int64_t>{1, 2, 4} : std::vector<std::int64_t>{2, 4};
    config.window = threeStages ? 4 : 8;
    return config;
}

MelConfig smallMel()
{
    MelConfig mel = MelConfig::clapUnfused();
    mel.bands = 16;
    return mel;
}

/// An encoder, and pieces of the length at which each patch of its grid covers whole frames and bands.
struct Case {
    std::shared_ptr<AudioEncoder> net;
    std::vector<std::int64_t> shape; ///< of a piece
    std::int64_t patchFrames = 0, patchBands = 0;
};

Case makeCase(const QString& name)
{
    torch::manual_seed(8);
    Case made;
    if (name.startsWith("cnn8")) {
        made = {std::make_shared<Cnn8>(Cnn8Config{{4, 8, 8}, 40, 40}, MelConfig::aisfx()), {40, 96}, 10, 12};
    } else {
        HtsatConfig config = smallHtsat();
        if (name == "last stage of four windows") {
            config.depths = {2, 2};
            config.heads = {1, 2};
        }
        std::vector<std::int64_t> shape{256, 16};
        if (name == "fused") {
            config.fusion = HtsatConfig::Fusion::AlsoWindow;
            shape = {4, 256, 16};
        }
        made = {std::make_shared<Htsat>(config, smallMel(), 1), shape, 4, 4};
    }
    const torch::NoGradGuard noGrad;
    for (auto& parameter : made.net->parameters()) // many start values are 0 or 1 and would hide mistakes
        parameter.add_(torch::randn_like(parameter) * .05);
    made.net->eval();
    return made;
}

torch::Tensor randomPieces(const Case& made, std::int64_t count = 3)
{
    auto shape = made.shape;
    shape.insert(shape.begin(), count);
    return torch::randn(shape);
}

torch::Tensor mask(const AudioEncoder& net, std::int64_t count, bool value)
{
    const MaskGrid grid = net.maskGrid();
    return torch::full({count, grid.rows, grid.columns}, value, torch::kBool);
}

void cases(const std::vector<const char*>& names = {"cnn8", "three stages", "last stage of four windows", "fused"})
{
    QTest::addColumn<bool>("optimised");
    for (const char* name : names)
        for (const bool optimised : {false, true})
            QTest::addRow("%s%s", name, optimised ? ", for inference" : "") << optimised;
}

/// The case of a row of cases().
Case currentCase()
{
    QFETCH(bool, optimised);
    const auto made = makeCase(QString(QTest::currentDataTag()).section(',', 0, 0));
    if (optimised)
        made.net->optimiseForInference();
    return made;
}

} // namespace

/// Encoders of sound with patches of their input hidden.
class TstMaskedAudio : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gridIsTimeByMel()
    {
        const MaskGrid published = Htsat(HtsatConfig{}, MelConfig::clapUnfused(), 10).maskGrid();
        QCOMPARE(published.rows, 256);
        QCOMPARE(published.columns, 16);
        const MaskGrid cnn = Cnn8(Cnn8Config{}, MelConfig::aisfx()).maskGrid();
        QCOMPARE(cnn.rows, 10);
        QCOMPARE(cnn.columns, 8);
    }

    void htsatAsTransformers_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addRow("three stages, shifted windows") << "htsat_resized";
        QTest::addRow("windows as large as the grid") << "htsat_exact";
    }

    void htsatAsTransformers()
    {
        QFETCH(QString, name);
        if (!referenceNets().missing.empty())
            QSKIP(referenceNets().missing.c_str());
        const auto file = checkpoint::readSafetensors(referenceNets().folder / (name.toStdString() + ".safetensors"));
        Htsat net(smallHtsat(name == "htsat_resized"), smallMel(), 1);
        fill(net, file, "net.");
        const auto input = reference(file, "masked_input"), wanted = reference(file, "masked_pooled");
        const auto masked = reference(file, "masked").to(torch::kBool);
        for (const bool optimised : {false, true}) {
            if (optimised)
                net.optimiseForInference();
            QVERIFY(net.forwardMasked(input, masked).requires_grad()); // the copy for inference has none
            const torch::InferenceMode inference;
            const auto found = net.forwardMasked(input, masked);
            QVERIFY2(largestDifference(found, wanted) <= 1e-4,
                     qPrintable(QString::number(largestDifference(found, wanted))));
            QVERIFY(largestDifference(net.forward(input), wanted) > .1);
        }
    }

    void nothingHidden_data() { cases(); }

    void nothingHidden()
    {
        const auto made = currentCase();
        const torch::InferenceMode inference;
        const auto pieces = randomPieces(made);
        QVERIFY(torch::equal(made.net->forwardMasked(pieces, mask(*made.net, 3, false)), made.net->forward(pieces)));
    }

    void everythingHidden_data() { cases(); }

    void everythingHidden()
    {
        const auto made = currentCase();
        const torch::InferenceMode inference;
        const auto all = mask(*made.net, 3, true);
        const auto found = made.net->forwardMasked(randomPieces(made), all);
        QVERIFY(found.isfinite().all().item<bool>());
        QVERIFY(largestValue(found) > 1e-3);
        QVERIFY(torch::equal(found[0], found[1]));
        QVERIFY(torch::equal(found, made.net->forwardMasked(randomPieces(made) * 100, all)));
    }

    void hiddenPatchesAreNotHeard_data() { cases({"cnn8", "three stages", "last stage of four windows"}); }

    /// A stretch of time in some bands is hidden: what changes inside does not matter, what changes beside it does.
    void hiddenPatchesAreNotHeard()
    {
        const auto made = currentCase();
        const torch::InferenceMode inference;
        auto masked = mask(*made.net, 1, false);
        masked.slice(1, 1, 3).slice(2, 1, 4).fill_(true);
        const auto pieces = randomPieces(made, 1);
        const auto changed = [&](std::int64_t frame, std::int64_t band) {
            auto other = pieces.clone();
            other.select(1, frame).select(1, band).add_(3);
            return !torch::equal(made.net->forwardMasked(pieces, masked), made.net->forwardMasked(other, masked));
        };
        const std::int64_t frames[] = {made.patchFrames, 3 * made.patchFrames - 1},
                           bands[] = {made.patchBands, 4 * made.patchBands - 1};
        for (const auto frame : frames)
            for (const auto band : bands)
                QVERIFY(!changed(frame, band));
        QVERIFY(changed(frames[0] - 1, bands[0]));
        QVERIFY(changed(frames[1] + 1, bands[1]));
        QVERIFY(changed(frames[0], bands[0] - 1));
    }

    /// In training, gradients reach what stands for the hidden patches, and the seen patches; not the hidden ones.
    void learns_data()
    {
        QTest::addColumn<QString>("parameter");
        QTest::addRow("cnn8") << "mask_value";
        QTest::addRow("three stages") << "mask_token";
    }

    void learns()
    {
        QFETCH(QString, parameter);
        const auto made = makeCase(QTest::currentDataTag());
        made.net->optimiseForInference();
        made.net->train();
        auto masked = mask(*made.net, 3, false);
        masked.slice(1, 1, 3).fill_(true);
        const auto pieces = randomPieces(made).requires_grad_();
        made.net->forwardMasked(pieces, masked).square().sum().backward();
        const auto gradient = made.net->named_parameters()[parameter.toStdString()].grad();
        QVERIFY(gradient.isfinite().all().item<bool>() && largestValue(gradient) > 0);
        // A batch norm's statistics reach from what is hidden to what is not in HTS-AT, before the patches.
        if (parameter == "mask_value")
            QCOMPARE(largestValue(pieces.grad().slice(1, 10, 30)), 0.0);
        QVERIFY(largestValue(pieces.grad().slice(1, 0, made.patchFrames)) > 0);
    }

    /// Against a piece that is filled by hand, patches at the rim smaller than the others.
    void cnn8FillsPatches()
    {
        torch::manual_seed(2);
        MelConfig mel = MelConfig::aisfx();
        mel.bands = 40;
        Cnn8 net(Cnn8Config{{4, 8}, 25, 25}, mel);
        net.eval();
        QCOMPARE(net.maskGrid().rows, 3);
        QCOMPARE(net.maskGrid().columns, 4);
        const torch::InferenceMode inference;
        net.named_parameters()["mask_value"].fill_(.3);
        const auto pieces = torch::rand({2, 25, 40});
        const auto masked = torch::rand({2, 3, 4}).lt(.5);
        auto filled = pieces.clone();
        for (std::int64_t i = 0; i < 2; ++i)
            for (std::int64_t frame = 0; frame < 25; ++frame)
                for (std::int64_t band = 0; band < 40; ++band)
                    if (masked[i][frame / 10][band / 12].item<bool>())
                        filled[i][frame][band] = .3;
        QVERIFY(!torch::equal(filled, pieces));
        QVERIFY(torch::equal(net.forwardMasked(pieces, masked), net.forward(filled)));
    }

    /// The folded copy in bf16 hides as the layers do.
    void halfPrecision()
    {
        if (!model::hasBf16Units(torch::kCPU))
            QSKIP("this processor has no bf16 units");
        const auto made = makeCase("three stages");
        const torch::InferenceMode inference;
        const auto pieces = randomPieces(made);
        const auto masked = torch::rand({3, 64, 4}).lt(.75);
        const auto exact = made.net->forwardMasked(pieces, masked);
        made.net->optimiseForInference(torch::kBFloat16);
        QVERIFY(leastCosine(exact, made.net->forwardMasked(pieces, masked)) >= .999);
    }
};

PROLAP_TEST(TstMaskedAudio)
#include "tst_masked_audio.moc"
