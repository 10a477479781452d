#include "core/model/checkpoint/safetensors.h"
#include "core/model/nn/clip_fit.h"
#include "core/model/nn/log_mel.h"
#include "core/model/prolap_model.h"
#include "tests/core_model/references.h"
#include "tests/support/files.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace prolap;
using namespace prolap::test;
using model::HtsatConfig;
using model::ProlapModel;

namespace {

/// One set of small checkpoints with the originals' outputs.
struct GoldenSet {
    Path folder;
    ProlapModel model;
    nlohmann::json facts;
    checkpoint::TensorSet expected;

    torch::Tensor samples(const std::string& clip) const
    {
        for (const auto& entry : facts.at("clips")) {
            if (entry.at("name") != clip)
                continue;
            if (entry.contains("file"))
                return readWav(folder / entry.at("file").get<std::string>());
            std::vector<torch::Tensor> parts;
            for (const auto& part : entry.at("concat"))
                parts.push_back(samples(part));
            return torch::cat(parts);
        }
        throw std::runtime_error("no clip " + clip);
    }

    /// Embeddings [1, D] of prepared pieces.
    torch::Tensor embed(const torch::Tensor& pieces) const
    {
        return const_cast<ProlapModel&>(model)
            .audioHead->forward(model.audioEncoder->forward(pieces).mean(0, true))
            .mean;
    }

    torch::Tensor embedTexts(const std::vector<std::string>& texts) const
    {
        return const_cast<ProlapModel&>(model).textHead->forward(model.encodeTextFeatures(texts)).mean;
    }
};

GoldenSet openSet(const std::string& name, const std::function<void(model::ModelSource&)>& change = {})
{
    GoldenSet set;
    set.folder = goldenFolder() / name;
    auto source =
        model::openModelSource(set.folder, name.starts_with("laion") ? goldenFolder() / "hf-unfused" : Path());
    if (change)
        change(source);
    set.model = ProlapModel::load(source);
    set.facts = nlohmann::json::parse(readFile(set.folder / "expected.json"));
    set.expected = checkpoint::readSafetensors(set.folder / "expected.safetensors");
    return set;
}

torch::Tensor unit(const torch::Tensor& rows)
{
    return rows / rows.norm(2, 1, true);
}

/// Empty where the embeddings agree as the golden data ask.
QString disagreement(const torch::Tensor& found, const torch::Tensor& wanted)
{
    const double cosine = leastCosine(found, wanted), difference = largestDifference(unit(found), unit(wanted));
    if (cosine >= .99999 && difference <= 2e-4)
        return {};
    return QStringLiteral("cosine %1, largest difference %2").arg(cosine, 0, 'g', 8).arg(difference);
}

#define VERIFY_AGREES(found, wanted)                                                                                   \
    do {                                                                                                               \
        const QString why = disagreement(found, wanted);                                                               \
        QVERIFY2(why.isEmpty(), qPrintable(why));                                                                      \
    } while (false)

} // namespace

/// Published checkpoints, small ones with random weights, against what the originals gave for the same inputs.
class TstPublished : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (goldenFolder().empty())
            QSKIP("the golden data are not here");
    }

    void sets_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name :
             {"hf-unfused", "hf-fused", "hf-larger", "msclap-2023", "laion-pt-unfused", "laion-pt-fused"})
            QTest::addRow("%s", name) << name;
    }

    void tokens_data() { sets_data(); }
    void tokens()
    {
        QFETCH(QString, name);
        const GoldenSet set = openSet(name.toStdString());
        const auto& tokens = set.facts.at("tokens");
        const auto texts = set.facts.at("texts").get<std::vector<std::string>>();
        for (std::size_t i = 0; i < texts.size(); ++i) {
            auto wanted = tokens.at("input_ids")[i].get<std::vector<int>>();
            const auto mask = tokens.at("attention_mask")[i].get<std::vector<int>>();
            wanted.resize(std::count(mask.begin(), mask.end(), 1));
            const auto found = set.model.tokenizer->encode(texts[i]).ids;
            QCOMPARE(std::vector<int>(found.begin(), found.end()), wanted);
        }
    }

    void texts_data() { sets_data(); }
    void texts()
    {
        QFETCH(QString, name);
        const GoldenSet set = openSet(name.toStdString());
        VERIFY_AGREES(set.embedTexts(set.facts.at("texts").get<std::vector<std::string>>()),
                      reference(set.expected, "text.embedding"));
        VERIFY_AGREES(set.embedTexts({set.facts.at("text_long").get<std::string>()}),
                      reference(set.expected, "text_long.embedding"));
    }

    void windows_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<int>("fusion"); // -1: as it opens
        for (const char* name : {"hf-unfused", "hf-larger", "msclap-2023", "laion-pt-unfused", "laion-pt-fused"})
            QTest::addRow("%s", name) << name << "audio.embedding" << -1;
        QTest::addRow("hf-fused, one clip a call") << "hf-fused"
                                                   << "audio.embedding_is_longer_true" << -1;
        QTest::addRow("hf-fused, longer clips only")
            << "hf-fused"
            << "audio.embedding_is_longer_false" << int(HtsatConfig::Fusion::Longer);
    }

    void windows()
    {
        QFETCH(QString, name);
        QFETCH(QString, wanted);
        QFETCH(int, fusion);
        const GoldenSet set = openSet(name.toStdString(), [&](model::ModelSource& source) {
            if (fusion >= 0)
                std::get<HtsatConfig>(source.config.audio.network).fusion = HtsatConfig::Fusion(fusion);
        });
        std::vector<torch::Tensor> found;
        for (const char* clip : {"short", "mid", "window"})
            found.push_back(set.embed(set.model.audioEncoder->prepare(set.samples(clip))));
        VERIFY_AGREES(torch::cat(found), reference(set.expected, wanted.toStdString()));
    }

    void longClip_data() { sets_data(); }
    /// With the lots that the original drew.
    void longClip()
    {
        QFETCH(QString, name);
        const GoldenSet set = openSet(name.toStdString());
        const auto samples = set.samples("long");
        const auto& draw = set.facts.at("long");
        const auto window = std::llround(set.model.config.audio.windowSeconds * set.model.config.audio.mel.sampleRate);
        torch::Tensor found;
        if (draw.contains("crop_start_sample")) {
            found = set.embed(
                set.model.audioEncoder->prepare(samples.narrow(0, draw.at("crop_start_sample").get<int>(), window)));
        } else {
            const auto& htsat = std::get<HtsatConfig>(set.model.config.audio.network);
            const auto starts = draw.at("chunk_start_frames").get<std::array<std::int64_t, 3>>();
            const auto image = model::nn::LogMel(set.model.config.audio.mel)->forward(samples);
            found = set.embed(model::nn::fusionViews(image, 1001, htsat.antialiasedView, starts).unsqueeze(0));
            // Other places of the crops are another embedding, but not a strange one.
            const auto ours = set.embed(set.model.audioEncoder->prepareClip(samples));
            QVERIFY(leastCosine(ours, found) > .9);
        }
        VERIFY_AGREES(found, reference(set.expected, "audio_long.embedding"));
    }

    void scores_data() { sets_data(); }
    /// exp(logit scale) times the cosine, as the originals' logits for sound.
    void scores()
    {
        QFETCH(QString, name);
        const GoldenSet set = openSet(name.toStdString());
        const char* tensor = name == "msclap-2023" ? "similarity" : "logits_per_audio";
        if (set.facts.contains("logit_scale")) { // LAION's software returns no logits
            QVERIFY(std::abs(set.model.logitScale.item<double>() - set.facts.at("logit_scale").at("a").get<double>()) <
                    1e-6);
            return;
        }
        const auto audio = unit(reference(set.expected, "audio.embedding"));
        const auto text = unit(reference(set.expected, "text.embedding"));
        const auto found = set.model.logitScale.exp() * audio.matmul(text.t());
        QVERIFY(largestDifference(found, reference(set.expected, tensor)) <= 5e-3);
    }

    void importedPackIsTheSame_data() { sets_data(); }
    void importedPackIsTheSame()
    {
        QFETCH(QString, name);
        const GoldenSet set = openSet(name.toStdString());
        QTemporaryDir dir;
        const Path pack = Path(dir.path().toStdString()) / "pack", half = Path(dir.path().toStdString()) / "half";
        set.model.save(pack, "# card");
        set.model.save(half, "# card", model::StoredPrecision::Fp16);
        const ProlapModel again = ProlapModel::load(pack), coarse = ProlapModel::load(half);
        const auto pieces = set.model.audioEncoder->prepare(set.samples("mid"));
        QVERIFY(torch::equal(again.audioEncoder->prepare(set.samples("mid")), pieces));
        QVERIFY(torch::equal(again.audioEncoder->forward(pieces), set.model.audioEncoder->forward(pieces)));
        const std::vector<std::string> captions{"rain", "stop! wow!!! that was loud !"};
        QVERIFY(torch::equal(again.encodeTextFeatures(captions), set.model.encodeTextFeatures(captions)));
        QVERIFY(leastCosine(coarse.audioEncoder->forward(pieces), set.model.audioEncoder->forward(pieces)) > .9999);
        QVERIFY(std::filesystem::file_size(half / "model.safetensors") <
                .7 * double(std::filesystem::file_size(pack / "model.safetensors")));
    }
};

PROLAP_TEST(TstPublished)
#include "tst_published.moc"
