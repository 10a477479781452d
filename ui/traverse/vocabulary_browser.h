#pragma once

#include <memory>
#include <vector>

#include <QWidget>

#include "core/library/traversal/traversal_service.h"
#include "ui/jobs/job.h"
#include "ui/traverse/vocabulary_model.h"

class QLabel;
class QListWidget;
class QPushButton;
class QTreeView;

namespace prolap::ui {

class LibrarySession;

/// The library from general to specific without typing: the vocabulary at the left, the clips that the chosen caption
/// includes at the right.
class VocabularyBrowser : public QWidget {
    Q_OBJECT

public:
    explicit VocabularyBrowser(LibrarySession* session, QWidget* parent = nullptr);

    void setHierarchy(std::shared_ptr<const library::LibraryHierarchy> hierarchy);
    bool isEmpty() const { return m_model.rowCount() == 0; }
    bool busy() const { return m_names.running(); }

    QTreeView* tree() const { return m_tree; }
    QListWidget* clips() const { return m_clips; }
    QPushButton* exploreButton() const { return m_explore; }
    QPushButton* traverseButton() const { return m_traverse; }
    VocabularyModel* model() { return &m_model; }

Q_SIGNALS:
    void playWanted(const prolap::Path& file, double startSeconds);
    void traverseWanted(const QString& caption);
    void clipsWanted(const QString& caption, const std::vector<prolap::ClipId>& clips);

private:
    void choose(const QModelIndex& index);

    LibrarySession* const m_session;
    VocabularyModel m_model;
    QTreeView* m_tree;
    QLabel* m_title;
    QListWidget* m_clips;
    QPushButton* m_explore;
    QPushButton* m_traverse;
    std::vector<Path> m_paths; ///< of the clips listed
    Job m_names;
};

} // namespace prolap::ui
