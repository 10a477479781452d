#include "ui/models_page/model_rows.h"

#include <algorithm>
#include <system_error>

#include <QCoreApplication>

#include "core/library/models/default_model.h"

namespace prolap::ui {

std::vector<ModelRow> readModelRows(const Path& catalogue, std::stop_token stop)
{
    std::vector<library::EmbeddingSetSummary> sets;
    if (!catalogue.empty())
        sets = library::embeddingSets(catalogue);
    const auto chosen = catalogue.empty() ? std::nullopt : library::defaultModel(catalogue);
    std::vector<ModelRow> rows;
    for (library::KnownModel& known : library::knownModels(true, std::move(stop))) {
        ModelRow row;
        const auto set = std::ranges::find(sets, known.id, &library::EmbeddingSetSummary::modelId);
        if (!known.id.empty() && set != sets.end()) {
            row.set = *set;
            sets.erase(set);
        }
        std::error_code code;
        row.isDefault = chosen ? std::filesystem::equivalent(*chosen, known.path, code)
                               : known.origin == library::KnownModel::Origin::Starter;
        row.known = std::move(known);
        rows.push_back(std::move(row));
    }
    for (library::EmbeddingSetSummary& set : sets) {
        ModelRow row;
        row.known.origin = library::KnownModel::Origin::Linked;
        row.known.title = row.known.name = set.name;
        row.known.id = set.modelId;
        row.known.dim = set.dim;
        row.known.probabilistic = set.probabilistic;
        row.known.problem = QCoreApplication::translate("prolap::ui::ModelRows",
                                                        "Its files are not on this machine, or have changed since the "
                                                        "library was listened to with it.")
                                .toStdString();
        row.set = std::move(set);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace prolap::ui
