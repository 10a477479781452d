#include "core/audio/clip_reader.h"
#include "core/library/indexer.h"
#include "core/model/compute_setting.h"
#include "core/model/open_embedder.h"
#include "core/model/prolap_model.h"
#include "core/run_control.h"
#include "tests/support/python.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <chrono>
#include <filesystem>

#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace prolap;
using namespace prolap::test;

namespace {

constexpr std::size_t kFiles = 200;
constexpr std::size_t kTheirFiles = 48; // as evenly spread; they take long
constexpr int kThreads = 2;

/// Adds the seconds that work took to sum.
template <typename Work> auto timed(double& sum, const Work& work)
{
    const auto start = std::chrono::steady_clock::now();
    auto result = work();
    sum += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return result;
}

/// So many of the files in a folder and below, evenly spread over their sorted paths.
std::vector<Path> someFiles(const Path& folder, std::size_t count)
{
    std::vector<Path> all, some;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && entry.path().extension() == ".ogg")
            all.push_back(entry.path());
    std::sort(all.begin(), all.end());
    for (std::size_t i = 0; i < count && all.size() >= count; ++i)
        some.push_back(all[i * all.size() / count]);
    return some;
}

} // namespace

/// The way from sound files to embeddings with a CLAP checkpoint of the published size: indexing against the original
/// pipeline of Python packages, files a second.
class TstPipelineSpeed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char* package : {"transformers", "safetensors", "soundfile", "soxr"})
            if (pythonPackage(package).empty())
                QSKIP("PROLAP_PYTHON lacks packages of packaging/requirements-test.txt");
        const Path sounds(qEnvironmentVariable("PROLAP_SOURCE_DIR").toStdString() + "/../shared/sounds");
        std::error_code code;
        if (!std::filesystem::is_directory(sounds, code))
            QSKIP("the training clips are not here");
        m_files = someFiles(sounds, kFiles);
        QCOMPARE(m_files.size(), kFiles);
        std::filesystem::create_directories(folder("sounds"));
        for (std::size_t i = 0; i < kFiles; ++i) {
            const auto name = QString("%1.ogg").arg(i, 3, 10, QChar('0')).toStdString();
            std::filesystem::copy_file(m_files[i], folder("sounds") / name);
        }
        runPython({"tests/bench/clap_pipeline.py", "make", QString::fromStdString(folder("clap").string())});
    }

    void againstTheOriginals()
    {
        QStringList arguments{"tests/bench/clap_pipeline.py", "run", QString::fromStdString(folder("clap").string()),
                              QString::number(kThreads)};
        for (std::size_t i = 0; i < kTheirFiles; ++i)
            arguments << QString::fromStdString(m_files[i * kFiles / kTheirFiles].string());
        const auto theirs = nlohmann::json::parse(runPython(arguments).toStdString());
        double theirSeconds = INFINITY;
        for (const char* batch : {"1", "8"}) {
            double sum = 0;
            QStringList steps;
            for (const auto& [step, seconds] : theirs[batch].items()) {
                sum += seconds.get<double>();
                steps << QString("%1 %2 ms")
                             .arg(QString::fromStdString(step))
                             .arg(seconds.get<double>() / kTheirFiles * 1e3, 0, 'f', 1);
            }
            qInfo("originals, %s file(s) a call: %.2f files/s (a file: %s)", batch, kTheirFiles / sum,
                  qPrintable(steps.join(", ")));
            theirSeconds = std::min(theirSeconds, sum / kTheirFiles);
        }

        model::EmbedderOptions setting;
        setting.device = "cpu";
        setting.threads = kThreads;
        const auto embedder = model::openEmbedder(folder("clap"), setting);
        RunControl control;
        const auto report =
            library::indexFolders(folder("sounds.db"), *embedder, {.folders = {folder("sounds")}}, control, {});
        QCOMPARE(report.indexed, static_cast<std::int64_t>(kFiles));
        const double ourSeconds = report.seconds / kFiles;
        qInfo("indexing, %s, %d threads: %.2f files/s, %.0f x real time; %.2f times as fast as the faster of the "
              "originals",
              embedder->info().precision.c_str(), kThreads, 1 / ourSeconds, report.audioSeconds / report.seconds,
              theirSeconds / ourSeconds);
        // The aim is 3; measured were 2.1 to 2.7 (docs/models.md). What fails is a loss that noise does not explain.
        QVERIFY2(theirSeconds / ourSeconds >= 1.8, "indexing must be clearly faster than the original pipeline");
    }

    /// Where our time goes: the steps one after the other.
    void steps()
    {
        const model::ThreadCount threads(kThreads);
        const torch::InferenceMode inference;
        const auto model = model::ProlapModel::load(folder("clap"));
        if (model::wantsBf16("auto", torch::kCPU))
            model.audioEncoder->optimiseForInference(torch::kBFloat16);
        double read = 0, mel = 0, encoder = 0;
        for (std::size_t i = 0; i < kTheirFiles; ++i) {
            std::vector<float> samples;
            timed(read, [&] {
                return audio::readClip(m_files[i * kFiles / kTheirFiles], {model.audioEncoder->sampleRate(), 10},
                                       [&](audio::ClipWindow&& window) {
                                           samples = std::move(window.samples);
                                           return false;
                                       },
                                       {});
            });
            const auto pieces = timed(mel, [&] { return model.audioEncoder->prepare(torch::tensor(samples)); });
            timed(encoder, [&] { return model.audioEncoder->forward(pieces); });
        }
        qInfo("our steps one by one, a file: read %.1f ms (one thread), log-mel %.1f ms, encoder %.1f ms",
              read / kTheirFiles * 1e3, mel / kTheirFiles * 1e3, encoder / kTheirFiles * 1e3);
    }

private:
    Path folder(const char* name) const { return Path(m_dir.filePath(name).toStdString()); }

    QTemporaryDir m_dir;
    std::vector<Path> m_files;
};

PROLAP_TEST(TstPipelineSpeed)
#include "tst_pipeline_speed.moc"
