#pragma once

#include <QString>

namespace prolap::ui {

/// What decides what the Traverse page says where there is no path to show.
struct TraverseState {
    bool browsing = false; ///< the vocabulary is wanted, not a path
    bool searchReady = false, loadingModel = false, hasModel = false;
    bool subjectSet = false;
    QString hierarchyProblem, problem; ///< why the vocabulary or the path could not be had
};

/// What it says: why there is nothing, and the button that changes it.
struct TraverseEmpty {
    enum class Action { None, TryAgain, ChooseModel, ChooseSound };

    QString title, sentence, button;
    Action action = Action::None;
};

TraverseEmpty emptyOf(const TraverseState& state);

} // namespace prolap::ui
