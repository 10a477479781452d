#include "core/content_hash.h"
#include "tests/core_audio/audio_files.h"
#include "tests/support/test_main.h"

#include <cmath>

#include <QTest>

using namespace prolap;
using namespace prolap::test;

/// Real encoded files of every kind: what their headers say, how long they are, and that the sound is the sound.
class TstFormats : public QObject {
    Q_OBJECT

    AudioFiles m_files;

    /// One second, stereo, 44.1 kHz, as 32-bit floats.
    Path source()
    {
        const Path file = m_files.path("source.wav");
        return exists(file) ? file : m_files.write("source.wav", wavFloat(sweep(1, 44100, 2), 2, 44100));
    }

private Q_SLOTS:
    void kinds_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("codec");
        QTest::addColumn<QString>("container");
        QTest::addColumn<int>("bits");
        QTest::addColumn<bool>("floats");
        QTest::addColumn<int>("frames"); // of the decoded sound
        QTest::addColumn<int>("spare");  // by how many that may be off
        QTest::addColumn<int>("lag");    // by how many the sound may be late or early
        QTest::addColumn<double>("unlikeness");

        const auto exact = [](const char* name, const QStringList& options, const char* codec, const char* container,
                              int bits, bool floats = false) {
            QTest::addRow("%s %s", codec, name) << name << options << codec << container << bits << floats << 44100 << 0
                                                << 0 << (bits == 8 ? 1e-3 : 1e-6);
        };
        exact("u8.wav", {"-c:a", "pcm_u8"}, "pcm_u8", "wav", 8);
        exact("s16.wav", {"-c:a", "pcm_s16le"}, "pcm_s16le", "wav", 16);
        exact("s24.wav", {"-c:a", "pcm_s24le"}, "pcm_s24le", "wav", 24);
        exact("s32.wav", {"-c:a", "pcm_s32le"}, "pcm_s32le", "wav", 32);
        exact("f32.wav", {"-c:a", "pcm_f32le"}, "pcm_f32le", "wav", 32, true);
        exact("f64.wav", {"-c:a", "pcm_f64le"}, "pcm_f64le", "wav", 64, true);
        exact("rf64.wav", {"-c:a", "pcm_s24le", "-rf64", "always"}, "pcm_s24le", "wav", 24);
        exact("s24.w64", {"-c:a", "pcm_s24le"}, "pcm_s24le", "w64", 24);
        exact("s24.aiff", {"-c:a", "pcm_s24be"}, "pcm_s24be", "aiff", 24);
        exact("f32.aif", {"-c:a", "pcm_f32be", "-f", "aiff"}, "pcm_f32be", "aiff", 32, true);
        exact("s16.flac", {"-sample_fmt", "s16"}, "flac", "flac", 16);
        exact("s24.flac", {"-sample_fmt", "s32", "-bits_per_raw_sample", "24"}, "flac", "flac", 24);
        exact("s16.m4a", {"-c:a", "alac", "-sample_fmt", "s16p"}, "alac", "mp4", 16);
        exact("s24.caf", {"-c:a", "pcm_s24le"}, "pcm_s24le", "caf", 24);
        exact("s16.wv", {"-sample_fmt", "s16p"}, "wavpack", "wv", 16);
        exact("s16.mka", {"-c:a", "pcm_s16le"}, "pcm_s16le", "mkv", 16);

        const auto lossy = [](const char* name, const QStringList& options, const char* codec, const char* container,
                              int frames = 44100, int spare = 0, int lag = 0) {
            QTest::addRow("%s %s", codec, name)
                << name << options << codec << container << 0 << false << frames << spare << lag << 0.02;
        };
        lossy("cbr.mp3", {"-b:a", "128k"}, "mp3", "mp3");
        lossy("vbr.mp3", {"-q:a", "2"}, "mp3", "mp3");
        lossy("notag.mp3", {"-b:a", "128k", "-write_xing", "0"}, "mp3", "mp3", 44100, 2500, 1200); // delay unstated
        lossy("q5.ogg", {"-c:a", "libvorbis", "-q:a", "5"}, "vorbis", "ogg");
        lossy("96k.opus", {"-c:a", "libopus", "-b:a", "96k"}, "opus", "ogg", 48000);
        lossy("128k.m4a", {"-c:a", "aac", "-b:a", "128k"}, "aac", "mp4");
        lossy("128k.aac", {"-c:a", "aac", "-b:a", "128k"}, "aac", "aac", 44100, 2100, 1024); // has no delay field
        lossy("v2.wma", {"-c:a", "wmav2", "-b:a", "128k"}, "wmav2", "asf", 44100, 2048, 2048);
        lossy("aac.mkv", {"-c:a", "aac", "-b:a", "128k"}, "aac", "mkv", 44100, 2048, 1072); // states no delay
        lossy("opus.webm", {"-c:a", "libopus", "-b:a", "96k"}, "opus", "mkv", 48000, 960, 48);
        lossy("ac3.ac3", {"-c:a", "ac3", "-b:a", "192k"}, "ac3", "ac3", 44100, 1536 + 256, 256);
    }

    void kinds()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, options);
        QFETCH(int, frames);
        QFETCH(int, spare);
        QFETCH(int, lag);
        QFETCH(double, unlikeness);
        const Path file = m_files.encode(source(), name.toStdString(), options);
        QVERIFY(!file.empty());

        const audio::AudioInfo info = audio::probe(file);
        QTEST(QString::fromStdString(info.codec), "codec");
        QTEST(QString::fromStdString(info.container), "container");
        QTEST(info.bitDepth, "bits");
        QTEST(info.floatSamples, "floats");
        QCOMPARE(info.channels, 2);
        const int rate = info.sampleRate;
        QCOMPARE(rate, frames); // one second
        QVERIFY2(std::abs(info.durationSeconds - 1) <= static_cast<double>(spare) / rate + 0.03 * (spare > 0) + 1e-9,
                 qPrintable(QString::number(info.durationSeconds, 'f', 6)));

        audio::Decoder decoder(file);
        QCOMPARE(decoder.sampleRate(), rate);
        QCOMPARE(decoder.channels(), 2);
        const std::vector<float> sound = decodeAll(file);
        const int decoded = static_cast<int>(sound.size() / 2);
        QVERIFY2(std::abs(decoded - frames) <= spare, qPrintable(QString("%1 frames").arg(decoded)));
        const std::vector<float> wanted = sweep(1, rate, 2);
        for (const int channel : {0, 1}) {
            const Alignment found = align(channelOf(wanted, 2, channel), channelOf(sound, 2, channel), lag + 3);
            QVERIFY2(std::abs(found.lag) <= lag && found.likeness > 1 - unlikeness,
                     qPrintable(QString("lag %1, likeness %2").arg(found.lag).arg(found.likeness, 0, 'f', 7)));
        }
        const ReadClip clip = readWhole(file);
        QVERIFY2(clip.summary->damaged.empty(), clip.summary->damaged.c_str());
        QCOMPARE(clip.summary->info.durationSeconds, static_cast<double>(decoded) / rate);
    }

    void integersKeepTheirValues()
    {
        const std::vector<float> values{0, 0.5F, -0.5F, 0.25F, -1, 0.75F};
        const Path floats = m_files.write("values.wav", wavFloat(values, 1, 48000));
        for (const char* codec : {"pcm_u8", "pcm_s16le", "pcm_s24le", "pcm_s32le", "pcm_f64le", "pcm_s16be"}) {
            const Path file = m_files.encode(floats, "values.mka", {"-c:a", codec});
            QVERIFY(!file.empty());
            QCOMPARE(decodeAll(file), values);
        }
    }

    void anyRate_data()
    {
        QTest::addColumn<int>("rate");
        for (const int rate : {1000, 8000, 11025, 22050, 32000, 44056, 48000, 96000, 192000, 384000})
            QTest::addRow("%d Hz", rate) << rate;
    }

    void anyRate()
    {
        QFETCH(int, rate);
        std::vector<float> tone(static_cast<std::size_t>(rate));
        for (std::size_t i = 0; i < tone.size(); ++i)
            tone[i] = static_cast<float>(0.5 * std::sin(2 * M_PI * 100 * static_cast<double>(i) / rate));
        const Path file = m_files.write("rate.wav", wavFloat(tone, 1, rate));
        QCOMPARE(audio::probe(file).sampleRate, rate);
        QCOMPARE(decodeAll(file), tone);
        // One second at the model's rate, and the same tone.
        const ReadClip clip = readWhole(file, {.sampleRate = 44100, .windowSeconds = 10});
        QCOMPARE(clip.windows.size(), std::size_t{1});
        const std::vector<float>& samples = clip.windows[0].samples;
        QCOMPARE(samples.size(), std::size_t{44100});
        double worst = 0;
        for (std::size_t i = 4410; i < 44100 - 4410; ++i)
            worst =
                std::max(worst, std::abs(samples[i] - 0.5 * std::sin(2 * M_PI * 100 * static_cast<double>(i) / 44100)));
        QVERIFY2(worst < 1e-4, qPrintable(QString::number(worst)));
    }

    void anyNumberOfChannels_data()
    {
        QTest::addColumn<int>("channels");
        for (const int channels : {1, 2, 3, 4, 5, 6, 8, 12, 16, 32, 64})
            QTest::addRow("%d channels", channels) << channels;
    }

    void anyNumberOfChannels()
    {
        QFETCH(int, channels);
        constexpr std::size_t kFrames = 20000;
        std::vector<float> levels; // each channel its own constant, so that none can be exchanged or lost
        for (std::size_t frame = 0; frame < kFrames; ++frame)
            for (int channel = 0; channel < channels; ++channel)
                levels.push_back(static_cast<float>(channel + 1) / 128);
        const Path file = m_files.write("channels.wav", wavFloat(levels, channels, 44100));
        QCOMPARE(audio::probe(file).channels, channels);
        QCOMPARE(decodeAll(file), levels);
        const ReadClip clip = readWhole(file);
        QCOMPARE(clip.windows.at(0).samples.size(), kFrames);
        const float mean = static_cast<float>(channels + 1) / 256;
        for (const float sample : clip.windows[0].samples)
            QVERIFY(std::abs(sample - mean) < 1e-6F);
        QCOMPARE(clip.summary->peak, static_cast<float>(channels) / 128);

        // Played at another rate, each channel stays what it was.
        const std::vector<float> other = decodeAll(file, {.sampleRate = 48000});
        QCOMPARE(other.size() % static_cast<std::size_t>(channels), std::size_t{0});
        for (int channel = 0; channel < channels; ++channel)
            QVERIFY(std::abs(other[static_cast<std::size_t>(10000 * channels + channel)] -
                             static_cast<float>(channel + 1) / 128) < 1e-5F);
    }

    void soundOfVideos()
    {
        for (const char* name : {"video.mp4", "video.mkv"}) {
            const Path file =
                m_files.make(name, {"-f", "lavfi", "-i", "testsrc=duration=1:size=64x48:rate=10", "-i",
                                    QString::fromStdString(source().native()), "-c:v", "mpeg4", "-c:a", "aac"});
            QVERIFY(!file.empty());
            QCOMPARE(audio::probe(file).codec, std::string("aac"));
            const ReadClip clip = readWhole(file);
            QVERIFY2(std::abs(clip.summary->info.durationSeconds - 1) <
                         (name == std::string("video.mp4") ? 1e-6 : 0.05),
                     qPrintable(QString::number(clip.summary->info.durationSeconds)));
            QVERIFY2(clip.summary->damaged.empty(), clip.summary->damaged.c_str());
        }
    }

    void oggInsideAWaveFile()
    {
        const Path ogg = m_files.encode(source(), "inside.ogg", {"-c:a", "libvorbis"});
        QFile stream(QString::fromStdString(ogg.native()));
        QVERIFY(stream.open(QIODevice::ReadOnly));
        const QByteArray inside = stream.readAll();
        const QByteArray header = wavHeader(
            {.formatTag = 0x674F, .channels = 2, .bits = 0, .dataBytes = static_cast<std::uint32_t>(inside.size())});
        const Path wave = m_files.write("outside.wav", header + inside);
        QCOMPARE(audio::probe(wave).codec, std::string("vorbis"));
        QCOMPARE(audio::probe(wave).durationSeconds, 1.0);
        QVERIFY(decodeAll(wave) == decodeAll(ogg));
        QCOMPARE(readWhole(wave).summary->contentHash, fileSha256(wave));
    }

    void shortFilesWithoutAStatedLengthAreWhole()
    {
        const Path brief = m_files.write("brief.wav", wavFloat(sweep(0.1, 44100), 1, 44100));
        const Path file =
            m_files.encode(brief, "fragments.mp4", {"-c:a", "aac", "-movflags", "empty_moov+frag_keyframe"});
        QVERIFY(!file.empty());
        QVERIFY(readWhole(file).windows.at(0).samples.size() >= 4410);
    }

    void tagsAndBroadcastDescription()
    {
        const Path wave = m_files.encode(
            source(), "take.wav",
            {"-write_bext", "1", "-metadata", "description=Door slams, twice", "-metadata", "title=Slam"});
        QCOMPARE(audio::probe(wave).bwfDescription, std::string("Door slams, twice"));
        const auto tag = [](const Path& file, const std::string& key) {
            for (const auto& [name, value] : audio::probe(file).tags)
                if (name == key)
                    return value;
            return std::string();
        };
        QCOMPARE(tag(wave, "title"), std::string("Slam"));
        for (const char* name : {"tags.flac", "tags.ogg", "tags.mp3", "tags.m4a"}) {
            const Path file =
                m_files.encode(source(), name, {"-metadata", "title=Glöckchen 鐘", "-metadata", "artist=Ada"});
            QVERIFY(!file.empty());
            QCOMPARE(tag(file, "title"), std::string("Glöckchen 鐘"));
            QCOMPARE(tag(file, "artist"), std::string("Ada"));
            QVERIFY(audio::probe(file).bwfDescription.empty());
        }
    }

    void foreignBytesInTagsBecomeText()
    {
        const Path wave =
            m_files.encode(source(), "latin1.wav", {"-write_bext", "1", "-metadata", "description=Tuere zu"});
        QFile file(QString::fromStdString(wave.native()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        const qsizetype at = bytes.indexOf("Tuere zu");
        QVERIFY(at > 0);
        file.seek(at + 1);
        file.write("\xFC", 1); // one byte of Latin-1, no UTF-8
        file.close();
        QCOMPARE(audio::probe(wave).bwfDescription, std::string("T\xEF\xBF\xBD"
                                                                "ere zu"));
    }

    void opensOneMultichannelFileWithItsPlaces()
    {
        // 5.1: the low-frequency channel does not count as loudness, the others do.
        std::vector<float> loud, low;
        for (int i = 0; i < 96000; ++i) {
            const auto tone = static_cast<float>(0.1 * std::sin(2 * M_PI * 1000 * i / 48000.0));
            loud.insert(loud.end(), {0, 0, tone, 0, 0, 0});
            low.insert(low.end(), {0, 0, 0, tone, 0, 0});
        }
        const Path loudRaw = m_files.write("loud-raw.wav", wavFloat(loud, 6, 48000));
        const Path lowRaw = m_files.write("low-raw.wav", wavFloat(low, 6, 48000));
        const Path loudFile = m_files.encode(loudRaw, "loud.flac", {"-channel_layout", "5.1"});
        const Path lowFile = m_files.encode(lowRaw, "low.flac", {"-channel_layout", "5.1"});
        QVERIFY(std::abs(readWhole(loudFile).summary->integratedLufs.value() - (20 * std::log10(0.1) - 3.01)) < 0.1);
        QVERIFY(!readWhole(lowFile).summary->integratedLufs);
    }
};

PROLAP_TEST(TstFormats)
#include "tst_formats.moc"
