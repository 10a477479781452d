#include <QTemporaryDir>
#include <QTest>
#include <torch/torch.h>

#include "core/model/untrained.h"
#include "core/train/recipe.h"
#include "tests/core_train/small_data_set.h"
#include "tests/support/python.h"
#include "tests/support/test_main.h"

using namespace prolap;

/// What resources/recipes/starter_small.py starts from: architecture, vocabulary and recipes.
class TstStarterSmall : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_recipes = Path(qgetenv("PROLAP_SOURCE_DIR").toStdString()) / "resources/recipes"; }

    void bothRecipesAreRead()
    {
        const auto encoders = train::readRecipe(m_recipes / "starter-small/encoders.json");
        const auto heads = train::readRecipe(m_recipes / "starter-small/heads.json");
        QVERIFY(encoders.freshEncoders && encoders.distils() && !encoders.heads.probabilistic);
        QVERIFY(heads.startFromBaseHeads && heads.heads.probabilistic);
        QCOMPARE(heads.heads.dim, encoders.heads.dim);
        QVERIFY(heads.data.licencesAllowed == encoders.data.licencesAllowed);
    }

    /// The vocabulary comes from the captions that may be trained on, and the program reads it.
    void theBaseIsAnArchitectureWithItsVocabulary()
    {
        const QTemporaryDir folder;
        const Path place = folder.path().toStdString();
        std::string csv = "path,caption1,caption2,caption3,caption4,split,label,license\n";
        for (int i = 0; i < 20; ++i)
            csv += "a.wav,an animal,a dog barks,a dog barks,a dog barks twice,train,dog,CC0\n";
        csv += "b.wav,hidden,hidden zebra,hidden zebra,hidden zebra,test,zebra,CC0\n"
               "c.wav,refused,refused xylophone,refused xylophone,refused xylophone,train,xylophone,GPL-2.0\n";
        test::writeText(place / "manifest.csv", csv);
        test::runPython({"-B", "-c",
                         "import sys, pathlib; sys.path.insert(0, sys.argv[1]); import starter_small; "
                         "starter_small.write_base(pathlib.Path(sys.argv[2]), sys.argv[3], 1500)",
                         QString::fromStdString(m_recipes.string()), folder.path() + "/base",
                         folder.path() + "/manifest.csv"});

        torch::manual_seed(1);
        const model::ProlapModel model = model::untrainedEncoders(place / "base");
        const auto pieces = [&](const char* caption) { return model.tokenizer->encode(caption).ids.size() - 1; };
        QCOMPARE(pieces("a dog barks"), std::size_t(4)); // with the space before the end token
        QVERIFY(pieces("zebra") > 3 && pieces("xylophone") > 6);
        QVERIFY(pieces("\xc3\xa9t\xc3\xa9 \xf0\x9f\x90\x95") > 4); // any text
        std::int64_t weights = 0;
        for (const auto& encoder : {std::static_pointer_cast<torch::nn::Module>(model.audioEncoder),
                                    std::static_pointer_cast<torch::nn::Module>(model.textEncoder)}) {
            for (const torch::Tensor& parameter : encoder->parameters())
                weights += parameter.numel();
        }
        QVERIFY2(weights > 500'000 && weights < 1'500'000, qPrintable(QString::number(weights)));
        const std::vector<float> sound(32000, .1F);
        const std::vector<std::span<const float>> windows{sound};
        QVERIFY(model.encodeAudioFeatures(windows).isfinite().all().item<bool>());
    }

private:
    Path m_recipes;
};

PROLAP_TEST(TstStarterSmall)
#include "tst_starter_small.moc"
