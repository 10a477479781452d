#include "core/model/checkpoint/safetensors.h"
#include "core/model/prolap_model.h"
#include "tests/core_model/references.h"
#include "tests/support/files.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_pack.h"

#include <cstring>
#include <limits>

#include <QTemporaryDir>
#include <QTest>

using namespace prolap;
using namespace prolap::test;
using model::ProlapModel;

namespace {

/// Rewrites the weights of a pack with some of its tensors changed.
void tamper(const Path& pack, const std::function<void(std::vector<checkpoint::OwnedTensor>&)>& change)
{
    std::vector<checkpoint::OwnedTensor> owned;
    {
        const auto set = checkpoint::readSafetensors(pack / "model.safetensors");
        for (const auto& view : set.tensors())
            owned.push_back({view.name, view.dtype, view.shape, {view.bytes.begin(), view.bytes.end()}});
    }
    change(owned);
    std::vector<checkpoint::TensorView> views;
    for (const auto& tensor : owned)
        views.push_back(tensor.view());
    checkpoint::writeSafetensors(pack / "model.safetensors", views);
}

checkpoint::OwnedTensor& named(std::vector<checkpoint::OwnedTensor>& tensors, std::string_view name)
{
    for (auto& tensor : tensors)
        if (tensor.name == name)
            return tensor;
    throw std::runtime_error("no tensor of that name");
}

} // namespace

class TstModelPack : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_pack = Path(m_dir->path().toStdString()) / "tiny pack";
        writeTinyPack(m_pack);
    }

    void savesWhatItLoaded()
    {
        const ProlapModel model = ProlapModel::load(m_pack);
        const Path copy = m_pack.parent_path() / "new folder" / "copy";
        model.save(copy, "# card");
        for (const char* name : {"config.json", "model.safetensors", "vocab.txt"})
            QCOMPARE(readFile(copy / name), readFile(m_pack / name));
        QCOMPARE(readFile(copy / "MODEL_CARD.md"), std::string("# card"));
        QVERIFY(!model.audioEncoder->is_training());
        QVERIFY(model.config.calibration.has_value());
    }

    void halfPrecisionWeightsLoad()
    {
        const ProlapModel before = ProlapModel::load(m_pack);
        tamper(m_pack, [](auto& tensors) {
            for (auto& tensor : tensors) {
                auto values =
                    torch::from_blob(tensor.bytes.data(), {std::int64_t(tensor.bytes.size() / 4)}).to(torch::kHalf);
                tensor.dtype = checkpoint::DType::F16;
                tensor.bytes.resize(tensor.bytes.size() / 2);
                std::memcpy(tensor.bytes.data(), values.data_ptr(), tensor.bytes.size());
            }
        });
        const ProlapModel after = ProlapModel::load(m_pack);
        QVERIFY(largestDifference(before.logitScale, after.logitScale) < 1e-2);
        const std::vector<std::string> captions{"a dog"};
        const auto a = before.encodeTextFeatures(captions), b = after.encodeTextFeatures(captions);
        QVERIFY(leastCosine(a, b) > .9999);
        QVERIFY(!torch::equal(a, b));
    }

    /// A pack whose masks were not learned is what it was before there were masks; what has been learned travels.
    void maskWeightTravelsOnceLearned()
    {
        const ProlapModel model = ProlapModel::load(m_pack);
        const auto file = checkpoint::readSafetensors(m_pack / "model.safetensors");
        QVERIFY(!file.find("audio_encoder.mask_value"));
        const auto value = model.audioEncoder->named_parameters()["mask_value"];
        QCOMPARE(value.item<float>(), 0.F);
        const std::string hash = model.encodersHash();

        const torch::NoGradGuard noGrad;
        value.fill_(.25);
        QVERIFY(model.encodersHash() != hash);
        const Path learned = m_pack.parent_path() / "learned";
        model.save(learned, "");
        const ProlapModel newer = ProlapModel::load(learned);
        QCOMPARE(newer.audioEncoder->named_parameters()["mask_value"].item<float>(), .25F);
        QCOMPARE(newer.encodersHash(), model.encodersHash());
    }

    void replacesOnlyPacks()
    {
        const ProlapModel model = ProlapModel::load(m_pack);
        const Path other = m_pack.parent_path() / "music";
        std::filesystem::create_directories(other);
        writeFile(other / "song.wav", "x");
        const auto said = sentenceOf([&] { model.save(other, ""); }, ErrorKind::BadInput);
        QVERIFY2(said.find("is no model pack: it is not replaced") != std::string::npos, said.c_str());
        QCOMPARE(readFile(other / "song.wav"), std::string("x"));
        model.save(m_pack, "# newer");
        QCOMPARE(readFile(m_pack / "MODEL_CARD.md"), std::string("# newer"));
        std::size_t left = 0;
        for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(m_pack.parent_path()))
            ++left; // nothing unfinished lies about
        QCOMPARE(left, std::size_t(2));
    }

    void headsTravelAlone()
    {
        ProlapModel model = ProlapModel::load(m_pack);
        const Path heads = m_pack.parent_path() / "heads";
        model.saveHeads(heads, "# heads");
        ProlapModel other = ProlapModel::load(m_pack);
        torch::manual_seed(99);
        other.addHeads(*other.config.heads);
        const auto features = torch::rand({3, other.textEncoder->featureSize()});
        const auto wanted = model.textHead->forward(features).mean;
        QVERIFY(largestDifference(other.textHead->forward(features).mean, wanted) > 1e-2);
        other.loadHeads(heads);
        QVERIFY(torch::equal(other.textHead->forward(features).mean, wanted));
        QVERIFY(other.config.calibration == model.config.calibration);

        torch::NoGradGuard noGrad;
        model.textEncoder->parameters().front().add_(.01);
        const auto said = sentenceOf([&] { model.loadHeads(heads); }, ErrorKind::Incompatible);
        QVERIFY2(said.find("trained on other encoders") != std::string::npos, said.c_str());
    }

    void badWeights_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("sentence");
        const int corrupt = int(ErrorKind::Corrupt), incompatible = int(ErrorKind::Incompatible),
                  notFound = int(ErrorKind::NotFound);
        QTest::newRow("missing tensor")
            << "missing tensor" << incompatible
            << "expected tensor text_head.projection.linear1.weight of shape [32, 32], found none of that name.";
        QTest::newRow("shape") << "shape" << incompatible
                               << "expected tensor audio_head.projection.linear1.bias of shape [32], found [4, 8].";
        QTest::newRow("unexpected tensor")
            << "unexpected tensor" << incompatible
            << "found tensor text_encoder.pooler.dense.bias of shape [2], which the network";
        QTest::newRow("NaN") << "NaN" << corrupt << "expected finite numbers in tensor logit_bias, found NaN";
        QTest::newRow("infinity") << "infinity" << corrupt
                                  << "expected finite numbers in tensor text_head.uncertainty.linear2.bias";
        QTest::newRow("integers") << "integers" << incompatible
                                  << "expected floating-point numbers in tensor logit_scale, found I32.";
        QTest::newRow("truncated") << "truncated" << corrupt << "model.safetensors";
        QTest::newRow("no weights") << "no weights" << notFound << "model.safetensors";
        QTest::newRow("not enough weights")
            << "not enough weights" << incompatible << "describes a network of at least";
        QTest::newRow("no vocabulary") << "no vocabulary" << notFound << "vocab.txt";
        QTest::newRow("long vocabulary") << "long vocabulary" << incompatible << "embedding table only 107 rows";
        QTest::newRow("unknown tokenizer") << "unknown tokenizer" << int(ErrorKind::Unsupported) << "sentencepiece";
    }

    void badWeights()
    {
        QFETCH(QString, what);
        QFETCH(int, kind);
        QFETCH(QString, sentence);
        const auto changeConfig = [&](const char* pointer, const nlohmann::json& value) {
            auto document = nlohmann::json::parse(readFile(m_pack / "config.json"));
            document[nlohmann::json::json_pointer(pointer)] = value;
            writeFile(m_pack / "config.json", document.dump());
        };
        if (what == "missing tensor")
            tamper(m_pack, [](auto& tensors) { named(tensors, "text_head.projection.linear1.weight").name = "other"; });
        else if (what == "shape")
            tamper(m_pack, [](auto& tensors) { named(tensors, "audio_head.projection.linear1.bias").shape = {4, 8}; });
        else if (what == "unexpected tensor")
            tamper(m_pack, [](auto& tensors) {
                tensors.push_back(
                    {"text_encoder.pooler.dense.bias", checkpoint::DType::F32, {2}, std::vector<std::byte>(8)});
            });
        else if (what == "NaN" || what == "infinity")
            tamper(m_pack, [&](auto& tensors) {
                const float value =
                    what == "NaN" ? std::numeric_limits<float>::quiet_NaN() : -std::numeric_limits<float>::infinity();
                auto& tensor = named(tensors, what == "NaN" ? "logit_bias" : "text_head.uncertainty.linear2.bias");
                std::memcpy(tensor.bytes.data(), &value, 4);
            });
        else if (what == "integers")
            tamper(m_pack, [](auto& tensors) { named(tensors, "logit_scale").dtype = checkpoint::DType::I32; });
        else if (what == "truncated")
            std::filesystem::resize_file(m_pack / "model.safetensors",
                                         std::filesystem::file_size(m_pack / "model.safetensors") - 100);
        else if (what == "no weights")
            std::filesystem::remove(m_pack / "model.safetensors");
        else if (what == "not enough weights")
            changeConfig("/text_encoder/vocabulary", 4000000);
        else if (what == "no vocabulary")
            std::filesystem::remove(m_pack / "vocab.txt");
        else if (what == "long vocabulary")
            writeFile(m_pack / "vocab.txt", readFile(m_pack / "vocab.txt") + "one\nmore\n");
        else if (what == "unknown tokenizer")
            changeConfig("/text_encoder/tokenizer/kind", "sentencepiece");
        const auto said = sentenceOf([&] { ProlapModel::load(m_pack); }, ErrorKind(kind));
        QVERIFY2(said.find(sentence.toStdString()) != std::string::npos, said.c_str());
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    Path m_pack;
};

PROLAP_TEST(TstModelPack)
#include "tst_model_pack.moc"
