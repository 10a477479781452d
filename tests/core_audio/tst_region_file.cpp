#include "core/audio/header_facts.h"
#include "core/audio/region_file.h"
#include "core/audio/wav_writer.h"
#include "tests/core_audio/audio_files.h"
#include "tests/support/test_main.h"

#include <cmath>
#include <filesystem>
#include <map>

#include <QTest>

using namespace prolap;
using namespace prolap::audio;
using namespace prolap::test;

/// A part of a sound file as a wave file of its own.
class TstRegionFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rateDepthAndSamplesAreKept_data()
    {
        QTest::addColumn<QString>("codec");
        QTest::addColumn<QString>("ending");
        QTest::addColumn<int>("bits");
        QTest::addColumn<bool>("floats");
        QTest::newRow("16 bit") << "pcm_s16le"
                                << "wav" << 16 << false;
        QTest::newRow("24 bit") << "pcm_s24le"
                                << "wav" << 24 << false;
        QTest::newRow("float") << "pcm_f32le"
                               << "wav" << 32 << true;
        QTest::newRow("8 bit") << "pcm_u8"
                               << "wav" << 8 << false;
        QTest::newRow("aiff 24") << "pcm_s24be"
                                 << "aiff" << 24 << false;
        QTest::newRow("flac") << "flac"
                              << "flac" << 16 << false;
        QTest::newRow("vorbis") << "libvorbis"
                                << "ogg" << 24 << false;
    }
    void rateDepthAndSamplesAreKept()
    {
        QFETCH(QString, codec);
        QFETCH(QString, ending);
        QFETCH(int, bits);
        QFETCH(bool, floats);
        const AudioFiles files;
        const Path wav = files.write("source.wav", wavFloat(sweep(3, 48000, 2), 2, 48000));
        QStringList options{"-c:a", codec};
        if (codec == "flac")
            options << "-sample_fmt"
                    << "s16";
        const Path source = files.encode(wav, "coded." + ending.toStdString(), options);
        QVERIFY(!source.empty());
        const Path region = files.path("region.wav");
        QVERIFY(writeRegion(source, 1.0, 1.5, region, {}));
        const AudioInfo info = probe(region);
        QCOMPARE(info.sampleRate, 48000);
        QCOMPARE(info.channels, 2);
        QCOMPARE(info.bitDepth, bits);
        QCOMPARE(info.floatSamples, floats);
        QCOMPARE(info.durationSeconds, 0.5);
        DecodeOptions part;
        part.startSeconds = 1.0;
        part.endSeconds = 1.5;
        const std::vector<float> wanted = decodeAll(source, part), got = decodeAll(region);
        QCOMPARE(got.size(), wanted.size());
        const float step = codec == "libvorbis" ? 1.0f / (1 << 22) : 0; // lossless is exact
        for (std::size_t i = 0; i < got.size(); ++i)
            QVERIFY2(std::abs(got[i] - wanted[i]) <= step,
                     qPrintable(QString("%1: %2 %3").arg(i).arg(got[i]).arg(wanted[i])));
    }

    void theBroadcastChunkIsCarriedAndItsTimeMoved()
    {
        const AudioFiles files;
        const Path wav = files.write("source.wav", wav16(sweep(3, 48000), 1, 48000));
        const Path source = files.encode(wav, "bwf.wav",
                                         {"-write_bext", "1", "-metadata", "description=Rain on a tin roof",
                                          "-metadata", "originator=Recorder", "-metadata", "time_reference=480000"});
        QVERIFY(!source.empty());
        QCOMPARE(probe(source).bwfDescription, std::string("Rain on a tin roof"));
        const Path region = files.path("region.wav");
        QVERIFY(writeRegion(source, 1.25, 2, region, {}));
        const AudioInfo info = probe(region);
        QCOMPARE(info.bwfDescription, std::string("Rain on a tin roof"));
        const auto tagsOf = [](const AudioInfo& of) {
            std::map<std::string, std::string> tags(of.tags.begin(), of.tags.end());
            tags.erase("encoder");
            return tags;
        };
        std::map<std::string, std::string> wanted = tagsOf(probe(source));
        QCOMPARE(wanted["time_reference"], std::string("480000"));
        wanted["time_reference"] = std::to_string(480000 + 60000);
        QCOMPARE(tagsOf(info), wanted);
    }

    void sixChannelsKeepTheirPlaces()
    {
        const AudioFiles files;
        const Path wav = files.write("mono.wav", wav16(sweep(1, 44100), 1, 44100));
        const Path source =
            files.encode(wav, "surround.wav", {"-af", "pan=5.1|FL=c0|FR=0.5*c0|FC=0.25*c0|LFE=0*c0|BL=c0|BR=c0"});
        const Path region = files.path("region.wav");
        QVERIFY(writeRegion(source, 0.25, 0.5, region, {}));
        QCOMPARE(Decoder(region).channelNames(), Decoder(source).channelNames());
        QCOMPARE(probe(region).channels, 6);
    }

    void stoppedOrEmptyLeavesNoFile()
    {
        const AudioFiles files;
        const Path source = files.write("source.wav", wav16(sweep(1, 44100), 1, 44100)),
                   region = files.path("region.wav");
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!writeRegion(source, 0, 1, region, stop.get_token()));
        QVERIFY(!writeRegion(source, 5, 6, region, {}));
        QVERIFY(!std::filesystem::exists(region));
        QVERIFY(!std::filesystem::exists(files.path("region.wav.part")));
        const Thrown thrown = errorOf([&] { writeRegion(source, 0, 1, files.path("nowhere") / "r.wav", {}); });
        QCOMPARE(thrown.kind.value_or(ErrorKind::Internal), ErrorKind::NotFound);
        QVERIFY(thrown.sentence.find("nowhere") != std::string::npos);
    }
};

PROLAP_TEST(TstRegionFile)
#include "tst_region_file.moc"
