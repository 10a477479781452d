#include "core/train/recipe.h"

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <map>
#include <set>

#include <fmt/format.h>

#include "core/error.h"

namespace prolap::train {

namespace {

using nlohmann::json;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

const std::map<std::string, Recipe::TrainEncoders> kTrainEncoders{{"none", Recipe::TrainEncoders::None},
                                                                  {"audio", Recipe::TrainEncoders::Audio},
                                                                  {"text", Recipe::TrainEncoders::Text},
                                                                  {"both", Recipe::TrainEncoders::Both}};
const std::map<std::string, Recipe::Targets> kTargets{{"label", Recipe::Targets::Label},
                                                      {"one_to_one", Recipe::Targets::OneToOne}};
const std::map<std::string, Recipe::Schedule> kSchedules{{"one_cycle", Recipe::Schedule::OneCycle},
                                                         {"cosine", Recipe::Schedule::Cosine}};

const std::map<std::string, Recipe::InclusionForm> kInclusionForms{{"exact", Recipe::InclusionForm::Exact},
                                                                   {"prolip", Recipe::InclusionForm::ProLip}};

/// Takes the fields of one JSON object and complains about what is left over.
class Reader {
public:
    Reader(const json& object, std::string where, std::string file)
        : m_object(object), m_where(std::move(where)), m_file(std::move(file))
    {
        if (!object.is_object())
            fail(m_where.empty() ? "the recipe" : m_where, "must be an object");
    }

    void number(const char* name, double& value, double least, double most)
    {
        const json* field = take(name);
        if (!field)
            return;
        if (!field->is_number() || field->get<double>() < least || field->get<double>() > most)
            fail(path(name), range(least, most));
        value = field->get<double>();
    }

    template <typename Integer> void integer(const char* name, Integer& value, std::int64_t least, std::int64_t most)
    {
        const json* field = take(name);
        if (!field)
            return;
        if (!field->is_number_integer() ||
            (field->is_number_unsigned() && field->get<std::uint64_t>() > static_cast<std::uint64_t>(most)) ||
            field->get<std::int64_t>() < least || field->get<std::int64_t>() > most)
            fail(path(name), "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
        value = static_cast<Integer>(field->get<std::int64_t>());
    }

    void flag(const char* name, bool& value)
    {
        const json* field = take(name);
        if (!field)
            return;
        if (!field->is_boolean())
            fail(path(name), "must be true or false");
        value = field->get<bool>();
    }

    void text(const char* name, std::string& value)
    {
        const json* field = take(name);
        if (!field)
            return;
        if (!field->is_string())
            fail(path(name), "must be text");
        value = field->get<std::string>();
    }

    void texts(const char* name, std::vector<std::string>& values)
    {
        const json* field = take(name);
        if (!field)
            return;
        values.clear();
        if (!field->is_array())
            fail(path(name), "must be a list of texts");
        for (const json& item : *field) {
            if (!item.is_string())
                fail(path(name), "must be a list of texts");
            values.push_back(item.get<std::string>());
        }
    }

    void shares(const char* name, std::vector<double>& values)
    {
        const json* field = take(name);
        if (!field)
            return;
        values.clear();
        double sum = 0;
        for (const json& item : field->is_array() ? *field : json::array()) {
            if (!item.is_number() || item.get<double>() < 0 || !std::isfinite(item.get<double>()))
                fail(path(name), "must be a list of numbers of 0 or more");
            values.push_back(item.get<double>());
            sum += values.back();
        }
        if (sum <= 0)
            fail(path(name), "must be a list of numbers of which one is above 0");
    }

    template <typename Enum> void choice(const char* name, Enum& value, const std::map<std::string, Enum>& choices)
    {
        const json* field = take(name);
        if (!field)
            return;
        const auto found = field->is_string() ? choices.find(field->get<std::string>()) : choices.end();
        if (found == choices.end()) {
            std::string names;
            for (const auto& [key, ignored] : choices)
                names += (names.empty() ? "" : ", ") + key;
            fail(path(name), "must be one of " + names);
        }
        value = found->second;
    }

    /// Calls read with a Reader of the object of that name, if there is one.
    template <typename Read> void object(const char* name, Read read)
    {
        if (const json* field = take(name)) {
            Reader inner(*field, path(name), m_file);
            read(inner);
            inner.finish();
        }
    }

    void finish() const
    {
        for (const auto& [name, ignored] : m_object.items()) {
            if (!m_taken.count(name))
                fail(path(name), "is not a field of a recipe");
        }
    }

private:
    const json* take(const char* name)
    {
        m_taken.insert(name);
        const auto found = m_object.find(name);
        return found == m_object.end() ? nullptr : &*found;
    }

    std::string path(const std::string& name) const { return m_where.empty() ? name : m_where + "." + name; }

    static std::string range(double least, double most)
    {
        if (most == kInfinity)
            return fmt::format("must be a number of {} or more", least);
        if (least == -kInfinity)
            return most == kInfinity ? "must be a number" : fmt::format("must be a number up to {}", most);
        return fmt::format("must be a number from {} to {}", least, most);
    }

    [[noreturn]] void fail(const std::string& field, const std::string& what) const
    {
        throw Error(ErrorKind::BadInput, fmt::format("{}: {} {}", m_file, field, what));
    }

    const json& m_object;
    std::string m_where, m_file;
    std::set<std::string> m_taken;
};

template <typename Enum> std::string nameOf(Enum value, const std::map<std::string, Enum>& choices)
{
    for (const auto& [name, each] : choices) {
        if (each == value)
            return name;
    }
    std::abort();
}

} // namespace

bool Recipe::masksClips() const
{
    return heads.probabilistic && (losses.inclusionMaskedClips > 0 || losses.maskRepulsive > 0);
}

bool Recipe::masksCaptions() const
{
    return heads.probabilistic && (losses.inclusionMaskedCaptions > 0 || losses.maskRepulsive > 0);
}

bool Recipe::mixes() const
{
    return losses.mixing > 0 || (heads.probabilistic && losses.inclusionMixed > 0);
}

json Recipe::toJson() const
{
    return {
        {"seed", seed},
        {"train_encoders", nameOf(trainEncoders, kTrainEncoders)},
        {"audio_blocks", audioBlocks},
        {"text_blocks", textBlocks},
        {"start_from_base_heads", startFromBaseHeads},
        {"fresh_encoders", freshEncoders},
        {"heads",
         {{"dim", heads.dim},
          {"projection_hidden", heads.projectionHidden},
          {"uncertainty_hidden", heads.uncertaintyHidden},
          {"dropout", heads.dropout},
          {"probabilistic", heads.probabilistic},
          {"start_log_var", heads.startLogVar},
          {"min_log_var", heads.minLogVar},
          {"max_log_var", heads.maxLogVar}}},
        {"data",
         {{"caption_levels", data.captionLevels},
          {"licences_allowed", data.licencesAllowed},
          {"licences_refused", data.licencesRefused},
          {"validation_share", data.validationShare},
          {"max_windows", data.maxWindows},
          {"standardise_text", data.standardiseText}}},
        {"losses",
         {{"targets", nameOf(losses.targets, kTargets)},
          {"ppcl", losses.ppcl},
          {"siglip", losses.siglip},
          {"info_nce", losses.infoNce},
          {"label", losses.label},
          {"label_smoothing", losses.labelSmoothing},
          {"inclusion_cross", losses.inclusionCross},
          {"inclusion_levels", losses.inclusionLevels},
          {"inclusion_masked_clips", losses.inclusionMaskedClips},
          {"inclusion_masked_captions", losses.inclusionMaskedCaptions},
          {"mask_repulsive", losses.maskRepulsive},
          {"mixing", losses.mixing},
          {"inclusion_mixed", losses.inclusionMixed},
          {"distil_clips", losses.distilClips},
          {"distil_captions", losses.distilCaptions},
          {"inclusion_form", nameOf(losses.inclusionForm, kInclusionForms)},
          {"inclusion_steepness", losses.inclusionSteepness},
          {"vib", losses.vib},
          {"start_scale", losses.startScale},
          {"start_bias", losses.startBias},
          {"start_temperature", losses.startTemperature}}},
        {"views",
         {{"share", views.share},
          {"mask_probability", views.maskProbability},
          {"audio_mask_levels", views.audioMaskLevels},
          {"text_mask_levels", views.textMaskLevels},
          {"draws", views.draws},
          {"seconds", views.seconds},
          {"seed", views.seed}}},
        {"mixing", {{"share", mixing.share}, {"levels", mixing.levels}, {"draws", mixing.draws}}},
        {"optimiser",
         {{"epochs", optimiser.epochs},
          {"batch", optimiser.batch},
          {"accumulate", optimiser.accumulate},
          {"bf16", optimiser.bf16},
          {"gradient_checkpointing", optimiser.gradientCheckpointing},
          {"learning_rate", optimiser.learningRate},
          {"encoder_learning_rate", optimiser.encoderLearningRate},
          {"uncertainty_factor", optimiser.uncertaintyFactor},
          {"scalars_factor", optimiser.scalarsFactor},
          {"weight_decay", optimiser.weightDecay},
          {"beta1", optimiser.beta1},
          {"beta2", optimiser.beta2},
          {"gradient_norm", optimiser.gradientNorm},
          {"schedule", nameOf(optimiser.schedule, kSchedules)},
          {"warmup_share", optimiser.warmupShare},
          {"weight_average", optimiser.weightAverage}}},
        {"augmentation",
         {{"feature_noise", augmentation.featureNoise},
          {"gain_db", augmentation.gainDb},
          {"shift_share", augmentation.shiftShare},
          {"random_crop", augmentation.randomCrop},
          {"speed_share", augmentation.speedShare},
          {"speed_range", augmentation.speedRange},
          {"time_masks", augmentation.timeMasks},
          {"time_mask_frames", augmentation.timeMaskFrames},
          {"mel_masks", augmentation.melMasks},
          {"mel_mask_bands", augmentation.melMaskBands}}},
        {"validation",
         {{"metric", validation.metric},
          {"every_epochs", validation.everyEpochs},
          {"from_epoch", validation.fromEpoch}}},
        {"pack", {{"name", pack.name}, {"licence", pack.licence}, {"provenance", pack.provenance}}},
    };
}

Recipe recipeFromJson(const json& object, const std::string& file)
{
    constexpr std::int64_t kManyEpochs = 1000000, kWide = 65536;
    Recipe r;
    Reader top(object, "", file);
    top.integer("seed", r.seed, 0, std::numeric_limits<std::int64_t>::max());
    top.choice("train_encoders", r.trainEncoders, kTrainEncoders);
    top.integer("audio_blocks", r.audioBlocks, 0, 10000);
    top.integer("text_blocks", r.textBlocks, 0, 10000);
    top.flag("start_from_base_heads", r.startFromBaseHeads);
    top.flag("fresh_encoders", r.freshEncoders);
    top.object("heads", [&](Reader& in) {
        in.integer("dim", r.heads.dim, 1, kWide);
        in.integer("projection_hidden", r.heads.projectionHidden, 1, kWide);
        in.integer("uncertainty_hidden", r.heads.uncertaintyHidden, 1, kWide);
        in.number("dropout", r.heads.dropout, 0, .95);
        in.flag("probabilistic", r.heads.probabilistic);
        in.number("start_log_var", r.heads.startLogVar, -50, 20);
        in.number("min_log_var", r.heads.minLogVar, -50, 20);
        in.number("max_log_var", r.heads.maxLogVar, -50, 20);
    });
    top.object("data", [&](Reader& in) {
        in.shares("caption_levels", r.data.captionLevels);
        in.texts("licences_allowed", r.data.licencesAllowed);
        in.texts("licences_refused", r.data.licencesRefused);
        in.number("validation_share", r.data.validationShare, 0, .9);
        in.integer("max_windows", r.data.maxWindows, 1, 100000);
        in.flag("standardise_text", r.data.standardiseText);
    });
    top.object("losses", [&](Reader& in) {
        in.choice("targets", r.losses.targets, kTargets);
        in.number("ppcl", r.losses.ppcl, 0, kInfinity);
        in.number("siglip", r.losses.siglip, 0, kInfinity);
        in.number("info_nce", r.losses.infoNce, 0, kInfinity);
        in.number("label", r.losses.label, 0, kInfinity);
        in.number("label_smoothing", r.losses.labelSmoothing, 0, .99);
        in.number("inclusion_cross", r.losses.inclusionCross, 0, kInfinity);
        in.number("inclusion_levels", r.losses.inclusionLevels, 0, kInfinity);
        in.number("inclusion_masked_clips", r.losses.inclusionMaskedClips, 0, kInfinity);
        in.number("inclusion_masked_captions", r.losses.inclusionMaskedCaptions, 0, kInfinity);
        in.number("mask_repulsive", r.losses.maskRepulsive, 0, kInfinity);
        in.number("mixing", r.losses.mixing, 0, kInfinity);
        in.number("inclusion_mixed", r.losses.inclusionMixed, 0, kInfinity);
        in.number("distil_clips", r.losses.distilClips, 0, kInfinity);
        in.number("distil_captions", r.losses.distilCaptions, 0, kInfinity);
        in.choice("inclusion_form", r.losses.inclusionForm, kInclusionForms);
        in.number("inclusion_steepness", r.losses.inclusionSteepness, 0, kInfinity);
        in.number("vib", r.losses.vib, 0, kInfinity);
        in.number("start_scale", r.losses.startScale, 1e-3, 1e4);
        in.number("start_bias", r.losses.startBias, -1e4, 1e4);
        in.number("start_temperature", r.losses.startTemperature, 1e-3, 1e4);
    });
    top.object("views", [&](Reader& in) {
        in.number("share", r.views.share, 0, 1);
        in.number("mask_probability", r.views.maskProbability, 0, 1);
        in.integer("audio_mask_levels", r.views.audioMaskLevels, 0, 16);
        in.integer("text_mask_levels", r.views.textMaskLevels, 0, 16);
        in.integer("draws", r.views.draws, 1, 1000);
        in.number("seconds", r.views.seconds, .01, 3600);
        in.integer("seed", r.views.seed, 0, std::numeric_limits<std::int64_t>::max());
    });
    top.object("mixing", [&](Reader& in) {
        in.number("share", r.mixing.share, 0, 1);
        in.integer("levels", r.mixing.levels, 1, 16);
        in.integer("draws", r.mixing.draws, 1, 1000);
    });
    top.object("optimiser", [&](Reader& in) {
        in.integer("epochs", r.optimiser.epochs, 1, kManyEpochs);
        in.integer("batch", r.optimiser.batch, 2, kWide);
        in.integer("accumulate", r.optimiser.accumulate, 1, kWide);
        in.flag("bf16", r.optimiser.bf16);
        in.flag("gradient_checkpointing", r.optimiser.gradientCheckpointing);
        in.number("learning_rate", r.optimiser.learningRate, 0, kInfinity);
        in.number("encoder_learning_rate", r.optimiser.encoderLearningRate, 0, kInfinity);
        in.number("uncertainty_factor", r.optimiser.uncertaintyFactor, 0, kInfinity);
        in.number("scalars_factor", r.optimiser.scalarsFactor, 0, kInfinity);
        in.number("weight_decay", r.optimiser.weightDecay, 0, kInfinity);
        in.number("beta1", r.optimiser.beta1, 0, .99999);
        in.number("beta2", r.optimiser.beta2, 0, .999999);
        in.number("gradient_norm", r.optimiser.gradientNorm, 1e-9, kInfinity);
        in.choice("schedule", r.optimiser.schedule, kSchedules);
        in.number("warmup_share", r.optimiser.warmupShare, 0, 1);
        in.number("weight_average", r.optimiser.weightAverage, 0, .999999);
    });
    top.object("augmentation", [&](Reader& in) {
        in.number("feature_noise", r.augmentation.featureNoise, 0, kInfinity);
        in.number("gain_db", r.augmentation.gainDb, 0, 60);
        in.number("shift_share", r.augmentation.shiftShare, 0, 1);
        in.flag("random_crop", r.augmentation.randomCrop);
        in.number("speed_share", r.augmentation.speedShare, 0, 1);
        in.number("speed_range", r.augmentation.speedRange, 1, 4);
        in.integer("time_masks", r.augmentation.timeMasks, 0, 100);
        in.integer("time_mask_frames", r.augmentation.timeMaskFrames, 0, kWide);
        in.integer("mel_masks", r.augmentation.melMasks, 0, 100);
        in.integer("mel_mask_bands", r.augmentation.melMaskBands, 0, kWide);
    });
    top.object("validation", [&](Reader& in) {
        in.text("metric", r.validation.metric);
        in.integer("every_epochs", r.validation.everyEpochs, 1, kManyEpochs);
        in.integer("from_epoch", r.validation.fromEpoch, 1, kManyEpochs);
    });
    top.object("pack", [&](Reader& in) {
        in.text("name", r.pack.name);
        in.text("licence", r.pack.licence);
        in.text("provenance", r.pack.provenance);
    });
    top.finish();
    if (r.heads.minLogVar >= r.heads.maxLogVar || r.heads.startLogVar < r.heads.minLogVar ||
        r.heads.startLogVar > r.heads.maxLogVar)
        throw Error(ErrorKind::BadInput,
                    fmt::format("{}: heads.start_log_var must lie between min_log_var and max_log_var", file));
    if (r.freshEncoders && (r.trainEncoders != Recipe::TrainEncoders::Both || r.startFromBaseHeads))
        throw Error(ErrorKind::BadInput,
                    fmt::format("{}: fresh_encoders starts from random weights, so train_encoders must be both and "
                                "start_from_base_heads false",
                                file));
    if (r.losses.ppcl + r.losses.siglip + r.losses.infoNce + r.losses.label <= 0)
        throw Error(
            ErrorKind::BadInput,
            fmt::format("{}: one of losses.ppcl, losses.siglip, losses.info_nce and losses.label must be above 0",
                        file));
    if (r.losses.mixing > 0 && r.losses.ppcl + r.losses.siglip + r.losses.infoNce <= 0)
        throw Error(ErrorKind::BadInput,
                    fmt::format("{}: losses.mixing takes the weights of losses.ppcl, losses.siglip and "
                                "losses.info_nce: one of them must be above 0",
                                file));
    return r;
}

Recipe readRecipe(const Path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw Error(ErrorKind::NotFound, fmt::format("The recipe {} cannot be opened", displayText(file)));
    json object;
    try {
        object = json::parse(in, nullptr, /*allow_exceptions=*/true, /*ignore_comments=*/true);
    } catch (const json::exception& e) {
        throw Error(ErrorKind::BadInput, fmt::format("{} is not JSON: {}", displayText(file), e.what()));
    }
    return recipeFromJson(object, displayText(file));
}

} // namespace prolap::train
