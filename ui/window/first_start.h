#pragma once

namespace prolap::ui {

class MainWindow;

/// Shows the welcome once, as soon as the library turns out to be empty; a library with folders needs none, and then
/// it is not shown later either.
void welcomeOnFirstStart(MainWindow* window);

} // namespace prolap::ui
