#include "ui/explore/query/typed_query.h"

#include <cmath>

#include <QCoreApplication>
#include <QLocale>

#include "ui/text.h"

namespace prolap::ui {

using library::QueryField;
using library::QueryToken;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(prolap::ui::QueryWords)
};

QString numberText(double value)
{
    return QLocale().toString(value, 'g', 6);
}

QString valueText(QueryField field, double value)
{
    switch (field) {
    case QueryField::Duration:
        return value >= 60 ? Words::tr("%1 min").arg(numberText(value / 60)) : Words::tr("%1 s").arg(numberText(value));
    case QueryField::SampleRate:
        return Words::tr("%1 kHz").arg(numberText(value / 1000));
    case QueryField::Lufs:
        return Words::tr("%1 LUFS").arg(numberText(value));
    default:
        return numberText(value);
    }
}

QString rangeText(QueryField field, const library::QueryRange& range)
{
    if (range.least && range.most) {
        if (*range.least == *range.most)
            return valueText(field, *range.least);
        return Words::tr("%1 to %2").arg(valueText(field, *range.least), valueText(field, *range.most));
    }
    if (range.least)
        return QStringLiteral("%1 %2").arg(QLatin1String(range.above ? ">" : "≥"), valueText(field, *range.least));
    return QStringLiteral("%1 %2").arg(QLatin1String(range.below ? "<" : "≤"), valueText(field, *range.most));
}

QString listText(const std::vector<std::string>& values)
{
    QStringList list;
    for (const std::string& value : values)
        list << QString::fromStdString(value);
    return list.join(QStringLiteral(", "));
}

QString datesText(const library::QueryDates& dates)
{
    if (dates.withinSeconds) {
        const auto days = *dates.withinSeconds / 86400;
        return days < 1    ? Words::tr("in the last %1 hours").arg(*dates.withinSeconds / 3600)
               : days == 1 ? Words::tr("in the last day")
                           : Words::tr("in the last %1 days").arg(days);
    }
    const auto day = [](std::chrono::sys_days date) {
        return QLocale().toString(QDate(1970, 1, 1).addDays(date.time_since_epoch().count()), QLocale::ShortFormat);
    };
    if (dates.from && dates.to)
        return dates.from == dates.to ? day(*dates.from) : Words::tr("%1 to %2").arg(day(*dates.from), day(*dates.to));
    return dates.from ? Words::tr("since %1").arg(day(*dates.from)) : Words::tr("until %1").arg(day(*dates.to));
}

} // namespace

int TypedQuery::position(std::size_t byte) const
{
    const QByteArray utf8 = text.toUtf8();
    return static_cast<int>(QString::fromUtf8(utf8.constData(), static_cast<qsizetype>(byte)).size());
}

QString TypedQuery::typed(const QueryToken& token) const
{
    const QByteArray utf8 = text.toUtf8();
    return QString::fromUtf8(
        utf8.mid(static_cast<qsizetype>(token.begin), static_cast<qsizetype>(token.end - token.begin)));
}

TypedQuery readTyped(const QString& text)
{
    return {text, library::parseQuery(text.toStdString())};
}

QString fieldTitle(QueryField field)
{
    switch (field) {
    case QueryField::Tag:
        return Words::tr("Tag");
    case QueryField::Folder:
        return Words::tr("In folder");
    case QueryField::Duration:
        return Words::tr("Duration");
    case QueryField::Channels:
        return Words::tr("Channels");
    case QueryField::SampleRate:
        return Words::tr("Sample rate");
    case QueryField::Format:
        return Words::tr("Format");
    case QueryField::Rating:
        return Words::tr("Rating");
    case QueryField::Favourite:
        return Words::tr("Favourite");
    case QueryField::Colour:
        return Words::tr("Colour");
    case QueryField::Collection:
        return Words::tr("Collection");
    case QueryField::Added:
        return Words::tr("Added");
    case QueryField::Lufs:
        return Words::tr("Loudness");
    case QueryField::State:
        return Words::tr("State");
    case QueryField::Relation:
        return Words::tr("What clips shall be to it");
    case QueryField::Generality:
        return Words::tr("General or specific first");
    }
    return {};
}

QString chipText(const TypedQuery& query, const QueryToken& token)
{
    const QString typed = query.typed(token);
    switch (token.kind) {
    case QueryToken::Kind::Caption:
    case QueryToken::Kind::Plus:
        return {};
    case QueryToken::Kind::Away:
        return QStringLiteral("− ") + typed.mid(1);
    case QueryToken::Kind::Phrase:
        return Words::tr("Says %1").arg(typed);
    case QueryToken::Kind::NotPhrase:
        return Words::tr("Does not say %1").arg(typed.mid(1));
    case QueryToken::Kind::Unknown:
        return typed;
    case QueryToken::Kind::Filter:
        break;
    }
    if (!token.valid)
        return typed;
    const library::Query own = library::parseQuery(typed.toStdString()).query;
    const bool negated = typed.startsWith(QLatin1Char('-'));
    const auto named = [&](const QString& value) {
        return QStringLiteral("%1 %2").arg(fieldTitle(token.field), value);
    };
    switch (token.field) {
    case QueryField::Tag:
        return negated ? Words::tr("Without tag %1").arg(listText(own.notTags)) : named(listText(own.tags));
    case QueryField::Folder:
        return negated ? Words::tr("Not in folder %1").arg(listText(own.notFolders)) : named(listText(own.folders));
    case QueryField::Format:
        return negated ? Words::tr("Not %1").arg(listText(own.notFormats)) : named(listText(own.formats));
    case QueryField::Colour:
        return named(listText(own.colours));
    case QueryField::Collection:
        return named(listText(own.collections));
    case QueryField::Duration:
        return named(rangeText(token.field, own.seconds));
    case QueryField::Channels:
        return own.channels == library::QueryRange{1.0, 1.0}   ? Words::tr("Mono")
               : own.channels == library::QueryRange{2.0, 2.0} ? Words::tr("Stereo")
                                                               : named(rangeText(token.field, own.channels));
    case QueryField::SampleRate:
        return named(rangeText(token.field, own.sampleRate));
    case QueryField::Lufs:
        return named(rangeText(token.field, own.lufs));
    case QueryField::Rating:
        return named(rangeText(token.field, own.rating));
    case QueryField::Favourite:
        return own.favourite.value_or(true) ? Words::tr("Favourites") : Words::tr("No favourites");
    case QueryField::Added:
        return named(datesText(own.added));
    case QueryField::State: {
        QStringList states;
        for (const std::string& state : own.states)
            if (const auto presence = presenceOf(state))
                states << presenceText(*presence);
        return named(states.join(QStringLiteral(", ")));
    }
    case QueryField::Relation:
        return own.relation == "contains"  ? Words::tr("Contains it")
               : own.relation == "part-of" ? Words::tr("Is part of it")
                                           : Words::tr("Sounds like it");
    case QueryField::Generality: {
        const double wanted = own.generality.value_or(0);
        const QString share = percentText(std::abs(wanted));
        return wanted > 0   ? Words::tr("More general, by %1").arg(share)
               : wanted < 0 ? Words::tr("More specific, by %1").arg(share)
                            : Words::tr("General and specific alike");
    }
    }
    return typed;
}

QString presenceText(ClipPresence presence)
{
    switch (presence) {
    case ClipPresence::Online:
        return Words::tr("online");
    case ClipPresence::Offline:
        return Words::tr("offline");
    case ClipPresence::Missing:
        return Words::tr("missing");
    }
    return {};
}

QList<QStringList> operatorHelp()
{
    return {
        {QStringLiteral("rain -thunder"), Words::tr("rain, but away from thunder")},
        {QStringLiteral("rain + wind"), Words::tr("a mixture of both")},
        {QStringLiteral("\"tin roof\""), Words::tr("these words, in name, tags or captions")},
        {QStringLiteral("tag:rain"), Words::tr("with this tag; -tag:rain without it")},
        {QStringLiteral("in:Foley"), Words::tr("in this folder")},
        {QStringLiteral("dur:<2s"), Words::tr("shorter than two seconds; also 1s..4s, 500ms, 2min")},
        {QStringLiteral("ch:2"), Words::tr("of two channels; also mono, stereo, >=3")},
        {QStringLiteral("sr:>=48k"), Words::tr("of at least this sample rate")},
        {QStringLiteral("fmt:wav,flac"), Words::tr("of one of these formats")},
        {QStringLiteral("rating:>=3"), Words::tr("of three stars or more")},
        {QStringLiteral("fav:"), Words::tr("favourites only")},
        {QStringLiteral("colour:red"), Words::tr("with this colour")},
        {QStringLiteral("coll:\"My best\""), Words::tr("in this collection")},
        {QStringLiteral("added:7d"), Words::tr("new in the last seven days; also 24h, 2026-01-31")},
        {QStringLiteral("lufs:>-20"), Words::tr("louder than this")},
        {QStringLiteral("state:missing"), Words::tr("whose file is gone; also offline, online")},
        {QStringLiteral("find:contains"), Words::tr("more general clips, that it is a part of; also part-of")},
        {QStringLiteral("general:0.5"), Words::tr("general clips first; -0.5: specific ones")},
    };
}

} // namespace prolap::ui
