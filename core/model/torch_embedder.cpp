#include "core/model/torch_embedder.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <future>

#include <fmt/format.h>

#include "core/error.h"
#include "core/model/compute_setting.h"
#include "core/model/published/source_id.h"

namespace prolap::model {

namespace {

constexpr double kLeastParity = 0.999;

/// Runs work of torch and turns its errors into the program's.
template <typename Work> auto guarded(const Work& work, const char* what)
{
    try {
        return work();
    } catch (const c10::OutOfMemoryError& error) {
        throw Error(ErrorKind::OutOfMemory, fmt::format("There is not enough memory on the device to {}.", what));
    } catch (const c10::Error& error) {
        const std::string message = validUtf8(error.what_without_backtrace());
        const bool memory = message.find("allocate") != std::string::npos;
        throw Error(memory ? ErrorKind::OutOfMemory : ErrorKind::Internal,
                    fmt::format("PyTorch could not {}: {}.", what, message.substr(0, message.find('\n'))));
    } catch (const std::bad_alloc&) {
        throw Error(ErrorKind::OutOfMemory, fmt::format("There is not enough memory to {}.", what));
    }
}

/// Log-mel pieces of a rising tone with noise: what the parity of two precisions is judged by.
torch::Tensor probePieces(const ProlapModel& model)
{
    const std::int64_t n = std::llround(model.config.audio.windowSeconds * model.config.audio.mel.sampleRate);
    const auto t = torch::arange(n, torch::kDouble) / double(n);
    const auto noise = (torch::arange(n, torch::kDouble) * 12.9898).sin() * 43758.5453;
    const auto samples = .5 * (t * t * double(n) * .5).sin() + .1 * (noise - noise.floor() - .5);
    return model.audioEncoder->prepare(samples.to(torch::kFloat));
}

double leastCosine(const torch::Tensor& a, const torch::Tensor& b)
{
    return torch::cosine_similarity(a.to(torch::kDouble), b.to(torch::kDouble), 1).min().item<double>();
}

std::size_t parametersOf(const ProlapModel& model)
{
    std::size_t count = 0;
    const std::shared_ptr<torch::nn::Module> modules[] = {model.audioEncoder, model.textEncoder, model.audioHead.ptr(),
                                                          model.textHead.ptr()};
    for (const auto& module : modules)
        for (const auto& parameter : module->parameters())
            count += static_cast<std::size_t>(parameter.numel());
    return count + 2; // logit scale and bias
}

} // namespace

TorchEmbedder::TorchEmbedder(ProlapModel model, std::string id, const EmbedderOptions& options)
    : m_model(std::move(model)), m_threads(options.threads)
{
    const PackConfig& config = m_model.config;
    if (!config.heads)
        throw Error(ErrorKind::Unsupported,
                    fmt::format("{} holds encoders without heads: train heads on it (prolap train) before searching.",
                                displayText(m_model.path)));
    const auto device = chooseDevice(options.device);
    guarded([&] { m_model.to(device); }, "move the model to the device");
    m_info.id = std::move(id);
    m_info.name = config.name;
    m_info.path = m_model.path;
    m_info.licence = config.licence;
    m_info.audioEncoder = config.audio.name();
    m_info.textEncoder = config.text.name();
    m_info.dim = static_cast<std::size_t>(config.heads->dim);
    m_info.probabilistic = config.heads->probabilistic;
    m_info.sampleRate = config.audio.mel.sampleRate;
    m_info.windowSeconds = config.audio.windowSeconds;
    m_info.calibrated = config.calibration.has_value();
    m_info.scale = m_info.calibrated ? config.calibration->scale : std::exp(m_model.logitScale.item<double>());
    m_info.bias = m_info.calibrated ? config.calibration->bias : m_model.logitBias.item<double>();
    if (m_info.calibrated)
        m_info.credibleProbability = config.calibration->credibleProbability;
    m_info.device = device.is_cuda() ? fmt::format("cuda:{}", device.index()) : "cpu";
    m_info.precision = choosePrecision(options.precision);
    m_info.parameters = parametersOf(m_model);
}

std::string TorchEmbedder::choosePrecision(const std::string& wanted)
{
    const auto device = m_model.device();
    if (device.is_cuda()) // else "fp32" would mean TF32, three decimal digits
        at::globalContext().setAllowTF32CuDNN(false);
    if (!wantsBf16(wanted, device))
        return "fp32";
    return guarded(
        [&] {
            const torch::InferenceMode inference;
            auto& encoder = *m_model.audioEncoder;
            const auto pieces = probePieces(m_model).to(device);
            const auto exact = encoder.forward(pieces);
            const bool has = encoder.optimiseForInference(torch::kBFloat16) == torch::kBFloat16;
            const double cosine = has ? leastCosine(exact, encoder.forward(pieces)) : 0;
            if (has && cosine >= kLeastParity)
                return std::string("bf16");
            if (wanted == "bf16")
                throw Error(ErrorKind::Unsupported,
                            has ? fmt::format("Precision bf16 changes this model's results too much (cosine {:.5f}, at "
                                              "least {} expected): use fp32 or auto.",
                                              cosine, kLeastParity)
                                : fmt::format("Audio encoder {} does not run in bf16: use fp32 or auto.",
                                              m_model.config.audio.name()));
            encoder.optimiseForInference();
            return std::string("fp32");
        },
        "compare precisions");
}

Embeddings TorchEmbedder::throughHead(const torch::Tensor& features, const nn::JointHead& head) const
{
    const auto count = static_cast<std::size_t>(features.size(0));
    Embeddings out{count, m_info.dim, std::vector<float>(count * m_info.dim),
                   std::vector<float>(m_info.probabilistic ? count * m_info.dim : 0)};
    const auto where = m_model.device();
    for (std::size_t i = 0; i < count; ++i) { // row by row: see ProlapModel::encodeAudioFeatures
        const auto row = features.narrow(0, static_cast<std::int64_t>(i), 1).to(where);
        const nn::Gaussians gaussian = const_cast<nn::JointHeadImpl&>(*head).forward(row);
        const auto copy = [&](const torch::Tensor& from, std::vector<float>& to) {
            const auto values = from.to(torch::kCPU, torch::kFloat).contiguous();
            std::memcpy(to.data() + i * m_info.dim, values.data_ptr<float>(), m_info.dim * sizeof(float));
        };
        copy(gaussian.mean, out.mean);
        if (m_info.probabilistic)
            copy(gaussian.logVar, out.logVar);
    }
    return out;
}

Embeddings TorchEmbedder::embedAudio(std::span<const std::span<const float>> windows) const
{
    const ThreadCount threads(m_threads);
    const torch::InferenceMode inference;
    return guarded([&] { return throughHead(m_model.encodeAudioFeatures(windows), m_model.audioHead); },
                   "embed the sound");
}

Embeddings TorchEmbedder::embedClip(std::span<const float> clip) const
{
    const ThreadCount threads(m_threads);
    const torch::InferenceMode inference;
    return guarded([&] { return throughHead(m_model.encodeClipFeatures(std::span(&clip, 1)), m_model.audioHead); },
                   "embed the sound");
}

Embeddings TorchEmbedder::embedText(std::span<const std::string> captions) const
{
    const ThreadCount threads(m_threads);
    const torch::InferenceMode inference;
    return guarded([&] { return throughHead(m_model.encodeTextFeatures(captions), m_model.textHead); },
                   "embed the caption");
}

std::optional<Embeddings> TorchEmbedder::embedMaskedText() const
{
    const ThreadCount threads(m_threads);
    const torch::InferenceMode inference;
    return guarded(
        [&]() -> std::optional<Embeddings> {
            const auto features = m_model.encodeMaskedTextFeatures();
            return features.defined() ? std::optional(throughHead(features, m_model.textHead)) : std::nullopt;
        },
        "embed the masked caption");
}

Embedder::Tokens TorchEmbedder::tokenize(const std::string& caption) const
{
    const auto tokens = m_model.tokenizer->encode(caption);
    return {std::vector<int>(tokens.ids.begin(), tokens.ids.end()), std::vector<int>(tokens.ids.size(), 1)};
}

std::unique_ptr<Embedder> openEmbedder(const Path& path, const EmbedderOptions& options)
{
    const ModelSource source = openModelSource(path, options.tokenizer);
    // Hashing takes as long as reading the weights: side by side.
    auto id = std::async(std::launch::async, [&] { return sourceId(source); });
    auto model = guarded([&] { return ProlapModel::load(source); }, "load the model");
    return std::make_unique<TorchEmbedder>(std::move(model), id.get(), options);
}

} // namespace prolap::model
