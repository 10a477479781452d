#include "app/explorer/screenshot.h"

#include <cstdio>

#include <QCoreApplication>
#include <QPixmap>

#include "ui/explore/explore_page.h"
#include "ui/window/main_window.h"
#include "ui/window/page.h"

namespace prolap::app {

namespace {

constexpr int kLookEveryMs = 50;
constexpr int kCalmLooks = 4; ///< an answer may still lead to a question: details, thumbnails
constexpr int kBadInput = 2;

} // namespace

Screenshot::Screenshot(ui::MainWindow* window, QString file, QString query)
    : m_window(window), m_file(std::move(file)), m_query(std::move(query))
{
    connect(&m_poll, &QTimer::timeout, this, &Screenshot::look);
    m_poll.start(kLookEveryMs);
}

void Screenshot::look()
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
        return;
    }
    save();
}

void Screenshot::save()
{
    m_poll.stop();
    const ui::LibrarySession* session = m_window->session();
    if (!session->summaryKnown() || (!m_query.isEmpty() && !session->searchReady())) {
        std::fprintf(stderr, "prolap-explorer: %s\n", qPrintable(m_window->statusText()));
        QCoreApplication::exit(kBadInput);
        return;
    }
    if (!m_window->grab().save(m_file)) {
        std::fprintf(stderr, "prolap-explorer: %s could not be written.\n", qPrintable(m_file));
        QCoreApplication::exit(kBadInput);
        return;
    }
    QCoreApplication::exit(0);
}

} // namespace prolap::app
