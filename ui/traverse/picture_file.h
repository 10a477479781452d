#pragma once

#include <QByteArray>
#include <QString>

class QWidget;

namespace prolap::ui {

/// Saves what a widget shows, by its own paint function: PNG at twice its size, SVG or PDF as lines and letters, by the
/// file's ending. Returns what went wrong as a sentence; empty when nothing did.
QString savePicture(QWidget* widget, const QString& file);

/// The same for text, whole or not at all.
QString saveText(const QByteArray& text, const QString& file);

} // namespace prolap::ui
