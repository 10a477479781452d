#include "ui/player/player_menu.h"

#include <QAction>
#include <QActionGroup>
#include <QAudioDevice>
#include <QMediaDevices>
#include <QSettings>

#include "ui/settings.h"
#include "ui/text.h"

namespace prolap::ui {

namespace {

/// Names of channels in words; others stay as they are.
QString channelText(const std::string& name)
{
    const std::pair<const char*, QString> known[] = {
        {"FL", PlayerMenu::tr("Left")},        {"FR", PlayerMenu::tr("Right")},
        {"FC", PlayerMenu::tr("Centre")},      {"LFE", PlayerMenu::tr("Low effects")},
        {"SL", PlayerMenu::tr("Side left")},   {"SR", PlayerMenu::tr("Side right")},
        {"BL", PlayerMenu::tr("Back left")},   {"BR", PlayerMenu::tr("Back right")},
        {"BC", PlayerMenu::tr("Back centre")},
    };
    for (const auto& [letters, words] : known)
        if (name == letters)
            return words;
    return PlayerMenu::tr("Channel %1").arg(shown(name));
}

QActionGroup* choices(QMenu* menu, const QList<std::pair<int, QString>>& values)
{
    auto* group = new QActionGroup(menu);
    for (const auto& [value, text] : values) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setData(value);
        group->addAction(action);
    }
    return group;
}

void check(QActionGroup* group, int value)
{
    for (QAction* action : group->actions())
        action->setChecked(action->data().toInt() == value);
}

} // namespace

PlayerMenu::PlayerMenu(QWidget* parent) : QMenu(parent)
{
    m_outputs = addMenu(tr("Sound device"));
    m_channels = addMenu(tr("Channels"));
    QMenu* loudness = addMenu(tr("Equal loudness at"));
    m_targets = choices(loudness, {{-31, tr("−31 LUFS, quiet")},
                                   {-23, tr("−23 LUFS, broadcast")},
                                   {-18, tr("−18 LUFS")},
                                   {-14, tr("−14 LUFS, streaming")}});
    QMenu* range = addMenu(tr("Spectrogram shows"));
    m_ranges = choices(range, {{50, tr("50 dB, the loudest only")},
                               {70, tr("70 dB")},
                               {90, tr("90 dB")},
                               {120, tr("120 dB, down to the noise")}});
    check(m_targets, m_targetLufs);
    check(m_ranges, m_rangeDb);
    connect(m_targets, &QActionGroup::triggered, this, [this](QAction* a) { chooseTarget(a->data().toInt()); });
    connect(m_ranges, &QActionGroup::triggered, this, [this](QAction* a) { chooseRange(a->data().toInt()); });
    connect(m_outputs, &QMenu::aboutToShow, this, &PlayerMenu::listOutputs);
    m_outputs->addAction(tr("As the desktop")); // so that it opens at all
    setChannels({});
}

void PlayerMenu::listOutputs()
{
    m_outputs->clear();
    auto* group = new QActionGroup(m_outputs);
    const auto add = [&](const QString& text, const QByteArray& id) {
        QAction* action = m_outputs->addAction(text);
        action->setCheckable(true);
        action->setChecked(id == m_output);
        action->setActionGroup(group);
        connect(action, &QAction::triggered, this, [this, id] { chooseOutput(id); });
    };
    const QAudioDevice usual = QMediaDevices::defaultAudioOutput();
    add(usual.isNull() ? tr("As the desktop") : tr("As the desktop (%1)").arg(usual.description()), {});
    for (const QAudioDevice& device : QMediaDevices::audioOutputs())
        add(device.description(), device.id());
}

void PlayerMenu::chooseOutput(const QByteArray& id)
{
    m_output = id;
    Q_EMIT outputChanged(id);
}

void PlayerMenu::setChannels(const std::vector<std::string>& names)
{
    m_channels->clear();
    auto* group = new QActionGroup(m_channels);
    const auto add = [&](const QString& text, int channel) {
        QAction* action = m_channels->addAction(text);
        action->setCheckable(true);
        action->setChecked(channel == -1);
        action->setData(channel);
        action->setActionGroup(group);
        connect(action, &QAction::triggered, this, [this, channel] { chooseSolo(channel); });
    };
    add(tr("All"), -1);
    for (std::size_t i = 0; i < names.size(); ++i)
        add(tr("%1 alone").arg(channelText(names[i])), static_cast<int>(i));
    m_channels->setEnabled(names.size() > 1);
    if (m_solo != -1)
        chooseSolo(-1);
}

void PlayerMenu::chooseSolo(int channel)
{
    for (QAction* action : m_channels->actions())
        action->setChecked(action->data().toInt() == channel);
    m_solo = channel;
    Q_EMIT soloChanged(channel);
}

void PlayerMenu::chooseTarget(int lufs)
{
    m_targetLufs = lufs;
    check(m_targets, lufs);
    Q_EMIT targetChanged(lufs);
}

void PlayerMenu::chooseRange(int db)
{
    m_rangeDb = db;
    check(m_ranges, db);
    Q_EMIT rangeChanged(db);
}

void PlayerMenu::save(QSettings& settings) const
{
    settings.setValue(settings::kOutput, m_output);
    settings.setValue(settings::kTargetLufs, m_targetLufs);
    settings.setValue(settings::kSpectrogramDb, m_rangeDb);
}

void PlayerMenu::restore(const QSettings& settings)
{
    chooseOutput(settings.value(settings::kOutput).toByteArray());
    chooseTarget(std::clamp(settings.value(settings::kTargetLufs, -23).toInt(), -60, 0));
    chooseRange(std::clamp(settings.value(settings::kSpectrogramDb, 90).toInt(), 20, 160));
}

} // namespace prolap::ui
