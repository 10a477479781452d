#include "core/library/models/model_bench.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <span>

#include "core/error.h"

namespace prolap::library {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t kShares = 1000; ///< of progress, for each setting
constexpr int kCaptions = 24;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// A rising tone with noise, one window long.
std::vector<float> testSound(const model::ModelInfo& info)
{
    const auto samples = static_cast<std::size_t>(info.windowSeconds * info.sampleRate);
    std::vector<float> sound(std::max<std::size_t>(1, samples));
    unsigned noise = 1;
    for (std::size_t i = 0; i < sound.size(); ++i) {
        noise = noise * 1664525U + 1013904223U;
        const double t = static_cast<double>(i) / info.sampleRate;
        sound[i] = static_cast<float>(.4 * std::sin(t * (400 + 300 * t)) + .1 * (noise / 4294967296.0 - .5));
    }
    return sound;
}

class Measuring {
public:
    Measuring(const BenchOptions& options, std::stop_token stop, const ProgressFn& progress, std::size_t settings)
        : m_options(options),
          m_stop(std::move(stop)),
          m_progress(progress),
          m_total(static_cast<std::int64_t>(settings) * kShares)
    {
    }

    bool stopped() const { return m_stop.stop_requested(); }

    void begin(std::size_t setting, const std::string& what)
    {
        m_from = static_cast<std::int64_t>(setting) * kShares;
        m_what = what;
        report(0);
    }

    void listen(const model::Embedder& embedder, BenchFigures& figures)
    {
        const std::vector<float> sound = testSound(embedder.info());
        const std::vector<std::span<const float>> batch(static_cast<std::size_t>(m_options.batchWindows), sound);
        embedder.embedAudio(std::span(batch).first(1)); // kernels are chosen at the first call
        std::int64_t windows = 0;
        const auto start = Clock::now();
        double seconds = 0;
        while ((seconds = secondsSince(start)) < m_options.secondsEach || windows == 0) {
            if (stopped())
                return;
            // One by one where a batch would take longer than the whole measurement.
            const bool slow = windows > 0 && seconds / static_cast<double>(windows) > m_options.secondsEach / 16;
            const auto now = std::span(batch).first(slow || windows == 0 ? 1 : batch.size());
            embedder.embedAudio(now);
            windows += static_cast<std::int64_t>(now.size());
            report(.8 * std::min(1.0, seconds / m_options.secondsEach));
        }
        figures.windowsPerSecond = static_cast<double>(windows) / secondsSince(start);
        figures.realTimeFactor = figures.windowsPerSecond * embedder.info().windowSeconds;
    }

    void read(const model::Embedder& embedder, BenchFigures& figures)
    {
        std::vector<double> times;
        for (int i = 0; i <= kCaptions && !stopped(); ++i) {
            const std::vector<std::string> caption{"rain on a tin roof, number " + std::to_string(i)};
            const auto start = Clock::now();
            embedder.embedText(caption);
            if (i > 0) // the first one warms up
                times.push_back(1000 * secondsSince(start));
            report(.8 + .2 * i / kCaptions);
        }
        if (times.empty())
            return;
        std::ranges::sort(times);
        figures.captionMs = times[times.size() / 2];
        figures.captionMsHigh = times[times.size() * 95 / 100];
    }

    void report(double share)
    {
        if (!m_progress || (!m_throttle.due() && share < 1))
            return;
        m_progress({m_from + static_cast<std::int64_t>(share * kShares), m_total, m_what, -1});
    }

private:
    const BenchOptions& m_options;
    const std::stop_token m_stop;
    const ProgressFn& m_progress;
    const std::int64_t m_total;
    std::int64_t m_from = 0;
    std::string m_what;
    ProgressThrottle m_throttle;
};

std::vector<model::EmbedderOptions> settingsOf(const BenchOptions& options)
{
    if (!options.settings.empty())
        return options.settings;
    std::vector<model::EmbedderOptions> settings;
    for (const char* device : {"cpu", "cuda"})
        for (const char* precision : {"fp32", "bf16"}) {
            model::EmbedderOptions setting;
            setting.device = device;
            setting.precision = precision;
            settings.push_back(setting);
        }
    return settings;
}

} // namespace

std::optional<ModelBench> benchModel(const OpenModel& open, const BenchOptions& options, std::stop_token stop,
                                     const ProgressFn& progress)
{
    const auto settings = settingsOf(options);
    Measuring measuring(options, stop, progress, settings.size());
    ModelBench bench;
    for (std::size_t i = 0; i < settings.size(); ++i) {
        if (measuring.stopped())
            return std::nullopt;
        BenchFigures figures;
        figures.device = settings[i].device;
        figures.precision = settings[i].precision;
        measuring.begin(i, figures.device + ' ' + figures.precision);
        try {
            const auto start = Clock::now();
            const auto embedder = open(settings[i]);
            figures.loadSeconds = secondsSince(start);
            bench.model = embedder->info().name;
            figures.device = embedder->info().device;
            figures.precision = embedder->info().precision;
            figures.windowSeconds = embedder->info().windowSeconds;
            measuring.listen(*embedder, figures);
            measuring.read(*embedder, figures);
        } catch (const Error& error) {
            // Not on this device, or not within its memory; anything else is the same everywhere.
            if (error.kind() != ErrorKind::Unsupported && error.kind() != ErrorKind::OutOfMemory)
                throw;
            figures.problem = validUtf8(error.what());
        }
        bench.figures.push_back(std::move(figures));
    }
    if (measuring.stopped())
        return std::nullopt;
    measuring.report(1);
    return bench;
}

} // namespace prolap::library
