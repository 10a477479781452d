#include "ui/measure/eval_table.h"

#include <QFont>
#include <QLocale>

#include "ui/measure/metric_names.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

void EvalTable::setResults(const EvalResult& first, const EvalResult* second)
{
    beginResetModel();
    m_rows = evalRows(first, second);
    m_first = first.model;
    m_two = second != nullptr;
    m_second = second ? second->model : QString();
    endResetModel();
}

void EvalTable::clear()
{
    beginResetModel();
    m_rows.clear();
    m_two = false;
    endResetModel();
}

int EvalTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EvalTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_two ? 5 : 3;
}

QVariant EvalTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const EvalRow& row = rowAt(index.row());
    const bool heading = row.metric.isEmpty();
    const MetricWords words =
        heading ? MetricWords{protocolTitle(row.protocol), {}, Better::Neither, {}} : metricWords(row.metric);
    const auto number = [&](const std::optional<double>& value) {
        return value ? metricValue(row.metric, *value) : QString();
    };
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case NameColumn:
            return words.title;
        case FirstColumn:
            return number(row.first);
        case ChanceColumn:
            return number(row.chance);
        case SecondColumn:
            return number(row.second);
        default:
            break;
        }
        if (const auto by = row.difference()) {
            const QString sign = row.verdict() > 0   ? QStringLiteral("▲ ")
                                 : row.verdict() < 0 ? QStringLiteral("▼ ")
                                                     : QString();
            return sign + (*by > 0 ? QStringLiteral("+") : QString()) + metricValue(row.metric, *by);
        }
        return {};
    case Qt::FontRole:
        if (heading) {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        return {};
    case Qt::ForegroundRole:
        if (index.column() == ChanceColumn)
            return ui::palette().dim;
        if (index.column() == DifferenceColumn && row.verdict() != 0)
            return row.verdict() > 0 ? ui::palette().green : ui::palette().red;
        return {};
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() == NameColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        if (index.column() == DifferenceColumn && row.verdict() != 0)
            return row.verdict() > 0 ? tr("better by %1").arg(number(row.difference()))
                                     : tr("worse by %1").arg(number(row.difference()));
        return data(index, Qt::DisplayRole);
    case Qt::ToolTipRole:
        if (heading)
            return words.title;
        return words.explanation.isEmpty() ? row.metric : QStringLiteral("%1\n%2").arg(words.explanation, row.metric);
    default:
        return {};
    }
}

QVariant EvalTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == NameColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Measure");
    case FirstColumn:
        return m_first;
    case ChanceColumn:
        return role == Qt::ToolTipRole ? tr("What guessing would give") : tr("Chance");
    case SecondColumn:
        return m_second;
    default:
        return role == Qt::ToolTipRole ? tr("How much the second model is above the first; ▲ better, ▼ worse")
                                       : tr("Difference");
    }
}

} // namespace prolap::ui
