#include "core/text/tokenizer.h"
#include "tests/core_text/vocabularies.h"
#include "tests/support/files.h"
#include "tests/support/test_main.h"

#include <random>

#include <QTemporaryDir>
#include <QTest>

using namespace prolap;
using namespace prolap::test;
using nlohmann::json;
using text::TokenizerKind;

class TstTokenizerFiles : public QObject {
    Q_OBJECT

    // A tokenizer.json as RoBERTa's are published.
    static json wholeFile()
    {
        const json vocabulary = byteVocabulary(rainMerges(), robertaSpecials());
        json merges = json::array(), added = json::array();
        for (const auto& [left, right] : rainMerges())
            merges.push_back(left + " " + right);
        for (const std::string& special : robertaSpecials())
            added.push_back({{"id", vocabulary[special]},
                             {"content", special},
                             {"single_word", false},
                             {"lstrip", special == "<mask>"},
                             {"rstrip", false},
                             {"normalized", false},
                             {"special", true}});
        return {{"version", "1.0"},
                {"truncation", nullptr},
                {"added_tokens", added},
                {"normalizer", nullptr},
                {"pre_tokenizer", {{"type", "ByteLevel"}, {"add_prefix_space", false}, {"use_regex", true}}},
                {"model",
                 {{"type", "BPE"},
                  {"dropout", nullptr},
                  {"continuing_subword_prefix", ""},
                  {"byte_fallback", false},
                  {"vocab", vocabulary},
                  {"merges", merges}}}};
    }

    static QString refusal(TokenizerKind kind, const Path& folder, ErrorKind error)
    {
        return QString::fromStdString(sentenceOf([&] { text::loadTokenizer(kind, folder); }, error));
    }

    static QString refusal(const json& whole, ErrorKind error)
    {
        QTemporaryDir dir;
        const Path folder(dir.path().toStdString());
        writeFile(folder / "tokenizer.json", whole.dump());
        const QString sentence = refusal(TokenizerKind::RobertaBpe, folder, error);
        return sentence.contains("tokenizer.json") ? sentence : "does not name the file: " + sentence;
    }

private Q_SLOTS:
    void kindsByName()
    {
        QCOMPARE(text::tokenizerKindFromName("wordpiece"), TokenizerKind::WordPiece);
        QCOMPARE(text::tokenizerKindFromName("gpt2-bpe"), TokenizerKind::Gpt2Bpe);
        QCOMPARE(text::tokenizerKindFromName("roberta-bpe"), TokenizerKind::RobertaBpe);
        QVERIFY(sentenceOf([] { text::tokenizerKindFromName("sentencepiece"); }, ErrorKind::Unsupported)
                    .ends_with("found `sentencepiece`."));
    }

    void wholeFileAndPlainFilesAgree()
    {
        QTemporaryDir dir;
        const Path folder(dir.path().toStdString());
        writeBpeFolder(folder, byteVocabulary(rainMerges(), robertaSpecials()), rainMerges());
        const auto plain = text::loadTokenizer(TokenizerKind::RobertaBpe, folder);
        json whole = wholeFile();
        writeFile(folder / "tokenizer.json", whole.dump());
        const auto strings = text::loadTokenizer(TokenizerKind::RobertaBpe, folder);
        whole["model"]["merges"] = json::array();
        for (const auto& [left, right] : rainMerges())
            whole["model"]["merges"].push_back({left, right});
        writeFile(folder / "tokenizer.json", whole.dump());
        const auto pairs = text::loadTokenizer(TokenizerKind::RobertaBpe, folder);
        for (const char* text : {"rain   rain <mask> 1", "a</s>b", "    rain "}) {
            QCOMPARE(strings->encode(text).ids, plain->encode(text).ids);
            QCOMPARE(pairs->encode(text).ids, plain->encode(text).ids);
        }
    }

    void tokensAddedToTheWholeFile()
    {
        json whole = wholeFile();
        whole["added_tokens"].push_back({{"id", 900}, {"content", "<thunder>"}, {"rstrip", true}});
        QTemporaryDir dir;
        const Path folder(dir.path().toStdString());
        writeFile(folder / "tokenizer.json", whole.dump());
        const auto tokenizer = text::loadTokenizer(TokenizerKind::RobertaBpe, folder);
        QCOMPARE(tokenizer->vocabularySize(), 901);
        QCOMPARE(tokenizer->encode("rain<thunder> \t rain").ids, (std::vector<std::int32_t>{262, 258, 900, 258, 264}));
    }

    void missingFilesAreNamed()
    {
        QTemporaryDir dir;
        const Path folder(dir.path().toStdString());
        QVERIFY(refusal(TokenizerKind::WordPiece, folder, ErrorKind::NotFound).contains("/vocab.txt: expected"));
        QVERIFY(refusal(TokenizerKind::Gpt2Bpe, folder, ErrorKind::NotFound).contains("/vocab.json: expected"));
        writeBpeFolder(folder, byteVocabulary({}, {"<|endoftext|>"}), {});
        std::filesystem::remove(folder / "merges.txt");
        QVERIFY(refusal(TokenizerKind::Gpt2Bpe, folder, ErrorKind::NotFound).contains("/merges.txt: expected"));
        std::filesystem::create_directory(folder / "merges.txt");
        QVERIFY(
            refusal(TokenizerKind::Gpt2Bpe, folder, ErrorKind::Corrupt).contains("found something that is no file"));
    }

    void damagedWordPieceVocabulary()
    {
        QTemporaryDir dir;
        const Path folder(dir.path().toStdString());
        const auto refused = [&](const std::string& vocabulary) {
            writeFile(folder / "vocab.txt", vocabulary);
            return refusal(TokenizerKind::WordPiece, folder, ErrorKind::Corrupt);
        };
        QVERIFY(refused("").contains("expected [PAD] among its 0 tokens"));
        QVERIFY(refused("[PAD]\n[UNK]\n[CLS]\n").contains("expected [SEP]"));
        QVERIFY(refused("[PAD]\n\n[CLS]\n").contains("line 2, found 0 bytes"));
        QVERIFY(refused("[PAD]\n" + std::string(5000, 'x')).contains("found 5000 bytes"));
        writeFile(folder / "vocab.txt", "[PAD]\r\n[UNK]\r\n[CLS]\r\n[SEP]\r\nrain"); // no mask, Windows line ends
        const auto tokenizer = text::loadTokenizer(TokenizerKind::WordPiece, folder);
        QCOMPARE(tokenizer->maskId(), -1);
        QCOMPARE(tokenizer->encode("rain").ids, (std::vector<std::int32_t>{2, 4, 3}));
    }

    void damagedPlainFiles()
    {
        QTemporaryDir dir;
        const Path folder(dir.path().toStdString());
        const json good = byteVocabulary(rainMerges(), robertaSpecials());
        const auto refused = [&](const std::string& vocabulary, const std::string& merges) {
            writeFile(folder / "vocab.json", vocabulary);
            writeFile(folder / "merges.txt", merges);
            return refusal(TokenizerKind::RobertaBpe, folder, ErrorKind::Corrupt);
        };
        QVERIFY(refused("", "").contains("something else in its 0 bytes"));
        QVERIFY(refused("{\"a\":1", "").contains("something else"));
        QVERIFY(refused("[1]", "").contains("something else"));
        QVERIFY(refused("{}", "").contains("found none"));
        QVERIFY(refused(std::string(200000, '['), "").contains("nested too deep"));
        QVERIFY(refused("{\"a\":" + std::string(200000, '[') + std::string(200000, ']') + "}", "")
                    .contains("nested too deep"));
        QVERIFY(refused("{\"a\":-1}", "").contains("the id of `a`, found -1"));
        QVERIFY(refused("{\"a\":\"b\"}", "").contains("found \"b\""));
        QVERIFY(refused("{\"a\":1e300}", "").contains("whole number"));
        QVERIFY(refused("{\"a\":18446744073709551615}", "").contains("whole number"));
        QVERIFY(refused("{\"a\":1}", "").contains("expected `Ā` (byte 0)"));
        QVERIFY(refused(good.dump(), "#version: 0.2\na\n").contains("merge 1, found `a`"));
        QVERIFY(refused(good.dump(), "a i\na b c\n").contains("merge 2, found `a b c`"));
        QVERIFY(refused(good.dump(), "a q\n").contains("expected `aq` (merge 1)"));
        json less = good;
        less.erase("</s>");
        QVERIFY(refused(less.dump(), "a i\n").contains("RoBERTa tokenizer: expected the token </s>"));
        QVERIFY(
            refusal(TokenizerKind::Gpt2Bpe, folder, ErrorKind::Corrupt).contains("expected the token <|endoftext|>"));
    }

    void damagedOrForeignWholeFile()
    {
        const auto changed = [](const char* pointer, const json& value) {
            json whole = wholeFile();
            whole[json::json_pointer(pointer)] = value;
            return whole;
        };
        QVERIFY(refusal(changed("/model", nullptr), ErrorKind::Corrupt).contains("expected a `model`"));
        QVERIFY(refusal(changed("/model/type", "Unigram"), ErrorKind::Unsupported).contains("type BPE"));
        QVERIFY(refusal(changed("/model/dropout", 0.1), ErrorKind::Unsupported).contains("without dropout"));
        QVERIFY(refusal(changed("/model/byte_fallback", true), ErrorKind::Unsupported).contains("fallback"));
        QVERIFY(refusal(changed("/normalizer", {{"type", "NFC"}}), ErrorKind::Unsupported).contains("no normalizer"));
        QVERIFY(refusal(changed("/pre_tokenizer/add_prefix_space", true), ErrorKind::Unsupported).contains("in front"));
        QVERIFY(refusal(changed("/pre_tokenizer/use_regex", false), ErrorKind::Unsupported).contains("ByteLevel"));
        QVERIFY(refusal(changed("/pre_tokenizer", nullptr), ErrorKind::Unsupported).contains("ByteLevel"));
        QVERIFY(refusal(changed("/model/merges", 7), ErrorKind::Corrupt).contains("a list of merges"));
        QVERIFY(refusal(changed("/model/merges/1", json::array({"a"})), ErrorKind::Corrupt).contains("as merge 2"));
        QVERIFY(refusal(changed("/model/vocab", json::array()), ErrorKind::Corrupt).contains("found none"));
        QVERIFY(refusal(changed("/added_tokens", 1), ErrorKind::Corrupt).contains("added_tokens"));
        QVERIFY(refusal(changed("/added_tokens/0", 1), ErrorKind::Corrupt).contains("added token 1"));
        QVERIFY(refusal(changed("/added_tokens/0/id", -4), ErrorKind::Corrupt).contains("added token 1"));
        QVERIFY(refusal(changed("/added_tokens/0/single_word", true), ErrorKind::Unsupported).contains("single_word"));
    }

    void tooLittleRoom()
    {
        QTemporaryDir dir;
        QVERIFY(sentenceOf([&] { text::loadTokenizer(TokenizerKind::WordPiece, Path(dir.path().toStdString()), 2); },
                           ErrorKind::BadInput)
                    .find("at least 3 tokens, found 2") != std::string::npos);
    }

    void flippedBytesNeverCrash()
    {
        QTemporaryDir dir;
        const Path folder(dir.path().toStdString());
        const std::string whole = wholeFile().dump();
        std::mt19937 random(7);
        int refused = 0;
        for (int round = 0; round < 300; ++round) {
            std::string bytes = whole;
            bytes[random() % bytes.size()] = static_cast<char>(random());
            writeFile(folder / "tokenizer.json", bytes);
            try {
                text::loadTokenizer(TokenizerKind::RobertaBpe, folder)->encode("rain <mask> thunder é");
            } catch (const Error&) {
                ++refused;
            }
        }
        QVERIFY(refused > 100);
    }
};

PROLAP_TEST(TstTokenizerFiles)
#include "tst_tokenizer_files.moc"
