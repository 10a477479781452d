#include "ui/measure/eval_result.h"

#include <algorithm>
#include <set>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include "ui/measure/metric_names.h"

namespace prolap::ui {

namespace {

class Eval {
    Q_DECLARE_TR_FUNCTIONS(prolap::ui::EvalResult)
};

constexpr double kSame = 5e-4; ///< what rounds to the same three digits is no difference

std::map<QString, double> figures(const QJsonValue& object)
{
    std::map<QString, double> all;
    const QJsonObject fields = object.toObject();
    for (auto at = fields.begin(); at != fields.end(); ++at)
        if (at->isDouble())
            all[at.key()] = at->toDouble();
    return all;
}

std::optional<double> valueOf(const std::map<QString, double>& figures, const QString& name)
{
    const auto found = figures.find(name);
    return found == figures.end() ? std::nullopt : std::optional(found->second);
}

QString exact(const std::optional<double>& value)
{
    return value ? QString::number(*value, 'g', QLocale::FloatingPointShortest) : QString();
}

/// By name, numbers by their size: r5 before r10.
struct ByName {
    static QString key(const QString& name)
    {
        QString padded, digits;
        for (const QChar c : name + QLatin1Char(' ')) {
            if (c.isDigit()) {
                digits += c;
                continue;
            }
            if (!digits.isEmpty())
                padded += digits.rightJustified(4, QLatin1Char('0'));
            digits.clear();
            padded += c;
        }
        return padded;
    }
    bool operator()(const QString& a, const QString& b) const { return key(a) < key(b); }
};

QString quoted(QString text)
{
    if (!text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"')) && !text.contains(QLatin1Char('\n')))
        return text;
    text.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

} // namespace

const EvalResult::Protocol* EvalResult::find(const QString& name) const
{
    const auto found = std::ranges::find(protocols, name, &Protocol::name);
    return found == protocols.end() ? nullptr : &*found;
}

std::optional<EvalResult> parseEvalResult(const QByteArray& json)
{
    const QJsonObject document = QJsonDocument::fromJson(json).object();
    if (!document.contains(QLatin1String("protocols")))
        return std::nullopt;
    EvalResult result;
    result.document = document;
    result.model = document[QLatin1String("model")].toString();
    result.split = document[QLatin1String("split")].toString();
    result.clips = document[QLatin1String("clips")].toInteger();
    for (const QJsonValue& each : document[QLatin1String("protocols")].toArray()) {
        EvalResult::Protocol protocol;
        protocol.name = each[QLatin1String("protocol")].toString();
        protocol.clips = each[QLatin1String("clips")].toInteger();
        protocol.captions = each[QLatin1String("captions")].toInteger();
        protocol.metrics = figures(each[QLatin1String("metrics")]);
        protocol.chance = figures(each[QLatin1String("chance")]);
        for (const QJsonValue& note : each[QLatin1String("notes")].toArray())
            protocol.notes << note.toString();
        result.protocols.push_back(std::move(protocol));
    }
    for (const QJsonValue& left : document[QLatin1String("skipped")].toArray())
        result.skipped << Eval::tr("%1 was left out: %2.")
                              .arg(protocolTitle(left[QLatin1String("protocol")].toString()),
                                   left[QLatin1String("reason")].toString());
    for (const QJsonValue& failure : document[QLatin1String("failures")].toArray()) {
        const QString path = failure[QLatin1String("path")].toString();
        const QString reason = failure[QLatin1String("reason")].toString();
        result.failures << (path.isEmpty() ? reason : Eval::tr("%1: %2").arg(path, reason));
    }
    return result;
}

QString protocolTitle(const QString& name)
{
    const std::pair<const char*, QString> titles[] = {{"retrieval", Eval::tr("Retrieval")},
                                                      {"zeroshot", Eval::tr("Zero-shot labels")},
                                                      {"traversal", Eval::tr("Traversal")},
                                                      {"inclusion", Eval::tr("Inclusion")},
                                                      {"uncertainty", Eval::tr("Uncertainty")}};
    for (const auto& [id, title] : titles)
        if (name == QLatin1String(id))
            return title;
    return name;
}

std::optional<double> EvalRow::difference() const
{
    return first && second ? std::optional(*second - *first) : std::nullopt;
}

int EvalRow::verdict() const
{
    const auto by = difference();
    const Better better = metricWords(metric).better;
    if (!by || better == Better::Neither || std::abs(*by) < kSame)
        return 0;
    return (*by > 0) == (better == Better::Higher) ? 1 : -1;
}

std::vector<EvalRow> evalRows(const EvalResult& first, const EvalResult* second)
{
    std::vector<EvalRow> rows;
    std::vector<QString> names;
    for (const EvalResult* result : {&first, second})
        if (result)
            for (const auto& protocol : result->protocols)
                if (std::ranges::find(names, protocol.name) == names.end())
                    names.push_back(protocol.name);
    for (const QString& name : names) {
        rows.push_back({name, {}, {}, {}, {}});
        const auto* one = first.find(name);
        const auto* other = second ? second->find(name) : nullptr;
        std::set<QString, ByName> metrics;
        for (const auto* protocol : {one, other})
            if (protocol)
                for (const auto& [metric, value] : protocol->metrics)
                    metrics.insert(metric);
        for (const QString& metric : metrics) {
            EvalRow row{name, metric, {}, {}, {}};
            if (one) {
                row.first = valueOf(one->metrics, metric);
                row.chance = valueOf(one->chance, metric);
            }
            if (other) {
                row.second = valueOf(other->metrics, metric);
                if (!row.chance)
                    row.chance = valueOf(other->chance, metric);
            }
            rows.push_back(row);
        }
    }
    return rows;
}

QByteArray evalCsv(const EvalResult& first, const EvalResult* second)
{
    QStringList lines;
    QStringList header{QStringLiteral("protocol"), QStringLiteral("metric"), quoted(first.model),
                       QStringLiteral("chance")};
    if (second)
        header << quoted(second->model) << QStringLiteral("difference");
    lines << header.join(QLatin1Char(','));
    for (const EvalRow& row : evalRows(first, second)) {
        if (row.metric.isEmpty())
            continue;
        QStringList cells{row.protocol, row.metric, exact(row.first), exact(row.chance)};
        if (second)
            cells << exact(row.second) << exact(row.difference());
        lines << cells.join(QLatin1Char(','));
    }
    return (lines.join(QLatin1Char('\n')) + QLatin1Char('\n')).toUtf8();
}

QByteArray evalJson(const EvalResult& first, const EvalResult* second)
{
    if (!second)
        return QJsonDocument(first.document).toJson();
    return QJsonDocument(
               QJsonObject{{QStringLiteral("models"), QJsonArray{QJsonValue(first.document), second->document}}})
        .toJson();
}

} // namespace prolap::ui
