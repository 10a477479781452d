#pragma once

#include <QDBusVariant>
#include <QObject>

#include "ui/theme/palette.h"

namespace prolap::ui {

/// Whether the desktop is light or dark: asked of the settings portal over D-Bus, without waiting for it; until an
/// answer comes, and where there is none, the palette that Qt was started with decides.
class DesktopScheme : public QObject {
    Q_OBJECT

public:
    explicit DesktopScheme(QObject* parent = nullptr);

    Scheme scheme() const { return m_scheme; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void take(const QVariant& colorScheme);

    Scheme m_scheme;
    const Scheme m_startScheme;
};

} // namespace prolap::ui
