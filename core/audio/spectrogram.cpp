#include "core/audio/spectrogram.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <numbers>

#include "core/audio/decoder.h"
#include "core/audio/libav.h"
#include "core/error.h"

extern "C" {
#include <libavutil/mem.h>
#include <libavutil/tx.h>
}

namespace prolap::audio {

namespace {

constexpr std::size_t kColumnsAtOnce = 16;
constexpr int kMostFrames = 4; ///< averaged in a column

struct AvFree {
    void operator()(float* memory) const { av_free(memory); }
};
using Aligned = std::unique_ptr<float[], AvFree>; // NOLINT: libav asks for its own alignment

Aligned aligned(std::size_t count)
{
    auto* memory = static_cast<float*>(av_calloc(count, sizeof(float)));
    if (!memory)
        throw std::bad_alloc();
    return Aligned(memory);
}

/// How one row is read from the bins.
struct Row {
    std::size_t first = 0, last = 0; ///< bins, inclusive
    float between = 0;               ///< of first and last, where the row is narrower than a bin
    bool narrow = false;
};

std::vector<Row> rowsOf(const SpectrogramOptions& options, double highHz, int rate, std::size_t frame)
{
    std::vector<Row> rows(options.rows);
    const double binHz = static_cast<double>(rate) / static_cast<double>(frame);
    const std::size_t bins = frame / 2 + 1;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const double low = rowHz(options, highHz, static_cast<double>(r) - 0.5) / binHz;
        const double high = rowHz(options, highHz, static_cast<double>(r) + 0.5) / binHz;
        Row& row = rows[r];
        if (std::floor(high) >= std::ceil(low) && high - low >= 1) {
            row.first = std::min(bins - 1, static_cast<std::size_t>(std::ceil(low)));
            row.last = std::min(bins - 1, std::max(row.first, static_cast<std::size_t>(std::floor(high))));
        } else {
            const double middle = std::clamp((low + high) / 2, 0.0, static_cast<double>(bins - 1));
            row.narrow = true;
            row.first = static_cast<std::size_t>(middle);
            row.last = std::min(bins - 1, row.first + 1);
            row.between = static_cast<float>(middle - static_cast<double>(row.first));
        }
    }
    return rows;
}

} // namespace

class Spectrum::Impl {
public:
    explicit Impl(std::size_t size)
        : m_size(size), m_in(aligned(size + 16)), m_out(aligned(size + 32)), m_window(size), m_power(size / 2 + 1)
    {
        const float scale = 1;
        if (av_tx_init(&m_context, &m_function, AV_TX_FLOAT_RDFT, 0, static_cast<int>(size), &scale, 0) < 0)
            throw Error(ErrorKind::Internal,
                        "The spectrum of " + std::to_string(size) + " samples cannot be computed by this FFmpeg.");
        double sum = 0;
        for (std::size_t i = 0; i < size; ++i) {
            const double v =
                0.5 - 0.5 * std::cos(2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(size));
            m_window[i] = static_cast<float>(v);
            sum += v;
        }
        m_scale = static_cast<float>(4 / (sum * sum)); // a sine's amplitude is split between two bins' signs
    }
    ~Impl() { av_tx_uninit(&m_context); }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    std::size_t size() const { return m_size; }

    std::span<const float> power(std::span<const float> frame)
    {
        for (std::size_t i = 0; i < m_size; ++i)
            m_in[i] = frame[i] * m_window[i];
        m_function(m_context, m_out.get(), m_in.get(), sizeof(float));
        for (std::size_t bin = 0; bin < m_power.size(); ++bin) {
            const float re = m_out[2 * bin], im = m_out[2 * bin + 1];
            m_power[bin] = (re * re + im * im) * m_scale;
        }
        return m_power;
    }

private:
    std::size_t m_size;
    AVTXContext* m_context = nullptr;
    av_tx_fn m_function = nullptr;
    Aligned m_in, m_out;
    std::vector<float> m_window, m_power;
    float m_scale = 1;
};

Spectrum::Spectrum(std::size_t size) : m_impl(std::make_unique<Impl>(size)) {}
Spectrum::~Spectrum() = default;

std::size_t Spectrum::size() const
{
    return m_impl->size();
}

std::span<const float> Spectrum::power(std::span<const float> frame)
{
    return m_impl->power(frame);
}

double rowHz(const SpectrogramOptions& options, double highHz, double row)
{
    const double share = (row + 0.5) / static_cast<double>(std::max<std::size_t>(1, options.rows));
    return options.lowHz * std::pow(highHz / options.lowHz, share);
}

int readSpectrogram(const Path& file, const SpectrogramOptions& options,
                    const std::function<void(std::size_t firstColumn, std::span<const float> levels)>& onColumns,
                    const std::stop_token& stop)
{
    const int rate = probe(file).sampleRate;
    const auto frame = std::clamp<std::size_t>(
        std::bit_ceil(static_cast<std::size_t>(std::max(1.0, options.frameSeconds * rate * 0.75))), 64, 32768);
    DecodeOptions decode;
    decode.mono = true;
    const double lead = static_cast<double>(frame) / 2 / rate;
    decode.startSeconds = std::max(0.0, options.start - lead);
    decode.endSeconds = options.end + lead;
    Decoder decoder(file, decode);
    Spectrum spectrum(frame);
    const double highHz = options.highHz > 0 ? std::min(options.highHz, rate / 2.0) : rate / 2.0;
    const std::vector<Row> rows = rowsOf(options, highHz, rate, frame);

    // buffer[0] is the sample at `bufferAt` of the file.
    std::vector<float> buffer, block(8192), power(frame / 2 + 1), levels;
    std::int64_t bufferAt = std::llround(decode.startSeconds * rate);
    bool ended = false;
    const auto frameAt = [&](std::int64_t first) { // [first, first + frame), silence outside of the file
        if (first - bufferAt > std::int64_t{1} << 16) {
            const auto gone = std::min<std::int64_t>(first - bufferAt, static_cast<std::int64_t>(buffer.size()));
            buffer.erase(buffer.begin(), buffer.begin() + gone);
            bufferAt += gone;
        }
        while (!ended &&
               bufferAt + static_cast<std::int64_t>(buffer.size()) < first + static_cast<std::int64_t>(frame)) {
            const std::size_t got = decoder.read(block);
            ended = got == 0;
            buffer.insert(buffer.end(), block.begin(), block.begin() + static_cast<std::ptrdiff_t>(got));
        }
        std::vector<float> samples(frame, 0.0f);
        const std::int64_t from = std::max(first, bufferAt);
        const std::int64_t to =
            std::min(first + static_cast<std::int64_t>(frame), bufferAt + static_cast<std::int64_t>(buffer.size()));
        if (to > from)
            std::copy_n(buffer.begin() + (from - bufferAt), to - from, samples.begin() + (from - first));
        return samples;
    };

    const double step = (options.end - options.start) / static_cast<double>(std::max<std::size_t>(1, options.columns));
    const int frames =
        std::clamp(static_cast<int>(std::ceil(step * rate / static_cast<double>(frame))), 1, kMostFrames);
    std::size_t firstOfBatch = 0;
    for (std::size_t c = 0; c < options.columns; ++c) {
        if (stop.stop_requested())
            return 0;
        std::ranges::fill(power, 0.0f);
        for (int i = 0; i < frames; ++i) {
            const double middle = options.start + (static_cast<double>(c) + (i + 0.5) / frames) * step;
            const std::vector<float> samples =
                frameAt(std::llround(middle * rate) - static_cast<std::int64_t>(frame / 2));
            const std::span<const float> one = spectrum.power(samples);
            for (std::size_t bin = 0; bin < power.size(); ++bin)
                power[bin] += one[bin] / static_cast<float>(frames);
        }
        for (const Row& row : rows) {
            const float p = row.narrow ? power[row.first] + (power[row.last] - power[row.first]) * row.between
                                       : *std::max_element(power.begin() + static_cast<std::ptrdiff_t>(row.first),
                                                           power.begin() + static_cast<std::ptrdiff_t>(row.last) + 1);
            levels.push_back(std::max(kSilentDb, 10 * std::log10(std::max(p, 1e-20f))));
        }
        if (c + 1 - firstOfBatch == kColumnsAtOnce || c + 1 == options.columns) {
            onColumns(firstOfBatch, levels);
            firstOfBatch = c + 1;
            levels.clear();
        }
    }
    return rate;
}

} // namespace prolap::audio
