#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <QObject>

#include "core/audio/clip_reader.h"
#include "ui/lists/result_model.h"

namespace prolap::ui {

/// Reads what rows and the player show from a catalogue, on a thread of its own with its own LibraryView. What was
/// asked for last comes first, since that is what is on screen; pages that have been scrolled past are dropped.
/// Threads: every call and signal on the owner's thread.
class ClipLoader : public QObject {
    Q_OBJECT

public:
    /// modelId: whose uncertainties are shown; may be empty.
    ClipLoader(Path catalogue, std::string modelId, QObject* parent = nullptr);
    ~ClipLoader() override;

public Q_SLOTS:
    void requestDetails(const std::vector<prolap::ClipId>& clips);
    void requestWaveform(prolap::ClipId clip);

Q_SIGNALS:
    void detailsLoaded(const std::vector<prolap::ui::ClipRow>& rows);
    void detailsDropped(const std::vector<prolap::ClipId>& clips);
    /// Null while the clip has not been listened to.
    void waveformLoaded(prolap::ClipId clip, std::shared_ptr<const prolap::audio::Waveform> waveform);
    void failed(const QString& sentence);

private:
    static constexpr std::size_t kPages = 12; ///< kept waiting; more than any screen shows

    void serve(std::stop_token stop);
    void serveWaveform(library::LibraryView& view, ClipId clip);
    void servePage(library::LibraryView& view, const std::vector<ClipId>& page);

    const Path m_catalogue;
    const std::string m_modelId;

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable_any m_wake;
    std::deque<std::vector<ClipId>> m_pages;
    ClipId m_waveform;

    std::jthread m_thread; ///< last: ends before what it uses
};

} // namespace prolap::ui
