#include "ui/window/first_start.h"

#include <QSettings>

#include "ui/settings.h"
#include "ui/window/main_window.h"

namespace prolap::ui {

namespace {

/// True once an answer was found.
bool decide(MainWindow* window)
{
    const LibrarySession* session = window->session();
    if (!session->summaryKnown())
        return false;
    QSettings().setValue(settings::kWelcomed, true);
    if (session->summary().roots.empty() && session->summary().readOnlyReason.isEmpty() &&
        !window->session()->indexing())
        window->showWelcome();
    return true;
}

} // namespace

void welcomeOnFirstStart(MainWindow* window)
{
    if (QSettings().value(settings::kWelcomed, false).toBool() || decide(window))
        return;
    auto* waiting = new QObject(window);
    QObject::connect(window->session(), &LibrarySession::summaryChanged, waiting, [window, waiting] {
        if (decide(window))
            waiting->deleteLater();
    });
}

} // namespace prolap::ui
