#include "ui/lists/tile_loader.h"

#include "ui/theme/level_colours.h"

namespace prolap::ui {

namespace {

constexpr int kPictures = 3000; ///< kept in memory, 36 KiB each

QImage drawn(const library::SpectrogramTile& tile)
{
    constexpr int columns = library::SpectrogramTile::kColumns, rows = library::SpectrogramTile::kRows;
    QImage image(columns, rows, QImage::Format_RGB32);
    for (int r = 0; r < rows; ++r) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(rows - 1 - r));
        for (int c = 0; c < columns; ++c)
            line[c] = levelColours()[tile.levels[static_cast<std::size_t>(c * rows + r)]];
    }
    return image;
}

} // namespace

TileLoader::TileLoader(QObject* parent)
    : QObject(parent), m_pictures(kPictures), m_thread([this](const std::stop_token& stop) { serve(stop); })
{
}

TileLoader::~TileLoader()
{
    m_thread.request_stop();
    m_thread.join();
}

const QImage* TileLoader::picture(ClipId clip, const library::TileSource& source)
{
    const Picture* known = m_pictures.object(clip.value);
    if (known && known->source == source)
        return known->image.isNull() ? nullptr : &known->image;
    if (m_asked.insert(clip.value).second) {
        {
            const std::lock_guard lock(m_mutex);
            m_wishes.emplace_front(clip, source);
            if (m_wishes.size() > kWishes) {
                m_asked.erase(m_wishes.back().first.value);
                m_wishes.pop_back();
            }
        }
        m_wake.notify_one();
    }
    return known && !known->image.isNull() ? &known->image : nullptr; // of before, until the new one is there
}

void TileLoader::clear()
{
    const std::lock_guard lock(m_mutex);
    m_wishes.clear();
    m_asked.clear();
    m_pictures.clear();
}

void TileLoader::serve(const std::stop_token& stop)
{
    library::TileCache cache;
    while (true) {
        Wish wish;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return !m_wishes.empty(); }))
                return;
            wish = std::move(m_wishes.front());
            m_wishes.pop_front();
        }
        QImage image;
        try {
            if (const auto tile = cache.tile(wish.second, stop))
                image = drawn(*tile);
        } catch (const std::exception&) { // playing says what is wrong
        }
        QMetaObject::invokeMethod(
            this,
            [this, wish = std::move(wish), image] {
                m_asked.erase(wish.first.value);
                m_pictures.insert(wish.first.value, new Picture{wish.second, image});
                Q_EMIT arrived(wish.first);
            },
            Qt::QueuedConnection);
    }
}

} // namespace prolap::ui
