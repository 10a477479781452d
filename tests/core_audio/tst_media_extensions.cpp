#include <QTest>

#include "core/audio/media_extensions.h"
#include "tests/support/test_main.h"

using prolap::audio::hasMediaExtension;

class TstMediaExtensions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void soundsAndFilmsAreKnownByTheirNames()
    {
        for (const char* name : {"a.wav", "A.WAV", "x.y.opus", "v.mp4", "s.aiff", "s.W64"})
            QVERIFY2(hasMediaExtension(name), name);
        for (const char* name : {"a", "wav", "a.wav.txt", "a.wavx", "a.", ""})
            QVERIFY2(!hasMediaExtension(name), name);
    }
};

PROLAP_TEST(TstMediaExtensions)
#include "tst_media_extensions.moc"
