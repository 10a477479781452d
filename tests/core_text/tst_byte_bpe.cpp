#include "core/text/bpe_tokenizer.h"
#include "core/text/pre_tokens.h"
#include "tests/core_text/vocabularies.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

using namespace prolap;
using namespace prolap::text;
using namespace prolap::test;

class TstByteBpe : public QObject {
    Q_OBJECT

    using Ids = std::vector<std::int32_t>;
    static constexpr std::int32_t kBlank = 220;
    static constexpr std::int32_t kRain = 258, kTwoBlanks = 259, kBlankRain = 260, kFourBlanks = 261;
    static constexpr std::int32_t kFirstSpecial = 262;

    static std::int32_t byteId(char printable) { return printable - '!'; }

    static std::unique_ptr<Tokenizer> load(TokenizerKind kind, const std::vector<std::string>& specials,
                                           std::size_t maxTokens = 0)
    {
        QTemporaryDir dir;
        const Path folder(dir.path().toStdString());
        writeBpeFolder(folder, byteVocabulary(rainMerges(), specials), rainMerges());
        return loadTokenizer(kind, folder, maxTokens);
    }

private Q_SLOTS:
    void cutsIntoPreTokens_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected"); // with | between the pieces
        QTest::newRow("words") << "a dog"
                               << "a| dog";
        QTest::newRow("contractions") << "don't we'll I'd"
                                      << "don|'t| we|'ll| I|'d";
        QTest::newRow("capital contractions") << "DON'T"
                                              << "DON|'|T";
        QTest::newRow("apostrophe after a blank") << "x 's"
                                                  << "x| '|s";
        QTest::newRow("numbers") << "take 2 of 1024a"
                                 << "take| 2| of| 1024|a";
        QTest::newRow("signs") << "a?! --b"
                               << "a|?!| --|b";
        QTest::newRow("run of blanks") << "a   b"
                                       << "a|  | b";
        QTest::newRow("blanks at the end") << "a   "
                                           << "a|   ";
        QTest::newRow("one blank at the end") << "a "
                                              << "a| ";
        QTest::newRow("tab") << "a\tb"
                             << "a|\t|b";
        QTest::newRow("tab and blank") << "a\t b"
                                       << "a|\t| b";
        QTest::newRow("blank and tab") << "a \tb"
                                       << "a| |\t|b";
        QTest::newRow("no-break space") << QString("a\u00A0b") << QString("a|\u00A0|b");
        QTest::newRow("marks are signs") << QString("e\u0301a") << QString("e|\u0301|a");
        QTest::newRow("other numbers") << QString("½Ⅷx") << QString("½Ⅷ|x");
        QTest::newRow("emoji") << QString("cat 🐱🏽!") << QString("cat| 🐱🏽!");
    }

    void cutsIntoPreTokens()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QStringList pieces;
        const std::string utf8 = text.toStdString();
        forEachPreToken(utf8, [&](std::string_view piece) {
            pieces.append(QString::fromUtf8(piece.data(), static_cast<qsizetype>(piece.size())));
            return true;
        });
        QCOMPARE(pieces.join('|'), expected);
        QCOMPARE(pieces.join(QString()), text);
    }

    void mergesBestPairFirst()
    {
        const auto vocabulary = byteVocabulary({{"b", "c"}, {"a", "b"}, {"a", "bc"}}, {});
        BpeVocabulary bpe;
        for (const auto& [symbol, id] : vocabulary.items())
            bpe.ids.emplace(symbol, id);
        bpe.merges = {{"b", "c"}, {"a", "b"}, {"a", "bc"}};
        Ids ids;
        ByteBpe(bpe, "vocab.json").encode("abcab", ids); // bc is better than ab, so a+bc, and then ab
        QCOMPARE(ids, Ids({258, 257}));
    }

    void equalPairsMergeFromTheLeft()
    {
        const auto tokenizer = load(TokenizerKind::RobertaBpe, robertaSpecials());
        // Five blanks at the end of a text: two pairs from the left, then the pair of pairs, one blank left.
        QCOMPARE(tokenizer->encode("     ").ids, Ids({kFirstSpecial, kFourBlanks, kBlank, kFirstSpecial + 2}));
    }

    void robertaFrame()
    {
        const auto tokenizer = load(TokenizerKind::RobertaBpe, robertaSpecials());
        const std::int32_t begin = kFirstSpecial, pad = begin + 1, end = begin + 2, unknown = begin + 3,
                           mask = begin + 4;
        QCOMPARE(tokenizer->encode("rain rain").ids, Ids({begin, kRain, kBlankRain, end}));
        QCOMPARE(tokenizer->encode("").ids, Ids({begin, end}));
        QCOMPARE(tokenizer->encode("rain  <mask> rain<pad></s><unk>").ids,
                 Ids({begin, kRain, mask, kBlankRain, pad, end, unknown, end}));
        QCOMPARE(tokenizer->padId(), pad);
        QCOMPARE(tokenizer->maskId(), mask);
        QCOMPARE(tokenizer->vocabularySize(), mask + 1);
        QCOMPARE(tokenizer->maxTokens(), 512U);
        // UTF-8 bytes as they come: é is C3 A9. Before them lie 94 symbols (21 to 7E) and 12 (A1 to AC).
        QCOMPARE(tokenizer->encode("é").ids, Ids({begin, 94 + 12 + 0xC3 - 0xAE, 94 + 0xA9 - 0xA1, end}));
    }

    void msClapFrame()
    {
        const auto tokenizer = load(TokenizerKind::Gpt2Bpe, {"<|endoftext|>"});
        const std::int32_t end = kFirstSpecial;
        QCOMPARE(tokenizer->encode("rain rain").ids, Ids({kRain, kBlankRain, kBlank, end}));
        QCOMPARE(tokenizer->encode("").ids, Ids({kBlank, end}));
        // Blanks at the end join the one that is put before the end token.
        QCOMPARE(tokenizer->encode("rain ").ids, Ids({kRain, kTwoBlanks, end}));
        // `!` is padding wherever it stands, and does not take the blank before it.
        QCOMPARE(tokenizer->encode("rain! !").ids, Ids({kRain, 0, kBlank, 0, kBlank, end}));
        QCOMPARE(tokenizer->encode("a<|endoftext|>").ids, Ids({byteId('a'), end, kBlank, end}));
        QCOMPARE(tokenizer->padId(), 0);
        QCOMPARE(tokenizer->maskId(), -1);
    }

    void cutsToTheLimit()
    {
        const auto roberta = load(TokenizerKind::RobertaBpe, robertaSpecials(), 4);
        QCOMPARE(roberta->encode("rain rain rain rain").ids,
                 Ids({kFirstSpecial, kRain, kBlankRain, kFirstSpecial + 2}));
        const auto gpt2 = load(TokenizerKind::Gpt2Bpe, {"<|endoftext|>"}, 4);
        QCOMPARE(gpt2->encode("abcdefgh").ids, Ids({byteId('a'), byteId('b'), byteId('c'), kFirstSpecial}));
        QCOMPARE(gpt2->encode("ab").ids, Ids({byteId('a'), byteId('b'), kBlank, kFirstSpecial}));
    }

    void invalidBytesAreReplaced()
    {
        const auto tokenizer = load(TokenizerKind::RobertaBpe, robertaSpecials());
        QCOMPARE(tokenizer->encode("\xFF").ids, tokenizer->encode("\xEF\xBF\xBD").ids);
    }
};

PROLAP_TEST(TstByteBpe)
#include "tst_byte_bpe.moc"
