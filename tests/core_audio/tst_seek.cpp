#include "tests/core_audio/audio_files.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <cmath>
#include <random>

#include <QElapsedTimer>
#include <QTest>

using namespace prolap;
using namespace prolap::test;

/// Decoding [start, end) gives the same samples as that part of the whole decode.
class TstSeek : public QObject {
    Q_OBJECT

    AudioFiles m_files;

    /// A sweep with bursts of noise here and there: at those, encoders switch to short blocks.
    Path source()
    {
        const Path file = m_files.path("source.wav");
        if (exists(file))
            return file;
        std::vector<float> sound = sweep(20, 44100, 2);
        std::mt19937 random(5);
        for (std::size_t start = 0; start + 2000 < sound.size(); start += 2 * (2000 + random() % 20000))
            for (std::size_t i = start; i < start + 2000; ++i)
                sound[i] += static_cast<float>(random() % 1000) / 2500 - 0.2F;
        return m_files.write("source.wav", wavFloat(sound, 2, 44100));
    }

    /// The largest difference between slices and the whole; infinite where lengths differ.
    static double worstDifference(const Path& file, const audio::DecodeOptions& options)
    {
        const std::vector<float> whole = decodeAll(file, options);
        const audio::Decoder decoder(file, options);
        const int rate = decoder.sampleRate(), channels = decoder.channels();
        const double length = static_cast<double>(whole.size()) / channels / rate;
        double worst = 0;
        for (const double start : {0.0, 0.1, 1.999, 2.0, 2.5, 5.123456, 9.99, 13.7, 17.3, 19.4, 19.99}) {
            for (const double span : {0.01, 0.7}) {
                audio::DecodeOptions part = options;
                part.startSeconds = start;
                part.endSeconds = start + span;
                const std::vector<float> slice = decodeAll(file, part);
                const auto from =
                    static_cast<std::size_t>(std::llround(start * rate)) * static_cast<std::size_t>(channels);
                const auto to = static_cast<std::size_t>(std::llround(std::min(start + span, length) * rate)) *
                                static_cast<std::size_t>(channels);
                if (slice.size() != to - from) {
                    qWarning("start %f span %f: %zu samples, not %zu", start, span, slice.size(), to - from);
                    return INFINITY;
                }
                for (std::size_t i = 0; i < slice.size(); ++i)
                    worst = std::max(worst, static_cast<double>(std::abs(slice[i] - whole[from + i])));
            }
        }
        return worst;
    }

private Q_SLOTS:
    void sliceIsTheSlice_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<double>("tolerance");
        const auto row = [](const char* name, const QStringList& options, double tolerance = 0) {
            QTest::addRow("%s", name) << name << options << tolerance;
        };
        row("s16.wav", {"-c:a", "pcm_s16le"});
        row("s24.aiff", {"-c:a", "pcm_s24be"});
        row("s24.w64", {"-c:a", "pcm_s24le"});
        row("a.flac", {"-sample_fmt", "s16"});
        row("q5.ogg", {"-c:a", "libvorbis", "-q:a", "5"});
        row("low.ogg", {"-c:a", "libvorbis", "-q:a", "-1", "-ar", "22050", "-ac", "1"});
        row("cbr.mp3", {"-b:a", "128k"});
        row("vbr.mp3", {"-q:a", "6"});
        row("low.mp3", {"-b:a", "8k", "-ar", "8000", "-ac", "1"});
        row("notag.mp3", {"-b:a", "128k", "-write_xing", "0"});
        // Without AAC's noise substitution, whose generator remembers all it has decoded.
        row("aac.m4a", {"-c:a", "aac", "-b:a", "96k", "-aac_pns", "0"});
        row("aac.aac", {"-c:a", "aac", "-b:a", "96k", "-aac_pns", "0"});
        // Opus predicts from all it has decoded: after a second its state is close, not the same.
        row("a.opus", {"-c:a", "libopus", "-b:a", "64k"}, 2e-3);
    }

    void sliceIsTheSlice()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, options);
        QFETCH(double, tolerance);
        const Path file = m_files.encode(source(), name.toStdString(), options);
        QVERIFY(!file.empty());
        const double worst = worstDifference(file, {});
        QVERIFY2(worst <= tolerance, qPrintable(QString::number(worst)));
    }

    void recordingsInOgg()
    {
        // Found wrong by the time stamps of libav 5.1, which no file that ffmpeg writes shows.
        const Path sounds = Path(qEnvironmentVariable("PROLAP_SOURCE_DIR").toStdString()) / "../shared/sounds";
        if (!exists(sounds / "esc10"))
            QSKIP("the recordings in ../shared/sounds are not here");
        for (const char* name : {"esc10/baby_cry_1-211527-A.ogg", "esc10/dog_bark_1-59513-A.ogg",
                                 "esc10/sea_waves_1-39901-B.ogg", "kitchen20/cutlery_D-Couverts_B.ogg"}) {
            const Path file = sounds / name;
            const std::vector<float> whole = decodeAll(file);
            for (const double start : {2.1, 2.5, 3.0, 3.7, 4.5}) {
                const std::vector<float> slice = decodeAll(file, {.startSeconds = start});
                const std::ptrdiff_t from = std::lround(start * audio::probe(file).sampleRate);
                QVERIFY2(slice == std::vector<float>(whole.begin() + from, whole.end()), name);
            }
        }
    }

    void resampledSliceIsTheSlice_data()
    {
        QTest::addColumn<int>("rate");
        QTest::addColumn<bool>("mono");
        QTest::addRow("48 kHz stereo") << 48000 << false;
        QTest::addRow("32 kHz mono") << 32000 << true;
        QTest::addRow("44.1 kHz mono") << 44100 << true;
    }

    void resampledSliceIsTheSlice()
    {
        QFETCH(int, rate);
        QFETCH(bool, mono);
        const Path file = m_files.encode(source(), "resampled.flac", {"-sample_fmt", "s16"});
        const double worst = worstDifference(file, {.sampleRate = rate, .mono = mono});
        QVERIFY2(worst <= 1e-6, qPrintable(QString::number(worst)));
    }

    void matroskaIsWithinAMillisecond()
    {
        const Path file = m_files.encode(source(), "aac.mka", {"-c:a", "aac", "-b:a", "128k", "-ac", "1"});
        const std::vector<float> whole = decodeAll(file);
        const std::vector<float> slice = decodeAll(file, {.startSeconds = 11, .endSeconds = 12});
        const std::vector<float> wanted(whole.begin() + 11 * 44100, whole.begin() + 12 * 44100);
        const Alignment found = align(wanted, slice, 100);
        QVERIFY2(std::abs(found.lag) <= 45 && found.likeness > 0.99, qPrintable(QString::number(found.lag)));
    }

    void oddLimits()
    {
        const Path file = source();
        QCOMPARE(decodeAll(file, {.startSeconds = 25}).size(), std::size_t{0});
        QCOMPARE(decodeAll(file, {.startSeconds = 1e300}).size(), std::size_t{0});
        QCOMPARE(decodeAll(file, {.startSeconds = 5, .endSeconds = 4}).size(), std::size_t{0});
        QCOMPARE(decodeAll(file, {.startSeconds = -3, .endSeconds = 1}).size(), std::size_t{88200});
        QCOMPARE(decodeAll(file, {.startSeconds = NAN, .endSeconds = 1}).size(), std::size_t{88200});
        QCOMPARE(decodeAll(file, {.startSeconds = 19, .endSeconds = 1e300}).size(), std::size_t{88200});
    }

    void aSliceIsNoDamage()
    {
        audio::Decoder decoder(source(), {.startSeconds = 3, .endSeconds = 4});
        std::vector<float> part(10000);
        while (decoder.read(part) > 0) {
        }
        QVERIFY(decoder.damaged().empty());
    }

    void seekingIsQuick()
    {
        // A long MP3 file is not decoded whole to hear its last second.
        const Path file = m_files.make(
            "long.mp3", {"-f", "lavfi", "-i", "sine=frequency=440:sample_rate=8000:duration=1200", "-b:a", "16k"});
        QVERIFY(!file.empty());
        QElapsedTimer timer;
        timer.start();
        const std::vector<float> slice = decodeAll(file, {.startSeconds = 1198, .endSeconds = 1199});
        const qint64 seekMs = timer.restart();
        QCOMPARE(slice.size(), std::size_t{8000});
        decodeAll(file);
        const qint64 wholeMs = timer.elapsed();
        QVERIFY2(seekMs * 3 < wholeMs, qPrintable(QString("%1 ms of %2 ms").arg(seekMs).arg(wholeMs)));
    }
};

PROLAP_TEST(TstSeek)
#include "tst_seek.moc"
