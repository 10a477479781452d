#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QPalette>
#include <QPixmapCache>
#include <QToolTip>

#include "ui/theme/control_style.h"

namespace prolap::ui {

namespace {

QPalette qtPalette(const Palette& p)
{
    QPalette q;
    const auto set = [&q](QPalette::ColorRole role, const QColor& colour) { q.setColor(QPalette::All, role, colour); };
    set(QPalette::Window, p.window);
    set(QPalette::WindowText, p.text);
    set(QPalette::Base, p.panel);
    set(QPalette::AlternateBase, p.raised);
    set(QPalette::Text, p.text);
    set(QPalette::PlaceholderText, p.dim);
    set(QPalette::Button, p.raised);
    set(QPalette::ButtonText, p.text);
    set(QPalette::BrightText, p.red);
    set(QPalette::ToolTipBase, p.raised);
    set(QPalette::ToolTipText, p.text);
    set(QPalette::Highlight, p.accent);
    set(QPalette::HighlightedText, p.onAccent);
    set(QPalette::Link, p.accent);
    set(QPalette::LinkVisited, p.accent);
    set(QPalette::Light, p.raised);
    set(QPalette::Midlight, p.raised);
    set(QPalette::Mid, p.line);
    set(QPalette::Dark, p.line);
    set(QPalette::Shadow, p.window);
    const QColor disabled = mixed(p.dim, p.window, 0.6);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        q.setColor(QPalette::Disabled, role, disabled);
    return q;
}

} // namespace

QString schemeChoiceName(SchemeChoice choice)
{
    switch (choice) {
    case SchemeChoice::Light:
        return QStringLiteral("light");
    case SchemeChoice::Dark:
        return QStringLiteral("dark");
    case SchemeChoice::Desktop:
        break;
    }
    return QStringLiteral("desktop");
}

SchemeChoice schemeChoiceFrom(const QString& name)
{
    if (name == QLatin1String("light"))
        return SchemeChoice::Light;
    if (name == QLatin1String("dark"))
        return SchemeChoice::Dark;
    return SchemeChoice::Desktop;
}

QString styleSheet(const Palette& p)
{
    QFile file(QStringLiteral(":/style/prolap.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<const char*, QColor> roles[] = {
        {"@window", p.window},       {"@panel", p.panel},       {"@raised", p.raised},
        {"@line", p.line},           {"@text", p.text},         {"@dim", p.dim},
        {"@accent", p.accent},       {"@amber", p.amber},       {"@red", p.red},
        {"@selection", p.selection}, {"@onAccent", p.onAccent},
    };
    for (const auto& [name, colour] : roles)
        sheet.replace(QLatin1String(name), colour.name());
    return sheet;
}

Theme::Theme(QObject* parent) : QObject(parent)
{
    connect(&m_desktop, &DesktopScheme::changed, this, [this] {
        if (m_choice == SchemeChoice::Desktop)
            apply();
    });
    QApplication::setStyle(new ControlStyle);
    apply();
}

void Theme::setChoice(SchemeChoice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    apply();
}

void Theme::apply()
{
    const Scheme scheme = m_choice == SchemeChoice::Light  ? Scheme::Light
                          : m_choice == SchemeChoice::Dark ? Scheme::Dark
                                                           : m_desktop.scheme();
    usePalette(scheme);
    QPixmapCache::clear(); // icons are kept there in the colours of the old scheme
    const QPalette qt = qtPalette(ui::palette());
    QApplication::setPalette(qt);
    QToolTip::setPalette(qt);
    qApp->setStyleSheet(styleSheet(ui::palette()));
    Q_EMIT changed();
}

} // namespace prolap::ui
