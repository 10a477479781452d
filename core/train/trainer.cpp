#include "core/train/trainer.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "core/error.h"
#include "core/train/adam_w.h"
#include "core/train/batch_embedder.h"
#include "core/train/joint_space.h"
#include "core/train/schedule.h"

namespace prolap::train {

namespace {

/// A seed for one purpose and step: SplitMix64 over the recipe's seed.
std::uint64_t mixedSeed(std::uint64_t seed, std::uint64_t purpose, std::uint64_t number)
{
    std::uint64_t z = seed + 0x9E3779B97F4A7C15ull * (2 * number + purpose + 1);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
}

constexpr std::uint64_t kShuffling = 0, kStepping = 1;

NamedTensors copyOf(const NamedTensors& tensors)
{
    NamedTensors copy;
    for (const auto& [name, tensor] : tensors)
        copy[name] = tensor.detach().clone();
    return copy;
}

void assign(const NamedTensors& to, const NamedTensors& from)
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

/// Where a and b begin: at the model's own values, as leaves.
torch::Tensor leaf(const torch::Tensor& value, const torch::Device& device)
{
    return value.detach().to(device).clone().set_requires_grad(true);
}

} // namespace

class Trainer::Impl {
public:
    Impl(model::ProlapModel& model, const Dataset& dataset, const Recipe& recipe, const torch::Device& device,
         const ProcessGroup& group)
        : m_model(prepared(model, recipe, device)),
          m_dataset(dataset),
          m_recipe(recipe),
          m_device(device),
          m_group(group),
          m_labels(recipe.losses.label > 0 ? dataset.labels.index_select(0, dataset.training)
                                           : torch::full({1}, -1, torch::kInt64),
                   model.audioHead->config().projectionHidden),
          m_logTemperature(leaf(torch::full({}, std::log(recipe.losses.startTemperature)), device)),
          m_embedder(model, dataset, recipe, m_labels, m_logTemperature, device, group)
    {
        const auto clips = m_dataset.training.numel();
        m_batch = std::min<std::int64_t>(recipe.optimiser.batch, clips / group.size()) * group.size();
        // A smaller number of steps than asked for beats an epoch without any.
        m_accumulate = std::min<std::int64_t>(recipe.optimiser.accumulate, clips / m_batch);
        m_stepsPerEpoch = clips / (m_batch * m_accumulate);
        m_metric = recipe.validation.metric != "auto"         ? recipe.validation.metric
                   : (dataset.labels >= 0).any().item<bool>() ? "t2a_label_map10"
                                                              : "t2a_map10";
        if (m_labels.usable())
            m_labels.linear()->to(device);
        const auto& o = recipe.optimiser;
        m_optimiser.emplace(trainedTensors(), AdamW::Options{o.beta1, o.beta2, o.gradientNorm});
        for (const auto& [name, tensor] : weights())
            m_group.broadcast({tensor});
        if (o.weightAverage > 0)
            m_average = copyOf(weights());
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
        shuffle();
        m_optimiser->clearGradients();
        std::vector<std::pair<std::string, double>> values;
        for (std::int64_t i = 0; i < m_accumulate; ++i)
            addUp(values, backward(i));
        averageGradients();
        const double norm = m_optimiser->gradientNorm();
        if (!std::isfinite(norm))
            fail("gradient", norm);
        m_optimiser->step(learningRate(), m_step + 1, norm);
        ++m_step;
        average();
        values.emplace_back("gradient_norm", norm);
        return values;
    }

    Figures validate(const std::function<void(const RetrievalTask&)>& seen)
    {
        if (m_dataset.validation.numel() == 0)
            return {};
        setTraining(false);
        const WithAverage shown(*this);
        const RetrievalTask task = embedSplit(m_model, m_dataset, m_recipe, m_dataset.validation);
        if (seen)
            seen(task);
        Figures figures = retrievalFigures(task);
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

    int takeLast()
    {
        setTraining(false);
        if (!m_average.empty())
            assign(weights(), m_average);
        return static_cast<int>(m_step / m_stepsPerEpoch);
    }

    int takeBest()
    {
        if (m_best.empty())
            return takeLast();
        setTraining(false);
        assign(weights(), m_best);
        return m_bestEpoch;
    }

    TrainingState state() const
    {
        TrainingState state;
        state.step = m_step;
        state.weights = copyOf(weights());
        state.first = copyOf(m_optimiser->first());
        state.second = copyOf(m_optimiser->second());
        state.average = copyOf(m_average);
        state.best = copyOf(m_best);
        state.bestEpoch = m_bestEpoch;
        state.bestValue = m_bestValue;
        return state;
    }

    void restore(const TrainingState& state)
    {
        assign(weights(), state.weights);
        assign(m_optimiser->first(), state.first);
        assign(m_optimiser->second(), state.second);
        assign(m_average, state.average);
        m_step = state.step;
        m_best.clear();
        for (const auto& [name, tensor] : state.best)
            m_best[name] = tensor.to(m_device);
        m_bestEpoch = state.bestEpoch;
        m_bestValue = state.bestValue;
        m_shuffledEpoch = -1;
    }

private:
    /// While it lives the averaged weights are in the model.
    class WithAverage {
    public:
        explicit WithAverage(Impl& trainer) : m_trainer(trainer)
        {
            if (trainer.m_average.empty())
                return;
            m_own = copyOf(trainer.weights());
            assign(trainer.weights(), trainer.m_average);
        }
        ~WithAverage()
        {
            if (!m_own.empty())
                assign(m_trainer.weights(), m_own);
        }
        WithAverage(const WithAverage&) = delete;
        WithAverage& operator=(const WithAverage&) = delete;

    private:
        Impl& m_trainer;
        NamedTensors m_own;
    };

    /// First of all: what is made after it draws its start values from the seed.
    static model::ProlapModel& prepared(model::ProlapModel& model, const Recipe& recipe, const torch::Device& device)
    {
        torch::manual_seed(mixedSeed(recipe.seed, kStepping, ~0ull));
        const auto part = [&](model::nn::Encoder& encoder, bool trained, int blocks) {
            const auto all = static_cast<std::int64_t>(encoder.blocks().size());
            encoder.setTrainedBlocks(!trained ? 0 : blocks > 0 ? blocks : all);
            encoder.setGradientCheckpointing(trained && recipe.optimiser.gradientCheckpointing);
        };
        part(*model.audioEncoder, recipe.trainsAudio(), recipe.audioBlocks);
        part(*model.textEncoder, recipe.trainsText(), recipe.textBlocks);
        model.to(device);
        model.logitScale = leaf(model.logitScale, device);
        model.logitBias = leaf(model.logitBias, device);
        return model;
    }

    std::vector<TrainedTensor> trainedTensors()
    {
        const auto& o = m_recipe.optimiser;
        std::vector<TrainedTensor> tensors;
        const auto addModule = [&](const std::string& prefix, torch::nn::Module& module, double factor) {
            for (const auto& item : module.named_parameters()) {
                if (!item.value().requires_grad())
                    continue;
                const bool uncertainty = item.key().starts_with("uncertainty");
                // Decay pulls matrices toward 0; biases, norms and scalars stay free.
                tensors.push_back({prefix + item.key(), item.value(),
                                   uncertainty ? factor * o.uncertaintyFactor : factor,
                                   item.value().dim() >= 2 ? o.weightDecay : 0});
            }
        };
        const double encoderFactor = o.learningRate > 0 ? o.encoderLearningRate / o.learningRate : 0;
        if (m_recipe.trainsAudio())
            addModule("audio_encoder.", *m_model.audioEncoder, encoderFactor);
        if (m_recipe.trainsText())
            addModule("text_encoder.", *m_model.textEncoder, encoderFactor);
        addModule("audio_head.", *m_model.audioHead, 1);
        addModule("text_head.", *m_model.textHead, 1);
        if (m_labels.usable())
            addModule("label_head.", *m_labels.linear(), 1);
        tensors.push_back({"logit_scale", m_model.logitScale, o.scalarsFactor, 0});
        tensors.push_back({"logit_bias", m_model.logitBias, o.scalarsFactor, 0});
        tensors.push_back({"log_temperature", m_logTemperature, o.scalarsFactor, 0});
        return tensors;
    }

    /// What is trained or runs along with it (the statistics of batch norms), by name.
    NamedTensors weights() const
    {
        NamedTensors all;
        for (const TrainedTensor& trained : m_optimiser->tensors())
            all[trained.name] = trained.tensor;
        if (m_recipe.trainsAudio()) {
            for (const auto& item : m_model.audioEncoder->named_buffers())
                all["audio_encoder." + item.key()] = item.value();
        }
        return all;
    }

    void setTraining(bool training)
    {
        m_model.audioEncoder->train(training && m_recipe.trainsAudio());
        m_model.textEncoder->train(training && m_recipe.trainsText());
        m_model.audioHead->train(training);
        m_model.textHead->train(training);
    }

    void shuffle()
    {
        const std::int64_t epoch = m_step / m_stepsPerEpoch;
        if (epoch == m_shuffledEpoch)
            return;
        torch::manual_seed(mixedSeed(m_recipe.seed, kShuffling, static_cast<std::uint64_t>(epoch)));
        m_order = m_dataset.training.index_select(0, torch::randperm(m_dataset.training.numel(), torch::kInt64));
        m_shuffledEpoch = epoch;
    }

    /// Over all processes; so too the statistics of batch norms, which each took of its own share.
    void averageGradients()
    {
        if (m_group.size() == 1)
            return;
        std::vector<torch::Tensor> tensors;
        for (const TrainedTensor& trained : m_optimiser->tensors()) {
            if (trained.tensor.grad().defined())
                tensors.push_back(trained.tensor.grad());
        }
        if (m_recipe.trainsAudio()) {
            for (const torch::Tensor& buffer : m_model.audioEncoder->buffers()) {
                if (buffer.is_floating_point())
                    tensors.push_back(buffer);
            }
        }
        m_group.average(tensors);
    }

    /// Adds the gradient of one of a step's batches. Returns its terms, `loss` first.
    std::vector<std::pair<std::string, double>> backward(std::int64_t part)
    {
        const std::int64_t number = m_step * m_accumulate + part;
        const std::int64_t begin = (m_step % m_stepsPerEpoch * m_accumulate + part) * m_batch;
        torch::manual_seed(mixedSeed(m_recipe.seed, kStepping, static_cast<std::uint64_t>(number)));
        torch::Tensor loss;
        std::vector<std::pair<std::string, double>> values{{"loss", 0}};
        for (const LossTerm& term :
             lossTerms(m_embedder.embed(m_order.slice(0, begin, begin + m_batch)), m_recipe.losses)) {
            const double value = term.value.item<double>();
            if (!std::isfinite(value))
                fail(term.name, value);
            values.emplace_back(term.name, value);
            loss = loss.defined() ? loss + term.weight * term.value : term.weight * term.value;
        }
        values[0].second = loss.item<double>();
        (loss / static_cast<double>(m_accumulate)).backward();
        return values;
    }

    /// The mean of each term over the batches of a step that have it.
    void addUp(std::vector<std::pair<std::string, double>>& sums,
               const std::vector<std::pair<std::string, double>>& values) const
    {
        for (const auto& [name, value] : values) {
            const auto found =
                std::find_if(sums.begin(), sums.end(), [&name = name](const auto& sum) { return sum.first == name; });
            const double share = value / static_cast<double>(m_accumulate);
            if (found == sums.end())
                sums.emplace_back(name, share);
            else
                found->second += share;
        }
    }

    void average()
    {
        if (m_average.empty())
            return;
        const torch::NoGradGuard noGrad;
        // Early on the average would still be the start: let it follow faster, as 1/steps.
        const double decay =
            std::min(m_recipe.optimiser.weightAverage, static_cast<double>(m_step) / static_cast<double>(m_step + 10));
        for (const auto& [name, tensor] : weights()) {
            torch::Tensor& mean = m_average.at(name);
            if (mean.is_floating_point())
                mean.mul_(decay).add_(tensor.detach(), 1 - decay);
            else
                mean.copy_(tensor);
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
    const ProcessGroup& m_group;
    LabelClassifier m_labels;
    torch::Tensor m_logTemperature;
    BatchEmbedder m_embedder;
    std::optional<AdamW> m_optimiser;
    std::int64_t m_batch = 0; ///< of all processes together
    std::int64_t m_accumulate = 1, m_stepsPerEpoch = 0, m_step = 0;
    std::string m_metric;
    torch::Tensor m_order; ///< training clips in the epoch's order
    std::int64_t m_shuffledEpoch = -1;
    NamedTensors m_average; ///< of the weights over steps; empty when not wanted
    NamedTensors m_best;
    int m_bestEpoch = 0;
    double m_bestValue = 0;
};

Trainer::Trainer(model::ProlapModel& model, const Dataset& dataset, const Recipe& recipe, const torch::Device& device,
                 const ProcessGroup& group)
    : m_impl(std::make_unique<Impl>(model, dataset, recipe, device, group))
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

Figures Trainer::validate(const std::function<void(const RetrievalTask&)>& seen)
{
    return m_impl->validate(seen);
}

int Trainer::takeBest()
{
    return m_impl->takeBest();
}

int Trainer::takeLast()
{
    return m_impl->takeLast();
}

TrainingState Trainer::state() const
{
    return m_impl->state();
}

void Trainer::restore(const TrainingState& state)
{
    m_impl->restore(state);
}

} // namespace prolap::train
