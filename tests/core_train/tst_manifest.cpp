#include <sstream>

#include <QTemporaryDir>
#include <QTest>
#include <torch/torch.h>

#include "core/error.h"
#include "core/train/data/csv_reader.h"
#include "core/train/data/manifest.h"
#include "core/train/dataset.h"
#include "tests/core_train/small_data_set.h"
#include "tests/support/test_main.h"

using namespace prolap;
using namespace prolap::train;

class TstManifest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quotesCommasAndLineBreaksInFields()
    {
        std::istringstream in("\xEF\xBB\xBF"
                              "a,b\r\n\"x, \"\"y\"\"\",\"two\nlines\"\n\n,last");
        CsvReader csv(in);
        QVERIFY(csv.next()->fields == (std::vector<std::string>{"a", "b"}));
        const auto second = csv.next();
        QCOMPARE(second->line, 2);
        QVERIFY(second->fields == (std::vector<std::string>{"x, \"y\"", "two\nlines"}));
        const auto third = csv.next();
        QCOMPARE(third->line, 5);
        QVERIFY(third->fields == (std::vector<std::string>{"", "last"}));
        QVERIFY(!csv.next());
    }

    void malformedQuotesAreNamed()
    {
        std::istringstream in("a\"b\n\"a\"b\n\"open");
        CsvReader csv(in);
        QVERIFY(!csv.next()->fault.empty());
        QVERIFY(!csv.next()->fault.empty());
        QCOMPARE(csv.next()->fault, std::string("a quote is never closed"));
    }

    void badRowsAreListedByLineAndTheRestIsUsed()
    {
        test::writeTone(m_folder / "good.wav", 440, .1);
        const Path file = write("path,caption,split\n"
                                "good.wav,a tone,train\n"
                                "missing.wav,a tone,train\n"
                                "good.wav,,train\n"
                                "good.wav,short\n"
                                ",a tone,train\n"
                                "good.wav,\"open,train\n");
        const Manifest manifest = readManifest(file, false);
        QCOMPARE(manifest.rows.size(), std::size_t(1));
        QVERIFY(manifest.hasSplit && !manifest.hasLabels);
        std::vector<int> lines;
        for (const DataFailure& failure : manifest.failures)
            lines.push_back(failure.line);
        QVERIFY(lines == (std::vector<int>{3, 4, 5, 6, 7}));
        QVERIFY(manifest.failures[0].reason.find("missing.wav") != std::string::npos);
        expectError([&] { readManifest(file, true); }, "line 3");
    }

    void headersWithoutWhatIsNeededAreRefused()
    {
        expectError([&] { readManifest(write("file,caption\n"), false); }, "\"path\"");
        expectError([&] { readManifest(write("path,text\n"), false); }, "\"caption\"");
        expectError([&] { readManifest(write(""), false); }, "empty");
        expectError([&] { readManifest(write("path,caption\n"), false); }, "no usable row");
        expectError([&] { readManifest(write("path,path,caption\n"), false); }, "twice");
        expectError([&] { readManifest(m_folder / "no.csv", false); }, "no.csv");
    }

    void licencesFilterTrainingOnly()
    {
        Recipe::Data data;
        QVERIFY(licenceAllowed("anything", data));
        data.licencesAllowed = {"CC0", "CC BY", "MIT"};
        data.licencesRefused = {"GPL", "NC"};
        QVERIFY(licenceAllowed("CC BY-SA 4.0", data));
        QVERIFY(licenceAllowed("mit", data));
        QVERIFY(!licenceAllowed("GPL-2.0, CC0", data));
        QVERIFY(!licenceAllowed("CC BY-SA 3.0 / GPL-2.0", data));
        QVERIFY(!licenceAllowed("CC BY-NC 4.0", data));
        QVERIFY(!licenceAllowed("", data));
    }

    void withoutSplitColumnAShareValidates()
    {
        test::writeTone(m_folder / "good.wav", 440, .1);
        std::string csv = "path,caption\n";
        for (int i = 0; i < 20; ++i)
            csv += "good.wav,tone " + std::to_string(i) + "\n";
        const Manifest manifest = readManifest(write(csv), false);
        Recipe recipe;
        recipe.data.validationShare = .25;
        const Dataset first = makeDataset(manifest, usableRows(manifest, recipe), recipe);
        QCOMPARE(first.validation.numel(), 5);
        QCOMPARE(first.training.numel(), 15);
        const Dataset again = makeDataset(manifest, usableRows(manifest, recipe), recipe);
        QVERIFY(torch::equal(first.validation, again.validation));
        recipe.seed = 2;
        const Dataset other = makeDataset(manifest, usableRows(manifest, recipe), recipe);
        QVERIFY(!torch::equal(first.validation, other.validation));
    }

    void captionsOfEqualRankAreDrawnEvenly()
    {
        Manifest manifest;
        manifest.rows.resize(3);
        manifest.rows[0].captions = {"one"};
        manifest.rows[0].moreCaptions = {{"two", "three"}};
        manifest.rows[1].captions = {"one"};
        manifest.rows[1].moreCaptions = {{"four"}};
        manifest.rows[2].captions = {"five"};
        const Recipe recipe;
        const Dataset dataset = makeDataset(manifest, usableRows(manifest, recipe), recipe);
        QVERIFY(torch::equal(dataset.alternatives,
                             torch::tensor({0, 1, 2, 0, 3, -1, 4, -1, -1}, torch::kInt64).view({3, 1, 3})));
        QVERIFY(torch::equal(dataset.alternatives.select(2, 0), dataset.captionIds));

        torch::manual_seed(5);
        constexpr int kDraws = 6000;
        torch::Tensor counts = torch::zeros({3, 5});
        for (int i = 0; i < kDraws; ++i) {
            const torch::Tensor drawn = drawnCaptions(dataset.alternatives);
            QVERIFY(drawn.sizes() == torch::IntArrayRef({3, 1}));
            counts += torch::one_hot(drawn.squeeze(1), 5);
        }
        const double third = 1 / 3.;
        const auto expected =
            torch::tensor({{third, third, third, 0., 0.}, {.5, 0., 0., .5, 0.}, {0., 0., 0., 0., 1.}}, torch::kFloat32);
        QVERIFY(torch::allclose(counts / kDraws, expected, 0, .02)); // three standard errors
        torch::manual_seed(6);
        const torch::Tensor once = drawnCaptions(dataset.alternatives);
        torch::manual_seed(6);
        QVERIFY(torch::equal(once, drawnCaptions(dataset.alternatives)));
        QCOMPARE(drawnCaptions(torch::full({1, 1, 2}, -1, torch::kInt64)).item<std::int64_t>(), -1);
    }

private:
    Path write(const std::string& csv)
    {
        const Path file = m_folder / "manifest.csv";
        test::writeText(file, csv);
        return file;
    }

    static void expectError(const std::function<void()>& call, const char* part)
    {
        try {
            call();
        } catch (const Error& e) {
            QVERIFY2(std::string(e.what()).find(part) != std::string::npos, e.what());
            return;
        }
        QFAIL("no error");
    }

    QTemporaryDir m_dir;
    Path m_folder{m_dir.path().toStdString()};
};

PROLAP_TEST(TstManifest)
#include "tst_manifest.moc"
