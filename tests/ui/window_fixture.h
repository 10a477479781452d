#pragma once

#include <memory>

#include <QTemporaryDir>

#include "ui/theme/theme.h"
#include "ui/window/main_window.h"

namespace prolap::test {

/// A user at the window: a home of their own, a model, and a catalogue that does not exist yet.
class WindowFixture {
public:
    explicit WindowFixture(ui::ModelOpener opener = bands());
    ~WindowFixture();

    /// Opens a window on the catalogue and waits until the library and the model are there.
    ui::MainWindow& open(bool remember = false);
    void close();

    Path path(const std::string& name) const { return Path(m_home.path().toStdString()) / name; }
    /// Clips whose sounds differ, in wav, flac, ogg and mp3, in a folder of their own.
    Path encodedSounds(int clips);
    /// Opens the model of tests/core_library, which knows low and high sounds, and hiss; fails for a path ending in
    /// "missing".
    static ui::ModelOpener bands();

    ui::MainWindow& window() { return *m_window; }
    ui::Theme& theme() { return *m_theme; }

private:
    QTemporaryDir m_home;
    const ui::ModelOpener m_opener;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace prolap::test
