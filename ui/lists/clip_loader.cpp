#include "ui/lists/clip_loader.h"

#include "ui/text.h"

namespace prolap::ui {

ClipLoader::ClipLoader(Path catalogue, std::string modelId, QObject* parent)
    : QObject(parent),
      m_catalogue(std::move(catalogue)),
      m_modelId(std::move(modelId)),
      m_thread([this](std::stop_token stop) { serve(std::move(stop)); })
{
}

ClipLoader::~ClipLoader()
{
    m_thread.request_stop();
    m_thread.join();
}

void ClipLoader::requestDetails(const std::vector<ClipId>& clips)
{
    std::vector<ClipId> dropped;
    {
        const std::lock_guard lock(m_mutex);
        m_pages.push_front(clips);
        if (m_pages.size() > kPages) {
            dropped = std::move(m_pages.back());
            m_pages.pop_back();
        }
    }
    m_wake.notify_one();
    if (!dropped.empty())
        Q_EMIT detailsDropped(dropped);
}

void ClipLoader::requestWaveform(ClipId clip)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waveform = clip;
    }
    m_wake.notify_one();
}

void ClipLoader::serve(std::stop_token stop)
{
    std::unique_ptr<library::LibraryView> view;
    while (true) {
        ClipId waveform;
        std::vector<ClipId> page;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return m_waveform || !m_pages.empty(); }))
                return;
            waveform = std::exchange(m_waveform, {});
            if (!waveform) {
                page = std::move(m_pages.front());
                m_pages.pop_front();
            }
        }
        try {
            if (!view)
                view = std::make_unique<library::LibraryView>(m_catalogue, m_modelId);
            if (waveform)
                serveWaveform(*view, waveform);
            else
                servePage(*view, page);
        } catch (const std::exception& error) {
            const QString sentence = QString::fromUtf8(error.what());
            QMetaObject::invokeMethod(
                this,
                [this, sentence, page] {
                    Q_EMIT detailsDropped(page);
                    Q_EMIT failed(sentence);
                },
                Qt::QueuedConnection);
        }
    }
}

void ClipLoader::serveWaveform(library::LibraryView& view, ClipId clip)
{
    std::shared_ptr<const audio::Waveform> waveform;
    if (auto found = view.waveform(clip))
        waveform = std::make_shared<const audio::Waveform>(std::move(*found));
    QMetaObject::invokeMethod(
        this, [this, clip, waveform] { Q_EMIT waveformLoaded(clip, waveform); }, Qt::QueuedConnection);
}

void ClipLoader::servePage(library::LibraryView& view, const std::vector<ClipId>& page)
{
    std::vector<ClipRow> rows;
    for (library::ClipDetails& details : view.details(page)) {
        ClipRow row;
        if (const auto waveform = view.waveform(details.id))
            row.thumbnail = std::make_shared<const Thumbnail>(reduced(*waveform));
        row.details = std::move(details);
        rows.push_back(std::move(row));
    }
    QMetaObject::invokeMethod(
        this,
        [this, page, rows = std::move(rows)] {
            Q_EMIT detailsLoaded(rows);
            Q_EMIT detailsDropped(page); // clips that are gone are no longer waited for
        },
        Qt::QueuedConnection);
}

} // namespace prolap::ui
