#include "ui/text.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QFile>
#include <QLocale>

namespace prolap::ui {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(prolap::ui::Text)
};

} // namespace

QString shown(const Path& path)
{
    return shown(displayText(path));
}

QString shown(const std::string& utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

Path pathFrom(const QString& localPath)
{
    return Path(QFile::encodeName(localPath).toStdString());
}

QString localPath(const Path& path)
{
    return QFile::decodeName(QByteArray::fromStdString(path.native()));
}

QString durationText(double seconds)
{
    if (seconds < 60)
        return QStringLiteral("0:%1").arg(std::floor(seconds * 10) / 10, 4, 'f', 1, QLatin1Char('0'));
    const auto whole = static_cast<std::int64_t>(seconds);
    const auto two = [](std::int64_t n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')); };
    if (whole < 3600)
        return QStringLiteral("%1:%2").arg(whole / 60).arg(two(whole % 60));
    return QStringLiteral("%1:%2:%3").arg(whole / 3600).arg(two(whole / 60 % 60), two(whole % 60));
}

QString hoursText(double seconds)
{
    if (seconds < 3600)
        return Text::tr("%1 min").arg(countText(std::llround(seconds / 60)));
    return Text::tr("%1 h").arg(QLocale().toString(seconds / 3600, 'f', 1));
}

QString timeLeftText(double seconds)
{
    if (seconds < 0)
        return {};
    if (seconds < 60)
        return Text::tr("less than a minute left");
    if (seconds < 5400)
        return Text::tr("about %n minute(s) left", nullptr, static_cast<int>(std::lround(seconds / 60)));
    return Text::tr("about %n hour(s) left", nullptr, static_cast<int>(std::lround(seconds / 3600)));
}

QString countText(std::int64_t count)
{
    // A narrow space groups digits alike in every language, and cannot be taken for a decimal point.
    QString digits = QString::number(count);
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, QChar(0x202f));
    return digits;
}

QString grouped(QString text, std::int64_t count)
{
    return text.replace(QString::number(count), countText(count));
}

QString percentText(double share)
{
    const int percent = static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * 100));
    return Text::tr("%1 %").arg(percent).replace(QLatin1Char(' '), QChar(0x202f));
}

} // namespace prolap::ui
