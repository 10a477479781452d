#include "ui/tagging/tagging_queue.h"

#include <algorithm>

#include <QSettings>

#include "ui/session/library_session.h"
#include "ui/settings.h"
#include "ui/tagging/suggestion_list.h"
#include "ui/text.h"

namespace prolap::ui {

namespace {
constexpr std::size_t kMostRemembered = 20'000; ///< skipped clips
}

TaggingQueue::TaggingQueue(LibrarySession* session, QObject* parent)
    : QObject(parent), m_session(session), m_filling(nullptr, Job::Priority::Background)
{
    connect(&m_filling, &Job::progressed, this, &TaggingQueue::progressed);
    connect(&m_loading, &Job::progressed, this, &TaggingQueue::progressed);
    const auto forget = [this] {
        if (m_search == m_session->searchService())
            return;
        m_filling.cancel();
        m_loading.cancel();
        m_suggester.reset();
        m_search.reset();
        m_clips.clear();
        m_current.reset();
        m_position = 0;
        m_filled = false;
        Q_EMIT changed();
    };
    connect(session, &LibrarySession::searchReadyChanged, this, forget);
    connect(session, &LibrarySession::opened, this, [this, forget] {
        m_answered.clear();
        m_skipped = m_session->catalogue() == m_keptLibrary ? m_keptSkipped : std::set<std::int64_t>();
        forget();
    });
}

bool TaggingQueue::ready() const
{
    return m_session->searchReady();
}

std::shared_ptr<library::CaptionSuggester> TaggingQueue::suggester()
{
    if (!m_suggester || m_search != m_session->searchService()) {
        m_search = m_session->searchService();
        m_suggester = std::make_shared<library::CaptionSuggester>(m_session->catalogue(), m_search);
    }
    return m_suggester;
}

ClipId TaggingQueue::currentId() const
{
    return m_position < m_clips.size() ? m_clips[m_position].clip : ClipId();
}

void TaggingQueue::fill(const library::SearchFilter& filter, std::vector<ClipId> clips)
{
    if (!ready())
        return;
    const auto asked = suggester();
    m_order = asked->order();
    m_filling.start(
        [asked, filter, clips = std::move(clips)](std::stop_token stop, const ProgressFn& progress) {
            return asked->queue(filter, clips, stop, progress);
        },
        [this](std::optional<std::vector<library::UncertainClip>> queue) {
            if (!queue)
                return;
            m_clips = std::move(*queue);
            std::ranges::stable_partition(m_clips,
                                          [this](const auto& clip) { return !m_skipped.contains(clip.clip.value); });
            m_position = 0;
            m_filled = true;
            m_current.reset();
            load();
            Q_EMIT changed();
        },
        [this](const JobFailure& failure) {
            m_filled = true;
            Q_EMIT failed(failure.sentence);
            Q_EMIT changed();
        });
    Q_EMIT changed();
}

void TaggingQueue::load()
{
    if (m_position >= m_clips.size()) {
        m_loading.cancel();
        m_current.reset();
        Q_EMIT currentChanged();
        return;
    }
    const library::UncertainClip wanted = m_clips[m_position];
    m_loading.start(
        [asked = suggester(), wanted, catalogue = m_session->catalogue(),
         model = m_session->modelInfo() ? m_session->modelInfo()->id : std::string()](
            std::stop_token stop, const ProgressFn& progress) -> std::unique_ptr<Clip> {
            library::LibraryView view(catalogue, model);
            const ClipId ids[] = {wanted.clip};
            auto details = view.details(ids);
            if (details.empty())
                return nullptr;
            auto clip = std::make_unique<Clip>();
            clip->details = std::move(details.front());
            clip->uncertainty = wanted.uncertainty;
            if (const auto waveform = view.waveform(wanted.clip))
                clip->waveform = reduced(*waveform);
            auto suggestions =
                asked->suggest(wanted.clip, static_cast<std::size_t>(SuggestionList::kCount), stop, progress);
            if (!suggestions)
                return nullptr;
            clip->suggestions = std::move(*suggestions);
            return clip;
        },
        [this](std::unique_ptr<Clip> clip) {
            if (!clip) {
                // Taken out of the library meanwhile.
                m_clips.erase(m_clips.begin() + static_cast<std::ptrdiff_t>(m_position));
                return load();
            }
            m_current = std::move(clip);
            Q_EMIT currentChanged();
        },
        [this](const JobFailure& failure) { Q_EMIT failed(failure.sentence); });
}

void TaggingQueue::next(bool skipped)
{
    if (m_position >= m_clips.size())
        return;
    const std::int64_t clip = m_clips[m_position].clip.value;
    if (skipped)
        m_skipped.insert(clip);
    else {
        m_answered.insert(clip);
        m_skipped.erase(clip);
    }
    ++m_position;
    m_current.reset();
    load();
    Q_EMIT changed();
}

void TaggingQueue::back()
{
    if (m_position == 0)
        return;
    --m_position;
    m_current.reset();
    load();
    Q_EMIT changed();
}

void TaggingQueue::takeBack(ClipId clip)
{
    m_answered.erase(clip.value);
    const auto at = std::ranges::find(m_clips, clip, &library::UncertainClip::clip);
    if (at == m_clips.end())
        return;
    m_position = static_cast<std::size_t>(std::distance(m_clips.begin(), at));
    m_current.reset();
    load();
    Q_EMIT changed();
}

void TaggingQueue::reload()
{
    load();
}

void TaggingQueue::save(QSettings& settings) const
{
    QStringList skipped;
    for (const std::int64_t clip : m_skipped) {
        if (skipped.size() < static_cast<qsizetype>(kMostRemembered))
            skipped << QString::number(clip);
    }
    settings.setValue(settings::kTaggingLibrary, localPath(m_session->catalogue()));
    settings.setValue(settings::kTaggingSkipped, skipped);
}

void TaggingQueue::restore(const QSettings& settings)
{
    m_keptLibrary = pathFrom(settings.value(settings::kTaggingLibrary).toString());
    m_keptSkipped.clear();
    for (const QString& clip : settings.value(settings::kTaggingSkipped).toStringList())
        m_keptSkipped.insert(clip.toLongLong());
    if (m_session->catalogue() == m_keptLibrary)
        m_skipped = m_keptSkipped;
}

} // namespace prolap::ui
