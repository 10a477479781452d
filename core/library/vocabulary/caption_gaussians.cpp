#include "core/library/vocabulary/caption_gaussians.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <sstream>
#include <string_view>
#include <system_error>
#include <unordered_map>

#include "core/atomic_file.h"
#include "core/content_hash.h"
#include "core/error.h"
#include "core/index/half.h"

namespace prolap::library {

namespace {

constexpr std::size_t kCaptionsACall = 32;
constexpr std::size_t kMostKept = 400'000; ///< captions in a file; more are not kept
constexpr std::string_view kMagic = "ProLAP captions 1\n";

std::size_t strideOf(std::size_t dim)
{
    return (dim + 31) / 32 * 32;
}

void addRow(CaptionGaussians& to, const std::string& text, std::span<const float> mean, std::span<const float> logVar,
            float uncertainty)
{
    to.texts.push_back(text);
    for (const float value : mean)
        to.means.push_back(index::toHalf(value));
    to.means.resize(to.texts.size() * to.stride);
    for (const float value : logVar)
        to.logVars.push_back(index::toHalf(value));
    to.uncertainties.push_back(uncertainty);
}

template <typename T> void put(std::string& out, const std::vector<T>& values)
{
    out.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

/// Reads what was written, and knows when it is not all there.
class Bytes {
public:
    explicit Bytes(std::string_view bytes) : m_rest(bytes) {}

    bool take(void* to, std::size_t size)
    {
        if (size > m_rest.size())
            return false;
        std::memcpy(to, m_rest.data(), size);
        m_rest.remove_prefix(size);
        return true;
    }
    template <typename T> bool take(std::vector<T>& to, std::size_t count)
    {
        if (count > m_rest.size() / sizeof(T))
            return false;
        to.resize(count);
        return take(to.data(), count * sizeof(T));
    }
    bool atEnd() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

} // namespace

std::vector<float> CaptionGaussians::mean(std::size_t i) const
{
    std::vector<float> values(dim);
    for (std::size_t d = 0; d < dim; ++d)
        values[d] = index::fromHalf(means[i * stride + d]);
    return values;
}

std::vector<float> CaptionGaussians::logVar(std::size_t i) const
{
    std::vector<float> values(logVars.empty() ? 0 : dim);
    for (std::size_t d = 0; d < values.size(); ++d)
        values[d] = index::fromHalf(logVars[i * dim + d]);
    return values;
}

void CaptionGaussians::append(const CaptionGaussians& other, std::size_t i)
{
    texts.push_back(other.texts[i]);
    const auto row = other.means.begin() + static_cast<std::ptrdiff_t>(i * stride);
    means.insert(means.end(), row, row + static_cast<std::ptrdiff_t>(stride));
    if (other.probabilistic()) {
        const auto variances = other.logVars.begin() + static_cast<std::ptrdiff_t>(i * dim);
        logVars.insert(logVars.end(), variances, variances + static_cast<std::ptrdiff_t>(dim));
    }
    uncertainties.push_back(other.uncertainties[i]);
}

CaptionCache::CaptionCache(const Path& folder, std::shared_ptr<const model::Embedder> embedder)
    : m_embedder(std::move(embedder)), m_folder(folder)
{
    ContentHash hash;
    hash.add(m_embedder->info().id);
    m_file = folder / ("captions-" + hash.hex().substr(0, 32) + ".bin");
}

std::optional<CaptionGaussians> CaptionCache::of(std::span<const std::string> texts, std::stop_token stop,
                                                 const ProgressFn& progress) const
{
    const model::ModelInfo& info = m_embedder->info();
    CaptionGaussians known = load().value_or(CaptionGaussians{});
    known.dim = info.dim;
    known.stride = strideOf(info.dim);
    std::unordered_map<std::string_view, std::size_t> rows;
    for (std::size_t i = 0; i < known.count(); ++i)
        rows.emplace(known.texts[i], i);
    std::vector<std::string> missing;
    {
        std::unordered_map<std::string_view, bool> asked;
        for (const std::string& text : texts)
            if (!rows.contains(text) && asked.emplace(text, true).second)
                missing.push_back(text);
    }
    rows.clear(); // its keys look into what grows below
    ProgressThrottle throttle;
    std::size_t done = 0;
    const auto report = [&] {
        if (progress && !missing.empty() && (done == missing.size() || throttle.due()))
            progress({static_cast<std::int64_t>(done), static_cast<std::int64_t>(missing.size()),
                      done < missing.size() ? missing[done] : std::string()});
    };
    while (done < missing.size() && !stop.stop_requested()) {
        report();
        const auto part = std::span(missing).subspan(done, std::min(kCaptionsACall, missing.size() - done));
        const model::Embeddings embedded = m_embedder->embedText(part);
        const std::vector<float> u = model::uncertainties(embedded);
        for (std::size_t i = 0; i < part.size(); ++i)
            addRow(known, part[i], embedded.meanOf(i), embedded.logVarOf(i), u.empty() ? 0 : u[i]);
        done += part.size();
    }
    report();
    if (done > 0)
        save(known);
    if (done < missing.size())
        return std::nullopt;
    for (std::size_t i = 0; i < known.count(); ++i)
        rows.emplace(known.texts[i], i);
    CaptionGaussians result;
    result.dim = known.dim;
    result.stride = known.stride;
    for (const std::string& text : texts)
        result.append(known, rows.at(text));
    return result;
}

std::optional<CaptionGaussians> CaptionCache::load() const
{
    std::ifstream in(m_file, std::ios::binary);
    if (!in)
        return std::nullopt;
    std::ostringstream whole;
    whole << in.rdbuf();
    const std::string bytes = std::move(whole).str();
    constexpr std::size_t kHashSize = 64;
    if (bytes.size() < kMagic.size() + kHashSize || !bytes.starts_with(kMagic))
        return std::nullopt;
    const std::string_view content = std::string_view(bytes).substr(0, bytes.size() - kHashSize);
    ContentHash hash;
    hash.add(content);
    if (hash.hex() != std::string_view(bytes).substr(content.size()))
        return std::nullopt;
    Bytes in2(content.substr(kMagic.size()));
    std::uint64_t dim = 0, count = 0, textBytes = 0, probabilistic = 0;
    if (!in2.take(&dim, 8) || !in2.take(&count, 8) || !in2.take(&textBytes, 8) || !in2.take(&probabilistic, 8) ||
        dim != m_embedder->info().dim || count > kMostKept)
        return std::nullopt;
    CaptionGaussians captions;
    captions.dim = dim;
    captions.stride = strideOf(dim);
    std::vector<char> text;
    if (!in2.take(text, textBytes) || !in2.take(captions.means, count * captions.stride) ||
        !in2.take(captions.logVars, probabilistic ? count * dim : 0) || !in2.take(captions.uncertainties, count) ||
        !in2.atEnd())
        return std::nullopt;
    for (auto at = text.begin(); at != text.end();) {
        const auto end = std::find(at, text.end(), '\0');
        if (end == text.end())
            return std::nullopt;
        captions.texts.emplace_back(at, end);
        at = end + 1;
    }
    return captions.count() == count ? std::optional(std::move(captions)) : std::nullopt;
}

void CaptionCache::save(const CaptionGaussians& captions) const
{
    if (captions.count() > kMostKept)
        return;
    std::string texts;
    for (const std::string& text : captions.texts) {
        if (text.find('\0') != text.npos)
            return;
        texts += text;
        texts += '\0';
    }
    const std::vector<std::uint64_t> sizes{captions.dim, captions.count(), texts.size(), captions.probabilistic()};
    std::string bytes(kMagic);
    put(bytes, sizes);
    bytes += texts;
    put(bytes, captions.means);
    put(bytes, captions.logVars);
    put(bytes, captions.uncertainties);
    ContentHash hash;
    hash.add(bytes);
    bytes += hash.hex();
    try {
        std::error_code failed;
        std::filesystem::create_directories(m_folder, failed);
        AtomicFile out(m_file);
        out.write(bytes);
        out.commit();
    } catch (const Error&) {
        // A cache: without it the captions are embedded again next time.
    }
}

} // namespace prolap::library
