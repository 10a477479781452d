#include <cmath>

#include <QTemporaryDir>
#include <QTest>
#include <torch/torch.h>

#include "core/train/augment/mel_augmentation.h"
#include "core/train/augment/mixing.h"
#include "core/train/data/waveform_source.h"
#include "tests/core_train/small_data_set.h"
#include "tests/support/test_main.h"

using namespace prolap;
using namespace prolap::train;

namespace {

constexpr int kRate = 16000;

double level(const torch::Tensor& samples)
{
    return 10 * std::log10(samples.to(torch::kFloat64).square().mean().item<double>());
}

torch::Tensor tone(double hertz, double amplitude, std::int64_t samples)
{
    return (amplitude * (torch::arange(samples, torch::kFloat64) * (2 * M_PI * hertz / kRate)).sin())
        .to(torch::kFloat32);
}

double loudestHertz(const torch::Tensor& samples)
{
    const torch::Tensor spectrum = torch::fft_rfft(samples * torch::hann_window(samples.size(0))).abs();
    return spectrum.argmax().item<double>() * kRate / static_cast<double>(samples.size(0));
}

/// The amplitude of a tone within a sound.
double amplitudeAt(const torch::Tensor& samples, double hertz)
{
    const torch::Tensor t = torch::arange(samples.size(0), torch::kFloat64) * (2 * M_PI * hertz / kRate);
    const torch::Tensor x = samples.to(torch::kFloat64);
    const double c = (x * t.cos()).mean().item<double>(), s = (x * t.sin()).mean().item<double>();
    return 2 * std::hypot(c, s);
}

/// Everything off.
Recipe::Augmentation asItIs()
{
    Recipe::Augmentation augmentation;
    augmentation.gainDb = augmentation.shiftShare = 0;
    augmentation.randomCrop = false;
    return augmentation;
}

} // namespace

class TstAugment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_long.file = m_folder / "long.wav";
        m_short.file = m_folder / "short.wav";
        test::writeTone(m_long.file, 1000, 5);
        test::writeTone(m_short.file, 1000, .4);
    }

    void mixturesHoldBothAtMatchedLevel()
    {
        const torch::Tensor loud = tone(1000, .8, kRate), quiet = tone(2500, .01, kRate);
        for (const double alpha : {.5, .7, 1.}) {
            const torch::Tensor mixture = mixWaveforms(loud, quiet, alpha);
            // Before weighing both have one level: what is left of that is alpha to 1 - alpha, within 0.1 dB.
            const double a = amplitudeAt(mixture, 1000) / alpha;
            QVERIFY(std::abs(20 * std::log10(a / .8)) < .1);
            if (alpha < 1)
                QVERIFY(std::abs(20 * std::log10(amplitudeAt(mixture, 2500) / (1 - alpha) / a)) < .1);
        }
        QVERIFY(torch::equal(mixWaveforms(loud, quiet, 1), loud));
    }

    void mixturesAreNeitherClippedNorCut()
    {
        torch::Tensor click = torch::zeros({kRate});
        click[100] = .9; // a low level with a high peak
        const torch::Tensor mixture = mixWaveforms(tone(440, 1, kRate / 2), click, .5);
        QCOMPARE(mixture.size(0), kRate);
        QVERIFY(std::abs(mixture.abs().max().item<double>() - 1) < 1e-6);
        QVERIFY(mixture.slice(0, kRate / 2 + 1).abs().max().item<double>() == 0);
        // The level of a short sound is that of its own samples, not of the silence after it.
        const torch::Tensor half = mixWaveforms(tone(1000, .1, kRate), tone(2500, .4, kRate / 2), .5);
        const double late = level(half.slice(0, kRate / 2)), early = level(half.slice(0, 0, kRate / 2));
        QVERIFY(std::abs(early - late - 10 * std::log10(2)) < .1);
    }

    void silenceIsMixedWithoutNoise()
    {
        const torch::Tensor nothing = torch::zeros({100}), sound = tone(1000, .5, 100);
        QVERIFY(torch::allclose(mixWaveforms(sound, nothing, .6), .6 * sound));
        QVERIFY(torch::allclose(mixWaveforms(nothing, sound, .6), .4 * sound));
    }

    void gradedSharesFall()
    {
        std::mt19937_64 random(2), same(2);
        double sum = 0;
        for (int i = 0; i < 2000; ++i) {
            const std::vector<double> alphas = gradedAlphas(random);
            QVERIFY(alphas.size() == 3 && alphas == gradedAlphas(same));
            QVERIFY(alphas[0] < 1 && alphas[0] >= alphas[1] && alphas[1] >= alphas[2] && alphas[2] >= .5);
            sum += alphas[0] + alphas[1] + alphas[2];
        }
        QVERIFY(std::abs(sum / 6000 - .75) < 4 * (.5 / std::sqrt(12.)) / std::sqrt(6000.));
    }

    void stripesAreHiddenUnderTheMean()
    {
        torch::manual_seed(3);
        const torch::Tensor pieces = torch::randn({40, 60, 24}) - 30;
        const torch::Tensor original = pieces.clone();
        std::mt19937_64 random(5), same(5);
        const SpecAugment settings{2, 10, 1, 6};
        const torch::Tensor hidden = specAugmented(pieces, settings, random);
        QVERIFY(torch::equal(pieces, original));
        QVERIFY(torch::equal(hidden, specAugmented(pieces, settings, same)));
        const torch::Tensor changed = hidden != original;
        QVERIFY(torch::allclose(hidden.index({changed}), original.mean()));
        // Whole rows and whole columns, no more than are allowed, and different in every piece.
        const torch::Tensor frames = changed.all(2), bands = changed.all(1);
        QVERIFY(torch::equal(changed, frames.unsqueeze(2) | bands.unsqueeze(1)));
        const torch::Tensor framesHidden = frames.sum(1), bandsHidden = bands.sum(1);
        QVERIFY(framesHidden.max().item<int>() <= 20 && bandsHidden.max().item<int>() <= 6);
        QVERIFY(std::get<0>(at::_unique(framesHidden)).numel() > 5);
        // Widths are even from 0 to the largest: 3 bands on average.
        QVERIFY(std::abs(bandsHidden.to(torch::kFloat64).mean().item<double>() - 3) < 4 * 2 / std::sqrt(40.));

        const torch::Tensor fused = torch::randn({3, 4, 60, 24}); // with channels, alike in all
        const torch::Tensor fusedChanged = specAugmented(fused, settings, random) != fused;
        QVERIFY(torch::equal(fusedChanged.all(1), fusedChanged.any(1)));
        QVERIFY(torch::equal(specAugmented(pieces, {0, 9, 0, 9}, random), pieces));
        QVERIFY(specAugmented(pieces, {1, 1000, 1, 1000}, random).sizes() == pieces.sizes()); // wider than there is
    }

    void anotherSpeedIsAnotherPitchAndLength()
    {
        QCOMPARE(decodingRate(kRate, 1.25), 12800);
        Recipe::Augmentation augmentation = asItIs();
        augmentation.speedShare = 1;
        augmentation.speedRange = 1.25;
        std::mt19937_64 random(6);
        double slowest = 1e9, fastest = 0;
        for (int i = 0; i < 60; ++i) {
            const torch::Tensor window = augmentedWindow(m_short, kRate, 1, augmentation, random);
            const double speed = .4 * kRate / static_cast<double>(window.size(0));
            QVERIFY(std::abs(loudestHertz(window) - 1000 * speed) < 5);
            slowest = std::min(slowest, speed);
            fastest = std::max(fastest, speed);
        }
        QVERIFY2(slowest > .799 && slowest < .83 && fastest > 1.2 && fastest < 1.251,
                 qPrintable(QString("%1 %2").arg(slowest).arg(fastest)));
        augmentation.speedShare = 0;
        QCOMPARE(augmentedWindow(m_short, kRate, 1, augmentation, random).size(0), std::int64_t(.4 * kRate));
        // A long clip fills the window at every speed.
        augmentation.speedShare = 1;
        augmentation.randomCrop = true;
        for (int i = 0; i < 20; ++i)
            QCOMPARE(augmentedWindow(m_long, kRate, 4, augmentation, random).size(0), std::int64_t(4 * kRate));
    }

    void gainShiftAndCropAreOfTheirSizes()
    {
        std::mt19937_64 random(7);
        const torch::Tensor plain = augmentedWindow(m_short, kRate, 1, asItIs(), random);
        Recipe::Augmentation gain = asItIs();
        gain.gainDb = 6;
        double least = 100, most = -100;
        for (int i = 0; i < 60; ++i) {
            const double change = level(augmentedWindow(m_short, kRate, 1, gain, random)) - level(plain);
            least = std::min(least, change);
            most = std::max(most, change);
        }
        QVERIFY(least > -6.01 && least < -5 && most > 5 && most < 6.01);

        Recipe::Augmentation shift = asItIs();
        shift.shiftShare = 1;
        const torch::Tensor shifted = augmentedWindow(m_short, kRate, 1, shift, random);
        QVERIFY(!torch::equal(shifted, plain));
        QVERIFY(torch::equal(std::get<0>(shifted.sort()), std::get<0>(plain.sort())));

        Recipe::Augmentation crop = asItIs();
        crop.randomCrop = true;
        std::mt19937_64 one(8), other(9), same(8);
        const torch::Tensor cropped = augmentedWindow(m_long, kRate, 1, crop, one);
        QVERIFY(torch::equal(cropped, augmentedWindow(m_long, kRate, 1, crop, same)));
        QVERIFY(!torch::equal(cropped, augmentedWindow(m_long, kRate, 1, crop, other)));
        QCOMPARE(cropped.size(0), std::int64_t(kRate));
    }

private:
    QTemporaryDir m_dir;
    Path m_folder{m_dir.path().toStdString()};
    ManifestRow m_long, m_short;
};

PROLAP_TEST(TstAugment)
#include "tst_augment.moc"
