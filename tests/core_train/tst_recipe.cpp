#include <fstream>

#include <QTest>

#include "core/error.h"
#include "core/train/recipe.h"
#include "core/train/schedule.h"
#include "tests/support/test_main.h"

using namespace prolap;
using namespace prolap::train;

namespace {

std::string refusalOf(const char* json)
{
    try {
        recipeFromJson(nlohmann::json::parse(json), "recipe.json");
    } catch (const Error& e) {
        return e.what();
    }
    return "accepted";
}

/// Every path of a JSON object: `losses.ppcl`.
std::vector<std::string> pathsOf(const nlohmann::json& object, const std::string& prefix = "")
{
    std::vector<std::string> paths;
    for (const auto& [name, value] : object.items()) {
        if (value.is_object()) {
            const auto inner = pathsOf(value, prefix + name + ".");
            paths.insert(paths.end(), inner.begin(), inner.end());
        } else {
            paths.push_back(prefix + name);
        }
    }
    return paths;
}

} // namespace

class TstRecipe : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unknownAndWrongFieldsAreNamed()
    {
        const auto refused = [](const char* json, const char* field) {
            const std::string reason = refusalOf(json);
            QVERIFY2(reason.find(field) != std::string::npos, reason.c_str());
        };
        refused(R"({"sead": 1})", "sead");
        refused(R"({"losses": {"pcl": 1}})", "losses.pcl");
        refused(R"({"losses": {"ppcl": -1}})", "losses.ppcl");
        refused(R"({"losses": {"targets": "all"}})", "losses.targets");
        refused(R"({"losses": 3})", "losses");
        refused(R"({"optimiser": {"epochs": 1.5}})", "optimiser.epochs");
        refused(R"({"optimiser": {"batch": 1}})", "optimiser.batch");
        refused(R"({"heads": {"probabilistic": 1}})", "heads.probabilistic");
        refused(R"({"heads": {"start_log_var": -20}})", "heads.start_log_var");
        refused(R"({"data": {"caption_levels": [0, 0]}})", "data.caption_levels");
        refused(R"({"losses": {"ppcl": 0, "info_nce": 0, "label": 0}})", "losses.ppcl");
        refused(R"({"losses": {"ppcl": 0, "info_nce": 0, "mixing": 1}})", "losses.mixing");
        refused(R"({"mixing": {"levels": 0}})", "mixing.levels");
        refused(R"({"fresh_encoders": true})", "train_encoders must be both");
    }

    void allFieldsSurviveTheRoundTrip()
    {
        const auto json = Recipe().toJson();
        QVERIFY(recipeFromJson(json, "recipe.json").toJson() == json);
    }

    void theStarterRecipeShowsEveryField()
    {
        const Path file = Path(qgetenv("PROLAP_SOURCE_DIR").toStdString()) / "resources/training/starter.json";
        const Recipe recipe = readRecipe(file);
        std::ifstream in(file);
        const auto shown = nlohmann::json::parse(in, nullptr, true, true);
        QVERIFY(pathsOf(shown) == pathsOf(recipe.toJson()));
    }

    void theScheduleRisesAndFalls()
    {
        for (const auto schedule : {Recipe::Schedule::OneCycle, Recipe::Schedule::Cosine}) {
            const auto share = [&](std::int64_t step) { return learningRateShare(schedule, .1, step, 100); };
            QVERIFY(share(0) < .1 && share(0) > 0);
            QVERIFY(share(10) > .99);
            QVERIFY(share(99) < .01);
            for (int step = 11; step < 100; ++step)
                QVERIFY(share(step) < share(step - 1));
        }
    }
};

PROLAP_TEST(TstRecipe)
#include "tst_recipe.moc"
