#include "ui/explore/map/explore_map.h"

#include <algorithm>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

#include "ui/explore/empty_state.h"
#include "ui/settings.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

constexpr int kRestMs = 90; ///< that the pointer rests before a clip under it is played
constexpr int kFactsPauseMs = 500;
constexpr double kGrown = 1.25; ///< a map of a library that is being listened to is made anew when it has grown so

QToolButton* toolButton(const char* symbol, const QString& name, const QString& tip)
{
    auto* button = new QToolButton;
    button->setIcon(icon(symbol));
    button->setAccessibleName(name);
    button->setToolTip(tip);
    button->setMinimumSize(kHitArea, kHitArea);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QString axisTitle(const library::MapAxis& axis, int number)
{
    return ExploreMap::tr("principal component %1: %2 of the variance").arg(number).arg(percentText(axis.explained));
}

} // namespace

ExploreMap::ExploreMap(LibrarySession* session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_chart(new ScatterMap),
      m_colouring(new QComboBox),
      m_fit(toolButton("fit", tr("Show the whole map"), tr("Show the whole map (double-click)"))),
      m_lasso(toolButton("lasso", tr("Draw around clips"),
                         tr("Draw around clips to list only them (or hold Shift and drag)"))),
      m_hover(toolButton("hover-play", tr("Play under the pointer"),
                         tr("Hear the clip that the pointer rests on, without a click"))),
      m_note(new QLabel),
      m_stack(new QStackedWidget),
      m_empty(new EmptyState)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    m_factsPause.setSingleShot(true);
    m_factsPause.setInterval(kFactsPauseMs);
    const std::pair<QString, MapColouring> colourings[] = {{tr("Folder"), MapColouring::Folder},
                                                           {tr("Tag"), MapColouring::Tag},
                                                           {tr("General or specific"), MapColouring::Uncertainty},
                                                           {tr("Match"), MapColouring::Match}};
    for (const auto& [name, colouring] : colourings)
        m_colouring->addItem(name, static_cast<int>(colouring));
    m_colouring->setAccessibleName(tr("Colour by"));
    m_colouring->setToolTip(tr("What the colours of the points say; the legend names them"));
    arrange();

    connect(m_colouring, &QComboBox::currentIndexChanged, this, &ExploreMap::refresh);
    connect(m_fit, &QToolButton::clicked, m_chart, &ScatterMap::fit);
    connect(m_lasso, &QToolButton::toggled, m_chart, &ScatterMap::setLassoing);
    connect(m_hover, &QToolButton::toggled, this, [this](bool on) {
        if (!on) {
            m_rest.stop();
            Q_EMIT hoverLeft();
        }
    });
    m_chart->setNamer([this](const MapHit& hit) { return nameOf(hit); });
    connect(m_chart, &ScatterMap::clicked, this, [this](const MapHit& hit) {
        m_rest.stop();
        if (const auto clip = clipAt(hit))
            Q_EMIT chosen(m_scene.map->clips[static_cast<std::size_t>(*clip)]);
    });
    connect(m_chart, &ScatterMap::menuWanted, this, [this](const QPoint& at, const MapHit& hit) {
        if (const auto clip = clipAt(hit))
            Q_EMIT menuWanted(at, m_scene.map->clips[static_cast<std::size_t>(*clip)]);
        else if (m_current)
            Q_EMIT menuWanted(at, m_current);
    });
    connect(m_chart, &ScatterMap::hovered, this, [this](const MapHit& hit) {
        const auto clip = clipAt(hit);
        m_underPointer = clip ? m_scene.map->clips[static_cast<std::size_t>(*clip)] : ClipId{};
        if (clip)
            QToolTip::showText(QCursor::pos(), nameOf(hit), m_chart);
        else
            QToolTip::hideText();
        if (m_underPointer && m_hover->isChecked())
            m_rest.start();
        else
            m_rest.stop();
    });
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (m_underPointer)
            Q_EMIT hoverWanted(m_underPointer);
    });
    connect(m_chart, &ScatterMap::loopDrawn, this, [this](const std::vector<MapHit>& hits) {
        m_lasso->setChecked(false);
        std::vector<ClipId> clips;
        for (const MapHit& hit : hits)
            if (const auto clip = clipAt(hit))
                clips.push_back(m_scene.map->clips[static_cast<std::size_t>(*clip)]);
        if (clips.empty()) {
            Q_EMIT statusWanted(tr("There is no clip inside the loop."));
            return;
        }
        const auto count = static_cast<std::int64_t>(clips.size());
        Q_EMIT loopDrawn(grouped(tr("%n clip(s) from the map", nullptr, static_cast<int>(count)), count), clips);
    });
    connect(m_empty->button(), &QPushButton::clicked, this, &ExploreMap::listenWanted);
    connect(&m_factsPause, &QTimer::timeout, this, &ExploreMap::readFacts);
    connect(m_session, &LibrarySession::opened, this, [this] {
        m_scene = {};
        m_points = {};
        m_vectors.reset();
        m_current = m_underPointer = {};
        m_problem.clear();
        m_chart->setLayers({});
        m_chart->setRing(std::nullopt);
        m_stale = true;
        showNothing();
    });
    for (const auto signal : {&LibrarySession::searchReadyChanged, &LibrarySession::summaryChanged})
        connect(m_session, signal, this, &ExploreMap::refresh);
    connect(m_session, &LibrarySession::indexingChanged, this, &ExploreMap::refresh);
    showNothing();
}

void ExploreMap::arrange()
{
    auto* label = new QLabel(tr("Colour by"));
    label->setProperty("dim", true);
    label->setBuddy(m_colouring);
    m_note->setProperty("dim", true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setMinimumWidth(1);
    m_lasso->setCheckable(true);
    m_hover->setCheckable(true);
    m_hover->setText(tr("Play under the pointer"));
    m_hover->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_chart->setAccessibleName(tr("Map of the clips"));
    m_chart->setToolTip({}); // names of clips stand there
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(kSpaceControls);
    tools->addWidget(label);
    tools->addWidget(m_colouring);
    tools->addWidget(m_hover);
    tools->addWidget(m_lasso);
    tools->addWidget(m_fit);
    tools->addWidget(m_note, 1);
    auto* drawn = new QWidget;
    auto* drawnLayout = new QVBoxLayout(drawn);
    drawnLayout->setContentsMargins(0, 0, 0, 0);
    drawnLayout->setSpacing(kSpaceControls);
    drawnLayout->addLayout(tools);
    drawnLayout->addWidget(m_chart, 1);
    m_stack->addWidget(drawn);
    m_stack->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    setFocusProxy(m_chart);
    QWidget* order[] = {m_chart, m_colouring, m_hover, m_lasso, m_fit};
    for (std::size_t i = 1; i < std::size(order); ++i)
        setTabOrder(order[i - 1], order[i]);
}

void ExploreMap::setAnswer(const ListAnswer& answer)
{
    m_request = answer.request;
    m_scene.rows = answer.rows;
    refresh();
}

/// Draws what there is to be seen, if anyone looks.
void ExploreMap::refresh()
{
    m_stale = true;
    if (!isVisible() || !m_session->searchReady()) {
        showNothing();
        return;
    }
    m_stale = false;
    Drawn drawn;
    drawn.scene = m_scene;
    drawn.scene.loop = m_request.filter.only;
    drawn.scene.colouring = static_cast<MapColouring>(m_colouring->currentData().toInt());
    drawn.vectors = m_vectors;
    // A map that moves under the hand every second helps nobody.
    const auto embedded = static_cast<double>(m_session->summary().totals.embedded);
    const bool keep =
        m_scene.map && m_session->indexing() && embedded < kGrown * static_cast<double>(m_scene.map->clips.size());
    library::SearchFilter filter = listFilter(m_request);
    filter.only.reset();
    m_job.start(
        [drawn = std::move(drawn), keep, filter = std::move(filter), catalogue = m_session->catalogue(),
         service = m_session->searchService()](std::stop_token stop, const ProgressFn&) mutable {
            const auto vectors = service->vectors();
            if (!keep && (!drawn.scene.map || vectors != drawn.vectors)) {
                drawn.vectors = vectors;
                auto map = library::makeClipMap(*vectors, service->embedder()->info().probabilistic, stop);
                const bool same = map && drawn.scene.map && map->clips == drawn.scene.map->clips;
                drawn.scene.map = map ? std::make_shared<const library::LibraryMap>(std::move(*map)) : nullptr;
                if (!same)
                    drawn.scene.facts.reset();
            }
            drawn.scene.passing.reset();
            if (filter != library::SearchFilter())
                drawn.scene.passing =
                    std::make_shared<const std::vector<ClipId>>(library::LibraryView(catalogue, {}).clips(filter));
            drawn.points = mapPoints(drawn.scene);
            if (drawn.scene.map) {
                std::vector<QPointF> all;
                for (int i = 0; i < static_cast<int>(drawn.scene.map->clips.size()); ++i)
                    all.push_back(mapPlace(*drawn.scene.map, i));
                drawn.frame = middleOf(all);
            }
            return std::move(drawn);
        },
        [this](const Drawn& made) { take(made); },
        [this](const JobFailure& failure) {
            m_problem = failure.sentence;
            showNothing();
        });
    showNothing();
}

void ExploreMap::take(const Drawn& drawn)
{
    m_problem.clear();
    m_scene = drawn.scene;
    m_points = drawn.points;
    m_vectors = drawn.vectors;
    m_chart->setFrame(drawn.frame);
    m_chart->setLayers(m_points.layers);
    setCurrent(m_current);
    if (m_scene.map) {
        const library::LibraryMap& map = *m_scene.map;
        m_chart->setAxes(axisTitle(map.x, 1), axisTitle(map.y, 2));
        QString note = grouped(tr("%n clip(s)", nullptr, m_points.shown), m_points.shown);
        if (m_points.matches > 0)
            note += QStringLiteral(" · ") + grouped(tr("%n match(es)", nullptr, m_points.matches), m_points.matches);
        note +=
            QStringLiteral(" · ") + tr("PCA, %1 of the variance").arg(percentText(map.x.explained + map.y.explained));
        if (m_scene.colouring == MapColouring::Uncertainty && map.clipUncertainties.empty())
            note += QStringLiteral(" · ") + tr("this model knows nothing of general and specific");
        if (m_scene.colouring == MapColouring::Match && m_points.matches == 0)
            note += QStringLiteral(" · ") + tr("describe a sound to see what matches");
        m_note->setText(note);
        m_note->setToolTip(tr("Clips that lie near each other sound alike, as far as two dimensions can show: the two "
                              "in which the model's vectors differ most (principal components)."));
        QStringList names;
        for (const MapLayer& layer : m_points.layers)
            if (!layer.points.empty() && !layer.name.isEmpty())
                names << layer.name;
        m_chart->setAccessibleDescription(note + QStringLiteral(". ") + names.join(QStringLiteral(", ")));
        if (!m_scene.facts && !m_factsJob.running())
            readFacts();
    }
    showNothing();
}

void ExploreMap::refreshFacts()
{
    if (m_scene.map)
        m_factsPause.start();
}

void ExploreMap::readFacts()
{
    if (!m_scene.map)
        return;
    m_factsJob.start(
        [catalogue = m_session->catalogue(), map = m_scene.map](std::stop_token stop, const ProgressFn&) {
            auto facts = readMapFacts(catalogue, map->clips, std::move(stop));
            return std::pair(map, facts ? std::make_shared<const MapFacts>(std::move(*facts)) : nullptr);
        },
        [this](const auto& read) {
            if (read.first != m_scene.map && (!m_scene.map || read.first->clips != m_scene.map->clips)) {
                readFacts(); // of another map
                return;
            }
            m_scene.facts = read.second;
            refresh();
        },
        [this](const JobFailure& failure) { Q_EMIT statusWanted(failure.sentence); });
}

void ExploreMap::showNothing()
{
    if (m_scene.map && m_problem.isEmpty()) {
        m_stack->setCurrentIndex(0);
        return;
    }
    QString title, sentence, button;
    const library::LibraryTotals& totals = m_session->summary().totals;
    if (!m_problem.isEmpty()) {
        title = tr("This did not work");
        sentence = m_problem;
    } else if (!m_session->searchReady() || m_job.running() || m_stale) {
        title = tr("Drawing the map");
        sentence = m_session->searchReady() ? QString() : tr("It is drawn as soon as the model is loaded.");
    } else {
        title = tr("There is no map yet");
        sentence = tr("The map shows the clips that the model has listened to, those that sound alike side by side. It "
                      "needs three of them.");
        if (!m_session->indexing() && totals.clips > totals.embedded + totals.failed)
            button = tr("Listen now");
    }
    m_empty->say(title, sentence, button);
    m_stack->setCurrentWidget(m_empty);
}

void ExploreMap::setCurrent(ClipId clip)
{
    m_current = clip;
    const auto place = clip ? placeOf(clip) : std::nullopt;
    m_chart->setRing(place);
}

std::optional<QPointF> ExploreMap::placeOf(ClipId clip) const
{
    if (!m_scene.map)
        return std::nullopt;
    const auto found = std::ranges::find(m_scene.map->clips, clip);
    if (found == m_scene.map->clips.end())
        return std::nullopt;
    return mapPlace(*m_scene.map, static_cast<int>(found - m_scene.map->clips.begin()));
}

const MapClip* ExploreMap::factsOf(ClipId clip) const
{
    if (!m_scene.map || !m_scene.facts)
        return nullptr;
    const auto found = std::ranges::find(m_scene.map->clips, clip);
    const auto at = static_cast<std::size_t>(found - m_scene.map->clips.begin());
    return at < m_scene.facts->clips.size() ? &m_scene.facts->clips[at] : nullptr;
}

std::optional<int> ExploreMap::clipAt(const MapHit& hit) const
{
    const auto layer = static_cast<std::size_t>(hit.layer), index = static_cast<std::size_t>(hit.index);
    if (!hit.valid() || hit.layer < 0 || layer >= m_points.clips.size() || index >= m_points.clips[layer].size())
        return std::nullopt;
    return m_points.clips[layer][index];
}

QString ExploreMap::nameOf(const MapHit& hit) const
{
    const auto clip = clipAt(hit);
    if (!clip)
        return {};
    if (!m_scene.facts)
        return tr("clip");
    const MapClip& facts = m_scene.facts->clips[static_cast<std::size_t>(*clip)];
    QString text = facts.name;
    if (facts.durationSeconds > 0)
        text += QStringLiteral("  ") + durationText(facts.durationSeconds);
    return text;
}

void ExploreMap::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale || !m_scene.map)
        refresh();
}

void ExploreMap::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_chart->update();
}

void ExploreMap::save(QSettings& settings) const
{
    settings.setValue(settings::kMapColouring, m_colouring->currentData());
    settings.setValue(settings::kMapHoverPlays, m_hover->isChecked());
}

void ExploreMap::restore(const QSettings& settings)
{
    m_colouring->setCurrentIndex(
        std::max(0, m_colouring->findData(settings.value(settings::kMapColouring, 0).toInt())));
    m_hover->setChecked(settings.value(settings::kMapHoverPlays, false).toBool());
}

} // namespace prolap::ui
