#include "tests/support/test_main.h"
#include "tests/ui/sounds.h"
#include "ui/player/player.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace prolap;
using namespace prolap::ui;

/// Run with a sound server that does not exist.
class TstNoSoundDevice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMissingDeviceIsOneSentenceAndNoBox()
    {
        QTemporaryDir folder;
        const Path wav = Path(folder.path().toStdString()) / "a.wav";
        test::writeWav(wav, test::tone(440, 1, 44100), 44100);
        Player player;
        QSignalSpy failed(&player, &Player::failed);
        QTRY_COMPARE(failed.size(), 1); // at once, so that nobody wonders
        QVERIFY2(failed[0][0].toString().startsWith("No sound device was found"), qPrintable(failed[0][0].toString()));
        player.play(wav, 0);
        QTRY_COMPARE(failed.size(), 2);
        QCOMPARE(failed[1][0], failed[0][0]);
        QVERIFY(player.state() == PlayState::Stopped);
        QVERIFY(QApplication::topLevelWidgets().isEmpty());
        player.toggle();
        QTRY_COMPARE(failed.size(), 3);
    }
};

PROLAP_TEST(TstNoSoundDevice)
#include "tst_no_sound_device.moc"
