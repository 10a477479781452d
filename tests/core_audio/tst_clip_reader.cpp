#include "core/content_hash.h"
#include "tests/core_audio/audio_files.h"
#include "tests/support/test_main.h"

#include <atomic>
#include <cmath>
#include <fstream>
#include <numbers>
#include <stop_token>
#include <thread>

#include <QTest>

using namespace prolap;
using namespace prolap::test;

/// One pass over a clip: windows, waveform, loudness, hash.
class TstClipReader : public QObject {
    Q_OBJECT

    AudioFiles m_files;

    static std::vector<float> tone(double amplitude, double hertz, double seconds, int rate, int channels)
    {
        std::vector<float> samples;
        const auto frames = static_cast<int>(std::lround(seconds * rate));
        for (int i = 0; i < frames; ++i) {
            const double value = amplitude * std::sin(2 * std::numbers::pi * hertz * i / rate);
            samples.insert(samples.end(), static_cast<std::size_t>(channels), static_cast<float>(value));
        }
        return samples;
    }

    static long peakMemoryKb()
    {
        std::ifstream status("/proc/self/status");
        std::string word;
        long value = 0;
        while (status >> word)
            if (word == "VmHWM:" && status >> value)
                return value;
        return 0;
    }

private Q_SLOTS:
    void windowsFollowOneAnother()
    {
        const std::vector<float> sound = sweep(25.5, 8000);
        const Path file = m_files.write("long.wav", wavFloat(sound, 1, 8000));
        const ReadClip clip = readWhole(file, {.sampleRate = 8000, .windowSeconds = 10});
        QCOMPARE(clip.windows.size(), std::size_t{3});
        std::vector<float> joined;
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(clip.windows[i].startSeconds, static_cast<double>(10 * i));
            QCOMPARE(clip.windows[i].endSeconds, i == 2 ? 25.5 : static_cast<double>(10 * (i + 1)));
            joined.insert(joined.end(), clip.windows[i].samples.begin(), clip.windows[i].samples.end());
        }
        QVERIFY(joined == sound);
        QCOMPARE(clip.summary->info.durationSeconds, 25.5);
    }

    void shortRestsAreLeftOut_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<int>("windows");
        QTest::addRow("exactly two") << 2.0 << 2;
        QTest::addRow("two and 49 ms") << 2.049 << 2;
        QTest::addRow("two and 50 ms") << 2.05 << 3;
        QTest::addRow("10 ms alone") << 0.01 << 1;
        QTest::addRow("one sample alone") << 0.000125 << 1;
    }

    void shortRestsAreLeftOut()
    {
        QFETCH(double, seconds);
        QFETCH(int, windows);
        const Path file = m_files.write("rest.wav", wavFloat(sweep(seconds, 8000), 1, 8000));
        const ReadClip clip = readWhole(file, {.sampleRate = 8000, .windowSeconds = 1});
        QCOMPARE(static_cast<int>(clip.windows.size()), windows);
        QCOMPARE(clip.summary->info.durationSeconds, std::lround(seconds * 8000) / 8000.0);
    }

    void sameBytesGiveTheSameWindows()
    {
        const Path source = m_files.write("stereo.wav", wavFloat(sweep(12, 48000, 2), 2, 48000));
        for (const char* name : {"same.ogg", "same.mp3", "same.m4a", "same.flac", "same.opus"}) {
            const Path file = m_files.encode(source, name);
            const Path copy = m_files.path(std::string("copy-") + name);
            std::filesystem::copy_file(file, copy);
            const ReadClip first = readWhole(file), second = readWhole(copy);
            QCOMPARE(first.windows.size(), std::size_t{2});
            for (std::size_t i = 0; i < first.windows.size(); ++i)
                QVERIFY(first.windows[i].samples == second.windows[i].samples);
            QCOMPARE(first.summary->contentHash, second.summary->contentHash);
            QCOMPARE(first.summary->waveform.rms, second.summary->waveform.rms);
        }
    }

    void aStoppedReadLeavesNothingBehind()
    {
        const Path file = m_files.write("resampled.wav", wavFloat(sweep(5, 48000), 1, 48000));
        const audio::ClipReadOptions options{.sampleRate = 32000, .windowSeconds = 1};
        const ReadClip first = readWhole(file, options);
        audio::readClip(file, options, [](audio::ClipWindow&&) { return false; }, {});
        const ReadClip second = readWhole(file, options);
        QCOMPARE(first.windows.size(), std::size_t{5});
        for (std::size_t i = 0; i < 5; ++i)
            QVERIFY(first.windows[i].samples == second.windows[i].samples);
    }

    void hashIsOfTheWholeFile()
    {
        // Formats whose readers skip parts: indexes at the end, pictures, streams that are not wanted.
        const Path source = m_files.write("hashed.wav", wav16(sweep(3, 44100, 2), 2, 44100));
        std::vector<Path> files{source};
        for (const char* name : {"hashed.ogg", "hashed.mp3", "hashed.m4a", "hashed.flac", "hashed.mka"})
            files.push_back(m_files.encode(source, name, {"-metadata", "title=x"}));
        files.push_back(
            m_files.make("hashed.mp4", {"-f", "lavfi", "-i", "testsrc=duration=3:size=320x240", "-i",
                                        QString::fromStdString(source.native()), "-c:v", "mpeg4", "-b:v", "4M"}));
        for (const Path& file : files)
            QCOMPARE(readWhole(file).summary->contentHash, fileSha256(file));
    }

    void windowsAreTheMeanOfTheChannels()
    {
        const std::vector<float> sound = sweep(2, 44100, 2);
        const Path file = m_files.write("mean.wav", wavFloat(sound, 2, 44100));
        const std::vector<float> samples = readWhole(file).windows.at(0).samples;
        QCOMPARE(samples.size(), std::size_t{88200});
        for (std::size_t i = 0; i < samples.size(); ++i)
            QVERIFY(std::abs(samples[i] - (sound[2 * i] + sound[2 * i + 1]) / 2) < 1e-7F);
        QVERIFY(samples == decodeAll(file, {.sampleRate = 44100, .mono = true}));
    }

    void resamplingIsClean_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<double>("hertz");
        for (const auto& [from, to] : {std::pair{48000, 44100},
                                       {44100, 48000},
                                       {96000, 44100},
                                       {32000, 44100},
                                       {44100, 32000},
                                       {8000, 44100},
                                       {44100, 16000},
                                       {192000, 48000}})
            for (const double share : {0.05, 0.4, 0.8})
                QTest::addRow("%d to %d Hz, %.0f %%", from, to, share * 100)
                    << from << to << share * std::min(from, to) / 2;
    }

    void resamplingIsClean()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(double, hertz);
        const Path file = m_files.write("tone.wav", wavFloat(tone(0.5, hertz, 1, from, 1), 1, from));
        const std::vector<float> samples =
            readWhole(file, {.sampleRate = to, .windowSeconds = 10}).windows.at(0).samples;
        QCOMPARE(static_cast<int>(samples.size()), to);
        double error = 0, power = 0;
        for (int i = to / 10; i < to * 9 / 10; ++i) {
            const double wanted = 0.5 * std::sin(2 * std::numbers::pi * hertz * i / to);
            error += std::pow(samples[static_cast<std::size_t>(i)] - wanted, 2);
            power += wanted * wanted;
        }
        const double decibels = 10 * std::log10(error / power);
        QVERIFY2(decibels < -80, qPrintable(QString("error at %1 dB").arg(decibels)));
    }

    void resamplingRejectsWhatDoesNotFit()
    {
        const Path file = m_files.write("alias.wav", wavFloat(tone(0.5, 20000, 1, 48000, 1), 1, 48000));
        const std::vector<float> samples =
            readWhole(file, {.sampleRate = 32000, .windowSeconds = 10}).windows.at(0).samples;
        float loudest = 0;
        for (std::size_t i = 3200; i < 28800; ++i)
            loudest = std::max(loudest, std::abs(samples[i]));
        QVERIFY2(loudest < 0.5e-4F, qPrintable(QString::number(loudest)));
    }

    void loudnessOfReferenceTones_data()
    {
        // EBU Tech 3341: a 1 kHz sine in both channels with peaks at -23 dBFS is -23 LUFS, at -33 dBFS -33 LUFS.
        QTest::addColumn<double>("decibels");
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("rate");
        QTest::addColumn<double>("lufs");
        QTest::addRow("-23 dBFS stereo 48 kHz") << -23.0 << 2 << 48000 << -23.0;
        QTest::addRow("-33 dBFS stereo 48 kHz") << -33.0 << 2 << 48000 << -33.0;
        QTest::addRow("-23 dBFS stereo 44.1 kHz") << -23.0 << 2 << 44100 << -23.0;
        QTest::addRow("-23 dBFS stereo 96 kHz") << -23.0 << 2 << 96000 << -23.0;
        QTest::addRow("-20 dBFS mono 32 kHz") << -20.0 << 1 << 32000 << -23.01;
    }

    void loudnessOfReferenceTones()
    {
        QFETCH(double, decibels);
        QFETCH(int, channels);
        QFETCH(int, rate);
        QFETCH(double, lufs);
        const double amplitude = std::pow(10, decibels / 20);
        const Path file =
            m_files.write("tone.wav", wavFloat(tone(amplitude, 1000, 20, rate, channels), channels, rate));
        const double measured = readWhole(file).summary->integratedLufs.value();
        QVERIFY2(std::abs(measured - lufs) <= 0.1, qPrintable(QString::number(measured)));
    }

    void loudnessGate()
    {
        // EBU Tech 3341, case 3: -36, -23 and -36 dBFS for 10, 60 and 10 s are -23 LUFS.
        std::vector<float> sound;
        for (const auto& [decibels, seconds] : {std::pair{-36.0, 10.0}, {-23.0, 60.0}, {-36.0, 10.0}}) {
            const std::vector<float> part = tone(std::pow(10, decibels / 20), 1000, seconds, 48000, 2);
            sound.insert(sound.end(), part.begin(), part.end());
        }
        const Path file = m_files.write("gate.wav", wavFloat(sound, 2, 48000));
        QVERIFY(std::abs(readWhole(file).summary->integratedLufs.value() + 23) <= 0.1);
    }

    void shortClipsHaveNoLoudness()
    {
        const Path shorter = m_files.write("399.wav", wavFloat(tone(0.5, 1000, 0.399, 48000, 1), 1, 48000));
        const Path longer = m_files.write("401.wav", wavFloat(tone(0.5, 1000, 0.401, 48000, 1), 1, 48000));
        QVERIFY(!readWhole(shorter).summary->integratedLufs);
        QVERIFY(readWhole(longer).summary->integratedLufs);
    }

    void waveformOfAKnownSignal()
    {
        // A ramp of levels: column c is a tone at amplitude (c + 1) / 1000, whole periods long.
        constexpr int kColumnFrames = 480;
        std::vector<float> sound;
        for (int column = 0; column < 1000; ++column)
            for (int i = 0; i < kColumnFrames; ++i)
                sound.push_back(
                    static_cast<float>((column + 1) / 1000.0 * std::sin(2 * std::numbers::pi * 1000 * i / 48000.0)));
        const Path file = m_files.write("ramp.wav", wavFloat(sound, 1, 48000));
        const audio::ClipSummary summary = *readWhole(file).summary;
        QCOMPARE(summary.waveform.min.size(), audio::kWaveformColumns);
        QCOMPARE(summary.waveform.max.size(), audio::kWaveformColumns);
        QCOMPARE(summary.waveform.rms.size(), audio::kWaveformColumns);
        for (std::size_t column = 0; column < 1000; ++column) {
            const double amplitude = static_cast<double>(column + 1) / 1000;
            QVERIFY(std::abs(summary.waveform.max[column] - amplitude) < 0.0015);
            QVERIFY(std::abs(summary.waveform.min[column] + amplitude) < 0.0015);
            QVERIFY(std::abs(summary.waveform.rms[column] - amplitude / std::sqrt(2)) < 0.02 * amplitude + 1e-5);
        }
        QCOMPARE(summary.peak, 1.0F);
        QVERIFY(!summary.silent);
    }

    void threadsDoNotDisturbOneAnother()
    {
        const Path source = m_files.write("threads.wav", wavFloat(sweep(6, 48000, 2), 2, 48000));
        std::vector<Path> files;
        for (const char* name : {"threads.ogg", "threads.mp3", "threads.m4a", "threads.flac"})
            files.push_back(m_files.encode(source, name));
        std::vector<std::vector<float>> alone;
        for (const Path& file : files)
            alone.push_back(readWhole(file).windows.at(0).samples);
        std::atomic<int> same = 0;
        {
            std::vector<std::jthread> threads;
            for (std::size_t first = 0; first < 4; ++first)
                threads.emplace_back([&, first] {
                    for (std::size_t i = 0; i < 4; ++i) {
                        const std::size_t file = (first + i) % 4;
                        same += readWhole(files[file]).windows.at(0).samples == alone[file];
                    }
                });
        }
        QCOMPARE(same.load(), 16);
    }

    void noWindowsWhenNoneAreWanted()
    {
        const Path file = m_files.write("details.wav", wav16(sweep(3, 44100, 2), 2, 44100));
        const auto summary = audio::readClip(file, {}, nullptr, {});
        QCOMPARE(summary->info.durationSeconds, 3.0);
        QCOMPARE(summary->waveform.rms, readWhole(file).summary->waveform.rms);
    }

    void stops()
    {
        const Path file = m_files.write("stopped.wav", wav16(sweep(30, 44100), 1, 44100));
        int windows = 0;
        QVERIFY(!audio::readClip(file, {.sampleRate = 44100, .windowSeconds = 1},
                                 [&](audio::ClipWindow&&) { return ++windows < 3; }, {}));
        QCOMPARE(windows, 3);
        std::stop_source stop;
        windows = 0;
        QVERIFY(!audio::readClip(
            file, {.sampleRate = 44100, .windowSeconds = 1},
            [&](audio::ClipWindow&&) {
                ++windows;
                stop.request_stop();
                return true;
            },
            stop.get_token()));
        QVERIFY2(windows <= 2, qPrintable(QString::number(windows)));
    }

    void unusableOptionsAreRefused()
    {
        const Path file = m_files.write("options.wav", wav16(sweep(1, 44100), 1, 44100));
        for (const audio::ClipReadOptions options :
             {audio::ClipReadOptions{0, 10}, {-1, 10}, {44100, 0}, {44100, -1}, {44100, NAN}, {44100, INFINITY}})
            QVERIFY(errorOf([&] { readWhole(file, options); }).kind == ErrorKind::BadInput);
    }

    void threeHoursNeedNoMoreMemoryThanSeconds()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("AddressSanitizer keeps freed memory, so that use says nothing");
#endif
        constexpr std::uint32_t kFrames = 3 * 3600 * 8000;
        const Path file = m_files.write("hours.wav", wavHeader({.sampleRate = 8000, .dataBytes = kFrames * 2}));
        std::filesystem::resize_file(file, 44 + std::uintmax_t{kFrames} * 2); // sparse: no disk, real reading
        const Path brief = m_files.write("brief.wav", wav16(sweep(12, 8000), 1, 8000));
        const audio::ClipReadOptions options{.sampleRate = 16000, .windowSeconds = 10};
        const auto ignore = [](audio::ClipWindow&&) { return true; };
        audio::readClip(brief, options, ignore, {});
        std::ofstream("/proc/self/clear_refs") << 5; // resets the peak
        const long before = peakMemoryKb();
        int windows = 0;
        const auto summary = audio::readClip(file, options,
                                             [&](audio::ClipWindow&& window) {
                                                 ++windows;
                                                 return window.samples.size() == 160000;
                                             },
                                             {});
        QVERIFY(summary);
        QCOMPARE(windows, 1080);
        QCOMPARE(summary->info.durationSeconds, 3 * 3600.0);
        QVERIFY(summary->silent && !summary->integratedLufs);
        const long grown = peakMemoryKb() - before;
        qInfo("three hours took %ld KiB over what was held before", grown);
        QVERIFY2(grown < 16 << 10, qPrintable(QString("%1 KiB").arg(grown)));
    }
};

PROLAP_TEST(TstClipReader)
#include "tst_clip_reader.moc"
