#include "tests/support/test_main.h"
#include "ui/explore/index_strip.h"
#include "ui/lists/result_model.h"
#include "ui/player/waveform_view.h"
#include "ui/text.h"
#include "ui/translations.h"

#include <QLocale>
#include <QTest>
#include <QUrl>

using namespace prolap;
using namespace prolap::ui;

class TstText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        installTranslations(*QCoreApplication::instance());
    }

    void durations()
    {
        QCOMPARE(durationText(0), QString("0:00.0"));
        QCOMPARE(durationText(3.27), QString("0:03.2"));
        QCOMPARE(durationText(59.99), QString("0:59.9"));
        QCOMPARE(durationText(725), QString("12:05"));
        QCOMPARE(durationText(10925), QString("3:02:05"));
    }

    void countsAndShares()
    {
        QCOMPARE(countText(7), QString("7"));
        QCOMPARE(countText(1240), QString("1\u202f240"));
        QCOMPARE(countText(1000000), QString("1\u202f000\u202f000"));
        QCOMPARE(percentText(0.824), QString("82\u202f%"));
        QCOMPARE(percentText(1.7), QString("100\u202f%"));
    }

    void pluralsAreEnglish()
    {
        QCOMPARE(timeLeftText(60), QString("about 1 minute left"));
        QCOMPARE(timeLeftText(360), QString("about 6 minutes left"));
        QCOMPARE(timeLeftText(7200), QString("about 2 hours left"));
        QCOMPARE(timeLeftText(-1), QString());
    }

    void progressSaysWhatHowManyAndHowLong()
    {
        library::IndexProgress progress;
        progress.filesDone = 900;
        QCOMPARE(indexSentence(progress), QString("Looking for sounds: 900 files so far"));
        progress.stage = library::IndexProgress::Stage::Listening;
        progress.filesDone = 1240;
        progress.filesTotal = 5300;
        progress.audioSeconds = 45000;
        progress.etaSeconds = 360;
        QCOMPARE(indexSentence(progress),
                 QString("Listening: 1\u202f240 of 5\u202f300 files, 12.5 h heard, about 6 minutes left"));
    }

    void reportsAreSentences()
    {
        library::IndexReport report;
        QCOMPARE(reportSentence(report), QString("The library is up to date."));
        report.indexed = 1;
        report.audioSeconds = 120;
        report.failed = 2;
        QCOMPARE(reportSentence(report), QString("Listened to 1 new file, 2 min. 2 files could not be read."));
        report.outcome = Outcome::Cancelled;
        report.failed = 0;
        QCOMPARE(reportSentence(report), QString("Stopped after 1 new file; the rest waits for the next rescan."));
    }

    /// Names that are not valid UTF-8 reach other programs byte for byte.
    void pathsAreBytes()
    {
        const Path odd(std::string("/a b/\xff\n\xc3\xa9#.wav"));
        QCOMPARE(fileUrl(odd).toEncoded(), QByteArray("file:///a%20b/%FF%0A%C3%A9%23.wav"));
        QCOMPARE(shown(odd), QString("/a b/\ufffd\n\u00e9#.wav"));
        QVERIFY(pathFrom(QString("/x/\u00e9")) == Path("/x/\xc3\xa9"));
    }

    void rulerTicksAreRoundAndApart()
    {
        QCOMPARE(rulerStep(0.001, 72), 0.1);
        QCOMPARE(rulerStep(0.01, 72), 1.0);
        QCOMPARE(rulerStep(0.1, 72), 10.0);
        QCOMPARE(rulerStep(1, 72), 120.0);
        QCOMPARE(rulerStep(10, 72), 1200.0);
        for (double perPixel = 1e-5; perPixel < 1000; perPixel *= 1.7)
            QVERIFY(rulerStep(perPixel, 72) >= perPixel * 72);
    }
};

PROLAP_TEST(TstText)
#include "tst_text.moc"
