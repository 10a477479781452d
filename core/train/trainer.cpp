#include "core/train/trainer.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/prolap/targets.h"
#include "core/train/data/waveform_source.h"
#include "core/train/schedule.h"

namespace prolap::train {

namespace {

bool trainsAudio(const Recipe& recipe)
{
    return recipe.trainEncoders == Recipe::TrainEncoders::Audio || recipe.trainEncoders == Recipe::TrainEncoders::Both;
}

bool trainsText(const Recipe& recipe)
{
    return recipe.trainEncoders == Recipe::TrainEncoders::Text || recipe.trainEncoders == Recipe::TrainEncoders::Both;
}

Gaussians asGaussians(const model::nn::Gaussians& z)
{
    return {z.mean, z.logVar};
}

/// A seed for one purpose and step: SplitMix64 over the recipe's seed.
std::uint64_t mixedSeed(std::uint64_t seed, std::uint64_t purpose, std::uint64_t number)
{
    std::uint64_t z = seed + 0x9E3779B97F4A7C15ull * (2 * number + purpose + 1);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
}

constexpr std::uint64_t kShuffling = 0, kStepping = 1;

/// Clips by the aggregate of their windows: the mean of the means, normalised again, the mean of the log-variances.
Gaussians aggregated(const Gaussians& windows, const torch::Tensor& counts)
{
    const std::int64_t clips = counts.numel();
    const torch::Tensor owner = torch::repeat_interleave(torch::arange(clips), counts);
    const auto meanOf = [&](const torch::Tensor& rows) {
        return torch::zeros({clips, rows.size(1)}, rows.options()).index_add(0, owner, rows) / counts.unsqueeze(1);
    };
    Gaussians result;
    result.mean =
        torch::nn::functional::normalize(meanOf(windows.mean), torch::nn::functional::NormalizeFuncOptions().dim(-1));
    if (windows.probabilistic())
        result.logVar = meanOf(windows.logVar);
    return result;
}

torch::Tensor paddedRows(const std::vector<std::vector<std::int64_t>>& rows, std::int64_t fill)
{
    std::size_t longest = 1;
    for (const auto& row : rows)
        longest = std::max(longest, row.size());
    torch::Tensor padded =
        torch::full({static_cast<std::int64_t>(rows.size()), static_cast<std::int64_t>(longest)}, fill, torch::kInt64);
    for (std::size_t i = 0; i < rows.size(); ++i)
        std::copy(rows[i].begin(), rows[i].end(), padded.data_ptr<std::int64_t>() + i * longest);
    return padded;
}

} // namespace

class Trainer::Impl {
public:
    Impl(model::ProlapModel& model, const Dataset& dataset, const Recipe& recipe, const torch::Device& device)
        : m_model(model), m_dataset(dataset), m_recipe(recipe), m_device(device)
    {
        const auto clips = dataset.training.numel();
        m_batch = std::min<std::int64_t>(recipe.optimiser.batch, clips);
        m_stepsPerEpoch = clips / m_batch;
        m_metric = recipe.validation.metric;
        if (m_metric == "auto")
            m_metric = (dataset.labels >= 0).any().item<bool>() ? "t2a_label_map10" : "t2a_map10";

        torch::manual_seed(mixedSeed(recipe.seed, kStepping, ~0ull));
        chooseClasses();
        m_model.to(device);
        m_model.logitScale = m_model.logitScale.detach().to(device).set_requires_grad(true);
        m_model.logitBias = m_model.logitBias.detach().to(device).set_requires_grad(true);
        m_logTemperature = torch::full({}, std::log(recipe.losses.startTemperature),
                                       torch::TensorOptions(torch::kFloat32).device(device))
                               .set_requires_grad(true);
        collectWeights();
    }

    std::int64_t stepsDone() const { return m_step; }
    std::int64_t stepsPerEpoch() const { return m_stepsPerEpoch; }
    const std::string& metric() const { return m_metric; }
    std::int64_t stepsTotal() const { return m_stepsPerEpoch * m_recipe.optimiser.epochs; }

    double learningRate() const
    {
        const auto& o = m_recipe.optimiser;
        return o.learningRate *
               learningRateShare(o.schedule, o.warmupShare, std::min(m_step, stepsTotal() - 1), stepsTotal());
    }

    std::vector<std::pair<std::string, double>> step()
    {
        setTraining(true);
        const std::int64_t epoch = m_step / m_stepsPerEpoch, inEpoch = m_step % m_stepsPerEpoch;
        if (epoch != m_shuffledEpoch) {
            torch::manual_seed(mixedSeed(m_recipe.seed, kShuffling, static_cast<std::uint64_t>(epoch)));
            m_order = m_dataset.training.index_select(0, torch::randperm(m_dataset.training.numel(), torch::kInt64));
            m_shuffledEpoch = epoch;
        }
        torch::manual_seed(mixedSeed(m_recipe.seed, kStepping, static_cast<std::uint64_t>(m_step)));
        const torch::Tensor clips = m_order.slice(0, inEpoch * m_batch, (inEpoch + 1) * m_batch);

        const std::vector<LossTerm> terms = lossTerms(embed(clips), m_recipe.losses);
        torch::Tensor loss;
        std::vector<std::pair<std::string, double>> values;
        for (const LossTerm& term : terms) {
            const double value = term.value.item<double>();
            if (!std::isfinite(value))
                fail(term.name, value);
            values.emplace_back(term.name, value);
            loss = loss.defined() ? loss + term.weight * term.value : term.weight * term.value;
        }
        for (const Weight& weight : m_weights)
            weight.tensor.mutable_grad() = torch::Tensor();
        loss.backward();
        descend();
        ++m_step;
        values.insert(values.begin(), {"loss", loss.item<double>()});
        return values;
    }

    Figures validate()
    {
        if (m_dataset.validation.numel() == 0)
            return {};
        setTraining(false);
        Figures figures = retrievalFigures(embedSplit(m_model, m_dataset, m_recipe, m_dataset.validation));
        const auto found = figures.metrics.find(m_metric);
        if (found == figures.metrics.end())
            throw Error(ErrorKind::BadInput,
                        fmt::format("validation.metric {} is not among the figures of this data set", m_metric));
        const int epoch = static_cast<int>(m_step / m_stepsPerEpoch);
        const bool counts = epoch >= m_recipe.validation.fromEpoch || epoch >= m_recipe.optimiser.epochs;
        if (counts && (m_best.empty() || found->second > m_bestValue)) {
            m_bestValue = found->second;
            m_bestEpoch = epoch;
            m_best = copyOf(weights());
        }
        return figures;
    }

    int takeBest()
    {
        setTraining(false);
        if (m_best.empty())
            return static_cast<int>(m_step / m_stepsPerEpoch);
        assign(weights(), m_best);
        return m_bestEpoch;
    }

    TrainingState state() const
    {
        TrainingState state;
        state.step = m_step;
        state.weights = copyOf(weights());
        for (const Weight& weight : m_weights) {
            state.first[weight.name] = weight.first.clone();
            state.second[weight.name] = weight.second.clone();
        }
        state.best = copyOf(m_best);
        state.bestEpoch = m_bestEpoch;
        state.bestValue = m_bestValue;
        return state;
    }

    void restore(const TrainingState& state)
    {
        assign(weights(), state.weights);
        NamedTensors first, second;
        for (const Weight& weight : m_weights) {
            first[weight.name] = weight.first;
            second[weight.name] = weight.second;
        }
        assign(first, state.first);
        assign(second, state.second);
        m_step = state.step;
        m_best.clear();
        for (const auto& [name, tensor] : state.best)
            m_best[name] = tensor.to(m_device);
        m_bestEpoch = state.bestEpoch;
        m_bestValue = state.bestValue;
        m_shuffledEpoch = -1;
    }

private:
    /// One trained tensor with AdamW's moments.
    struct Weight {
        std::string name;
        torch::Tensor tensor, first, second;
        double rateFactor; ///< of the recipe's learning rate
        double decay;
    };

    /// Labels of the training split become the classes of the label loss.
    void chooseClasses()
    {
        const torch::Tensor labels = m_dataset.labels.index_select(0, m_dataset.training);
        const torch::Tensor classes = std::get<0>(at::_unique2(labels.index({labels >= 0})));
        if (m_recipe.losses.label <= 0 || classes.numel() < 2)
            return;
        m_classOfLabel = torch::full({m_dataset.labels.max().item<std::int64_t>() + 2}, -1, torch::kInt64);
        m_classOfLabel.index_put_({classes}, torch::arange(classes.numel())); // the last entry serves "no label" (-1)
        m_labelHead = torch::nn::Linear(m_model.audioHead->config().projectionHidden, classes.numel());
        m_labelHead->to(m_device);
    }

    void collectWeights()
    {
        const auto& o = m_recipe.optimiser;
        const auto add = [&](const std::string& name, const torch::Tensor& tensor, double factor, double decay) {
            m_weights.push_back({name, tensor, torch::zeros_like(tensor), torch::zeros_like(tensor), factor, decay});
        };
        const auto addModule = [&](const std::string& prefix, torch::nn::Module& module, double factor) {
            for (const auto& item : module.named_parameters()) {
                const bool uncertainty = item.key().starts_with("uncertainty");
                // Decay pulls matrices toward 0; biases, norms and scalars stay free.
                add(prefix + item.key(), item.value(), uncertainty ? factor * o.uncertaintyFactor : factor,
                    item.value().dim() >= 2 ? o.weightDecay : 0);
            }
        };
        const double encoderFactor = o.learningRate > 0 ? o.encoderLearningRate / o.learningRate : 0;
        if (trainsAudio(m_recipe))
            addModule("audio_encoder.", *m_model.audioEncoder, encoderFactor);
        if (trainsText(m_recipe))
            addModule("text_encoder.", *m_model.textEncoder, encoderFactor);
        addModule("audio_head.", *m_model.audioHead, 1);
        addModule("text_head.", *m_model.textHead, 1);
        if (m_labelHead)
            addModule("label_head.", *m_labelHead, 1);
        add("logit_scale", m_model.logitScale, o.scalarsFactor, 0);
        add("logit_bias", m_model.logitBias, o.scalarsFactor, 0);
        add("log_temperature", m_logTemperature, o.scalarsFactor, 0);
    }

    /// What is trained or runs along with it (the statistics of batch norms), by name.
    NamedTensors weights() const
    {
        NamedTensors all;
        for (const Weight& weight : m_weights)
            all[weight.name] = weight.tensor;
        if (trainsAudio(m_recipe)) {
            for (const auto& item : m_model.audioEncoder->named_buffers())
                all["audio_encoder." + item.key()] = item.value();
        }
        return all;
    }

    static NamedTensors copyOf(const NamedTensors& tensors)
    {
        NamedTensors copy;
        for (const auto& [name, tensor] : tensors)
            copy[name] = tensor.detach().clone();
        return copy;
    }

    static void assign(const NamedTensors& to, const NamedTensors& from)
    {
        const torch::NoGradGuard noGrad;
        for (const auto& [name, tensor] : to) {
            const auto found = from.find(name);
            if (found == from.end() || found->second.sizes() != tensor.sizes())
                throw Error(ErrorKind::Incompatible, fmt::format("The checkpoint has no fitting tensor {}", name));
            torch::Tensor target = tensor;
            target.copy_(found->second);
        }
    }

    void setTraining(bool training)
    {
        m_model.audioEncoder->train(training && trainsAudio(m_recipe));
        m_model.textEncoder->train(training && trainsText(m_recipe));
        m_model.audioHead->train(training);
        m_model.textHead->train(training);
    }

    BatchEmbeddings embed(const torch::Tensor& clips)
    {
        const std::int64_t count = clips.numel();
        const torch::Tensor ids = m_dataset.captionIds.index_select(0, clips); // [B, L]
        const torch::Tensor levels = drawLevels(ids);
        const torch::Tensor labels = m_dataset.labels.index_select(0, clips);

        BatchEmbeddings batch;
        const torch::Tensor sound = m_model.audioHead->standardise(audioFeatures(clips));
        const torch::Tensor noisy =
            trainsAudio(m_recipe) ? sound : sound + m_recipe.augmentation.featureNoise * torch::randn_like(sound);
        batch.clips = asGaussians(m_model.audioHead->forwardStandardised(noisy));
        if (m_labelHead) {
            batch.labelLogits = m_labelHead->forward(m_model.audioHead->inner(noisy));
            batch.labelTargets = m_classOfLabel.index_select(0, labels.remainder(m_classOfLabel.numel())).to(m_device);
        }

        // Clips with a caption at every level show all of them; the rest only the drawn one.
        const torch::Tensor whole = (ids >= 0).all(1).nonzero().squeeze(1);
        const bool byLevel = m_recipe.losses.inclusionLevels > 0 && ids.size(1) > 1 && whole.numel() > 0 &&
                             m_model.audioHead->config().probabilistic;
        torch::Tensor shown = ids.gather(1, levels.unsqueeze(1)).squeeze(1);
        if (byLevel)
            shown = torch::cat({shown, ids.index_select(0, whole).t().reshape(-1)});
        const Gaussians captions = asGaussians(m_model.textHead->forward(captionFeatures(shown)));
        const auto part = [&captions](std::int64_t begin, std::int64_t end) {
            return Gaussians{captions.mean.slice(0, begin, end),
                             captions.probabilistic() ? captions.logVar.slice(0, begin, end) : torch::Tensor()};
        };
        batch.captions = part(0, count);
        if (byLevel) {
            for (std::int64_t level = 0; level < ids.size(1); ++level)
                batch.captionsByLevel.push_back(
                    part(count + level * whole.numel(), count + (level + 1) * whole.numel()));
        }
        batch.targets = (m_recipe.losses.targets == Recipe::Targets::Label ? labelAwareTargets(ids, levels, labels)
                                                                           : oneToOneTargets(count))
                            .to(m_device);
        batch.logScale = m_model.logitScale;
        batch.bias = m_model.logitBias;
        batch.logTemperature = m_logTemperature;
        return batch;
    }

    /// A caption column for each clip, by the recipe's shares among those that the clip has.
    torch::Tensor drawLevels(const torch::Tensor& ids) const
    {
        torch::Tensor shares = torch::full({ids.size(1)}, 1e-9, torch::kFloat32);
        for (std::int64_t level = 0; level < ids.size(1); ++level) {
            const auto index = static_cast<std::size_t>(level);
            if (index < m_recipe.data.captionLevels.size())
                shares[level] += m_recipe.data.captionLevels[index];
        }
        return torch::multinomial(shares.unsqueeze(0) * (ids >= 0), 1, /*replacement=*/true).squeeze(1);
    }

    /// Features [B, F] of one window of each clip, drawn at random.
    torch::Tensor audioFeatures(const torch::Tensor& clips)
    {
        if (!trainsAudio(m_recipe)) {
            const torch::Tensor counts = m_dataset.windowCount.index_select(0, clips);
            const torch::Tensor drawn = (torch::rand({clips.numel()}) * counts).floor().to(torch::kInt64);
            const torch::Tensor rows = m_dataset.firstWindow.index_select(0, clips) + torch::minimum(drawn, counts - 1);
            return m_dataset.windowFeatures.index_select(0, rows).to(m_device);
        }
        std::vector<torch::Tensor> pieces;
        std::vector<std::int64_t> counts;
        for (std::int64_t i = 0; i < clips.numel(); ++i) {
            const ManifestRow& row = m_dataset.rows[static_cast<std::size_t>(clips[i].item<std::int64_t>())];
            pieces.push_back(m_model.audioEncoder->prepare(augmentedWindow(
                row, m_model.audioEncoder->sampleRate(), m_model.config.audio.windowSeconds, m_recipe.augmentation)));
            counts.push_back(pieces.back().size(0));
        }
        return m_model.audioEncoder->forwardWindows(torch::cat(pieces).to(m_device), counts);
    }

    /// Features [N, Ft] of captions by id.
    torch::Tensor captionFeatures(const torch::Tensor& ids)
    {
        if (!trainsText(m_recipe))
            return m_dataset.captionFeatures.index_select(0, ids).to(m_device);
        // The encoder sees each distinct caption once.
        const auto [distinct, places, ignored] =
            at::_unique2(ids, /*sorted=*/true, /*return_inverse=*/true, /*return_counts=*/false);
        std::vector<std::vector<std::int64_t>> tokens, masks;
        for (std::int64_t i = 0; i < distinct.numel(); ++i) {
            const auto& caption = m_dataset.captions[static_cast<std::size_t>(distinct[i].item<std::int64_t>())];
            const auto encoded = m_model.tokenizer->encode(caption);
            tokens.emplace_back(encoded.ids.begin(), encoded.ids.end());
            masks.emplace_back(encoded.ids.size(), 1);
        }
        return m_model.textEncoder
            ->forward(paddedRows(tokens, m_model.tokenizer->padId()).to(m_device), paddedRows(masks, 0).to(m_device))
            .index_select(0, places.to(m_device));
    }

    /// AdamW with clipped gradients. Source: Loshchilov and Hutter, arXiv 1711.05101.
    void descend()
    {
        constexpr double kEpsilon = 1e-8;
        const torch::NoGradGuard noGrad;
        const auto& o = m_recipe.optimiser;
        std::vector<torch::Tensor> norms;
        for (const Weight& weight : m_weights) {
            if (weight.tensor.grad().defined())
                norms.push_back(weight.tensor.grad().norm());
        }
        const double norm = torch::stack(norms).norm().item<double>();
        if (!std::isfinite(norm))
            fail("gradient", norm);
        const double clip = std::min(1.0, o.gradientNorm / (norm + 1e-6));
        const double rate = learningRate();
        const auto t = static_cast<double>(m_step + 1);
        const double correction1 = 1 - std::pow(o.beta1, t), correction2 = 1 - std::pow(o.beta2, t);
        for (Weight& weight : m_weights) {
            if (!weight.tensor.grad().defined())
                continue;
            const torch::Tensor gradient = weight.tensor.grad() * clip;
            const double step = rate * weight.rateFactor;
            weight.tensor.mul_(1 - step * weight.decay);
            weight.first.mul_(o.beta1).add_(gradient, 1 - o.beta1);
            weight.second.mul_(o.beta2).addcmul_(gradient, gradient, 1 - o.beta2);
            const torch::Tensor spread = (weight.second / correction2).sqrt_().add_(kEpsilon);
            weight.tensor.addcdiv_(weight.first, spread, -step / correction1);
        }
    }

    [[noreturn]] void fail(const std::string& term, double value) const
    {
        throw Error(ErrorKind::BadInput,
                    fmt::format("Training diverged at step {}: the term {} is {}; lower optimiser.learning_rate or "
                                "the term's weight",
                                m_step + 1, term, value));
    }

    model::ProlapModel& m_model;
    const Dataset& m_dataset;
    const Recipe& m_recipe;
    torch::Device m_device;
    std::int64_t m_batch = 0, m_stepsPerEpoch = 0, m_step = 0;
    std::string m_metric;
    torch::nn::Linear m_labelHead{nullptr};
    torch::Tensor m_classOfLabel;
    torch::Tensor m_logTemperature;
    std::vector<Weight> m_weights;
    torch::Tensor m_order; ///< training clips in the epoch's order
    std::int64_t m_shuffledEpoch = -1;
    NamedTensors m_best;
    int m_bestEpoch = 0;
    double m_bestValue = 0;
};

Trainer::Trainer(model::ProlapModel& model, const Dataset& dataset, const Recipe& recipe, const torch::Device& device)
    : m_impl(std::make_unique<Impl>(model, dataset, recipe, device))
{
}

Trainer::~Trainer() = default;

std::int64_t Trainer::stepsDone() const
{
    return m_impl->stepsDone();
}

std::int64_t Trainer::stepsTotal() const
{
    return m_impl->stepsTotal();
}

std::int64_t Trainer::stepsPerEpoch() const
{
    return m_impl->stepsPerEpoch();
}

double Trainer::learningRate() const
{
    return m_impl->learningRate();
}

std::string Trainer::metric() const
{
    return m_impl->metric();
}

std::vector<std::pair<std::string, double>> Trainer::step()
{
    return m_impl->step();
}

Figures Trainer::validate()
{
    return m_impl->validate();
}

int Trainer::takeBest()
{
    return m_impl->takeBest();
}

TrainingState Trainer::state() const
{
    return m_impl->state();
}

void Trainer::restore(const TrainingState& state)
{
    m_impl->restore(state);
}

RetrievalTask embedSplit(const model::ProlapModel& model, const Dataset& dataset, const Recipe& recipe,
                         const torch::Tensor& rows)
{
    const torch::NoGradGuard noGrad;
    const torch::Device device = model.logitScale.device();
    const torch::Tensor counts = dataset.windowCount.index_select(0, rows);
    torch::Tensor features;
    if (trainsAudio(recipe)) {
        model.audioEncoder->optimiseForInference();
        std::vector<torch::Tensor> parts;
        for (std::int64_t i = 0; i < rows.numel(); ++i) {
            const ManifestRow& row = dataset.rows[static_cast<std::size_t>(rows[i].item<std::int64_t>())];
            const auto windows = clipWindows(row.file, model.audioEncoder->sampleRate(),
                                             model.config.audio.windowSeconds, recipe.data.maxWindows, {});
            const std::vector<std::span<const float>> spans(windows.begin(), windows.end());
            parts.push_back(model.encodeAudioFeatures(spans));
        }
        features = torch::cat(parts);
    } else {
        const torch::Tensor owner = torch::repeat_interleave(torch::arange(rows.numel()), counts);
        const torch::Tensor begins = counts.cumsum(0) - counts;
        const torch::Tensor within = torch::arange(owner.numel()) - begins.index_select(0, owner);
        features = dataset.windowFeatures.index_select(
            0, dataset.firstWindow.index_select(0, rows).index_select(0, owner) + within);
    }
    RetrievalTask task;
    const Gaussians windows = asGaussians(model.audioHead.ptr()->forward(features.to(device)));
    task.clips =
        aggregated({windows.mean.cpu(), windows.probabilistic() ? windows.logVar.cpu() : torch::Tensor()}, counts);
    const torch::Tensor texts =
        trainsText(recipe) ? model.encodeTextFeatures(dataset.captions) : dataset.captionFeatures;
    const Gaussians captions = asGaussians(model.textHead.ptr()->forward(texts.to(device)));
    task.captions = {captions.mean.cpu(), captions.probabilistic() ? captions.logVar.cpu() : torch::Tensor()};
    task.captionIds = dataset.captionIds.index_select(0, rows);
    task.labels = dataset.labels.index_select(0, rows);
    return task;
}

} // namespace prolap::train
