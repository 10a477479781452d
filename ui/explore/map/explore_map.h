#pragma once

#include <memory>
#include <optional>

#include <QTimer>
#include <QWidget>

#include "ui/explore/map/map_points.h"
#include "ui/jobs/job.h"
#include "ui/map/scatter_map.h"
#include "ui/session/library_session.h"

class QComboBox;
class QLabel;
class QSettings;
class QStackedWidget;
class QToolButton;

namespace prolap::ui {

class EmptyState;

/// The clips in the plane in which they differ most (PCA of their means): another look at the same list. What the
/// filters leave is shown, what matches stands out; a click chooses and plays, a loop narrows the list. Worked out off
/// the GUI thread, once for each state of the library, and only while it is looked at.
class ExploreMap : public QWidget {
    Q_OBJECT

public:
    explicit ExploreMap(LibrarySession* session, QWidget* parent = nullptr);

    /// The list beside it has changed.
    void setAnswer(const ListAnswer& answer);
    /// The clip that is chosen is marked with a ring; invalid: none.
    void setCurrent(ClipId clip);
    /// Names, folders and tags may have changed.
    void refreshFacts();
    /// Whether everything that it shows is up to date.
    bool settled() const { return !m_job.running() && !m_factsJob.running() && !m_factsPause.isActive(); }

    ScatterMap* chart() const { return m_chart; }
    QComboBox* colouring() const { return m_colouring; }
    QToolButton* hoverButton() const { return m_hover; }
    QToolButton* lassoButton() const { return m_lasso; }
    QLabel* note() const { return m_note; }
    EmptyState* emptyState() const { return m_empty; }
    const MapPoints& points() const { return m_points; }
    const MapScene& scene() const { return m_scene; }
    /// Where on the chart a clip lies; none when it is not shown.
    std::optional<QPointF> placeOf(ClipId clip) const;
    /// What is known of a clip of the map; null while its name is not.
    const MapClip* factsOf(ClipId clip) const;

    void save(QSettings& settings) const;
    void restore(const QSettings& settings);

Q_SIGNALS:
    /// A click, or Shift and an arrow: it is to be chosen and played.
    void chosen(prolap::ClipId clip);
    /// The pointer rests on it, and what is under the pointer is to be played.
    void hoverWanted(prolap::ClipId clip);
    void hoverLeft();
    void menuWanted(const QPoint& global, prolap::ClipId clip);
    /// These alone are to be listed.
    void loopDrawn(const QString& name, const std::vector<prolap::ClipId>& clips);
    void listenWanted();
    void statusWanted(const QString& sentence);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Drawn {
        std::shared_ptr<const library::SearchableVectors> vectors;
        MapScene scene;
        MapPoints points;
        QRectF frame;
    };

    void arrange();
    void refresh();
    void take(const Drawn& drawn);
    void readFacts();
    void showNothing();
    std::optional<int> clipAt(const MapHit& hit) const; ///< of the map
    QString nameOf(const MapHit& hit) const;

    LibrarySession* const m_session;
    ScatterMap* m_chart;
    QComboBox* m_colouring;
    QToolButton *m_fit, *m_lasso, *m_hover;
    QLabel* m_note;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QTimer m_rest; ///< of the pointer, before what lies under it is played
    QTimer m_factsPause;
    ClipId m_underPointer, m_current;

    ListRequest m_request;
    MapScene m_scene; ///< what is shown, or being drawn
    MapPoints m_points;
    std::shared_ptr<const library::SearchableVectors> m_vectors; ///< that the map was made of
    bool m_stale = true;
    QString m_problem;
    Job m_job, m_factsJob; // last: their threads end before what they use
};

} // namespace prolap::ui
