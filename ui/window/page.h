#pragma once

#include <QWidget>

class QSettings;

namespace prolap::ui {

/// One page of the window, reached by the rail at the left and by Ctrl+1..5. A page that is not in front does no work
/// but what was begun on it.
class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// A lower-case word for settings and `--page`.
    virtual QString name() const = 0;
    /// As the rail says it.
    virtual QString title() const = 0;
    /// Of resources/icons.
    virtual const char* iconName() const = 0;

    /// Whether everything that was asked for is on screen.
    virtual bool settled() const { return true; }
    virtual void save(QSettings&) const {}
    virtual void restore(const QSettings&) {}

Q_SIGNALS:
    /// A sentence for the status bar.
    void statusWanted(const QString& sentence);
};

} // namespace prolap::ui
