#include "core/model/checkpoint/safetensors.h"
#include "core/model/nn/clip_fit.h"
#include "core/model/nn/log_mel.h"
#include "tests/core_model/references.h"
#include "tests/support/files.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap;
using namespace prolap::test;
using model::MelConfig;

namespace {

void compare(double actual, double expected, double tolerance)
{
    QVERIFY2(std::abs(actual - expected) <= tolerance,
             qPrintable(QString("%1, expected %2").arg(actual, 0, 'g', 12).arg(expected, 0, 'g', 12)));
}

} // namespace

class TstLogMel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Values worked out from the published formulas in double.
    void filterBanks()
    {
        const auto bank = [](const MelConfig& config) { return model::nn::melFilterBank(config); };
        const auto at = [](const torch::Tensor& t, int band, int bin) { return t[band][bin].item<double>(); };

        const auto unfused = bank(MelConfig::clapUnfused());
        compare(unfused.sum().item<double>(), 1.364433, 1e-6);
        QCOMPARE((unfused > 0).sum().item<int>(), 577);
        compare(at(unfused, 0, 2), .01501181, 1e-8);
        compare(at(unfused, 0, 3), .00595148, 1e-8);
        compare(at(unfused, 63, 283), .00131327, 1e-8);

        const auto fused = bank(MelConfig::clapFused());
        compare(fused.sum().item<double>(), 290.150243, 1e-5);
        QCOMPARE((fused > 0).sum().item<int>(), 580);
        compare(at(fused, 0, 2), .76563896, 1e-8);
        compare(at(fused, 63, 285), .97395333, 1e-8);

        const auto msClap = bank(MelConfig::msClap2023());
        compare(msClap.sum().item<double>(), 2.048126, 1e-6);
        QCOMPARE((msClap > 0).sum().item<int>(), 866);
        compare(at(msClap, 0, 5), .00059012, 1e-8);
        compare(at(msClap, 63, 424), .00134121, 1e-8);

        const auto aisfx = bank(MelConfig::aisfx());
        compare(at(aisfx, 0, 1), .712065, 1e-6);
        compare(at(aisfx, 1, 3), .452381, 1e-6);
        compare(at(aisfx, 95, 987), .02715381, 1e-8);
        QCOMPARE((aisfx > 1e-12).sum().item<int>(), 2008);
        compare(aisfx.sum().item<double>(), 96, 1e-9);
    }

    void bandEdges()
    {
        const auto htk = model::nn::melEdges(MelConfig::aisfx());
        compare(htk[4].item<double>(), 108.0603, 1e-4);
        compare(htk[96].item<double>(), 21248.001, 1e-3);
        const auto slaney = model::nn::melEdges(MelConfig::clapUnfused());
        compare(slaney[1].item<double>(), 103.9849, 1e-4);
        compare(slaney[64].item<double>(), 13241.872, 1e-3);
    }

    void shapesAndExtremes()
    {
        const model::nn::LogMel mel(MelConfig::aisfx());
        for (const int n : {1, 1023, 1024, 44100})
            QCOMPARE(mel->forward(torch::rand({n})).sizes().vec(), (std::vector<std::int64_t>{1 + n / 1024, 96}));
        QCOMPARE(largestValue(mel->forward(torch::zeros({5000}))), 0.0);
        const model::nn::LogMel decibel(MelConfig::clapUnfused());
        QCOMPARE(decibel->forward(torch::zeros({5000})).max().item<float>(), -100.0F);
        QVERIFY(decibel->forward(torch::full({5000}, 3e38F)).isfinite().all().item<bool>());
    }

    /// Padding by reflection needs more than half a frame: what is shorter is repeated.
    void soundsTooShortToBeReflected()
    {
        const MelConfig config = MelConfig::clapUnfused();
        const model::nn::LogMel mel(config);
        const std::int64_t half = config.fftSize / 2;
        for (const std::int64_t n : {std::int64_t{1}, std::int64_t{244}, half, half + 1}) {
            const auto sound = torch::sin(torch::arange(n) * .3);
            const auto image = mel->forward(sound);
            QCOMPARE(image.size(1), std::int64_t(64));
            QVERIFY(image.isfinite().all().item<bool>());
            const std::int64_t times = n > half ? 1 : half / n + 1;
            QVERIFY(torch::equal(image, mel->forward(sound.repeat({times}))));
        }
    }

    /// The level of a recording does not matter to aiSFX's front end.
    void peakNormalisation()
    {
        const model::nn::LogMel mel(MelConfig::aisfx());
        const auto sound = torch::sin(torch::arange(20000) * .1);
        QVERIFY(largestDifference(mel->forward(sound), mel->forward(sound * .001)) < 1e-5);
    }

    void golden_data()
    {
        QTest::addColumn<QString>("set");
        QTest::addColumn<QString>("clip");
        QTest::addColumn<QString>("tensor");
        QTest::addColumn<int>("stride");
        QTest::addColumn<double>("tolerance");
        for (const char* clip : {"tiny", "partial", "chirp", "five", "silence"})
            QTest::addRow("aisfx %s", clip) << "aisfx" << QString("aisfx/inputs/%1.wav").arg(clip)
                                            << QString("logmel_strided.%1").arg(clip) << 10 << 1e-5;
        QTest::addRow("aisfx exact") << "aisfx"
                                     << "aisfx/inputs/exact.wav"
                                     << "logmel.exact" << 1 << 1e-5;
        for (const char* clip : {"mid", "short", "window"})
            QTest::addRow("aisfx %s", clip) << "aisfx" << QString("inputs/44100/%1.wav").arg(clip)
                                            << QString("logmel_strided.%1").arg(clip) << 10 << 1e-5;
        QTest::addRow("hf-unfused mid") << "hf-unfused"
                                        << "inputs/48000/mid.wav"
                                        << "logmel.mid" << 1 << 1e-3;
        QTest::addRow("hf-unfused window") << "hf-unfused"
                                           << "inputs/48000/window.wav"
                                           << "logmel_strided.window" << 25 << 1e-3;
        for (const char* clip : {"mid", "window"})
            QTest::addRow("msclap %s", clip) << "msclap-2023" << QString("inputs/44100/%1.wav").arg(clip)
                                             << QString("frontend1024.logmel_strided.%1").arg(clip) << 25 << 5e-3;
    }

    void golden()
    {
        QFETCH(QString, set);
        QFETCH(QString, clip);
        QFETCH(QString, tensor);
        QFETCH(int, stride);
        QFETCH(double, tolerance);
        const Path golden = goldenFolder();
        if (golden.empty())
            QSKIP("the golden data are not here");
        const auto expected = reference(
            checkpoint::readSafetensors(golden / set.toStdString() / "expected.safetensors"), tensor.toStdString());
        auto samples = readWav(golden / clip.toStdString());
        MelConfig config = MelConfig::aisfx();
        if (set == "hf-unfused") {
            config = MelConfig::clapUnfused();
            samples = model::nn::fillWindow(samples, 480000, model::HtsatConfig::Fill::RepeatPad);
        } else if (set == "msclap-2023") {
            config = MelConfig::msClap2023();
            samples = samples.repeat({308700 / samples.size(0) + 1}).narrow(0, 0, 308700);
        }
        const auto mel = model::nn::LogMel(config)->forward(samples);
        const auto rows = mel.slice(0, 0, mel.size(0), stride);
        const double difference = largestDifference(rows, expected);
        QVERIFY2(difference <= tolerance, qPrintable(QString::number(difference)));
        if (config.log == MelConfig::Log::Decibel)
            QCOMPARE((rows == -100).sum().item<int>(), (expected == -100).sum().item<int>());
    }
};

PROLAP_TEST(TstLogMel)
#include "tst_log_mel.moc"
