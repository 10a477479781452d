#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QSize>
#include <QString>
#include <QTimer>

namespace prolap::ui {
class MainWindow;
}

namespace prolap::app {

/// Saves a picture of the window once it shows all that it was asked for, then ends the program: 0, or 2 with a
/// sentence when there is nothing to show or the picture cannot be written.
class Screenshot : public QObject {
    Q_OBJECT

public:
    Screenshot(ui::MainWindow* window, QString file, QString query);

private:
    void look();
    void save();

    ui::MainWindow* const m_window;
    const QString m_file, m_query;
    QTimer m_poll;
    bool m_asked = false;
    int m_calm = 0; ///< looks in a row at which nothing was outstanding
};

} // namespace prolap::app
