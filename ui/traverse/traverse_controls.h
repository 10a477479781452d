#pragma once

#include <QWidget>

#include "core/library/traversal/traversal_service.h"
#include "core/model/embedder.h"

class QAction;
class QComboBox;
class QSettings;
class QSpinBox;
class QToolButton;

namespace prolap::ui {

/// How a path goes and what it may meet: way, root, start, points and captions; and the button that shows the
/// vocabulary instead of a path.
class TraverseControls : public QWidget {
    Q_OBJECT

public:
    explicit TraverseControls(QWidget* parent = nullptr);

    /// As the controls stand. A climb stays one for a model that cannot: see forModel().
    library::TraversalSetting setting() const;
    library::CandidateChoice candidateChoice() const;
    /// The same, with the straight line instead of a climb where a model knows no uncertainty.
    static library::TraversalSetting forModel(library::TraversalSetting setting, const model::ModelInfo* info);
    /// Where the path ends, in words.
    QString rootName() const;
    /// What means something for this model is enabled; null: not known yet.
    void showFor(const model::ModelInfo* info);

    void save(QSettings& settings) const;
    void restore(const QSettings& settings);

    QComboBox* way() const { return m_way; }
    QComboBox* root() const { return m_root; }
    QComboBox* start() const { return m_start; }
    QSpinBox* points() const { return m_points; }
    QToolButton* candidates() const { return m_candidates; }
    QToolButton* browseButton() const { return m_browse; }
    bool browsing() const;

Q_SIGNALS:
    void changed();
    void browsingChanged(bool browsing);

private:
    void fill();
    void makeButtons();
    void arrange();

    QComboBox* m_way;
    QComboBox* m_root;
    QComboBox* m_start;
    QSpinBox* m_points;
    QToolButton* m_candidates;
    QAction* m_vocabulary;
    QAction* m_libraryCaptions;
    QToolButton* m_browse;
};

} // namespace prolap::ui
