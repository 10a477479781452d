#pragma once

#include <QString>

#include "core/paths.h"

namespace prolap::ui {

QString shown(const Path& path);         ///< the whole path, as text to show
QString shown(const std::string& utf8);  ///< text of core/, which is valid UTF-8
Path pathFrom(const QString& localPath); ///< of a file dialog or a drop
QString localPath(const Path& path);     ///< for Qt's own file functions
QString durationText(double seconds);    ///< `0:03.2`, `12:05`, `3:02:05`
QString hoursText(double seconds);       ///< `12.5 h`, or `42 min` below an hour
QString timeLeftText(double seconds);    ///< `about 6 minutes left`; empty while it is not known
QString countText(std::int64_t count);   ///< `1 240`
/// A translated text with a count in it, the count written as countText() does.
QString grouped(QString text, std::int64_t count);
QString percentText(double share); ///< `82 %`

} // namespace prolap::ui
