#include "core/model/prolap_model.h"
#include "tests/core_model/references.h"
#include "tests/core_model_source/tiny_checkpoints.h"
#include "tests/support/files.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

using namespace prolap;
using namespace prolap::test;
using model::ProlapModel;

/// What stands for hidden input in a published checkpoint, which has nothing of the kind: HTS-AT and GPT-2.
class TstMaskWeights : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    Path m_folder;

    ProlapModel published() const { return ProlapModel::load(m_folder / "CLAP_weights_2023.pth"); }

private Q_SLOTS:
    void initTestCase()
    {
        m_folder = m_dir.path().toStdString();
        writeGpt2Tokenizer(m_folder / "tokenizer");
        writeFile(m_folder / "CLAP_weights_2023.pth", pytorchBytes(msClapTensors(), "model"));
    }

    void startsFromTheOtherWeights()
    {
        const ProlapModel model = published();
        const auto text = model.textEncoder->named_parameters(), audio = model.audioEncoder->named_parameters();
        QVERIFY(largestDifference(text["mask_token"], text["wte.weight"].mean(0)) < 1e-6);
        const auto bias = audio["patch_embed.proj.bias"];
        const auto wanted = torch::layer_norm(bias, {bias.size(0)}, audio["patch_embed.norm.weight"],
                                              audio["patch_embed.norm.bias"], 1e-5);
        QVERIFY(largestDifference(audio["mask_token"], wanted) < 1e-5);
    }

    void travelsInPacks()
    {
        const ProlapModel model = published();
        model.save(m_folder / "pack", "");
        const ProlapModel pack = ProlapModel::load(m_folder / "pack");
        QCOMPARE(pack.encodersHash(), model.encodersHash());
        const torch::NoGradGuard noGrad;
        model.textEncoder->named_parameters()["mask_token"].add_(1e-3);
        const std::string textLearned = model.encodersHash();
        QVERIFY(textLearned != pack.encodersHash());
        model.audioEncoder->named_parameters()["mask_token"].add_(1e-3);
        QVERIFY(model.encodersHash() != textLearned);
        model.save(m_folder / "learned", "");
        const ProlapModel learned = ProlapModel::load(m_folder / "learned");
        QCOMPARE(learned.encodersHash(), model.encodersHash());
        QVERIFY(torch::equal(learned.audioEncoder->named_parameters()["mask_token"],
                             model.audioEncoder->named_parameters()["mask_token"]));
    }

    /// Rounding of another machine does not make another encoder of it.
    void roundingIsNoLearning()
    {
        const ProlapModel model = published();
        const std::string before = model.encodersHash();
        const torch::NoGradGuard noGrad;
        model.audioEncoder->named_parameters()["mask_token"].mul_(1 + 1.2e-7);
        QCOMPARE(model.encodersHash(), before);
    }
};

PROLAP_TEST(TstMaskWeights)
#include "tst_mask_weights.moc"
