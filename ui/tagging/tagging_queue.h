#pragma once

#include <functional>
#include <memory>
#include <set>
#include <vector>

#include <QObject>

#include "core/library/library_view.h"
#include "core/library/suggest/caption_suggester.h"
#include "ui/glyphs/waveform_glyph.h"
#include "ui/jobs/job.h"
#include "ui/lists/clip_loader.h"

class QSettings;

namespace prolap::ui {

class LibrarySession;

/// The clips without a word, the most uncertain first, and where its user stands in them. Skipped ones come last, also
/// after a restart. Works off the GUI thread and answers by signals.
class TaggingQueue : public QObject {
    Q_OBJECT

public:
    struct Clip {
        library::ClipDetails details;
        Thumbnail waveform;
        std::vector<library::CaptionSuggestion> suggestions;
        float uncertainty = 0;
    };

    explicit TaggingQueue(LibrarySession* session, QObject* parent = nullptr);

    /// Fills it anew: clips that pass the filter, or these.
    void fill(const library::SearchFilter& filter, std::vector<ClipId> clips);
    /// Whether there is a model and a library to ask.
    bool ready() const;
    bool filling() const { return m_filling.running(); }
    bool filled() const { return m_filled; }
    bool loading() const { return m_loading.running(); }
    library::QueueOrder order() const { return m_order; }

    std::size_t size() const { return m_clips.size(); }
    std::size_t position() const { return m_position; } ///< size(): at the end
    std::size_t answered() const { return m_answered.size(); }
    const Clip* current() const { return m_current ? m_current.get() : nullptr; }
    ClipId currentId() const;

    void next(bool skipped); ///< not skipped: it has a name now
    void back();
    /// Goes to a clip again, as its name was taken back.
    void takeBack(ClipId clip);
    void reload();

    void save(QSettings& settings) const;
    void restore(const QSettings& settings);

Q_SIGNALS:
    void changed();        ///< size, position or what is under way
    void currentChanged(); ///< current() is there
    void progressed(const prolap::Progress& progress);
    void failed(const QString& sentence);

private:
    std::shared_ptr<library::CaptionSuggester> suggester();
    void load();

    LibrarySession* const m_session;
    std::shared_ptr<library::SearchService> m_search; ///< of m_suggester
    std::shared_ptr<library::CaptionSuggester> m_suggester;
    std::vector<library::UncertainClip> m_clips;
    std::size_t m_position = 0;
    std::set<std::int64_t> m_answered, m_skipped;
    Path m_keptLibrary; ///< whose skipped clips the settings have
    std::set<std::int64_t> m_keptSkipped;
    std::unique_ptr<Clip> m_current;
    library::QueueOrder m_order = library::QueueOrder::Uncertainty;
    bool m_filled = false;
    Job m_filling, m_loading; // last: their threads end before what they use
};

} // namespace prolap::ui
