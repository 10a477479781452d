#include "app/explorer/screenshot.h"

#include <cstdio>

#include <QAction>
#include <QCoreApplication>
#include <QDir>
#include <QPixmap>

#include "ui/explore/explore_page.h"
#include "ui/explore/result_table.h"
#include "ui/explore/view_switch.h"
#include "ui/window/main_window.h"
#include "ui/window/page.h"

namespace prolap::app {

namespace {

constexpr int kLookEveryMs = 50;
constexpr int kCalmLooks = 4; ///< an answer may still lead to a question: details, thumbnails
constexpr int kBadInput = 2;
constexpr QSize kLaptop(1366, 768);
constexpr QSize k4K(3840, 2160);
const auto kRows = QStringLiteral("rows");

} // namespace

std::vector<Shot> tourOfPages(const ui::MainWindow& window, const QString& folder)
{
    std::vector<Shot> shots;
    const auto add = [&](const QString& page, const QString& view, ui::SchemeChoice scheme, QSize size,
                         const QString& more) {
        const QString name = page + (view == kRows ? QString() : QLatin1Char('-') + view) + QLatin1Char('-') +
                             ui::schemeChoiceName(scheme) + more + QStringLiteral(".png");
        shots.push_back({QDir(folder).filePath(name), page, view, scheme, size});
    };
    const QString explore = window.explore()->name();
    for (const QString& page : window.pageNames())
        for (const ui::SchemeChoice scheme : {ui::SchemeChoice::Light, ui::SchemeChoice::Dark})
            add(page, kRows, scheme, kLaptop, {});
    for (const ui::SchemeChoice scheme : {ui::SchemeChoice::Light, ui::SchemeChoice::Dark})
        add(explore, QStringLiteral("map"), scheme, kLaptop, {});
    add(explore, kRows, ui::SchemeChoice::Dark, k4K, QStringLiteral("-4k"));
    return shots;
}

Screenshots::Screenshots(ui::MainWindow* window, ui::Theme* theme, std::vector<Shot> shots, QString query)
    : m_window(window), m_theme(theme), m_shots(std::move(shots)), m_query(std::move(query))
{
    connect(&m_poll, &QTimer::timeout, this, &Screenshots::look);
    m_poll.start(kLookEveryMs);
}

void Screenshots::look()
{
    if (!m_window->explore()->settled() || !m_window->currentPage()->settled()) {
        m_calm = 0;
        return;
    }
    if (++m_calm < kCalmLooks)
        return;
    m_calm = 0;
    if (!m_asked && !m_query.isEmpty()) {
        m_asked = true;
        m_window->explore()->setCaption(m_query); // after the library is indexed
    } else if (m_asked && !m_chosen) {
        m_chosen = true;
        m_window->explore()->actions().follow->setChecked(false); // a picture makes no noise
        m_window->explore()->table()->selectRow(0);
    } else if (!m_prepared) {
        m_prepared = true;
        prepare(m_shots[m_next]);
    } else {
        save();
    }
}

void Screenshots::prepare(const Shot& shot)
{
    if (!shot.page.isEmpty())
        m_window->showPage(shot.page);
    if (!shot.view.isEmpty())
        m_window->explore()->views()->setViewName(shot.view);
    m_theme->setChoice(shot.scheme);
    m_window->resize(shot.size);
}

void Screenshots::save()
{
    const ui::LibrarySession* session = m_window->session();
    if (!session->summaryKnown() || (!m_query.isEmpty() && !session->searchReady()))
        return end(m_window->statusText());
    const QString& file = m_shots[m_next].file;
    if (!m_window->grab().save(file))
        return end(QStringLiteral("%1 could not be written.").arg(file));
    m_prepared = false;
    if (++m_next == m_shots.size())
        end({});
}

void Screenshots::end(const QString& problem)
{
    m_poll.stop();
    if (!problem.isEmpty())
        std::fprintf(stderr, "prolap-explorer: %s\n", qPrintable(problem));
    QCoreApplication::exit(problem.isEmpty() ? 0 : kBadInput);
}

} // namespace prolap::app
