#include <chrono>
#include <cmath>
#include <fstream>
#include <set>

#include <QTemporaryDir>
#include <QTest>
#include <torch/torch.h>

#include "core/content_hash.h"
#include "core/model/prolap_model.h"
#include "core/train/data/cache_folder.h"
#include "core/train/data/feature_cache.h"
#include "core/train/data/piece_source.h"
#include "core/train/features.h"
#include "tests/core_train/small_data_set.h"
#include "tests/support/test_main.h"

using namespace prolap;
using namespace prolap::train;

namespace {

const std::string kFrontEnd(32, 'f');
constexpr std::uint64_t kPlenty = 1 << 20;

std::string hashOf(int number)
{
    ContentHash hash;
    hash.add(std::to_string(number));
    return hash.hex();
}

/// Two windows of one and two pieces.
ClipPieces someClip(int number)
{
    torch::manual_seed(static_cast<std::uint64_t>(number));
    return {torch::randn({3, 8, 4}) * 20 - 40, {1, 2}};
}

Path fileOf(const Path& folder, int number)
{
    const std::string hash = hashOf(number);
    return folder / ("mel-" + kFrontEnd) / hash.substr(0, 2) / (hash + ".safetensors");
}

/// As if it had last been used so long ago.
void age(const Path& file, std::chrono::hours hours)
{
    std::filesystem::last_write_time(file, std::filesystem::file_time_type::clock::now() - hours);
}

std::string contentOf(const Path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

class TstCaches : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_folder = m_dir->path().toStdString();
    }

    void piecesComeBackAsPutRoundedThem()
    {
        MelCache cache(m_folder, kFrontEnd, kPlenty);
        ClipPieces clip = someClip(1);
        const torch::Tensor exact = clip.pieces.clone();
        cache.put(hashOf(1), clip);
        QVERIFY(!torch::equal(clip.pieces, exact)); // half precision
        QVERIFY((clip.pieces - exact).abs().max().item<double>() <= 128 * std::pow(2, -11));
        const auto found = MelCache(m_folder, kFrontEnd, kPlenty).find(hashOf(1)); // as another process
        QVERIFY(found && torch::equal(found->pieces, clip.pieces) && found->counts == clip.counts);
        QVERIFY(found->pieces.scalar_type() == torch::kFloat32);
        QVERIFY(!cache.find(hashOf(2)));
        QVERIFY(!MelCache(m_folder, std::string(32, 'e'), kPlenty).find(hashOf(1)));
    }

    void damagedFilesCountAsAbsent()
    {
        MelCache cache(m_folder, kFrontEnd, kPlenty);
        ClipPieces clip = someClip(1);
        cache.put(hashOf(1), clip);
        const Path file = fileOf(m_folder, 1);
        const std::string whole = contentOf(file);
        QVERIFY(cache.find(hashOf(1)));
        std::string flipped = whole;
        flipped[whole.size() - 5] ^= 1; // in the values, where only the sum can tell
        for (const std::string& damaged :
             {flipped, whole.substr(0, whole.size() / 2), std::string(), std::string("x")}) {
            test::writeText(file, damaged);
            QVERIFY(!cache.find(hashOf(1)));
        }
        cache.put(hashOf(1), clip);
        QVERIFY(cache.find(hashOf(1)));
    }

    void whatWasNotUsedForLongestLeaves()
    {
        MelCache filling(m_folder, kFrontEnd, kPlenty);
        for (int i = 0; i < 10; ++i) {
            ClipPieces clip = someClip(i);
            filling.put(hashOf(i), clip);
            age(fileOf(m_folder, i), std::chrono::hours(20 - i));
        }
        const auto one = static_cast<std::uint64_t>(std::filesystem::file_size(fileOf(m_folder, 0)));
        QVERIFY(filling.find(hashOf(0))); // used just now
        MelCache full(m_folder, kFrontEnd, 10 * one);
        ClipPieces eleventh = someClip(10);
        full.put(hashOf(10), eleventh);
        QVERIFY(full.find(hashOf(10)) && full.find(hashOf(0)) && full.find(hashOf(9)));
        QVERIFY(!full.find(hashOf(1)) && !full.find(hashOf(2)));
        std::uint64_t left = 0;
        for (int i = 0; i <= 10; ++i)
            left += full.find(hashOf(i)) ? one : 0;
        QCOMPARE(left, 9 * one); // with a tenth of room
        MelCache none(m_folder, kFrontEnd, 0);
        none.put(hashOf(11), eleventh);
        QVERIFY(!none.find(hashOf(11)) && !none.find(hashOf(0)));
    }

    void encodersFilesShareTheLimit()
    {
        const std::string old = "audio-" + std::string(32, '1'), fresh = "text-" + std::string(32, '2') + "-masked";
        for (const std::string& name : {old, fresh}) {
            FeatureCache cache(m_folder, name);
            cache.put(hashOf(1), torch::randn({4, 64}));
            cache.save();
        }
        const Path oldFile = m_folder / (old + ".safetensors"), freshFile = m_folder / (fresh + ".safetensors");
        age(oldFile, std::chrono::hours(2));
        age(freshFile, std::chrono::hours(1));
        const auto bytes = static_cast<std::uint64_t>(std::filesystem::file_size(freshFile));
        QCOMPARE(trimCacheFolder(m_folder, kPlenty), 2 * bytes);
        QVERIFY(FeatureCache(m_folder, old).find(hashOf(1)).defined()); // opening it is using it
        QCOMPARE(trimCacheFolder(m_folder, 2 * bytes - 1), bytes);
        QVERIFY(std::filesystem::exists(oldFile) && !std::filesystem::exists(freshFile));
    }

    /// What an encoder makes of cached pieces is what it makes of the windows, to half precision.
    void piecesStandForTheWindows()
    {
        const Path pack = m_folder / "encoders", sound = m_folder / "tone.wav";
        test::writeSmallEncoders(pack);
        test::writeTone(sound, 700.37, 4.3); // no window is like another
        const model::ProlapModel model = model::ProlapModel::load(pack);
        model.audioEncoder->eval();
        const torch::NoGradGuard noGrad;
        constexpr int kWindows = 3;
        PieceSource source(model, kWindows, m_folder / "cache", kPlenty);
        const ClipPieces clip = source.windows(sound);
        QCOMPARE(clip.counts.size(), std::size_t(kWindows));
        const auto windows = clipWindows(sound, 16000, model.config.audio.windowSeconds, kWindows, {});
        const std::vector<std::span<const float>> spans(windows.begin(), windows.end());
        const torch::Tensor direct = model.encodeAudioFeatures(spans).clone();
        const torch::Tensor through = model.audioEncoder->forwardWindows(clip.pieces, clip.counts);
        QVERIFY((direct - through).norm().item<double>() < 5e-3 * direct.norm().item<double>());

        // From the disk, bit for bit, also when the sound itself could not be decoded any more.
        PieceSource again(model, kWindows, m_folder / "cache", kPlenty);
        const ClipPieces cached = again.windows(sound);
        QVERIFY(torch::equal(cached.pieces, clip.pieces) && cached.counts == clip.counts);
        const auto files = std::distance(std::filesystem::recursive_directory_iterator(m_folder / "cache"),
                                         std::filesystem::recursive_directory_iterator());
        QCOMPARE(files, 3); // front end, shard, clip
        QVERIFY(torch::equal(PieceSource(model, kWindows, m_folder / "cache", 0).windows(sound).pieces, clip.pieces));

        std::mt19937_64 random(3);
        std::set<double> seen;
        for (int i = 0; i < 40; ++i) {
            const torch::Tensor drawn = again.drawnWindow(sound, random);
            QCOMPARE(drawn.size(0), clip.counts[0]);
            seen.insert(drawn.to(torch::kFloat64).sum().item<double>());
        }
        QCOMPARE(seen.size(), std::size_t(kWindows));
    }

    void theFrontEndNamesTheCache()
    {
        const Path pack = m_folder / "encoders";
        test::writeSmallEncoders(pack);
        model::ProlapModel model = model::ProlapModel::load(pack);
        const std::string id = frontEndId(model, 30);
        QCOMPARE(id.size(), std::size_t(32));
        QVERIFY(id != frontEndId(model, 29));
        {
            const torch::NoGradGuard noGrad;
            for (torch::Tensor& weight : model.audioEncoder->parameters())
                weight += 1; // training does not change what goes in
        }
        QCOMPARE(frontEndId(model, 30), id);
        model.config.audio.mel.hopSamples *= 2;
        QVERIFY(frontEndId(model, 30) != id);
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    Path m_folder;
};

PROLAP_TEST(TstCaches)
#include "tst_caches.moc"
