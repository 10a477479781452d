#include "core/model/mel_bank.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <numeric>

#include <QTest>

using namespace prolap::model;

/// The four filter banks of CLAP against numbers that were computed elsewhere.
class TstMelBank : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void golden_data()
    {
        QTest::addColumn<int>("rate");
        QTest::addColumn<double>("maxHz");
        QTest::addColumn<bool>("htk");
        QTest::addColumn<double>("sum");
        QTest::addColumn<int>("nonZero");
        QTest::addColumn<double>("bin2");
        QTest::addColumn<double>("peak");
        QTest::addColumn<int>("peakBin");
        QTest::newRow("LAION unfused") << 48000 << 14000.0 << false << 1.364433 << 577 << .01501181 << .00131327 << 283;
        QTest::newRow("LAION fused") << 48000 << 14000.0 << true << 290.150243 << 580 << .76563896 << .97395333 << 285;
        QTest::newRow("MS-CLAP") << 32000 << 14000.0 << false << 2.048126 << 866 << .00428909 << .00134121 << 424;
        QTest::newRow("MS-CLAP's settings")
            << 44100 << 8000.0 << false << 1.485672 << 359 << .01734906 << .00270791 << 177;
    }
    void golden()
    {
        QFETCH(int, rate);
        QFETCH(double, maxHz);
        QFETCH(bool, htk);
        QFETCH(double, sum);
        QFETCH(int, nonZero);
        QFETCH(double, bin2);
        QFETCH(double, peak);
        QFETCH(int, peakBin);
        MelConfig mel = htk ? MelConfig::clapFused() : MelConfig::clapUnfused();
        mel.designRate = rate;
        mel.maxHz = maxHz;
        const std::vector<double> bank = melBank(mel);
        QCOMPARE(bank.size(), std::size_t{64 * 513});
        QVERIFY(std::abs(std::accumulate(bank.begin(), bank.end(), 0.0) - sum) < 1e-6);
        QCOMPARE(std::ranges::count_if(bank, [](double weight) { return weight > 0; }), nonZero);
        QVERIFY(std::abs(bank[2] - bin2) < 1e-8);
        const auto last = bank.end() - 513;
        const auto at = std::max_element(last, bank.end());
        QCOMPARE(static_cast<int>(at - last), peakBin);
        QVERIFY(std::abs(*at - peak) < 1e-8);
    }

    void unitSum()
    {
        const std::vector<double> bank = melBank(MelConfig::aisfx());
        const std::size_t bins = 1025;
        QCOMPARE(bank.size(), 96 * bins);
        for (std::size_t band = 0; band < 96; ++band) {
            const auto row = bank.begin() + static_cast<std::ptrdiff_t>(band * bins);
            QVERIFY(std::abs(std::accumulate(row, row + static_cast<std::ptrdiff_t>(bins), 0.0) - 1) < 1e-12);
        }
    }
};

PROLAP_TEST(TstMelBank)
#include "tst_mel_bank.moc"
