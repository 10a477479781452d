#include "ui/theme/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

class SymbolEngine : public QIconEngine {
public:
    explicit SymbolEngine(QString name) : m_name(std::move(name)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        const Palette& p = ui::palette();
        const QColor colour = mode == QIcon::Disabled ? mixed(p.dim, p.window, 0.6)
                              : state == QIcon::On    ? p.accent
                                                      : p.text;
        const QString key =
            QStringLiteral("symbol/%1/%2/%3x%4").arg(m_name, colour.name()).arg(size.width()).arg(size.height());
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            QFile file(QStringLiteral(":/icons/%1.svg").arg(m_name));
            QByteArray svg = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            svg.replace("currentColor", colour.name().toLatin1());
            QSvgRenderer renderer(svg);
            pixmap = QPixmap(size);
            pixmap.fill(Qt::transparent);
            QPainter painter(&pixmap);
            renderer.render(&painter, QRectF(QPointF(), size));
            QPixmapCache::insert(key, pixmap);
        }
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

    QIconEngine* clone() const override { return new SymbolEngine(*this); }

private:
    QString m_name;
};

} // namespace

QIcon icon(const char* name)
{
    return QIcon(new SymbolEngine(QString::fromLatin1(name)));
}

} // namespace prolap::ui
