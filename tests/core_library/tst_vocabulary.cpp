#include "core/library/vocabulary/vocabulary.h"

#include <algorithm>
#include <fstream>

#include <QTemporaryDir>
#include <QTest>

#include "core/error.h"
#include "core/library/vocabulary/built_in_files.h"
#include "core/library/vocabulary/caption_gaussians.h"
#include "tests/core_library/band_embedder.h"
#include "tests/support/test_main.h"

using namespace prolap;
using namespace prolap::library;

namespace {

std::string problem(const std::string& text)
{
    Vocabulary vocabulary;
    try {
        vocabulary.add(text, "my.txt");
    } catch (const Error& error) {
        return vocabulary.nodes().size() == 1 ? error.what() : "half of it was taken";
    }
    return {};
}

const Vocabulary::Node* find(const Vocabulary& vocabulary, const std::string& text)
{
    const auto at = std::ranges::find(vocabulary.nodes(), text, &Vocabulary::Node::text);
    return at == vocabulary.nodes().end() ? nullptr : &*at;
}

/// Counts what it is asked to embed.
class CountingEmbedder : public test::BandEmbedder {
public:
    model::Embeddings embedText(std::span<const std::string> captions) const override
    {
        asked += captions.size();
        return BandEmbedder::embedText(captions);
    }
    mutable std::size_t asked = 0;
};

void write(const Path& file, const std::string& text)
{
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

} // namespace

class TstVocabulary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBuiltInOne()
    {
        const LoadedVocabulary loaded = loadVocabulary("/nonexistent");
        const Vocabulary& vocabulary = loaded.vocabulary;
        QVERIFY(loaded.problems.empty());
        QVERIFY2(vocabulary.nodes().size() >= 800, qPrintable(QString::number(vocabulary.nodes().size())));
        QVERIFY(vocabulary.levels() >= 5);
        QVERIFY(std::ranges::count(vocabulary.nodes(), 4, &Vocabulary::Node::level) >= 300);
        QCOMPARE(vocabulary.nodes()[0].text, std::string("sound"));
        QCOMPARE(vocabulary.nodes()[0].children.size(), builtInVocabularyFiles().size());
        for (std::size_t i = 1; i < vocabulary.nodes().size(); ++i) {
            const Vocabulary::Node& node = vocabulary.nodes()[i];
            QVERIFY(node.parent >= 0 && static_cast<std::size_t>(node.parent) < i);
            QCOMPARE(node.level, vocabulary.nodes()[static_cast<std::size_t>(node.parent)].level + 1);
        }
    }

    void theHierarchy()
    {
        Vocabulary vocabulary;
        vocabulary.add("# mine\n\nan animal\n\ta dog\r\n\t\ta dog barking  \n\ta cat\nrain", "my.txt");
        QCOMPARE(vocabulary.nodes().size(), std::size_t(6));
        QCOMPARE(find(vocabulary, "a dog barking")->level, 4);
        QCOMPARE(find(vocabulary, "rain")->level, 2);
        QCOMPARE(vocabulary.nodes()[static_cast<std::size_t>(find(vocabulary, "a cat")->parent)].text,
                 std::string("an animal"));
        vocabulary.add("a dog\n  a dog sneezing\n", "more.txt"); // joins what is there
        QCOMPARE(find(vocabulary, "a dog sneezing")->level, 4);
        QCOMPARE(vocabulary.nodes()[0].children.size(), std::size_t(2));
    }

    void badFiles()
    {
        QVERIFY(problem("a\n    b\n  c\n").starts_with("my.txt, line 3: a level is indented by 4 spaces"));
        QVERIFY(problem("a\n  b\n\tc\n").find("line 3") != std::string::npos);
        QVERIFY(problem("a\n  b\n      c\n").find("line 3: \"c\" is indented by more than one level") !=
                std::string::npos);
        QVERIFY(problem("  a\n").find("under nothing") != std::string::npos);
        QVERIFY(problem("a\nb\na\n").find("line 3: \"a\" stands in line 1 already") != std::string::npos);
        QVERIFY(problem("caf\xE9\n").find("UTF-8") != std::string::npos);
        QVERIFY(problem(std::string(301, 'x')).find("301 bytes") != std::string::npos);
        QVERIFY(problem("# nothing\n").find("holds no captions") != std::string::npos);
    }

    void aUsersOwnFiles()
    {
        QTemporaryDir dir;
        const Path folder = Path(dir.path().toStdString()) / "vocabulary";
        write(folder / "mine.txt", "an animal\n  an okapi\n");
        write(folder / "broken.txt", "a\n      \xFF\n");
        write(folder / "notes.md", "not a vocabulary");
        write(folder / "weapons.txt", "peace\n"); // in the place of a built-in one
        const LoadedVocabulary loaded = loadVocabulary(folder);
        QVERIFY(find(loaded.vocabulary, "an okapi"));
        QCOMPARE(find(loaded.vocabulary, "an okapi")->level, 3);
        QVERIFY(find(loaded.vocabulary, "peace"));
        QVERIFY(!find(loaded.vocabulary, "a gunshot"));
        QCOMPARE(loaded.problems.size(), std::size_t(1));
        QVERIFY(loaded.problems[0].reason.find("broken.txt, line 2") != std::string::npos);
    }

    void captionsAreEmbeddedOnce()
    {
        QTemporaryDir dir;
        const auto embedder = std::make_shared<CountingEmbedder>();
        const CaptionCache cache(Path(dir.path().toStdString()) / "cache", embedder);
        const std::vector<std::string> texts{"low", "high", "low hiss"};
        std::int64_t lastDone = -1;
        const CaptionGaussians first =
            *cache.of(texts, {}, [&](const Progress& progress) { lastDone = progress.done; });
        QCOMPARE(lastDone, std::int64_t(3));
        QCOMPARE(embedder->asked, std::size_t(3));
        const std::vector<std::string> other{"high", "middle", "high"};
        const CaptionGaussians second = *cache.of(other);
        QCOMPARE(embedder->asked, std::size_t(4)); // "middle" alone
        QCOMPARE(second.texts, other);
        QCOMPARE(second.mean(0), first.mean(1));
        QCOMPARE(second.logVar(2), first.logVar(1));
        QCOMPARE(second.uncertainties[0], first.uncertainties[1]);

        // Damage is noticed, and only costs time.
        std::string bytes;
        {
            std::ifstream in(cache.file(), std::ios::binary);
            bytes.assign(std::istreambuf_iterator<char>(in), {});
        }
        bytes[bytes.size() / 2] ^= 1;
        write(cache.file(), bytes);
        QCOMPARE(cache.of(texts)->mean(2), first.mean(2));
        QCOMPARE(embedder->asked, std::size_t(7));

        std::stop_source source;
        source.request_stop();
        const std::vector<std::string> unknown{"a new one"};
        QVERIFY(!cache.of(unknown, source.get_token()));
    }
};

PROLAP_TEST(TstVocabulary)
#include "tst_vocabulary.moc"
