#include "core/audio/preroll.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace prolap::audio {

namespace {

std::filesystem::file_time_type changeOf(const Path& file)
{
    std::error_code ignored;
    return std::filesystem::last_write_time(file, ignored);
}

} // namespace

std::unique_ptr<OpenedClip> OpenedClip::open(const PlayPoint& point, double headSeconds)
{
    auto clip = std::make_unique<OpenedClip>();
    clip->point = point;
    clip->changed = changeOf(point.file);
    DecodeOptions options;
    options.startSeconds = point.startSeconds;
    clip->decoder = std::make_unique<Decoder>(point.file, options);
    const auto width = static_cast<std::size_t>(clip->decoder->channels());
    clip->head.resize(static_cast<std::size_t>(headSeconds * clip->decoder->sampleRate()) * width);
    std::size_t done = 0;
    while (done < clip->head.size()) {
        const std::size_t got = clip->decoder->read(std::span(clip->head).subspan(done));
        if (got == 0)
            break;
        done += got * width;
    }
    clip->head.resize(done);
    return clip;
}

Preroll::Preroll() : m_thread([this](const std::stop_token& stop) { serve(stop); }) {}

Preroll::~Preroll()
{
    m_thread.request_stop();
    m_thread.join();
}

void Preroll::want(std::vector<PlayPoint> points)
{
    {
        const std::lock_guard lock(m_mutex);
        m_wanted = std::move(points);
        m_failed.clear();
        std::erase_if(m_ready,
                      [this](const auto& clip) { return std::ranges::find(m_wanted, clip->point) == m_wanted.end(); });
    }
    m_wake.notify_one();
}

std::unique_ptr<OpenedClip> Preroll::take(const PlayPoint& point)
{
    std::unique_ptr<OpenedClip> clip;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = std::ranges::find_if(m_ready, [&](const auto& ready) { return ready->point == point; });
        if (found == m_ready.end())
            return nullptr;
        clip = std::move(*found);
        m_ready.erase(found);
        std::erase(m_wanted, point); // the caller asks again for what shall be prepared from now on
    }
    return clip->changed == changeOf(point.file) ? std::move(clip) : nullptr;
}

bool Preroll::idle()
{
    const std::lock_guard lock(m_mutex);
    return nextMissing() == nullptr;
}

const PlayPoint* Preroll::nextMissing() const
{
    for (const PlayPoint& point : m_wanted)
        if (std::ranges::none_of(m_ready, [&](const auto& clip) { return clip->point == point; }) &&
            std::ranges::find(m_failed, point) == m_failed.end())
            return &point;
    return nullptr;
}

void Preroll::serve(const std::stop_token& stop)
{
    while (true) {
        PlayPoint point;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return nextMissing() != nullptr; }))
                return;
            point = *nextMissing();
        }
        std::unique_ptr<OpenedClip> clip;
        try {
            clip = OpenedClip::open(point, kHeadSeconds);
        } catch (const std::exception&) { // said when it is played
        }
        const std::lock_guard lock(m_mutex);
        if (!clip)
            m_failed.push_back(point);
        else if (std::ranges::find(m_wanted, point) != m_wanted.end())
            m_ready.push_back(std::move(clip));
    }
}

} // namespace prolap::audio
