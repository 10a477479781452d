#include "core/model/prolap_model.h"
#include "tests/core_model/references.h"
#include "tests/core_model_source/tiny_checkpoints.h"
#include "tests/support/files.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_pack.h"

#include <QTemporaryDir>
#include <QTest>

using namespace prolap;
using namespace prolap::test;
using model::ProlapModel;

namespace {

/// A model of the folder. The tiny checkpoints' tables are ramps, which a layer norm makes all the same: noise on it.
ProlapModel load(const Path& folder)
{
    ProlapModel model = ProlapModel::load(folder);
    torch::manual_seed(5);
    const torch::NoGradGuard noGrad;
    for (auto& parameter : model.textEncoder->parameters())
        parameter.copy_(torch::randn_like(parameter) * .3);
    return model;
}

/// The positions of a row that may be hidden, "011110".
std::string maskable(const ProlapModel::TokenBatch& batch, std::int64_t row)
{
    std::string text;
    for (std::int64_t i = 0; i < batch.maskable.size(1); ++i)
        text += batch.maskable[row][i].item<bool>() ? '1' : '0';
    return text;
}

} // namespace

/// Which tokens of a caption can be hidden, and by which id, in each family of text encoders.
class TstMaskedText : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    Path m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        m_folder = m_dir.path().toStdString();
        writeTinyPack(m_folder / "bert");
        writeHuggingFace(m_folder / "roberta");
        writeGpt2Tokenizer(m_folder / "gpt2/tokenizer");
        writeFile(m_folder / "gpt2/CLAP_weights_2023.pth", pytorchBytes(msClapTensors(), "model"));
    }

    void ownTokensCanBeHidden_data()
    {
        QTest::addColumn<QString>("longer");  // "rain rain"
        QTest::addColumn<QString>("shorter"); // "rain"
        QTest::addColumn<QString>("empty");
        QTest::newRow("bert") << "0110"
                              << "0100"
                              << "0000";
        QTest::newRow("roberta") << "0110"
                                 << "0100"
                                 << "0000";
        // MS-CLAP's tokenizer puts a blank behind every caption, and no token before it.
        QTest::newRow("gpt2") << "1110"
                              << "1100"
                              << "1000";
    }

    void ownTokensCanBeHidden()
    {
        QFETCH(QString, longer);
        QFETCH(QString, shorter);
        QFETCH(QString, empty);
        const ProlapModel model = load(m_folder / QTest::currentDataTag());
        const std::vector<std::string> captions{"rain rain", "rain", ""};
        const auto batch = model.tokenize(captions);
        QCOMPARE(maskable(batch, 0), longer.toStdString());
        QCOMPARE(maskable(batch, 1), shorter.toStdString());
        QCOMPARE(maskable(batch, 2), empty.toStdString());
    }

    void hiddenTokensAreNotRead_data()
    {
        QTest::addColumn<int>("unused");
        for (const char* name : {"bert", "roberta", "gpt2"})
            QTest::newRow(name) << 0;
    }

    void hiddenTokensAreNotRead()
    {
        const ProlapModel model = load(m_folder / QTest::currentDataTag());
        QVERIFY(model.maskTokenId() >= 0);
        const torch::InferenceMode inference;
        const auto features = [&](const std::string& caption, bool hidden) {
            const auto batch = model.tokenize(std::span(&caption, 1));
            const auto ids = hidden ? batch.ids.masked_fill(batch.maskable, model.maskTokenId()) : batch.ids;
            return model.textEncoder->forward(ids, batch.mask);
        };
        QVERIFY(!torch::equal(features("rain", false), features("x", false)));
        QVERIFY(torch::equal(features("rain", true), features("x", true)));
        QVERIFY(features("rain", true).isfinite().all().item<bool>());
        QVERIFY(!torch::equal(features("rain", true), features("rain", false)));
    }

    /// The caption of nothing but a mask token is what a caption of one token becomes when that is hidden.
    void maskedCaption_data() { hiddenTokensAreNotRead_data(); }

    void maskedCaption()
    {
        const ProlapModel model = load(m_folder / QTest::currentDataTag());
        const auto found = model.encodeMaskedTextFeatures();
        const torch::InferenceMode inference;
        const std::string caption = "x";
        auto ids = model.tokenize(std::span(&caption, 1)).ids[0];
        if (QString(QTest::currentDataTag()) == "gpt2") // which puts a blank behind it
            ids = torch::cat({ids.narrow(0, 0, 1), ids.narrow(0, ids.size(0) - 1, 1)});
        ids[ids.size(0) - 2] = model.maskTokenId();
        ids = ids.unsqueeze(0);
        QVERIFY(torch::equal(found, model.textEncoder->forward(ids, torch::ones_like(ids))));
    }

    /// A vocabulary that has a mask token is asked before the encoder.
    void whichId()
    {
        QCOMPARE(ProlapModel::load(m_folder / "bert").maskTokenId(), 4);
        const ProlapModel roberta = ProlapModel::load(m_folder / "roberta"),
                          gpt2 = ProlapModel::load(m_folder / "gpt2");
        QCOMPARE(roberta.maskTokenId(), std::int64_t{roberta.tokenizer->maskId()});
        QCOMPARE(gpt2.tokenizer->maskId(), -1);
        QCOMPARE(gpt2.maskTokenId(), gpt2.textEncoder->vocabularySize());
    }
};

PROLAP_TEST(TstMaskedText)
#include "tst_masked_text.moc"
