#include "ui/models_page/model_list.h"

#include <algorithm>

#include <QLocale>

#include "ui/text.h"
#include "ui/theme/icons.h"

namespace prolap::ui {

QString bytesText(std::int64_t bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1'000'000'000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

void ModelListModel::setRows(std::vector<ModelRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void ModelListModel::setInUse(const std::string& id, const Path& next)
{
    m_inUse = id;
    m_next = next;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

const ModelRow* ModelListModel::rowAt(int row) const
{
    return row >= 0 && row < static_cast<int>(m_rows.size()) ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

int ModelListModel::rowOf(const std::string& id, const Path& path) const
{
    const auto at = [&](auto found) { return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin()); };
    if (!id.empty())
        if (const int row = at(std::ranges::find_if(m_rows, [&](const auto& r) { return r.known.id == id; })); row >= 0)
            return row;
    return path.empty() ? -1 : at(std::ranges::find_if(m_rows, [&](const auto& r) { return r.known.path == path; }));
}

int ModelListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ModelListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ModelRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return shown(row.known.title);
    case Qt::DecorationRole:
        return icon(row.known.usable() ? "model" : "warning");
    case StateRole: {
        QStringList parts;
        if (inUse(row))
            parts << tr("in use");
        else if (comesNext(row))
            parts << tr("listening…");
        if (row.isDefault)
            parts << tr("default");
        if (!row.known.usable())
            parts << (row.filesGone() ? tr("files not here") : tr("cannot be used"));
        if (row.set)
            parts << grouped(tr("%n clip(s) heard", nullptr, static_cast<int>(row.set->clips)), row.set->clips);
        else if (row.known.usable())
            parts << bytesText(row.known.bytes);
        return parts.join(QStringLiteral(" · "));
    }
    case ProblemRole:
        return !row.known.usable();
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(shown(row.known.title), data(index, StateRole).toString());
    case Qt::ToolTipRole:
        return row.known.usable() ? shown(row.known.path) : shown(row.known.problem);
    default:
        return {};
    }
}

} // namespace prolap::ui
