#include "tests/core_audio/audio_files.h"
#include "tests/support/test_main.h"

#include <cmath>
#include <limits>

#include <QTest>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace prolap;
using namespace prolap::test;

namespace {

bool allFinite(const std::vector<float>& values)
{
    for (const float value : values)
        if (!std::isfinite(value))
            return false;
    return true;
}

} // namespace

/// What is no proper audio file: an error that names the file and says what is wrong, or as much sound as there is.
class TstBadInput : public QObject {
    Q_OBJECT

    AudioFiles m_files;

    /// Probing and reading fail alike: with this kind, and a sentence that names the file and holds these words.
    static void compareRefusal(const Path& file, ErrorKind kind, const std::string& words)
    {
        for (const Thrown& thrown : {errorOf([&] { audio::probe(file); }), errorOf([&] { readWhole(file); }),
                                     errorOf([&] { audio::Decoder decoder(file); })}) {
            QVERIFY2(thrown.kind == kind, thrown.sentence.c_str());
            QVERIFY2(thrown.sentence.find(file.filename().native()) != std::string::npos, thrown.sentence.c_str());
            QVERIFY2(thrown.sentence.find(words) != std::string::npos, thrown.sentence.c_str());
            QVERIFY2(thrown.sentence.back() == '.', thrown.sentence.c_str());
        }
    }

private Q_SLOTS:
    void missingFile() { compareRefusal(m_files.path("none.wav"), ErrorKind::NotFound, "No such file"); }

    void zeroBytes() { compareRefusal(m_files.write("zero.wav", {}), ErrorKind::Corrupt, "0 bytes"); }

    void textNamedWav()
    {
        compareRefusal(m_files.write("text.wav", "This is a text about a dog that barks.\n"), ErrorKind::Unsupported,
                       "no audio that can be read");
        compareRefusal(m_files.write("text.mp3", QByteArray("All work and no play\n").repeated(500)),
                       ErrorKind::Corrupt, "no audio that can be read");
    }

    void folder()
    {
        const Path folder = m_files.path("folder.wav");
        std::filesystem::create_directory(folder);
        compareRefusal(folder, ErrorKind::Unsupported, "is a folder");
    }

    void pipeDoesNotBlock()
    {
        const Path pipe = m_files.path("pipe.wav");
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        compareRefusal(pipe, ErrorKind::Unsupported, "is a pipe");
    }

    void videoWithoutSound()
    {
        const Path file =
            m_files.make("silent.mp4", {"-f", "lavfi", "-i", "testsrc=duration=1:size=64x48", "-c:v", "mpeg4"});
        compareRefusal(file, ErrorKind::Unsupported, "has no sound");
    }

    void picture()
    {
        const Path file =
            m_files.make("picture.png", {"-f", "lavfi", "-i", "testsrc=duration=1:size=64x48", "-frames:v", "1"});
        compareRefusal(file, ErrorKind::Unsupported, "has no sound");
    }

    void playListOpensNoOtherFile()
    {
        m_files.write("inside.wav", wav16(sweep(1, 8000), 1, 8000));
        QVERIFY(errorOf([&] {
                    audio::probe(m_files.write("list.ffconcat", "ffconcat version 1.0\nfile inside.wav\n"));
                }).kind.has_value());
        QVERIFY(errorOf([&] {
                    audio::probe(m_files.write("list.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\ninside.wav\n"
                                                            "#EXT-X-ENDLIST\n"));
                }).kind.has_value());
    }

    void fileWithoutPermission()
    {
        const Path file = m_files.write("secret.wav", wav16(sweep(1, 8000), 1, 8000));
        QCOMPARE(::chmod(file.c_str(), 0), 0);
        if (::geteuid() != 0) {
            compareRefusal(file, ErrorKind::Permission, "Permission denied");
            return;
        }
        // The superuser may read all: a child that is nobody asks.
        QCOMPARE(::chmod(file.parent_path().c_str(), 0755), 0);
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            if (::setgid(65534) != 0 || ::setuid(65534) != 0)
                ::_exit(2);
            const Thrown thrown = errorOf([&] { audio::probe(file); });
            const bool right = thrown.kind == ErrorKind::Permission &&
                               thrown.sentence.find("secret.wav: Permission denied") != std::string::npos;
            ::_exit(right ? 0 : 1);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        if (WEXITSTATUS(status) == 2)
            QSKIP("cannot become another user here");
        QCOMPARE(WEXITSTATUS(status), 0);
    }

    void headersOfNoChannelsAndNoRate()
    {
        const QByteArray data(8000, '\1');
        compareRefusal(m_files.write("nochannels.wav", wavHeader({.channels = 0, .dataBytes = 8000}) + data),
                       ErrorKind::Corrupt, "no audio that can be read");
        compareRefusal(m_files.write("norate.wav", wavHeader({.sampleRate = 0, .dataBytes = 8000}) + data),
                       ErrorKind::Corrupt, "no audio that can be read");
    }

    void headersOfAbsurdSizes()
    {
        const QByteArray data(64000, '\1');
        for (const int channels : {65, 255, 60000})
            QVERIFY(errorOf([&] {
                        readWhole(m_files.write(
                            "many.wav", wavHeader({.channels = channels, .bits = 8, .dataBytes = 64000}) + data));
                    }).kind.has_value());
        for (const int rate : {1, 99, 2'000'000'000}) {
            const Thrown thrown = errorOf([&] {
                readWhole(
                    m_files.write("rate.wav", wavHeader({.sampleRate = rate, .bits = 8, .dataBytes = 64000}) + data));
            });
            QVERIFY2(thrown.sentence.find("Hz") != std::string::npos, thrown.sentence.c_str());
        }
    }

    void headerThatClaimsFourGigabytes()
    {
        QByteArray bytes = wav16(sweep(2, 44100), 1, 44100);
        bytes.replace(0, 44, wavHeader({.dataBytes = 0xFFFFFF00}));
        const Path file = m_files.write("claims.wav", bytes);
        QCOMPARE(audio::probe(file).durationSeconds, 2.0);
        const ReadClip clip = readWhole(file);
        QCOMPARE(clip.windows.at(0).samples.size(), std::size_t{88200});
        QCOMPARE(clip.summary->info.durationSeconds, 2.0);
        QVERIFY(clip.summary->damaged.find("ends after 2.00 s of the 48695.") != std::string::npos);
        // The waveform's last column shows the end of what there is.
        const ReadClip whole = readWhole(m_files.write("whole.wav", wav16(sweep(2, 44100), 1, 44100)));
        QVERIFY(whole.summary->damaged.empty());
        QCOMPARE(clip.summary->waveform.max, whole.summary->waveform.max);
    }

    void headerOfAStreamLeavesTheSizeOpen()
    {
        for (const std::uint32_t open : {0U, 0xFFFFFFFFU}) {
            QByteArray bytes = wav16(sweep(2, 44100), 1, 44100);
            bytes.replace(0, 44, wavHeader({.dataBytes = open}));
            const ReadClip clip = readWhole(m_files.write("open.wav", bytes));
            QCOMPARE(clip.summary->info.durationSeconds, 2.0);
            QVERIFY2(clip.summary->damaged.empty(), clip.summary->damaged.c_str());
        }
    }

    void truncatedFiles()
    {
        const Path source = m_files.write("source.wav", wav16(sweep(4, 44100, 2), 2, 44100));
        for (const char* name : {"cut.flac", "cut.wav", "cut.mp3", "cut.aiff"}) {
            const Path file = m_files.encode(source, name);
            std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
            const ReadClip clip = readWhole(file);
            const double seconds = clip.summary->info.durationSeconds;
            QVERIFY2(seconds > 1.5 && seconds < 2.5, qPrintable(QString("%1: %2 s").arg(name).arg(seconds)));
            QVERIFY2(clip.summary->damaged.find(name) != std::string::npos &&
                         clip.summary->damaged.find("of the 4.00 s"),
                     clip.summary->damaged.c_str());
            QCOMPARE(clip.windows.size(), std::size_t{1});
        }
        // An MP4 file is nothing without the index at its end.
        const Path index = m_files.encode(source, "cut.m4a");
        std::filesystem::resize_file(index, std::filesystem::file_size(index) / 2);
        compareRefusal(index, ErrorKind::Corrupt, "no audio that can be read");
    }

    void headerWithoutSamples()
    {
        const Path file = m_files.write("empty.wav", wavHeader({}));
        const Thrown thrown = errorOf([&] { readWhole(file); });
        QVERIFY2(thrown.kind == ErrorKind::BadInput || thrown.kind == ErrorKind::Corrupt, thrown.sentence.c_str());
        QVERIFY2(thrown.sentence.find("empty.wav") != std::string::npos, thrown.sentence.c_str());
    }

    void tenMilliseconds()
    {
        const Path source = m_files.write("10ms.wav", wav16(sweep(0.01, 44100), 1, 44100));
        for (const char* name : {"copy.wav", "10ms.flac", "10ms.ogg", "10ms.mp3"}) {
            const ReadClip clip = readWhole(m_files.encode(source, name));
            QCOMPARE(clip.windows.size(), std::size_t{1});
            QCOMPARE(clip.windows[0].samples.size(), std::size_t{441});
            QCOMPARE(clip.summary->waveform.max.size(), audio::kWaveformColumns);
            QVERIFY(!clip.summary->integratedLufs && !clip.summary->silent);
        }
    }

    void digitalSilence()
    {
        const Path source = m_files.write("silence.wav", wav16(std::vector<float>(88200), 1, 44100));
        for (const char* name : {"copy.wav", "silence.flac", "silence.ogg"}) {
            const ReadClip clip = readWhole(m_files.encode(source, name));
            QVERIFY(clip.summary->silent);
            QCOMPARE(clip.summary->peak, 0.0F);
            QVERIFY(!clip.summary->integratedLufs);
            QCOMPARE(clip.summary->waveform.rms, std::vector<float>(audio::kWaveformColumns));
            QCOMPARE(clip.windows.at(0).samples, std::vector<float>(88200));
        }
    }

    void notANumber()
    {
        constexpr float kNaN = std::numeric_limits<float>::quiet_NaN(), kInf = std::numeric_limits<float>::infinity();
        std::vector<float> sound = sweep(1, 44100, 2);
        std::vector<float> mended = sound;
        for (const std::size_t at : {0U, 1U, 500U, 44101U, 88199U}) {
            sound[at] = at % 3 == 0 ? kNaN : at % 3 == 1 ? kInf : -kInf;
            mended[at] = 0;
        }
        const Path file = m_files.write("nan.wav", wavFloat(sound, 2, 44100));
        QVERIFY(decodeAll(file) == mended);
        const ReadClip clip = readWhole(file);
        const ReadClip wanted = readWhole(m_files.write("mended.wav", wavFloat(mended, 2, 44100)));
        QVERIFY(clip.windows.at(0).samples == wanted.windows.at(0).samples);
        QCOMPARE(clip.summary->integratedLufs, wanted.summary->integratedLufs);
        QCOMPARE(clip.summary->waveform.rms, wanted.summary->waveform.rms);

        const Path doubles = m_files.encode(file, "nan64.wav", {"-c:a", "pcm_f64le"});
        QVERIFY(decodeAll(doubles) == mended);

        const ReadClip none =
            readWhole(m_files.write("allnan.wav", wavFloat(std::vector<float>(44100, kNaN), 1, 44100)));
        QVERIFY(none.summary->silent && !none.summary->integratedLufs);
        const std::vector<float> huge(44100, std::numeric_limits<float>::max());
        const ReadClip loud = readWhole(m_files.write("huge.wav", wavFloat(huge, 1, 44100)), {.sampleRate = 48000});
        QVERIFY(allFinite(loud.windows.at(0).samples) && allFinite(loud.summary->waveform.rms));
        QVERIFY(std::isfinite(loud.summary->integratedLufs.value()));
    }

    void anyName()
    {
        const QByteArray bytes = wav16(sweep(0.5, 8000), 1, 8000);
        for (const std::string name :
             {"new\nline.wav", "Glöckchen 🔔 鐘.wav", "invalid\xFF\xC3 utf8.wav", "http:host.wav", "pipe:0", "%d.wav",
              " space .wav", "'quote\".wav", "-i.wav", "no extension", "concat:a|b.wav", ".wav"}) {
            const Path file = m_files.write(name, bytes);
            QVERIFY(!file.empty());
            QCOMPARE(audio::probe(file).durationSeconds, 0.5);
            QCOMPARE(readWhole(file).summary->info.durationSeconds, 0.5);
        }
        const Path file = m_files.write("bad\xFF.wav", "text");
        QVERIFY(errorOf([&] { audio::probe(file); }).sentence.find("bad\xEF\xBF\xBD.wav") != std::string::npos);
    }

    void nameSaysAnotherKind()
    {
        const Path source = m_files.write("source2.wav", wav16(sweep(1, 44100), 1, 44100));
        const Path flac = m_files.encode(source, "real.flac");
        const Path renamed = m_files.path("renamed.mp3");
        std::filesystem::rename(flac, renamed);
        QCOMPARE(audio::probe(renamed).codec, std::string("flac"));
        QCOMPARE(readWhole(renamed).summary->info.durationSeconds, 1.0);
    }

    void fileThatVanishesWhileRead()
    {
        const Path file = m_files.write("vanishes.wav", wav16(sweep(30, 44100), 1, 44100));
        int windows = 0;
        const auto summary = audio::readClip(file, {.sampleRate = 44100, .windowSeconds = 1},
                                             [&](audio::ClipWindow&&) {
                                                 if (++windows == 1)
                                                     std::filesystem::remove(file);
                                                 return true;
                                             },
                                             {});
        QCOMPARE(windows, 30); // an open file stays
        QVERIFY2(summary->damaged.empty(), summary->damaged.c_str());
    }

    void fileThatShrinksWhileRead()
    {
        for (const char* name : {"shrinks.wav", "shrinks.flac", "shrinks.mp3"}) {
            const Path source = m_files.write("source3.wav", wav16(sweep(30, 44100), 1, 44100));
            const Path file = m_files.encode(source, name);
            int windows = 0;
            const auto summary =
                audio::readClip(file, {.sampleRate = 44100, .windowSeconds = 1},
                                [&](audio::ClipWindow&&) {
                                    if (++windows == 1)
                                        std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
                                    return true;
                                },
                                {});
            QVERIFY2(windows >= 5 && windows < 25, qPrintable(QString("%1: %2").arg(name).arg(windows)));
            QVERIFY2(summary->damaged.find("changed while it was read") != std::string::npos, summary->damaged.c_str());
        }
    }
};

PROLAP_TEST(TstBadInput)
#include "tst_bad_input.moc"
