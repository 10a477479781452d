#include "ui/traverse/picture_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QWidget>

#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

constexpr int kPictureScale = 2;
constexpr int kPdfDpi = 96; ///< a point of the picture is a pixel of the screen

QString notWritten(const QString& file)
{
    return QCoreApplication::translate("prolap::ui", "%1 could not be written: choose another folder.").arg(file);
}

void draw(QWidget* widget, QPainter& painter)
{
    painter.fillRect(widget->rect(), ui::palette().window);
    widget->render(&painter, {}, {}, QWidget::DrawChildren);
}

} // namespace

QString savePicture(QWidget* widget, const QString& file)
{
    const QString kind = QFileInfo(file).suffix().toLower();
    if (kind == QStringLiteral("svg")) {
        QSvgGenerator svg;
        svg.setFileName(file);
        svg.setSize(widget->size());
        svg.setViewBox(widget->rect());
        svg.setTitle(widget->accessibleName());
        QPainter painter;
        if (!painter.begin(&svg))
            return notWritten(file);
        draw(widget, painter);
        return painter.end() && QFileInfo(file).size() > 0 ? QString() : notWritten(file);
    }
    if (kind == QStringLiteral("pdf")) {
        QPdfWriter pdf(file);
        pdf.setResolution(kPdfDpi);
        pdf.setPageSize(QPageSize(QSizeF(widget->size()) * 72.0 / kPdfDpi, QPageSize::Point));
        pdf.setPageMargins({0, 0, 0, 0});
        QPainter painter;
        if (!painter.begin(&pdf))
            return notWritten(file);
        draw(widget, painter);
        return painter.end() && QFileInfo(file).size() > 0 ? QString() : notWritten(file);
    }
    QImage image(widget->size() * kPictureScale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(kPictureScale);
    {
        QPainter painter(&image);
        draw(widget, painter);
    }
    return image.save(file, "PNG") ? QString() : notWritten(file);
}

QString saveText(const QByteArray& text, const QString& file)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size() || !out.commit())
        return notWritten(file);
    return {};
}

} // namespace prolap::ui
