#include "ui/finetune/run_model.h"

#include <algorithm>

#include <QBrush>
#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include "ui/text.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

QString stateText(const train::Run& run)
{
    switch (run.status.state) {
    case train::RunState::Queued:
        return run.alive() ? RunModel::tr("Waiting its turn") : RunModel::tr("Not started");
    case train::RunState::Running:
        return run.status.stage == "training" && run.status.total > 0
                   ? RunModel::tr("Running, %1")
                         .arg(percentText(static_cast<double>(run.status.done) / static_cast<double>(run.status.total)))
                   : RunModel::tr("Running");
    case train::RunState::Paused:
        return run.interrupted ? RunModel::tr("Interrupted") : RunModel::tr("Paused");
    case train::RunState::Stopped:
        return RunModel::tr("Stopped");
    case train::RunState::Done:
        return RunModel::tr("Done");
    case train::RunState::Failed:
        break;
    }
    return RunModel::tr("Failed");
}

QString stageText(const train::RunStatus& status)
{
    const QString done = countText(status.done), total = countText(status.total);
    if (status.stage == "waiting")
        return RunModel::tr("Another run is at work; this one starts after it.");
    if (status.stage == "before")
        return RunModel::tr("Measuring the model as it is: %1 of %2 clips").arg(done, total);
    if (status.stage == "reading")
        return RunModel::tr("Reading your clips");
    if (status.stage == "encoding")
        return RunModel::tr("Listening: %1 of %2 clips").arg(done, total);
    if (status.stage == "training" || status.stage == "validating")
        return RunModel::tr("Learning: step %1 of %2, round %3 of %4")
            .arg(done, total, countText(status.epoch), countText(status.epochs));
    if (status.stage == "writing")
        return RunModel::tr("Writing the model");
    if (status.stage == "after")
        return RunModel::tr("Measuring what it learned: %1 of %2 clips").arg(done, total);
    return {};
}

QString presetText(const std::string& preset)
{
    return preset == "heads"         ? RunModel::tr("Heads only")
           : preset == "last-blocks" ? RunModel::tr("Last blocks")
           : preset == "everything"  ? RunModel::tr("Everything")
                                     : RunModel::tr("Own settings");
}

void RunModel::setRuns(std::vector<train::Run> runs)
{
    std::reverse(runs.begin(), runs.end());
    const bool same = runs.size() == m_runs.size() &&
                      std::equal(runs.begin(), runs.end(), m_runs.begin(),
                                 [](const train::Run& a, const train::Run& b) { return a.id == b.id; });
    if (same) {
        m_runs = std::move(runs);
        if (!m_runs.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
        return;
    }
    beginResetModel();
    m_runs = std::move(runs);
    endResetModel();
}

const train::Run* RunModel::run(int row) const
{
    return row >= 0 && row < rowCount() ? &m_runs[static_cast<std::size_t>(row)] : nullptr;
}

int RunModel::rowOf(const std::string& id) const
{
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [&](const train::Run& run) { return run.id == id; });
    return found == m_runs.end() ? -1 : static_cast<int>(found - m_runs.begin());
}

int RunModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(Columns);
}

QVariant RunModel::data(const QModelIndex& index, int role) const
{
    const train::Run* run = this->run(index.row());
    if (!run)
        return {};
    if (role == Qt::DisplayRole) {
        switch (index.column()) {
        case Name:
            return shown(run->name());
        case State:
            return stateText(*run);
        case Made:
            return QLocale().toString(QDateTime::fromSecsSinceEpoch(run->settings.created), QLocale::ShortFormat);
        }
    }
    if (role == Qt::ToolTipRole) {
        QStringList lines{shown(run->id) + QStringLiteral(" · ") + presetText(run->settings.preset),
                          shown(run->settings.dataText)};
        if (!run->status.sentence.empty())
            lines << shown(run->status.sentence);
        if (!run->notes.text.empty())
            lines << shown(run->notes.text);
        return lines.join(QLatin1Char('\n'));
    }
    if (role == Qt::ForegroundRole && index.column() == State) {
        const Palette& p = ui::palette();
        return QBrush(run->status.state == train::RunState::Failed ? p.red
                      : run->status.state == train::RunState::Done ? p.green
                      : run->interrupted                           ? p.amber
                                                                   : p.dim);
    }
    return {};
}

QVariant RunModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Run"), tr("State"), tr("Made")};
    return section >= 0 && section < Columns ? names[section] : QString();
}

} // namespace prolap::ui
