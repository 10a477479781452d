#include "ui/measure/metric_names.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace prolap::ui {

namespace {

class Metric {
    Q_DECLARE_TR_FUNCTIONS(prolap::ui::Metric)
};

/// What is left of a name when a beginning is taken off it; null when it does not begin so.
QString after(const QString& name, const char* beginning)
{
    return name.startsWith(QLatin1String(beginning)) ? name.mid(static_cast<int>(qstrlen(beginning))) : QString();
}

std::optional<MetricWords> retrieval(const QString& name)
{
    const bool toClip = name.startsWith(QLatin1String("t2a_"));
    if (!toClip && !name.startsWith(QLatin1String("a2t_")))
        return std::nullopt;
    const QString way = toClip ? Metric::tr("Caption to clip") : Metric::tr("Clip to caption");
    QString rest = name.mid(4);
    QString what = toClip ? Metric::tr("its own clip") : Metric::tr("one of its own captions");
    if (const QString label = after(rest, "label_"); !label.isNull()) {
        rest = label;
        what = toClip ? Metric::tr("any clip of its label") : Metric::tr("any caption of its label");
    }
    const bool byLabel = name.contains(QLatin1String("label_"));
    const auto titled = [&](const QString& measure) {
        return byLabel ? Metric::tr("%1, by label: %2").arg(way, measure) : Metric::tr("%1: %2").arg(way, measure);
    };
    if (rest == QLatin1String("medr"))
        return MetricWords{titled(Metric::tr("median rank")),
                           Metric::tr("The rank at which half of the questions have found %1.").arg(what),
                           Better::Lower,
                           {}};
    if (rest == QLatin1String("map10"))
        return MetricWords{titled(Metric::tr("mAP@10")),
                           Metric::tr("Mean average precision among the first ten; right is %1.").arg(what),
                           Better::Higher,
                           {}};
    static const QRegularExpression first(QStringLiteral("^r(\\d+)$"));
    if (const auto match = first.match(rest); match.hasMatch())
        return MetricWords{
            titled(Metric::tr("among the first %1").arg(match.captured(1))),
            Metric::tr("Share of questions that find %1 among the first %2.").arg(what, match.captured(1)),
            Better::Higher,
            {}};
    return std::nullopt;
}

std::optional<MetricWords> traversal(const QString& whole)
{
    static const QRegularExpression way(QStringLiteral("^(centroid|empty|inclusive|masked)_line_(.+)$"));
    QString name = whole, path;
    if (const auto match = way.match(whole); match.hasMatch()) {
        name = match.captured(2);
        path = Metric::tr("Line to %1").arg(match.captured(1));
    } else if (const QString climb = after(whole, "climb_"); !climb.isNull()) {
        name = climb;
        path = Metric::tr("Climb");
    }
    QString title, explanation;
    Better better = Better::Higher;
    if (name == QLatin1String("precision")) {
        title = Metric::tr("precision");
        explanation = Metric::tr("Share of the captions met on the way that are the clip's own.");
    } else if (name == QLatin1String("recall")) {
        title = Metric::tr("recall");
        explanation = Metric::tr("Share of the clip's own captions that are met on the way.");
    } else if (name == QLatin1String("captions_met")) {
        title = Metric::tr("captions met");
        explanation = Metric::tr("How many captions are met on the way, on average.");
        better = Better::Neither;
    } else {
        return std::nullopt;
    }
    if (path.isEmpty())
        path = Metric::tr("Traversal");
    return MetricWords{Metric::tr("%1: %2").arg(path, title), explanation, better, {}};
}

std::optional<MetricWords> inclusion(const QString& whole)
{
    struct Kind {
        const char* beginning;
        QString title, explanation;
        Better better;
    };
    const Kind kinds[] = {
        {"share_", Metric::tr("Inside (incl > 0)"),
         Metric::tr("Share of pairs whose specific side lies inside the general one."), Better::Higher},
        {"auroc_", Metric::tr("AUROC"),
         Metric::tr("How well overlap tells true pairs from shuffled ones; 0.5 is chance."), Better::Higher},
        {"contains_", Metric::tr("Contains"), Metric::tr("Share of pairs with incl > 0 that also overlap."),
         Better::Higher},
        {"overlap_threshold_", Metric::tr("Overlap threshold"),
         Metric::tr("Score above which a pair counts as overlapping, chosen on the validation split."),
         Better::Neither},
    };
    for (const Kind& kind : kinds) {
        QString rest = after(whole, kind.beginning);
        if (rest.isNull())
            continue;
        Better better = kind.better;
        QString more;
        if (rest.endsWith(QLatin1String("_shuffled"))) {
            rest.chop(9);
            more = Metric::tr(", shuffled pairs");
            better = Better::Neither;
        } else if (rest.endsWith(QLatin1String("_h"))) {
            rest.chop(2);
            more = Metric::tr(", by H");
        }
        static const QRegularExpression pair(QStringLiteral("^level(\\d+)_level(\\d+)$"));
        QString of;
        if (rest == QLatin1String("audio_text") || rest == QLatin1String("audio"))
            of = Metric::tr("clips in captions");
        else if (rest == QLatin1String("levels"))
            of = Metric::tr("specific in general captions");
        else if (const auto match = pair.match(rest); match.hasMatch())
            of = Metric::tr("level %1 in level %2").arg(match.captured(1), match.captured(2));
        else
            return std::nullopt;
        return MetricWords{Metric::tr("%1: %2%3").arg(kind.title, of, more), kind.explanation, better, {}};
    }
    return std::nullopt;
}

std::optional<MetricWords> rest(const QString& name)
{
    const auto is = [&](const char* other) { return name == QLatin1String(other); };
    if (is("top1"))
        return MetricWords{Metric::tr("Right label first"),
                           Metric::tr("Share of clips whose likeliest label is theirs."),
                           Better::Higher,
                           {}};
    if (is("top1_name"))
        return MetricWords{Metric::tr("Right label first, by bare name"),
                           Metric::tr("The same with the label's name as the caption."),
                           Better::Higher,
                           {}};
    if (is("macro_map"))
        return MetricWords{Metric::tr("mAP over labels"),
                           Metric::tr("Mean average precision, each label counting once."),
                           Better::Higher,
                           {}};
    if (is("macro_map_name"))
        return MetricWords{Metric::tr("mAP over labels, by bare name"),
                           Metric::tr("The same with the label's name as the caption."),
                           Better::Higher,
                           {}};
    if (is("ece"))
        return MetricWords{Metric::tr("Calibration error"),
                           Metric::tr("How far the match probability is from the share of true matches, on average."),
                           Better::Lower,
                           {}};
    if (is("ece_above_tenth"))
        return MetricWords{Metric::tr("Calibration error above 10 %"),
                           Metric::tr("The same over the matches that are claimed above 10 %."),
                           Better::Lower,
                           {}};
    if (is("r_length_u"))
        return MetricWords{Metric::tr("Uncertainty and caption length (r)"),
                           Metric::tr("Longer captions are expected to be less uncertain: below 0."),
                           Better::Lower,
                           {}};
    if (is("r_level_u"))
        return MetricWords{Metric::tr("Uncertainty and caption level (r)"),
                           Metric::tr("More specific captions are expected to be less uncertain: below 0."),
                           Better::Lower,
                           {}};
    if (is("mean_u") || is("mean_u_clips") || is("median_u_clips"))
        return MetricWords{is("mean_u")         ? Metric::tr("Mean uncertainty of captions")
                           : is("mean_u_clips") ? Metric::tr("Mean uncertainty of clips")
                                                : Metric::tr("Median uncertainty of clips"),
                           Metric::tr("u, the sum of a Gaussian's variances."),
                           Better::Neither,
                           {}};
    if (is("mean_log_var") || is("mean_log_var_clips"))
        return MetricWords{is("mean_log_var") ? Metric::tr("Mean log-variance of captions")
                                              : Metric::tr("Mean log-variance of clips"),
                           Metric::tr("Averaged over the dimensions."),
                           Better::Neither,
                           {}};
    return std::nullopt;
}

} // namespace

MetricWords metricWords(const QString& whole)
{
    static const QRegularExpression levelled(QStringLiteral("^(.*)_level(\\d)((?:_shuffled|_h)?)$"));
    QString name = whole;
    std::optional<int> level;
    static const QRegularExpression pair(QStringLiteral("_level\\d_level\\d"));
    if (const auto match = levelled.match(whole); match.hasMatch() && !pair.match(whole).hasMatch()) {
        name = match.captured(1) + match.captured(3);
        level = match.captured(2).toInt();
    }
    for (const auto& find : {retrieval, traversal, inclusion, rest})
        if (auto words = find(name)) {
            words->level = level;
            if (level)
                words->title = Metric::tr("%1, level %2").arg(words->title).arg(*level);
            return *words;
        }
    return {whole, {}, Better::Neither, level};
}

QString metricValue(const QString& name, double value)
{
    const bool rank = name.endsWith(QLatin1String("medr")) || name.contains(QLatin1String("captions_met"));
    return QLocale().toString(value, 'f', rank ? 1 : 3);
}

} // namespace prolap::ui
