#include "core/audio/decoder.h"
#include "core/audio/peaks.h"
#include "core/audio/pitch_shifter.h"
#include "core/audio/preroll.h"
#include "core/audio/spectrogram.h"
#include "core/audio/stereo_mix.h"
#include "core/audio/varispeed.h"
#include "tests/core_audio/audio_files.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <numbers>

#include <QTest>

extern "C" {
#include <libavutil/channel_layout.h>
}

using namespace prolap;
using namespace prolap::audio;

namespace {

std::vector<float> stereoTone(double hertz, double seconds, int rate)
{
    std::vector<float> samples;
    for (int i = 0; i < static_cast<int>(seconds * rate); ++i) {
        const auto v = static_cast<float>(0.5 * std::sin(2 * std::numbers::pi * hertz * i / rate));
        samples.push_back(v);
        samples.push_back(-v);
    }
    return samples;
}

/// The frequency of the left channel by its zero crossings, edges left out.
double frequency(const std::vector<float>& stereo, int rate)
{
    const std::size_t frames = stereo.size() / 2, first = frames / 5, last = frames * 4 / 5;
    std::vector<double> crossings;
    for (std::size_t i = first; i + 1 < last; ++i)
        if (stereo[2 * i] < 0 && stereo[2 * i + 2] >= 0)
            crossings.push_back(static_cast<double>(i) + stereo[2 * i] / (stereo[2 * i] - stereo[2 * i + 2]));
    return crossings.size() < 2
               ? 0
               : static_cast<double>(crossings.size() - 1) * rate / (crossings.back() - crossings.front());
}

AVChannelLayout layoutOf(const char* text)
{
    AVChannelLayout layout{};
    av_channel_layout_from_string(&layout, text);
    return layout;
}

} // namespace

/// What plays, draws and measures sound, without a sound device.
class TstPlaybackParts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void varispeedMovesPitchAndLength_data()
    {
        QTest::addColumn<double>("ratio");
        for (const double ratio : {0.25, 0.5, 0.7, 1.0, 1.5, 2.0, 4.0})
            QTest::newRow(qPrintable(QString::number(ratio))) << ratio;
    }
    void varispeedMovesPitchAndLength()
    {
        QFETCH(double, ratio);
        const std::vector<float> in = stereoTone(1000, 1, 48000);
        Varispeed speed;
        std::vector<float> out;
        for (std::size_t at = 0; at < in.size(); at += 2000)
            speed.push(std::span(in).subspan(at, std::min<std::size_t>(2000, in.size() - at)), ratio, out);
        speed.finish(ratio, out);
        QVERIFY(std::abs(static_cast<double>(out.size() / 2) - 48000 / ratio) < 60 / ratio + 2);
        QVERIFY2(std::abs(frequency(out, 48000) - 1000 * ratio) < 1,
                 qPrintable(QString::number(frequency(out, 48000))));
        // As loud as before, and the sides not mixed up.
        double energy = 0, difference = 0;
        for (std::size_t i = out.size() / 4 / 2 * 2; i < out.size() / 2; i += 2) {
            energy += double(out[i]) * out[i];
            difference = std::max(difference, double(std::abs(out[i] + out[i + 1])));
        }
        const double rms = std::sqrt(energy / (static_cast<double>(out.size()) / 8));
        QVERIFY2(std::abs(rms - 0.5 / std::numbers::sqrt2) < 0.005, qPrintable(QString::number(rms)));
        QVERIFY(difference < 1e-5);
    }

    /// What would fold back is taken away first.
    void varispeedDoesNotFoldBack()
    {
        const std::vector<float> in = stereoTone(20000, 1, 48000); // twice as fast: over half the rate
        Varispeed speed;
        std::vector<float> out;
        speed.push(in, 2, out);
        float loudest = 0;
        for (std::size_t i = 200; i < out.size(); ++i)
            loudest = std::max(loudest, std::abs(out[i]));
        QVERIFY2(loudest < 0.001f, qPrintable(QString::number(loudest)));
    }

    void turningTheSpeedHasNoSeam()
    {
        const std::vector<float> in = stereoTone(300, 1, 48000);
        Varispeed speed;
        std::vector<float> out;
        for (std::size_t at = 0; at < in.size(); at += 960)
            speed.push(std::span(in).subspan(at, std::min<std::size_t>(960, in.size() - at)),
                       1 + 0.5 * std::sin(static_cast<double>(at) / 9600), out);
        // At most 450 Hz of amplitude 0.5: no step is steeper.
        const double steepest = 0.5 * 2 * std::numbers::pi * 450 / 48000 * 1.05;
        for (std::size_t i = 2 * 100; i + 2 < out.size(); i += 2)
            QVERIFY2(std::abs(out[i + 2] - out[i]) < steepest, qPrintable(QString::number(i)));
    }

    void pitchMovesAndLengthStays_data()
    {
        QTest::addColumn<double>("semitones");
        for (const double semitones : {-12.0, -5.0, 3.0, 12.0})
            QTest::newRow(qPrintable(QString::number(semitones))) << semitones;
    }
    void pitchMovesAndLengthStays()
    {
        QFETCH(double, semitones);
        const std::vector<float> in = stereoTone(600, 2, 48000);
        PitchShifter shifter(48000);
        shifter.setSemitones(semitones);
        std::vector<float> out;
        for (std::size_t at = 0; at < in.size(); at += 2048)
            shifter.push(std::span(in).subspan(at, std::min<std::size_t>(2048, in.size() - at)), out);
        QVERIFY(shifter.heldFrames() < 12000);
        shifter.finish(out);
        QCOMPARE(out.size(), in.size());
        const double wanted = 600 * std::exp2(semitones / 12);
        QVERIFY2(std::abs(frequency(out, 48000) - wanted) < wanted * 0.01,
                 qPrintable(QString::number(frequency(out, 48000))));
    }

    void downmixNeverExceedsFullScale_data()
    {
        QTest::addColumn<QString>("layout");
        for (const char* layout : {"mono", "stereo", "2.1", "5.0", "5.1", "7.1", "7.1.4", "quad", "hexagonal",
                                   "ambisonic 1", "3 channels", "6 channels", "hexadecagonal"})
            QTest::newRow(layout) << QString(layout);
    }
    void downmixNeverExceedsFullScale()
    {
        QFETCH(QString, layout);
        AVChannelLayout parsed = layoutOf(qPrintable(layout));
        if (parsed.nb_channels == 0)
            QSKIP("this FFmpeg does not know the layout");
        const auto mix = stereoMix(parsed, parsed.nb_channels);
        QCOMPARE(mix.size(), static_cast<std::size_t>(parsed.nb_channels));
        float left = 0, right = 0;
        for (const ChannelGains& gains : mix) {
            left += gains.left;
            right += gains.right;
            QVERIFY(gains.left >= 0 && gains.right >= 0);
        }
        QVERIFY2(left <= 1.0001f && right <= 1.0001f && left > 0.4f && right > 0.4f,
                 qPrintable(QString("%1 %2").arg(left).arg(right)));
        QCOMPARE(channelNames(parsed, parsed.nb_channels).size(), mix.size());
    }

    void theMiddleOf51StaysInTheMiddleAndBassIsLeftOut()
    {
        const auto mix = stereoMix(layoutOf("5.1"), 6); // FL FR FC LFE BL BR
        QCOMPARE(mix[2].left, mix[2].right);
        QVERIFY(mix[2].left > 0.2f);
        QCOMPARE(mix[3].left, 0.0f);
        QVERIFY(mix[0].left > 0 && mix[0].right == 0.0f && mix[1].right == mix[0].left);
        QCOMPARE(channelNames(layoutOf("5.1"), 6), (std::vector<std::string>{"FL", "FR", "FC", "LFE", "BL", "BR"}));
        const auto stereo = stereoMix(layoutOf("stereo"), 2);
        QVERIFY(stereo[0].left == 1.0f && stereo[1].right == 1.0f && stereo[0].right == 0.0f);
    }

    void aSpectrumIsCalibrated()
    {
        Spectrum spectrum(1024);
        std::vector<float> frame(1024);
        for (std::size_t i = 0; i < frame.size(); ++i)
            frame[i] = static_cast<float>(0.5 * std::sin(2 * std::numbers::pi * 64 * static_cast<double>(i) / 1024));
        const auto power = spectrum.power(frame);
        QCOMPARE(power.size(), std::size_t{513});
        QVERIFY2(std::abs(10 * std::log10(power[64]) - 20 * std::log10(0.5)) < 0.05,
                 qPrintable(QString::number(power[64])));
        QVERIFY(10 * std::log10(power[100] + 1e-20f) < -100);
    }

    void aSpectrogramShowsWhatIsThereAndWhen()
    {
        const test::AudioFiles files;
        const Path file = files.path("two.wav");
        std::vector<float> sound;
        for (int i = 0; i < 44100 * 2; ++i)
            sound.push_back(
                static_cast<float>(0.5 * std::sin(2 * std::numbers::pi * (i < 44100 ? 440 : 5000) * i / 44100)));
        files.write(file.filename().string(), test::wavFloat(sound, 1, 44100));
        SpectrogramOptions options;
        options.end = 2;
        options.columns = 100;
        options.rows = 128;
        std::vector<float> levels(options.columns * options.rows, 0.0f);
        std::size_t columns = 0;
        const int rate = readSpectrogram(
            file, options,
            [&](std::size_t first, std::span<const float> some) {
                QCOMPARE(first, columns); // in order, none left out
                columns += some.size() / options.rows;
                std::ranges::copy(some, levels.begin() + static_cast<std::ptrdiff_t>(first * options.rows));
            },
            {});
        QCOMPARE(rate, 44100);
        QCOMPARE(columns, options.columns);
        for (const std::size_t column : {10u, 40u, 60u, 90u}) {
            const auto begin = levels.begin() + static_cast<std::ptrdiff_t>(column * options.rows);
            const auto loudest = std::max_element(begin, begin + static_cast<std::ptrdiff_t>(options.rows));
            const double hertz = rowHz(options, 22050, static_cast<double>(loudest - begin));
            const double wanted = column < 50 ? 440 : 5000;
            QVERIFY2(hertz > wanted * 0.95 && hertz < wanted * 1.05, qPrintable(QString::number(hertz)));
            QVERIFY2(std::abs(*loudest + 6) < 1.5, qPrintable(QString::number(*loudest)));
        }
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(readSpectrogram(
                     file, options, [](std::size_t, std::span<const float>) { QFAIL("stopped"); }, stop.get_token()),
                 0);
    }

    void peaksOfAPartAreThoseOfItsSamples()
    {
        const test::AudioFiles files;
        const Path file = files.path("p.wav");
        std::vector<float> sound(44100, 0.0f);
        sound[22050] = 0.75f;
        sound[22060] = -0.5f;
        files.write(file.filename().string(), test::wavFloat(sound, 1, 44100));
        const auto peaks = readPeaks(file, 0.25, 0.75, 100, {});
        QVERIFY(peaks && peaks->samples.empty() && peaks->max.size() == 100);
        QCOMPARE(*std::ranges::max_element(peaks->max), 0.75f);
        QCOMPARE(std::ranges::max_element(peaks->max) - peaks->max.begin(), std::ptrdiff_t{50});
        QCOMPARE(*std::ranges::min_element(peaks->min), -0.5f);
        const auto near = readPeaks(file, 0.5, 0.5 + 100.0 / 44100, 1000, {});
        QVERIFY(near && near->samples.size() == 100);
        QCOMPARE(near->samples[0], 0.75f);
        QCOMPARE(near->samples[10], -0.5f);
    }

    void whatIsWantedIsPrepared()
    {
        const test::AudioFiles files;
        const Path file = files.path("a.wav"), gone = files.path("gone.wav");
        std::vector<float> sound(44100 * 3);
        for (std::size_t i = 0; i < sound.size(); ++i)
            sound[i] = static_cast<float>(i % 1000) / 1000;
        files.write(file.filename().string(), test::wavFloat(sound, 1, 44100));
        Preroll preroll;
        preroll.want({{gone, 0}, {file, 0.5}, {file, 1}});
        QTRY_VERIFY(preroll.idle());
        QVERIFY(!preroll.take({gone, 0}));
        QVERIFY(!preroll.take({file, 0.25}));
        auto clip = preroll.take({file, 0.5});
        QVERIFY(clip);
        QCOMPARE(clip->head.size(), std::size_t{44100});
        QCOMPARE(clip->head.front(), sound[22050]);
        std::vector<float> next(10); // and it goes on where the head ends
        QCOMPARE(clip->decoder->read(next), std::size_t{10});
        QCOMPARE(next.front(), sound[22050 + 44100]);
        QVERIFY(!preroll.take({file, 0.5})); // once
        std::filesystem::last_write_time(file, std::filesystem::file_time_type::clock::now() + std::chrono::seconds(9));
        QVERIFY(!preroll.take({file, 1})); // it was another file
    }
};

PROLAP_TEST(TstPlaybackParts)
#include "tst_playback_parts.moc"
