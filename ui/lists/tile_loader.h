#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <unordered_set>
#include <utility>

#include <QCache>
#include <QImage>
#include <QObject>

#include "core/ids.h"
#include "core/library/spectrogram_tile.h"

namespace prolap::ui {

/// Pictures of spectrograms for the grid, made on a thread of its own when they are first painted. What was asked for
/// last comes first; what has been scrolled past is dropped.
/// Threads: the owner's.
class TileLoader : public QObject {
    Q_OBJECT

public:
    explicit TileLoader(QObject* parent = nullptr);
    ~TileLoader() override;

    /// The picture as far as it is there; else it is asked for, and arrived() follows. Null also where the file cannot
    /// be read.
    const QImage* picture(ClipId clip, const library::TileSource& source);
    bool waiting() const { return !m_asked.empty(); }
    /// Forgets what could not be read, and pictures of another catalogue.
    void clear();

Q_SIGNALS:
    void arrived(prolap::ClipId clip);

private:
    struct Picture {
        library::TileSource source;
        QImage image; ///< null: could not be read
    };
    using Wish = std::pair<ClipId, library::TileSource>;

    static constexpr std::size_t kWishes = 400; ///< kept waiting; more than any screen shows

    void serve(const std::stop_token& stop);

    QCache<std::int64_t, Picture> m_pictures;
    std::unordered_set<std::int64_t> m_asked;

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable_any m_wake;
    std::deque<Wish> m_wishes;

    std::jthread m_thread; ///< last: ends before what it uses
};

} // namespace prolap::ui
