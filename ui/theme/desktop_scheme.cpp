#include "ui/theme/desktop_scheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QPalette>

namespace prolap::ui {

namespace {

constexpr auto kService = "org.freedesktop.portal.Desktop";
constexpr auto kObject = "/org/freedesktop/portal/desktop";
constexpr auto kInterface = "org.freedesktop.portal.Settings";
constexpr auto kSpace = "org.freedesktop.appearance";
constexpr auto kKey = "color-scheme";

Scheme schemeOfQt()
{
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness()
               ? Scheme::Dark
               : Scheme::Light;
}

} // namespace

DesktopScheme::DesktopScheme(QObject* parent) : QObject(parent), m_scheme(schemeOfQt()), m_startScheme(m_scheme)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kObject, kInterface, "Read");
    call << kSpace << kKey;
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
        done->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *done;
        if (reply.isValid())
            take(reply.value().variant());
    });
    bus.connect(kService, kObject, kInterface, "SettingChanged", this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
}

void DesktopScheme::settingChanged(const QString& space, const QString& key, const QDBusVariant& value)
{
    if (space == QLatin1String(kSpace) && key == QLatin1String(kKey))
        take(value.variant());
}

void DesktopScheme::take(const QVariant& colorScheme)
{
    QVariant value = colorScheme;
    if (value.canConvert<QDBusVariant>()) // Read wraps its answer twice
        value = value.value<QDBusVariant>().variant();
    const uint preference = value.toUInt(); // 0 none, 1 dark, 2 light
    const Scheme scheme = preference == 1 ? Scheme::Dark : preference == 2 ? Scheme::Light : m_startScheme;
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    Q_EMIT changed();
}

} // namespace prolap::ui
