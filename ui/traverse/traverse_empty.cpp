#include "ui/traverse/traverse_empty.h"

#include <QCoreApplication>

namespace prolap::ui {

namespace {

struct EmptyWords {
    Q_DECLARE_TR_FUNCTIONS(prolap::ui::TraverseEmpty)
};

} // namespace

TraverseEmpty emptyOf(const TraverseState& state)
{
    using Action = TraverseEmpty::Action;
    if (state.browsing && state.searchReady) {
        if (!state.hierarchyProblem.isEmpty())
            return {EmptyWords::tr("This did not work"), state.hierarchyProblem, {}, Action::None};
        return {EmptyWords::tr("Sorting the clips under the vocabulary"),
                EmptyWords::tr("Each caption is asked which clips it includes."),
                {},
                Action::None};
    }
    if (!state.problem.isEmpty())
        return {EmptyWords::tr("This did not work"), state.problem, EmptyWords::tr("Try again"), Action::TryAgain};
    if (!state.searchReady && state.loadingModel)
        return {EmptyWords::tr("Loading the model"),
                EmptyWords::tr("The path is found as soon as it is loaded."),
                {},
                Action::None};
    if (!state.searchReady && !state.hasModel)
        return {EmptyWords::tr("There is no model to traverse with"),
                EmptyWords::tr("A model turns sounds and captions into what can be compared."),
                EmptyWords::tr("Choose a model…"), Action::ChooseModel};
    if (!state.subjectSet)
        return {EmptyWords::tr("From one sound to the general"),
                EmptyWords::tr("Choose a sound: press T on a clip in Explore, drop a file here, or type a caption "
                               "above. You see which captions lead from it to ever more general ones, and the clips "
                               "that lie along the way."),
                EmptyWords::tr("Choose a sound…"), Action::ChooseSound};
    return {EmptyWords::tr("Finding the path"),
            EmptyWords::tr("The first time with a model its captions are read; that is kept."),
            {},
            Action::None};
}

} // namespace prolap::ui
