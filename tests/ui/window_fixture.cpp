#include "tests/ui/window_fixture.h"

#include <filesystem>
#include <stdexcept>

#include <QSettings>
#include <QTest>

#include "core/error.h"
#include "tests/core_library/band_embedder.h"
#include "tests/ui/sounds.h"
#include "ui/explore/explore_page.h"
#include "ui/translations.h"

namespace prolap::test {

WindowFixture::WindowFixture(ui::ModelOpener opener) : m_opener(std::move(opener))
{
    if (!m_home.isValid())
        throw std::runtime_error("no temporary folder");
    qputenv("XDG_DATA_HOME", m_home.path().toLocal8Bit() + "/data");
    qputenv("XDG_CACHE_HOME", m_home.path().toLocal8Bit() + "/cache");
    QCoreApplication::setOrganizationName("prolap-test");
    QCoreApplication::setApplicationName("prolap-test");
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_home.path() + "/config");
    [[maybe_unused]] static const bool translated = [] {
        ui::installTranslations(*QCoreApplication::instance());
        return true;
    }();
}

WindowFixture::~WindowFixture()
{
    close();
}

ui::ModelOpener WindowFixture::bands()
{
    return [](const ui::ModelChoice& choice) {
        if (choice.path.filename() == "missing")
            throw Error(ErrorKind::NotFound, "There is no model in " + choice.path.string());
        return std::make_unique<BandEmbedder>();
    };
}

ui::MainWindow& WindowFixture::open(bool remember)
{
    m_theme = std::make_unique<ui::Theme>();
    m_window = std::make_unique<ui::MainWindow>(m_opener, m_theme.get(), remember);
    m_window->restoreSettings();
    m_window->show();
    m_window->openLibrary(path("library.db"));
    m_window->loadModel({});
    if (!QTest::qWaitFor([this] { return m_window->session()->searchReady() && m_window->explore()->settled(); },
                         30000))
        throw std::runtime_error(("the window did not open: " + m_window->statusText()).toStdString());
    return *m_window;
}

void WindowFixture::close()
{
    if (m_window)
        m_window->close();
    m_window.reset();
    m_theme.reset();
}

Path WindowFixture::encodedSounds(int clips)
{
    const Path folder = path("sounds");
    std::filesystem::create_directories(folder);
    const char* endings[] = {".wav", ".flac", ".ogg", ".mp3"};
    for (int i = 0; i < clips; ++i) {
        const std::string name = (i % 2 ? "rain " : "drum ") + std::to_string(i);
        const Path wav = folder / (name + ".wav");
        writeWav(wav, i % 2 ? noise(i, 1.5, 44100) : tone(100.0 * (i + 1), 1.5, 44100), 44100);
        if (const std::string ending = endings[i % 4]; ending != ".wav" && i < 16) { // enough of each kind
            encode(wav, folder / (name + ending));
            std::filesystem::remove(wav);
        }
    }
    return folder;
}

} // namespace prolap::test
