#include "core/model/nn/audio_encoder.h"
#include "tests/core_model/references.h"
#include "tests/core_model/small_encoders.h"
#include "tests/support/test_main.h"

#include <set>

#include <QTest>

using namespace prolap;
using namespace prolap::test;

namespace {

using Tensors = std::map<std::string, torch::Tensor>;

/// Copies of all parameters and buffers.
Tensors stateOf(const torch::nn::Module& net)
{
    Tensors state;
    for (const auto& item : net.named_parameters())
        state[item.key()] = item.value().detach().clone();
    for (const auto& item : net.named_buffers())
        state[item.key()] = item.value().clone();
    return state;
}

/// One step of plain gradient descent in train mode.
void step(const SmallEncoder& encoder)
{
    encoder.net->train();
    encoder.net->zero_grad();
    encoder.loss().backward();
    const torch::NoGradGuard noGrad;
    for (auto& parameter : encoder.net->parameters())
        if (parameter.grad().defined())
            parameter.sub_(parameter.grad(), 1e-2);
}

std::vector<std::string> namesOf(const model::nn::Encoder& net)
{
    std::vector<std::string> names;
    for (const auto& block : net.blocks())
        names.push_back(block.name);
    return names;
}

} // namespace

/// Training some of an encoder's blocks.
class TstTrainedBlocks : public QObject {
    Q_OBJECT

    void everyEncoder() const
    {
        QTest::addColumn<int>("unused");
        for (const auto& name : kSmallEncoders)
            QTest::newRow(name.c_str()) << 0;
    }

private Q_SLOTS:
    void blocksAreInOrder()
    {
        using Names = std::vector<std::string>;
        QCOMPARE(namesOf(*makeSmallEncoder("cnn8").net), (Names{"stem", "conv_block1", "conv_block2", "conv_block3"}));
        QCOMPARE(namesOf(*makeSmallEncoder("htsat").net),
                 (Names{"stem", "layers.0.blocks.0", "layers.0.blocks.1", "layers.1.blocks.0", "layers.1.blocks.1",
                        "layers.2.blocks.0", "layers.2.blocks.1", "norm"}));
        QCOMPARE(namesOf(*makeSmallEncoder("gpt2").net), (Names{"embeddings", "h.0", "h.1", "h.2", "ln_f"}));
        QCOMPARE(namesOf(*makeSmallEncoder("roberta").net),
                 (Names{"embeddings", "encoder.layer.0", "encoder.layer.1", "encoder.layer.2", "pooler"}));
        QCOMPARE(namesOf(*makeSmallEncoder("bert").net),
                 (Names{"embeddings", "encoder.layer.0", "encoder.layer.1", "encoder.layer.2"}));
    }

    void everyParameterIsInOneBlock_data() { everyEncoder(); }

    void everyParameterIsInOneBlock()
    {
        const auto encoder = makeSmallEncoder(QTest::currentDataTag());
        const auto parameters = encoder.net->named_parameters();
        std::set<std::string> seen;
        for (const auto& block : encoder.net->blocks()) {
            QVERIFY(!block.parameters.empty());
            for (const auto& parameter : block.parameters) {
                QVERIFY(parameter.tensor.is_same(parameters[parameter.name]));
                QVERIFY(seen.insert(parameter.name).second);
            }
        }
        QCOMPARE(seen.size(), parameters.size());
    }

    void trainsTheLastBlocks_data() { everyEncoder(); }

    /// After a step with the last two blocks trained, everything of the others is what it was, to the last bit.
    void trainsTheLastBlocks()
    {
        const auto encoder = makeSmallEncoder(QTest::currentDataTag());
        const auto blocks = encoder.net->blocks();
        encoder.net->setTrainedBlocks(2);
        const Tensors before = stateOf(*encoder.net);
        step(encoder);
        Tensors after = stateOf(*encoder.net);
        std::size_t changedBuffers = 0;
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            const bool trained = i + 2 >= blocks.size();
            for (const auto& [name, tensor] : blocks[i].parameters) {
                QCOMPARE(tensor.requires_grad(), trained);
                // What is added to all keys is the same for all that a softmax compares: it has no gradient.
                const bool moves = trained && !name.ends_with("key.bias");
                QVERIFY2(torch::equal(after.at(name), before.at(name)) != moves, name.c_str());
                after.erase(name);
            }
        }
        for (const auto& [name, tensor] : after)
            changedBuffers += torch::equal(tensor, before.at(name)) ? 0 : 1;
        // Each of the CNN's blocks has two batch norms with three buffers.
        QCOMPARE(changedBuffers, std::size_t(QString(QTest::currentDataTag()) == "cnn8" ? 12 : 0));
    }

    void allOrNothing_data() { everyEncoder(); }

    void allOrNothing()
    {
        const auto encoder = makeSmallEncoder(QTest::currentDataTag());
        encoder.net->setTrainedBlocks(0);
        encoder.net->train();
        QVERIFY(!encoder.net->is_training());
        QVERIFY(!encoder.features().requires_grad());
        encoder.net->setTrainedBlocks(1000);
        encoder.net->train();
        for (const auto& module : encoder.net->modules())
            QVERIFY(module->is_training());
        for (const auto& parameter : encoder.net->parameters())
            QVERIFY(parameter.requires_grad());
        encoder.net->setTrainedBlocks(1); // takes effect at once
        for (const auto& parameter : encoder.net->blocks().front().parameters)
            QVERIFY(!parameter.tensor.requires_grad());
        std::size_t training = 0;
        for (const auto& module : encoder.net->modules())
            training += module->is_training() ? 1 : 0;
        QVERIFY(training > 0 && training < encoder.net->modules().size());
        encoder.net->eval();
        for (const auto& module : encoder.net->modules())
            QVERIFY(!module->is_training());
    }

    /// An encoder of which nothing is trained runs through its copy for inference also under train().
    void frozenEncoderStaysFast()
    {
        const auto encoder = makeSmallEncoder("cnn8");
        auto& net = dynamic_cast<model::nn::AudioEncoder&>(*encoder.net);
        net.optimiseForInference();
        net.setTrainedBlocks(0);
        net.train();
        const auto layers = encoder.features();
        const torch::NoGradGuard noGrad;
        const auto folded = encoder.features();
        QVERIFY(!torch::equal(folded, layers)); // else the copy would not be in use
        QVERIFY(largestDifference(folded, layers) < 1e-5 * largestValue(layers));
    }
};

PROLAP_TEST(TstTrainedBlocks)
#include "tst_trained_blocks.moc"
