#pragma once

#include <vector>

#include <QObject>
#include <QSize>
#include <QString>
#include <QTimer>

#include "ui/theme/theme.h"

namespace prolap::ui {
class MainWindow;
}

namespace prolap::app {

/// One picture of the window.
struct Shot {
    QString file;
    QString page; ///< empty: the one in front
    QString view; ///< of the clips on the Explore page; empty: the one in front
    ui::SchemeChoice scheme = ui::SchemeChoice::Desktop;
    QSize size;
};

/// Every page in both schemes at 1366 x 768, Explore as a map, too, and in 4K, as folder/PAGE[-map]-SCHEME[-4k].png.
std::vector<Shot> tourOfPages(const ui::MainWindow& window, const QString& folder);

/// Saves pictures of the window, each once it shows all that it was asked for, then ends the program: 0, or 2 with a
/// sentence when there is nothing to show or a picture cannot be written.
class Screenshots : public QObject {
    Q_OBJECT

public:
    /// query: a caption to be answered first, whose first clip is then shown; empty: none.
    Screenshots(ui::MainWindow* window, ui::Theme* theme, std::vector<Shot> shots, QString query);

private:
    void look();
    void prepare(const Shot& shot);
    void save();
    void end(const QString& problem);

    ui::MainWindow* const m_window;
    ui::Theme* const m_theme;
    const std::vector<Shot> m_shots;
    const QString m_query;
    QTimer m_poll;
    std::size_t m_next = 0;
    bool m_asked = false;
    bool m_chosen = false;
    bool m_prepared = false;
    int m_calm = 0; ///< looks in a row at which nothing was outstanding
};

} // namespace prolap::app
