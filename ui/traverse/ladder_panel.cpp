#include "ui/traverse/ladder_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/player/player.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/traverse/ladder_view.h"

namespace prolap::ui {

namespace {

constexpr int kLongestMs = 4000; ///< of one rung on a journey
constexpr int kGapMs = 150;      ///< between two
constexpr int kMostFailures = 2; ///< in a row, that a journey goes on after

/// A piece of the line with which charts and map draw a path.
class LineSample : public QWidget {
public:
    explicit LineSample(QWidget* parent = nullptr) : QWidget(parent) { setFixedSize(28, 16); }
    void setDashed(bool dashed)
    {
        m_dashed = dashed;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setPen(QPen(ui::palette().text, 2, m_dashed ? Qt::DashLine : Qt::SolidLine));
        painter.drawLine(0, height() / 2, width(), height() / 2);
    }

private:
    bool m_dashed = false;
};

} // namespace

LadderPanel::LadderPanel(Player* player, QWidget* parent)
    : QWidget(parent),
      m_player(player),
      m_line(new LineSample),
      m_title(new QLabel),
      m_journey(new QToolButton),
      m_skip(new QToolButton),
      m_view(new LadderView(&m_model))
{
    m_title->setProperty("dim", true);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setMinimumWidth(1);
    m_journey->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_journey->setToolTip(tr("Play the nearest clip of each rung in turn, from specific to general"));
    m_journey->setCheckable(true);
    m_skip->setIcon(icon("next"));
    m_skip->setToolTip(tr("Skip to the next rung"));
    m_skip->setAccessibleName(tr("Next rung"));
    m_line->hide();
    auto* line = new QHBoxLayout;
    line->setSpacing(kSpaceControls);
    line->addWidget(m_line);
    line->addWidget(m_title, 1);
    line->addWidget(m_skip);
    line->addWidget(m_journey);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceInner);
    layout->addLayout(line);
    layout->addWidget(m_view, 1);
    m_listen.setSingleShot(true);
    connect(&m_listen, &QTimer::timeout, this, &LadderPanel::nextRung);
    connect(m_journey, &QToolButton::clicked, this, &LadderPanel::toggleJourney);
    connect(m_skip, &QToolButton::clicked, this, &LadderPanel::nextRung);
    connect(m_view, &LadderView::playWanted, this, [this](const Path& file, double start) {
        stopJourney();
        Q_EMIT playWanted(file, start);
    });
    connect(m_view, &LadderView::rungChosen, this, [this](int row) { Q_EMIT pointWanted(m_model.firstPointOf(row)); });
    connect(m_view, &LadderView::traverseWanted, this, &LadderPanel::traverseWanted);
    connect(m_player, &Player::stateChanged, this, [this](PlayState state) {
        m_model.setPlaying(state == PlayState::Stopped ? Path() : m_player->file());
        if (state == PlayState::Playing)
            m_failures = 0;
        if (onJourney() && state == PlayState::Playing)
            m_listen.start(kLongestMs);
        else if (onJourney() && state == PlayState::Stopped)
            m_listen.start(kGapMs); // a clip shorter than its time
    });
    connect(m_player, &Player::loaded, this, [this] { m_model.setPlaying(m_player->file()); }); // while another plays
    connect(m_player, &Player::failed, this, [this] {
        if (onJourney() && ++m_failures > kMostFailures)
            stopJourney(); // there is no sound, it seems
        else if (onJourney())
            m_listen.start(kGapMs); // then the next one; what went wrong is said
    });
    stopJourney();
    setPaths({}, false);
}

void LadderPanel::setPaths(const PathPair& paths, bool second)
{
    const auto& traversal = second ? paths.second : paths.first;
    if (traversal != m_traversal)
        stopJourney();
    m_traversal = traversal;
    m_line->setVisible(paths.first && paths.second);
    static_cast<LineSample*>(m_line)->setDashed(second);
    m_title->setText(headingOf(paths, second));
    m_title->setToolTip(m_title->text());
    m_model.setTraversal(m_traversal, second ? paths.first : paths.second, second && paths.acrossModels());
    m_model.setJourneyRung(m_rung);
    m_journey->setEnabled(m_model.hasClips());
}

QString LadderPanel::title() const
{
    return m_title->text();
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
    m_skip->show();
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
    m_model.setJourneyRung(m_rung);
    Q_EMIT pointWanted(static_cast<int>(rung.firstPoint));
    m_listen.start(kLongestMs);
    Q_EMIT playWanted(rung.clips.front().path, rung.clips.front().start);
}

void LadderPanel::stopJourney()
{
    m_rung = -1;
    m_failures = 0;
    m_model.setJourneyRung(-1);
    m_listen.stop();
    m_skip->hide();
    m_journey->setChecked(false);
    m_journey->setIcon(icon("play"));
    m_journey->setText(tr("Play the journey"));
    m_journey->setAccessibleName(m_journey->text());
}

} // namespace prolap::ui
