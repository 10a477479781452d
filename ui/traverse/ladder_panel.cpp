#include "ui/traverse/ladder_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/player/player.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/traverse/ladder_view.h"

namespace prolap::ui {

namespace {

constexpr int kLongestMs = 4000; ///< of one rung on a journey
constexpr int kGapMs = 150;      ///< between two

} // namespace

LadderPanel::LadderPanel(Player* player, QWidget* parent)
    : QWidget(parent),
      m_player(player),
      m_title(new QLabel),
      m_journey(new QToolButton),
      m_view(new LadderView(&m_model))
{
    m_title->setProperty("dim", true);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setMinimumWidth(1);
    m_journey->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_journey->setToolTip(tr("Play the nearest clip of each rung in turn, from specific to general"));
    m_journey->setCheckable(true);
    auto* line = new QHBoxLayout;
    line->setSpacing(kSpaceControls);
    line->addWidget(m_title, 1);
    line->addWidget(m_journey);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceInner);
    layout->addLayout(line);
    layout->addWidget(m_view, 1);
    m_listen.setSingleShot(true);
    connect(&m_listen, &QTimer::timeout, this, &LadderPanel::nextRung);
    connect(m_journey, &QToolButton::clicked, this, &LadderPanel::toggleJourney);
    connect(m_view, &LadderView::playWanted, this, [this](const Path& file, double start) {
        stopJourney();
        Q_EMIT playWanted(file, start);
    });
    connect(m_view, &LadderView::rungChosen, this, [this](int row) { Q_EMIT pointWanted(m_model.firstPointOf(row)); });
    connect(m_view, &LadderView::traverseWanted, this, &LadderPanel::traverseWanted);
    connect(m_player, &Player::stateChanged, this, [this](PlayState state) {
        m_model.setPlaying(state == PlayState::Stopped ? Path() : m_player->file());
        if (onJourney() && state == PlayState::Playing)
            m_listen.start(kLongestMs);
        else if (onJourney() && state == PlayState::Stopped)
            m_listen.start(kGapMs); // a clip shorter than its time
    });
    stopJourney();
    setTraversal({}, nullptr);
}

void LadderPanel::setTraversal(const QString& title, std::shared_ptr<const library::Traversal> traversal)
{
    stopJourney();
    m_traversal = std::move(traversal);
    m_title->setText(title);
    m_title->setToolTip(title);
    m_model.setTraversal(m_traversal);
    bool playable = false;
    if (m_traversal)
        for (const library::Rung& rung : m_traversal->ladder)
            playable = playable || !rung.clips.empty();
    m_journey->setEnabled(playable);
}

void LadderPanel::setCursorPoint(int point)
{
    m_model.setCursorPoint(point);
    const int row = m_model.rowOfPoint(point);
    if (row >= 0 && row != m_view->currentIndex().row()) {
        const QSignalBlocker quiet(m_view);
        m_view->setCurrentIndex(m_model.index(row, LadderModel::CaptionColumn));
        m_view->scrollTo(m_view->currentIndex());
    }
    m_view->viewport()->update();
}

void LadderPanel::toggleJourney()
{
    if (onJourney()) {
        m_player->stop();
        stopJourney();
        return;
    }
    m_journey->setChecked(true);
    m_journey->setIcon(icon("pause"));
    m_journey->setText(tr("Stop the journey"));
    m_journey->setAccessibleName(m_journey->text());
    nextRung();
}

void LadderPanel::nextRung()
{
    if (!m_traversal)
        return stopJourney();
    const auto& ladder = m_traversal->ladder;
    do
        ++m_rung;
    while (m_rung < static_cast<int>(ladder.size()) && ladder[static_cast<std::size_t>(m_rung)].clips.empty());
    if (m_rung >= static_cast<int>(ladder.size())) {
        m_player->stop();
        return stopJourney();
    }
    const library::Rung& rung = ladder[static_cast<std::size_t>(m_rung)];
    Q_EMIT pointWanted(static_cast<int>(rung.firstPoint));
    m_listen.start(kLongestMs);
    Q_EMIT playWanted(rung.clips.front().path, rung.clips.front().start);
}

void LadderPanel::stopJourney()
{
    m_rung = -1;
    m_listen.stop();
    m_journey->setChecked(false);
    m_journey->setIcon(icon("play"));
    m_journey->setText(tr("Play the journey"));
    m_journey->setAccessibleName(m_journey->text());
}

} // namespace prolap::ui
