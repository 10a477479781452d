#include "ui/traverse/path_pair.h"

#include <algorithm>

#include <QCoreApplication>

#include "ui/text.h"

namespace prolap::ui {

namespace {

constexpr std::size_t kMostNamed = 6;

struct PathWords {
    Q_DECLARE_TR_FUNCTIONS(prolap::ui::PathWords)
};

QString count(std::size_t number)
{
    return countText(static_cast<std::int64_t>(number));
}

QString nameOf(const library::Traversal& traversal)
{
    return shown(Path(traversal.subject).filename());
}

QString notesOf(const library::Traversal& traversal)
{
    QString notes;
    for (const std::string& note : traversal.notes)
        notes += QStringLiteral("\n") + shown(note);
    return notes;
}

QString acrossModels(const PathPair& paths)
{
    const std::vector<library::Meeting> common = library::captionsInCommon(*paths.first, *paths.second);
    const QString theirs = PathWords::tr("%1 met %2 captions and %3 met %4.")
                               .arg(shown(paths.first->model), count(paths.first->ladder.size()),
                                    shown(paths.second->model), count(paths.second->ladder.size()));
    if (common.empty())
        return theirs + QStringLiteral(" ") + PathWords::tr("They have no caption in common.");
    QStringList names;
    for (std::size_t i = 0; i < std::min(common.size(), kMostNamed); ++i)
        names << PathWords::tr("“%1”").arg(shown(paths.first->ladder[common[i].first].text));
    QString list = names.join(QStringLiteral(", "));
    if (common.size() > kMostNamed)
        list += QStringLiteral(", …");
    return theirs + QStringLiteral(" ") + PathWords::tr("Both met %1: %2.").arg(count(common.size()), list);
}

} // namespace

QString summaryOf(const library::Traversal& t)
{
    const QString summary =
        t.shape == library::PathShape::Climb
            ? PathWords::tr("%1 captions met on a climb from “%2” to “%3”, among %4 captions and %5 clips")
                  .arg(t.ladder.size())
                  .arg(shown(t.startCaption), shown(t.rootCaption), count(t.captionCandidates), count(t.clipCandidates))
            : PathWords::tr("%1 captions met on the way from “%2”, among %3 captions and %4 clips")
                  .arg(t.ladder.size())
                  .arg(shown(t.startCaption), count(t.captionCandidates), count(t.clipCandidates));
    return summary + notesOf(t);
}

QString agreementOf(const PathPair& paths)
{
    if (!paths.first || !paths.second)
        return {};
    if (paths.acrossModels())
        return acrossModels(paths) + notesOf(*paths.second);
    const auto where = library::whereTheyMeet(*paths.first, *paths.second);
    return where ? PathWords::tr("The paths meet at “%1”.").arg(shown(paths.first->ladder[where->first].text))
                 : PathWords::tr("The paths do not meet: they have no caption in common.");
}

QString headingOf(const PathPair& paths, bool second)
{
    const auto& path = second ? paths.second : paths.first;
    if (!path)
        return {};
    return paths.acrossModels() ? shown(path->model) // the sound is the same
                                : PathWords::tr("From %1").arg(nameOf(*path));
}

} // namespace prolap::ui
