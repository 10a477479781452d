#include "ui/explore/query/answer_summary.h"

#include <QCoreApplication>

#include "ui/text.h"

namespace prolap::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(prolap::ui::AnswerSummary)
};

} // namespace

QString answerSummary(const ListAnswer& answer)
{
    const ResultRows& rows = *answer.rows;
    const auto all = static_cast<std::int64_t>(rows.clips.size());
    if (rows.clips.empty())
        return {};
    const auto credible = static_cast<std::int64_t>(rows.credibleHits);
    const QString& asked = answer.request.asked;
    const bool line = all > credible && rows.byRank;
    switch (answer.request.relation) {
    case library::Relation::SoundsLike:
        break;
    case library::Relation::Contains:
        return credible == 0 ? Words::tr("Nothing here contains %1; nearest:").arg(asked)
               : line        ? Words::tr("%1 contain %2; below the line the %3 nearest of the rest")
                            .arg(countText(credible), asked, countText(all - credible))
                      : Words::tr("%1 contain %2").arg(countText(credible), asked);
    case library::Relation::PartOf:
        return credible == 0 ? Words::tr("Nothing here is part of %1; nearest:").arg(asked)
               : line        ? Words::tr("%1 are part of %2; below the line the %3 nearest of the rest")
                            .arg(countText(credible), asked, countText(all - credible))
                      : Words::tr("%1 are part of %2").arg(countText(credible), asked);
    }
    return credible == 0 ? Words::tr("Nothing here matches %1; nearest:").arg(asked)
           : line        ? Words::tr("%1 match; below the line the %2 nearest of the rest")
                        .arg(countText(credible), countText(all - credible))
                  : Words::tr("%1 match").arg(countText(credible));
}

} // namespace prolap::ui
