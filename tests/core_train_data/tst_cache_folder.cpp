#include <memory>
#include <string>
#include <vector>

#include <QTemporaryDir>
#include <QTest>

#include "core/train/data/cache_folder.h"
#include "tests/core_train_data/data_files.h"
#include "tests/support/test_main.h"

using namespace prolap;
using namespace prolap::train;

class TstCacheFolder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_folder = m_dir->path().toStdString();
    }

    void whatWasNotUsedForLongestLeaves()
    {
        const std::string encoder(32, '1'), clip(64, 'c');
        const std::vector<std::string> oldestFirst{"audio-" + encoder + ".safetensors",
                                                   "mel-" + encoder + "/cc/" + clip + ".safetensors",
                                                   "text-" + encoder + "-masked.safetensors"};
        for (std::size_t i = 0; i < oldestFirst.size(); ++i) {
            test::writeText(m_folder / oldestFirst[i], std::string(100, 'x'));
            test::age(m_folder / oldestFirst[i], std::chrono::hours(30 - i));
        }
        QCOMPARE(trimCacheFolder(m_folder, 300), std::uint64_t(300));
        markUsed(m_folder / oldestFirst[0]);
        QCOMPARE(trimCacheFolder(m_folder, 299), std::uint64_t(200));
        QVERIFY(!std::filesystem::exists(m_folder / oldestFirst[1]));
        QCOMPARE(trimCacheFolder(m_folder, 100), std::uint64_t(100));
        QVERIFY(std::filesystem::exists(m_folder / oldestFirst[0]));
        markUsed(m_folder / "gone.safetensors"); // no error, and no file
        QVERIFY(!std::filesystem::exists(m_folder / "gone.safetensors"));
    }

    void nothingElseIsTouched()
    {
        const std::string hash(64, 'a'), frontEnd(32, 'f');
        const std::vector<std::string> others{"model.safetensors", "audio-mine.safetensors", hash + ".safetensors",
                                              "mel-" + frontEnd + "/notes.txt",
                                              "mel-" + frontEnd + "/00/" + hash + ".wav"};
        for (const std::string& name : others) {
            test::writeText(m_folder / name, "a user's");
            test::age(m_folder / name, std::chrono::hours(100));
        }
        const Path abandoned = m_folder / "mel-" / ("." + hash + ".safetensors.aB3xYz");
        test::writeText(abandoned, "half");
        test::age(abandoned, std::chrono::hours(25));
        const Path written = m_folder / ("." + hash + ".safetensors.Zz9Zz9");
        test::writeText(written, "half");
        QCOMPARE(trimCacheFolder(m_folder, 0), std::uint64_t(0));
        for (const std::string& name : others)
            QVERIFY2(std::filesystem::exists(m_folder / name), name.c_str());
        QVERIFY(!std::filesystem::exists(abandoned) && std::filesystem::exists(written));
        QCOMPARE(trimCacheFolder(m_folder / "nowhere", 0), std::uint64_t(0));
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    Path m_folder;
};

PROLAP_TEST(TstCacheFolder)
#include "tst_cache_folder.moc"
