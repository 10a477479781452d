#include <QTest>

#include "core/train/augment/mixed_caption.h"
#include "tests/support/test_main.h"

using namespace prolap::train;

class TstMixedCaption : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void captionsOfMixtures_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<QString>("expected"); // with | for the joint
        QTest::newRow("plain") << "A dog barks"
                               << "Rain falls"
                               << "A dog barks|rain falls";
        QTest::newRow("full stops") << "A dog barks."
                                    << "Rain falls."
                                    << "A dog barks|rain falls.";
        QTest::newRow("one stop") << "A dog barks. "
                                  << "A cat meows"
                                  << "A dog barks|a cat meows";
        QTest::newRow("two stops") << "A dog barks.."
                                   << "Rain falls.."
                                   << "A dog barks|rain falls.";
        QTest::newRow("capitals") << "Rain"
                                  << "TV chatter"
                                  << "Rain|TV chatter";
        QTest::newRow("I") << "Rain"
                           << "I walk"
                           << "Rain|I walk";
        QTest::newRow("a number") << "Rain"
                                  << "3 dogs bark"
                                  << "Rain|3 dogs bark";
        QTest::newRow("lower case") << "rain"
                                    << "wind"
                                    << "rain|wind";
        QTest::newRow("nouns written large")
            << "Wind" << QString::fromUtf8("Hunde bellen drüben") << QString::fromUtf8("Wind|Hunde bellen drüben");
        QTest::newRow("another language") << "Ein Hund bellt" << QString::fromUtf8("Türen schlagen")
                                          << QString::fromUtf8("Ein Hund bellt|Türen schlagen");
        QTest::newRow("another alphabet")
            << QString::fromUtf8("雨。") << QString::fromUtf8("Дождь") << QString::fromUtf8("雨。|Дождь");
    }

    void captionsOfMixtures()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(QString, expected);
        std::mt19937_64 random(4), same(4);
        int ands = 0;
        for (int i = 0; i < 400; ++i) {
            const std::string mixed = mixedCaption(a.toStdString(), b.toStdString(), random);
            const QString text = QString::fromStdString(mixed);
            const bool isAnd = text == QString(expected).replace("|", " and ");
            QVERIFY2(isAnd || text == QString(expected).replace("|", " while "), mixed.c_str());
            QCOMPARE(mixed, mixedCaption(a.toStdString(), b.toStdString(), same));
            ands += isAnd;
        }
        QVERIFY(std::abs(ands - 200) < 40); // four standard deviations
    }

    void nothingIsMixedWithNoCaption()
    {
        std::mt19937_64 random(4);
        QCOMPARE(mixedCaption("", "Rain.", random), std::string("Rain."));
        QCOMPARE(mixedCaption("Rain.", "", random), std::string("Rain"));
    }
};

PROLAP_TEST(TstMixedCaption)
#include "tst_mixed_caption.moc"
