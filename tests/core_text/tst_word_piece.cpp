#include "core/text/bert_words.h"
#include "core/text/wordpiece_tokenizer.h"
#include "tests/core_text/vocabularies.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap;
using namespace prolap::text;
using namespace prolap::test;

class TstWordPiece : public QObject {
    Q_OBJECT

    using Ids = std::vector<std::int32_t>;

    static QStringList words(const std::string& utf8)
    {
        QStringList found;
        forEachBertWord(utf8, [&](std::u32string_view word) {
            found.append(QString::fromUcs4(word.data(), static_cast<qsizetype>(word.size())));
            return true;
        });
        return found;
    }

    // 0 to 4 the special tokens, then 5 rain, 6 ##drop, 7 ##s, 8 r, 9 ##a, 10 ##rain, 11 !, 12 ###
    static WordPieceTokenizer rain(std::size_t maxTokens = 256)
    {
        return WordPieceTokenizer(wordPieceVocabulary({"rain", "##drop", "##s", "r", "##a", "##rain", "!", "###"}),
                                  "vocab.txt", maxTokens);
    }

private Q_SLOTS:
    void splitsIntoWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("nothing") << "" << QStringList();
        QTest::newRow("blanks") << QString(" \t\r\n\u00A0\u3000") << QStringList();
        QTest::newRow("case") << "A Dog" << QStringList({"a", "dog"});
        QTest::newRow("punctuation") << "door-slam_01.wav!"
                                     << QStringList({"door", "-", "slam", "_", "01", ".", "wav", "!"});
        QTest::newRow("ASCII symbols") << "a+b $5 `x`" << QStringList({"a", "+", "b", "$", "5", "`", "x", "`"});
        QTest::newRow("other symbols") << QString("5€ a→b") << QStringList({"5€", "a→b"});
        QTest::newRow("accents") << QString("Café Ångström") << QStringList({"cafe", "angstrom"});
        QTest::newRow("decomposed") << QString("Cafe\u0301") << QStringList({"cafe"});
        QTest::newRow("ideographs") << QString("a雨b音") << QStringList({"a", "雨", "b", "音"});
        QTest::newRow("kana lose their marks") << QString("がだ") << QStringList({"かた"});
        QTest::newRow("Hangul falls into jamo") << QString("각") << QStringList({QString("\u1100\u1161\u11A8")});
        QTest::newRow("controls vanish") << QString("a\u200Bb\u00ADc\u0007d\uFEFFe\u0085f\uFFFDg")
                                         << QStringList({"abcdefg"});
        QTest::newRow("capital sigma") << QString("ΟΔΟΣ") << QStringList({"οδοσ"});
        // Spacing marks stay; canonical order sorts them by their class (224 and 216).
        QTest::newRow("canonical order") << QString("a\u302E\u0301\U0001D165") << QStringList({"a\U0001D165\u302E"});
        QTest::newRow("dotted I") << QString("İß") << QStringList({"iß"});
    }

    void splitsIntoWords()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, expected);
        QCOMPARE(words(text.toStdString()), expected);
    }

    void longestPieceFirst()
    {
        const auto tokenizer = rain();
        QCOMPARE(tokenizer.encode("Raindrops").ids, Ids({2, 5, 6, 7, 3}));
        QCOMPARE(tokenizer.encode("rain rain!").ids, Ids({2, 5, 5, 11, 3}));
        QCOMPARE(tokenizer.encode("ra").ids, Ids({2, 8, 9, 3}));
        // Greedy, no way back: "rainr" is rain and then nothing, so the whole word is unknown.
        QCOMPARE(tokenizer.encode("rain rainr rain").ids, Ids({2, 5, 1, 5, 3}));
        QCOMPARE(tokenizer.encode("").ids, Ids({2, 3}));
    }

    void specialTokensAnywhere()
    {
        const auto tokenizer = rain();
        QCOMPARE(tokenizer.encode("rain[MASK]drop [SEP]").ids, Ids({2, 5, 4, 1, 3, 3}));
        QCOMPARE(tokenizer.encode("[mask]").ids, Ids({2, 1, 1, 1, 3}));
        QCOMPARE(tokenizer.maskId(), 4);
        QCOMPARE(tokenizer.vocabularySize(), 13);
    }

    void longWordsAreUnknown()
    {
        const auto tokenizer = rain();
        std::string word = "r";
        for (int i = 1; i < 100; ++i)
            word += "a";
        QCOMPARE(tokenizer.encode(word).ids.size(), 102U);
        QCOMPARE(tokenizer.encode(word + "a").ids, Ids({2, 1, 3}));
    }

    void cutsToTheLimit()
    {
        const auto tokenizer = rain(6);
        QCOMPARE(tokenizer.encode("rain raindrops rain rain").ids, Ids({2, 5, 5, 6, 7, 3}));
        QCOMPARE(tokenizer.encode("rain rain rain raindrops").ids, Ids({2, 5, 5, 5, 5, 3}));
        QCOMPARE(tokenizer.encode("[SEP][SEP][SEP][SEP][SEP][SEP]").ids, Ids({2, 3, 3, 3, 3, 3}));
    }

    void invalidBytesVanish() { QCOMPARE(rain().encode("ra\xFFin").ids, Ids({2, 5, 3})); }
};

PROLAP_TEST(TstWordPiece)
#include "tst_word_piece.moc"
