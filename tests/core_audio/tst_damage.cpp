#include "tests/core_audio/audio_files.h"
#include "tests/support/test_main.h"

#include <cmath>
#include <random>

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace prolap;
using namespace prolap::test;

/// Random damage to real files: an error or some sound, never a crash, a hang or endless sound.
class TstDamage : public QObject {
    Q_OBJECT

    AudioFiles m_files;

private Q_SLOTS:
    void randomDamage_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"a.wav", "a.flac", "a.mp3", "a.ogg", "a.m4a", "a.opus", "a.aiff", "a.wma"})
            QTest::addRow("%s", name) << name;
    }

    void randomDamage()
    {
        QFETCH(QString, name);
        // Ogg files of a second have one page of sound, whose checksum any damage breaks.
        const double seconds = name.endsWith("ogg") || name.endsWith("opus") ? 8 : 1;
        const Path source = m_files.write("source.wav", wav16(sweep(seconds, 22050, 2), 2, 22050));
        const Path whole = m_files.encode(source, "whole-" + name.toStdString());
        QFile file(QString::fromStdString(whole.native()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();

        constexpr int kCases = 50;
        int refused = 0, read = 0;
        for (int run = 0; run < kCases; ++run) {
            std::mt19937 random(static_cast<unsigned>(run)); // NOLINT: the same damage each time
            QByteArray damaged = bytes;
            const auto below = [&](qsizetype limit) {
                return static_cast<qsizetype>(random() % static_cast<unsigned long>(limit));
            };
            // Headers are where damage does most: every other case hits the first 256 bytes too, the rest spares them.
            const int flips = 1 + static_cast<int>(below(20));
            for (int i = 0; i < flips; ++i) {
                const qsizetype half = damaged.size() / 2;
                const bool header = run % 2 == 0 && i % 2 == 0;
                const qsizetype at = header ? below(std::min<qsizetype>(256, half)) : half + below(half);
                damaged[at] = static_cast<char>(random());
            }
            if (run % 5 == 4)
                damaged.truncate(below(damaged.size()) + 1);
            const Path path = m_files.write(name.toStdString(), damaged);
            QElapsedTimer timer;
            timer.start();
            double decoded = 0;
            const Thrown thrown = errorOf([&] {
                (void)audio::probe(path);
                const auto summary = audio::readClip(path, {.sampleRate = 16000, .windowSeconds = 1},
                                                     [&](audio::ClipWindow&& window) {
                                                         for (const float sample : window.samples)
                                                             if (!std::isfinite(sample))
                                                                 return false;
                                                         return true;
                                                     },
                                                     {});
                QVERIFY(summary); // none of it was infinite
                decoded = summary->info.durationSeconds;
                (void)decodeAll(path, {.sampleRate = 16000, .startSeconds = 0.6 * seconds});
            });
            ++(thrown.kind ? refused : read);
            QVERIFY2(!thrown.kind || thrown.sentence.find(name.toStdString()) != std::string::npos,
                     thrown.sentence.c_str());
            QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString("case %1: %2 ms").arg(run).arg(timer.elapsed())));
            QVERIFY2(decoded < 3600, qPrintable(QString("case %1: %2 s").arg(run).arg(decoded)));
        }
        qInfo("%d refused, %d read", refused, read);
        QVERIFY(read > 0);
    }

    void noise()
    {
        std::mt19937 random(7);
        for (const char* name :
             {"noise.wav", "noise.mp3", "noise.flac", "noise.ogg", "noise.m4a", "noise.xyz", "noise"}) {
            QByteArray bytes(100'000, '\0');
            for (char& byte : bytes)
                byte = static_cast<char>(random());
            const Path file = m_files.write(name, bytes);
            const Thrown thrown = errorOf([&] { readWhole(file); });
            QVERIFY2(!thrown.kind || thrown.sentence.find(name) != std::string::npos, thrown.sentence.c_str());
        }
    }
};

PROLAP_TEST(TstDamage)
#include "tst_damage.moc"
