#include <cstdio>
#include <memory>

#include <QApplication>
#include <QSettings>
#include <QTimer>

#include "app/explorer/options.h"
#include "app/explorer/screenshot.h"
#include "core/error.h"
#include "core/freed_memory.h"
#include "core/library/models/model_shelf.h"
#include "core/model/open_embedder.h"
#include "core/model/starter.h"
#include "ui/explore/explore_page.h"
#include "ui/explore/view_switch.h"
#include "ui/finetune/finetune_page.h"
#include "ui/settings.h"
#include "ui/text.h"
#include "ui/translations.h"
#include "ui/traverse/comparison_field.h"
#include "ui/traverse/subject_field.h"
#include "ui/traverse/traverse_page.h"
#include "ui/window/first_start.h"
#include "ui/window/main_window.h"

namespace {

using namespace prolap;

std::unique_ptr<model::Embedder> openModel(const ui::ModelChoice& choice)
{
    return model::openEmbedder(choice.path.empty() ? model::starterPack() : choice.path, choice.options);
}

Path pathSetting(const QSettings& settings, const char* key)
{
    return Path(settings.value(key).toByteArray().toStdString());
}

/// Pictures do not depend on what was set by hand, and leave no trace.
bool isPicture(const app::ExplorerOptions& options)
{
    return !options.screenshot.empty() || !options.screenshots.empty();
}

Path libraryToOpen(const app::ExplorerOptions& options, const QSettings& settings)
{
    if (!options.library.empty())
        return std::filesystem::absolute(options.library);
    const Path last = pathSetting(settings, ui::settings::kLibrary);
    return last.empty() || isPicture(options) ? defaultLibrary() : last;
}

ui::ModelChoice modelToLoad(const app::ExplorerOptions& options, const QSettings& settings)
{
    ui::ModelChoice choice;
    if (!isPicture(options)) {
        choice.path = pathSetting(settings, ui::settings::kModelPath);
        choice.options.device = settings.value(ui::settings::kModelDevice, "auto").toString().toStdString();
        choice.options.precision = settings.value(ui::settings::kModelPrecision, "auto").toString().toStdString();
    }
    choice.libraryFirst = options.model.empty();
    if (!options.model.empty())
        choice.path = std::filesystem::absolute(library::modelNamed(options.model));
    if (!options.device.empty())
        choice.options.device = options.device;
    if (!options.precision.empty())
        choice.options.precision = options.precision;
    return choice;
}

void traverse(const app::ExplorerOptions& options, ui::MainWindow& window)
{
    ui::SubjectField* fields[] = {window.traverse()->subject(), window.traverse()->beside()};
    for (std::size_t i = 0; i < options.traverse.size() && i < std::size(fields); ++i) {
        std::error_code failed;
        if (std::filesystem::is_regular_file(options.traverse[i], failed))
            fields[i]->setFile(std::filesystem::absolute(options.traverse[i]));
        else
            fields[i]->setCaption(QString::fromStdString(options.traverse[i]));
    }
    if (!options.compareModel.empty())
        window.traverse()->comparison()->setModel(std::filesystem::absolute(library::modelNamed(options.compareModel)),
                                                  QString::fromStdString(options.compareModel));
    if (!options.traverse.empty() && options.page.empty())
        window.showPage(window.traverse()->name());
}

int run(int argc, char** argv)
{
    int exitCode = 0;
    const std::optional<app::ExplorerOptions> options = app::parseExplorerOptions(argc, argv, exitCode);
    if (!options)
        return exitCode;
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("prolap-explorer"));
    QApplication::setOrganizationName(QStringLiteral("prolap-explorer"));
    QApplication::setApplicationDisplayName(QStringLiteral("ProLAP Explorer"));
    QApplication::setApplicationVersion(QStringLiteral(PROLAP_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("prolap-explorer"));
    ui::installTranslations(application);
    const bool picture = isPicture(*options);
    const QSettings settings;

    ui::Theme theme;
    ui::MainWindow window(openModel, &theme, !picture);
    if (picture)
        window.resize(options->size);
    else
        window.restoreSettings();
    if (!options->scheme.empty())
        theme.setChoice(ui::schemeChoiceFrom(QString::fromStdString(options->scheme)));
    if (!options->page.empty())
        window.showPage(QString::fromStdString(options->page));
    if (!options->run.empty()) {
        window.showPage(window.finetune()->name());
        window.finetune()->showRun(QString::fromStdString(options->run), QString::fromStdString(options->runPart));
    }
    if (!options->view.empty())
        window.explore()->views()->setViewName(QString::fromStdString(options->view));
    window.show();

    // After the first paint: nothing that takes time stands between the start and the window.
    QTimer::singleShot(0, &window, [&] {
        window.openLibrary(libraryToOpen(*options, settings));
        window.loadModel(modelToLoad(*options, settings));
        std::vector<Path> folders;
        for (const std::string& folder : options->folders)
            folders.push_back(std::filesystem::absolute(folder));
        if (!folders.empty())
            window.addFolders(folders);
        if (!picture && folders.empty())
            ui::welcomeOnFirstStart(&window);
        traverse(*options, window);
        if (!picture && !options->query.empty())
            window.explore()->setCaption(QString::fromStdString(options->query));
    });
    std::unique_ptr<app::Screenshots> screenshots;
    if (picture) {
        std::vector<app::Shot> shots = options->screenshots.empty()
                                           ? std::vector<app::Shot>{{ui::localPath(Path(options->screenshot)),
                                                                     {},
                                                                     {},
                                                                     theme.choice(),
                                                                     options->size}}
                                           : app::tourOfPages(window, ui::localPath(Path(options->screenshots)));
        screenshots = std::make_unique<app::Screenshots>(&window, &theme, std::move(shots),
                                                         QString::fromStdString(options->query));
    }
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    keepFreedMemory(std::size_t{64} << 20);
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "prolap-explorer: %s\n", error.what());
        return 2;
    }
}
