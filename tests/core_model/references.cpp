#include "tests/core_model/references.h"

#include <cstring>
#include <fstream>
#include <limits>
#include <set>
#include <stdexcept>

#include <QTemporaryDir>

#include "core/model/checkpoint/safetensors.h"
#include "core/model/module_weights.h"
#include "tests/support/python.h"

namespace prolap::test {

torch::Tensor readWav(const Path& file)
{
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const auto number = [&](std::size_t at, std::size_t size) {
        std::uint32_t value = 0;
        std::memcpy(&value, bytes.data() + at, size);
        return value;
    };
    const std::size_t data = bytes.find("data");
    if (bytes.size() < 44 || data == std::string::npos)
        throw std::runtime_error("no WAV: " + file.string());
    const auto bits = number(34, 2), size = number(data + 4, 4);
    const char* samples = bytes.data() + data + 8;
    if (bits == 8)
        return (torch::from_blob(const_cast<char*>(samples), {size}, torch::kByte).to(torch::kFloat) - 128) / 128;
    std::vector<std::int16_t> words(size / 2);
    std::memcpy(words.data(), samples, words.size() * 2);
    return torch::tensor(words).to(torch::kFloat) / 32768;
}

torch::Tensor reference(const checkpoint::TensorSet& file, const std::string& name)
{
    const auto* view = file.find(name);
    if (!view)
        throw std::runtime_error("no reference tensor " + name);
    return model::toTorch(*view, name);
}

double largestDifference(const torch::Tensor& a, const torch::Tensor& b)
{
    if (a.sizes() != b.sizes() || a.isnan().any().item<bool>())
        return std::numeric_limits<double>::infinity();
    return (a - b).abs().max().item<double>();
}

double largestValue(const torch::Tensor& a)
{
    return a.abs().max().item<double>();
}

double leastCosine(const torch::Tensor& a, const torch::Tensor& b)
{
    return torch::cosine_similarity(a.to(torch::kDouble), b.to(torch::kDouble), 1).min().item<double>();
}

void fill(torch::nn::Module& module, const checkpoint::TensorSet& file, const std::string& prefix)
{
    std::set<std::string> used;
    model::copyWeights(model::weightsOf(module, prefix), file, "references", used);
    module.eval();
}

const ReferenceNets& referenceNets()
{
    static QTemporaryDir folder;
    static const ReferenceNets nets = [] {
        if (pythonPackage("transformers").empty() || pythonPackage("safetensors").empty())
            return ReferenceNets{{}, "PROLAP_PYTHON has no transformers and safetensors"};
        runPython({"tests/core_model/make_references.py", "nets", folder.path()});
        return ReferenceNets{folder.path().toStdString(), {}};
    }();
    return nets;
}

const AisfxWeights& aisfxWeights()
{
    static QTemporaryDir folder;
    static const AisfxWeights weights = [] {
        const Path package = pythonPackage("aisfx");
        if (package.empty() || pythonPackage("safetensors").empty())
            return AisfxWeights{{}, "PROLAP_PYTHON has no aisfx and safetensors"};
        const Path out = folder.filePath("aisfx.safetensors").toStdString();
        runPython({"tests/core_model/make_references.py", "aisfx",
                   QString::fromStdString((package / "models/checkpoint.pth").string()),
                   QString::fromStdString(out.string())});
        return AisfxWeights{checkpoint::readSafetensors(out), {}};
    }();
    return weights;
}

} // namespace prolap::test
