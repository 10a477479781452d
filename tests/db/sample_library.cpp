#include "tests/db/sample_library.h"

#include <cmath>
#include <fstream>
#include <iterator>

#include <sys/stat.h>

namespace prolap::test {

Folder::Folder()
{
    if (!m_dir.isValid())
        qFatal("no temporary folder");
    ::chmod(path().c_str(), 0777);
}

std::string bytesOf(const Path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

SampleGaussian::SampleGaussian(int seed, std::size_t dim, bool probabilistic)
    : mean(dim), uncertainty(probabilistic ? 0.25f * static_cast<float>(seed % 16) : 0)
{
    for (std::size_t i = 0; i < dim; ++i)
        mean[i] = static_cast<float>(std::sin(0.7 * seed + 0.3 * static_cast<double>(i)));
    if (probabilistic)
        logVar.assign(dim, -2.5f - 0.125f * static_cast<float>(seed % 8));
}

db::GaussianIn SampleGaussian::in() const
{
    return {mean, logVar, logVar.empty() ? std::optional<float>() : uncertainty};
}

db::ClipFacts wavFacts(double seconds)
{
    return {seconds, 44100, 2, 16, false, "pcm_s16le", "wav", {}, {}};
}

ClipId addListened(db::Catalogue& catalogue, RootId root, const Path& path, EmbeddingSetId set, int windows, int seed)
{
    db::ClipTable clips(catalogue);
    const ClipId clip = clips.list({root, path, 1000, 2000});
    db::ListenedFacts listened;
    listened.facts = wavFacts(10.0 * windows);
    listened.contentHash = std::string(63, '0') + std::to_string(seed % 10);
    listened.waveform = {{-0.5f, -0.25f}, {0.5f, 0.25f}, {0.2f, 0.1f}};
    listened.peak = 0.5f;
    clips.recordListened(clip, listened);
    std::vector<SampleGaussian> gaussians;
    for (int i = 0; i < windows; ++i)
        gaussians.emplace_back(seed + i);
    std::vector<db::WindowIn> in;
    for (int i = 0; i < windows; ++i)
        in.push_back({10.0 * i, 10.0 * (i + 1), gaussians[static_cast<std::size_t>(i)].in()});
    db::VectorTable(catalogue).replace(set, clip, in, SampleGaussian(seed + 100).in());
    return clip;
}

} // namespace prolap::test
