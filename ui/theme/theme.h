#pragma once

#include <QObject>

#include "ui/theme/desktop_scheme.h"

namespace prolap::ui {

enum class SchemeChoice { Desktop, Light, Dark };

QString schemeChoiceName(SchemeChoice choice); ///< as stored and on the command line: `desktop`, `light`, `dark`
SchemeChoice schemeChoiceFrom(const QString& name);

/// Dresses the application: palette, QPalette, style sheet. One a program; widgets that paint ask palette().
class Theme : public QObject {
    Q_OBJECT

public:
    explicit Theme(QObject* parent = nullptr);

    SchemeChoice choice() const { return m_choice; }
    void setChoice(SchemeChoice choice);

Q_SIGNALS:
    void changed();

private:
    void apply();

    DesktopScheme m_desktop;
    SchemeChoice m_choice = SchemeChoice::Desktop;
};

/// The style sheet of resources/style with its @roles replaced by the palette's colours.
QString styleSheet(const Palette& palette);

} // namespace prolap::ui
