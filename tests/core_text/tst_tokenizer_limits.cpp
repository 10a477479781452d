#include "core/text/tokenizer.h"
#include "tests/core_text/vocabularies.h"
#include "tests/support/files.h"
#include "tests/support/test_main.h"

#include <ctime>
#include <memory>

#include <QTemporaryDir>
#include <QTest>

using namespace prolap;
using namespace prolap::test;
using text::TokenizerKind;

/// Captions of a megabyte, made to be slow: time must grow with their length, not with its square.
class TstTokenizerLimits : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::vector<std::unique_ptr<text::Tokenizer>> m_tokenizers;

    static std::string repeated(const std::string& unit, std::size_t bytes)
    {
        std::string all;
        while (all.size() < bytes)
            all += unit;
        return all;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const Path folder(m_dir.path().toStdString());
        auto specials = robertaSpecials();
        specials.emplace_back("<|endoftext|>");
        const Merges merges = {{"a", "a"}, {"aa", "aa"}, {"aaaa", "aaaa"}, {"a", "b"}, {"Ġ", "Ġ"}, {"ĠĠ", "ĠĠ"}};
        writeBpeFolder(folder, byteVocabulary(merges, specials), merges);
        writeFile(folder / "vocab.txt", wordPieceVocabulary({"a", "##a", "b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}));
        for (const TokenizerKind kind : {TokenizerKind::WordPiece, TokenizerKind::Gpt2Bpe, TokenizerKind::RobertaBpe})
            m_tokenizers.push_back(text::loadTokenizer(kind, folder, 100));
    }

    void longTextsAreQuick_data()
    {
        QTest::addColumn<QByteArray>("unit");
        QTest::newRow("one word") << QByteArray("a");
        QTest::newRow("words") << QByteArray("a ab ");
        QTest::newRow("blanks") << QByteArray(" ");
        QTest::newRow("tabs") << QByteArray("\t");
        QTest::newRow("almost a special token") << QByteArray("<mask");
        QTest::newRow("blanks before special tokens") << QByteArray("          <mask>");
        QTest::newRow("punctuation") << QByteArray("'");
        QTest::newRow("ideographs") << QByteArray("雨");
        QTest::newRow("control characters") << QByteArray("\x01");
        QTest::newRow("invalid bytes") << QByteArray("\xFF\xC3");
        // In canonical order the second goes before the first: sorting each in turn is quadratic.
        QTest::newRow("combining marks out of order") << QByteArray("\u0301\u0316");
        QTest::newRow("vanishing marks in a word") << QByteArray("a\u0301");
    }

    void longTextsAreQuick()
    {
        QFETCH(QByteArray, unit);
        const std::string text = repeated(unit.toStdString(), 1 << 20);
        for (const auto& tokenizer : m_tokenizers) {
            const std::clock_t begin = std::clock(); // of this process: others on the machine do not count
            const auto ids = tokenizer->encode(text).ids;
            const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
            // Linear takes up to 0.3 s, under sanitizers 2 s; quadratic takes minutes.
            QVERIFY2(seconds < 8, qPrintable(QString::number(seconds)));
            qInfo("%.3f s", seconds);
            QVERIFY(ids.size() >= 2 && ids.size() <= 100);
        }
    }
};

PROLAP_TEST(TstTokenizerLimits)
#include "tst_tokenizer_limits.moc"
