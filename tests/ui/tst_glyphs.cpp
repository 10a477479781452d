#include "tests/support/test_main.h"
#include "ui/glyphs/certainty_glyph.h"
#include "ui/glyphs/match_glyph.h"
#include "ui/glyphs/waveform_glyph.h"
#include "ui/theme/palette.h"

#include <cmath>

#include <QImage>
#include <QTest>

using namespace prolap;
using namespace prolap::ui;

namespace {

/// Pixels of about this colour.
int count(const QImage& image, const QColor& colour)
{
    int n = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor c = image.pixelColor(x, y);
            n += std::abs(c.red() - colour.red()) < 8 && std::abs(c.green() - colour.green()) < 8 &&
                 std::abs(c.blue() - colour.blue()) < 8;
        }
    return n;
}

QImage painted(const QSize& size, const std::function<void(QPainter&)>& paint)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(palette().panel);
    QPainter painter(&image);
    paint(painter);
    return image;
}

} // namespace

class TstGlyphs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { usePalette(Scheme::Dark); }

    void theMatchBarIsAsLongAsItsProbability()
    {
        const auto accentAt = [](float p) {
            return count(painted({200, 28},
                                 [p](QPainter& painter) {
                                     paintMatch(painter, QRectF(0, 0, 200, 28), {p, p}, false);
                                 }),
                         palette().accent);
        };
        const int quarter = accentAt(0.25f), half = accentAt(0.5f), full = accentAt(1.0f);
        QCOMPARE(accentAt(0), 0);
        QVERIFY2(std::abs(full - 2 * half) < full / 8, qPrintable(QString("%1 %2").arg(half).arg(full)));
        QVERIFY2(std::abs(half - 2 * quarter) < full / 8, qPrintable(QString("%1 %2").arg(quarter).arg(half)));
    }

    void anUncalibratedModelShowsNoNumber()
    {
        const auto ink = [](std::optional<float> p) {
            return count(painted({200, 28},
                                 [p](QPainter& painter) {
                                     paintMatch(painter, QRectF(0, 0, 200, 28), {0.5f, p}, false);
                                 }),
                         palette().text);
        };
        QVERIFY(ink(0.5f) > 0);
        QCOMPARE(ink(std::nullopt), 0);
        QVERIFY(matchTooltip({0.5f, std::nullopt}).contains("not calibrated"));
    }

    void certaintyIsLogScaledBetweenThePercentiles()
    {
        std::vector<float> sample;
        for (int i = 0; i <= 100; ++i)
            sample.push_back(std::pow(10.0f, static_cast<float>(i) / 50.0f)); // 1 to 100, even in the logarithm
        const CertaintyScale scale(sample);
        QCOMPARE(scale.of(sample[5]).width, 0.0);
        QCOMPARE(scale.of(sample[95]).width, 1.0);
        QVERIFY(std::abs(scale.of(sample[50]).width - 0.5) < 1e-5);
        QCOMPARE(scale.of(1e9f).width, 1.0);
        QVERIFY(std::abs(scale.of(sample[90]).lessGeneral - 0.9) < 0.01);
        QVERIFY(certaintyTooltip(scale.of(sample[90])).startsWith("More general than 89"));
        QVERIFY(certaintyTooltip(CertaintyScale({1, 1, 1, 2}).of(1.0f)).startsWith("More specific than 25"));
        QVERIFY(!scale.of(std::nullopt).general);
        QCOMPARE(CertaintyScale().of(3.0f).width, 0.5);
        QCOMPARE(CertaintyScale({NAN, -1, 0}).empty(), true);
    }

    void aGeneralClipHasAWiderBell()
    {
        const auto columns = [](const Certainty& certainty) {
            const QImage image = painted(
                {60, 28}, [&](QPainter& painter) { paintCertainty(painter, QRectF(0, 0, 60, 28), certainty, false); });
            int wide = 0;
            for (int x = 0; x < image.width(); ++x) { // the bell's body, above its feet
                bool inked = false;
                for (int y = 0; y < 19; ++y)
                    inked |= image.pixelColor(x, y) != palette().panel;
                wide += inked;
            }
            return wide;
        };
        const int line = columns({0, 0, 0, false}), narrow = columns({0, 0, 1, true}), wide = columns({1, 1, 0, true});
        QVERIFY2(line <= 3 && narrow > line && wide > 2 * narrow,
                 qPrintable(QString("%1 %2 %3").arg(line).arg(narrow).arg(wide)));
    }

    void aThumbnailKeepsPeaks()
    {
        audio::Waveform waveform;
        waveform.min.assign(audio::kWaveformColumns, -0.1f);
        waveform.max.assign(audio::kWaveformColumns, 0.1f);
        waveform.rms.assign(audio::kWaveformColumns, 0.05f);
        waveform.min[500] = -0.4f; // one click in the middle
        const Thumbnail thumbnail = reduced(waveform);
        QCOMPARE(thumbnail.peak.size(), std::size_t{Thumbnail::kColumns});
        QCOMPARE(int(thumbnail.peak[80]), 255);
        QCOMPARE(int(thumbnail.peak[0]), 64);
        QCOMPARE(int(thumbnail.rms[0]), 32);
        QVERIFY(reduced({}).peak.empty());
    }
};

PROLAP_TEST(TstGlyphs)
#include "tst_glyphs.moc"
