#pragma once

#include <memory>
#include <optional>

#include <QTimer>
#include <QWidget>

#include "core/library/search_service.h"
#include "core/model/embedder.h"
#include "ui/explore/query/query_history.h"
#include "ui/explore/query/typed_query.h"
#include "ui/jobs/job.h"

class QAction;
class QLabel;
class QMenu;
class QSlider;
class QTemporaryDir;
class QToolButton;

namespace prolap::ui {

class CaptionField;
class ErrorMarks;
class FilterChips;
class FilterPanel;
class GeneralitySlider;
class LegendPopup;
class QueryCompleter;

/// A sound that is searched by.
struct SoundQuery {
    std::optional<ClipId> clip = {};                ///< of the library,
    std::optional<library::SoundRegion> sound = {}; ///< or any file or a part of one
    QString name = {};
};

/// Clips that alone are listed, as a loop on a map has them.
struct ChosenClips {
    QString name; ///< "17 clips from the map"
    std::shared_ptr<const std::vector<ClipId>> clips;
};

/// Everything that says what is looked for: the caption with its operators, chips and panel for the same, a sound,
/// what clips shall be to it, and how general they may be. The text is the one source: chips and panel show and change
/// it.
class QueryBar : public QWidget {
    Q_OBJECT

public:
    explicit QueryBar(QWidget* parent = nullptr);
    ~QueryBar() override;

    CaptionField* caption() const { return m_caption; }
    const TypedQuery& typed() const { return m_typed; }
    void setText(const QString& text);
    /// A text that says everything, as whole() gives it: what it does not say is as at first.
    void setWhole(const QString& text);
    /// The text, with what clips shall be to the words and how general, where that is set beside it.
    QString whole() const;

    /// Clips that are so to the sound are wanted. The caption does not count beside it until it is edited.
    void setSound(SoundQuery sound, library::Relation relation);
    void forgetSound();
    const std::optional<SoundQuery>& sound() const { return m_sound; }
    /// Only these clips are listed, of whatever is asked for, until their chip is removed.
    void narrowTo(ChosenClips clips);
    void forgetClips();
    const std::optional<ChosenClips>& clips() const { return m_clips; }
    library::Relation relation() const { return m_relation; }
    void setRelation(library::Relation relation);
    /// Of the words beside a sound, 0 to 1.
    double captionWeight() const;
    double generality() const;
    /// What is asked for, to name a list by: `“rain”`, `like roof.wav`.
    QString asked() const;

    /// Whether anything typed narrows the list.
    bool narrows() const;
    /// The words alone are left.
    void clearFilters();

    /// Whether the model in use knows what contains what; else a sentence says why not.
    bool knowsRelations() const { return m_probabilistic; }
    QString whyNoRelations() const;

    /// What the model in use knows; null: there is none yet.
    void setModel(const model::ModelInfo* model);
    /// Whose tags, folders and formats are offered.
    void setCatalogue(const Path& catalogue);
    /// They may have changed: looked up again in a while.
    void refreshVocabulary();

    /// The text is worth remembering.
    void remember() { m_history.add(whole()); }
    QueryHistory* history() { return &m_history; }

    struct Actions {
        QAction *filters, *record, *recent, *legend;
    };
    const Actions& actions() const { return m_actions; }

    FilterChips* chips() const { return m_chips; }
    FilterPanel* panel() const { return m_panel; }
    GeneralitySlider* generalitySlider() const { return m_generality; }
    QueryCompleter* completer() const { return m_completer; }
    ErrorMarks* errorMarks() const { return m_marks; }
    QLabel* errorLabel() const { return m_error; }
    QToolButton* relationButton() const { return m_relationButton; }
    QToolButton* soundButton() const { return m_soundButton; }
    QToolButton* clipsButton() const { return m_clipsButton; }
    bool settled() const { return m_history.idle(); }
    QSlider* weightSlider() const { return m_weight; }
    LegendPopup* legend() const { return m_legend; }

Q_SIGNALS:
    /// The text is another one.
    void textChanged();
    /// Anything else is: the list is to be asked for at once.
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeActions();
    void arrange();
    void read();
    void readRanking();
    void dropField(library::QueryField field);
    void showClips();
    void showSound();
    void showRelation();
    void showErrors();
    void record();
    void readVocabulary();
    void showRecent();
    QToolButton* buttonOf(QAction* action);

    TypedQuery m_typed;
    std::optional<SoundQuery> m_sound;
    std::optional<ChosenClips> m_clips;
    bool m_showing = false;
    bool m_saysRelation = false, m_saysGenerality = false; ///< the text does
    library::Relation m_relation = library::Relation::SoundsLike;
    bool m_captionCounts = false; ///< beside a sound: it was edited since the sound was chosen
    bool m_calibrated = true, m_probabilistic = true;
    QString m_modelName;
    QueryHistory m_history;
    QTimer m_errorPause;      ///< what is being typed is not yet wrong
    QTimer m_vocabularyPause; ///< a growing library is not looked through more often than this
    Path m_catalogue;
    std::unique_ptr<QTemporaryDir> m_recordings;
    Actions m_actions{};

    CaptionField* m_caption;
    QueryCompleter* m_completer;
    ErrorMarks* m_marks;
    QToolButton* m_relationButton;
    QList<QAction*> m_relations;
    QToolButton* m_soundButton; ///< "roof.wav", click to forget
    QToolButton* m_clipsButton; ///< "17 clips from the map", click to list all again
    QWidget* m_weightBox;
    QSlider* m_weight;
    FilterChips* m_chips;
    GeneralitySlider* m_generality;
    QToolButton* m_filtersButton;
    QToolButton* m_recentButton;
    QToolButton* m_legendButton;
    QLabel* m_error;
    FilterPanel* m_panel;
    LegendPopup* m_legend;
    Job m_vocabularyJob;
};

} // namespace prolap::ui
