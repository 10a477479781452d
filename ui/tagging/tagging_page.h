#pragma once

#include <functional>
#include <vector>

#include <QPointer>

#include "core/ids.h"
#include "ui/player/player.h"
#include "ui/tagging/tagging_queue.h"
#include "ui/window/page.h"

class QAction;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace prolap::ui {

class ClipStrip;
class EmptyState;
class OrganiseSession;
class SuggestionList;

/// An hour of tagging that buys the most: plays the clips without a word one after the other, the one that the model is
/// least sure of first, suggests names, and takes one by a key.
class TaggingPage : public Page {
    Q_OBJECT

public:
    TaggingPage(OrganiseSession* organise, Player* player, QWidget* parent = nullptr);

    QString name() const override { return QStringLiteral("tag"); }
    QString title() const override { return tr("Tag"); }
    const char* iconName() const override { return "tag"; }
    bool settled() const override;
    void save(QSettings& settings) const override;
    void restore(const QSettings& settings) override;

    /// What `selected on Explore` are.
    void setSelection(std::function<std::vector<ClipId>()> selection) { m_selection = std::move(selection); }

    TaggingQueue* queue() { return &m_queue; }
    SuggestionList* suggestions() const { return m_suggestions; }
    QLineEdit* field() const { return m_field; }
    EmptyState* emptyState() const { return m_empty; }
    QString progressText() const;
    QComboBox* scope() const { return m_scope; }
    QComboBox* writes() const { return m_writes; }

Q_SIGNALS:
    void warned(const QString& sentence);
    void finetuneWanted();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    enum Scope { Everything, Collection, Folder, Selection };
    enum Writes { AsTag, AsCaption };

    QWidget* makeWork();
    void makeKeys();
    void fillScopes();
    void fill();
    void accept(int suggestion);
    void takeTyped();
    void write(const QString& text, int level);
    void undo();
    void showCurrent();
    void showState();
    void play();

    OrganiseSession* const m_organise;
    const QPointer<Player> m_player; ///< the window may let go of it before it hides its pages
    TaggingQueue m_queue;
    std::function<std::vector<ClipId>()> m_selection;
    QComboBox* m_scope;
    QComboBox* m_writes;
    QCheckBox* m_plays;
    QProgressBar* m_bar;
    QLabel* m_progress;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QLabel* m_name;
    QLabel* m_facts;
    QLabel* m_tags;
    ClipStrip* m_strip;
    SuggestionList* m_suggestions;
    QLabel* m_wait;
    QLineEdit* m_field;
    QPushButton* m_playButton;
    QPushButton* m_skip;
    QPushButton* m_back;
    QPushButton* m_undo;
    std::vector<QAction*> m_keys;
    std::vector<ClipId> m_written; ///< in order, what undo() goes back to
    bool m_first = true;
};

} // namespace prolap::ui
