#include "app/prolap/console.h"

#include <cstdio>

#include <sys/ioctl.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "app/prolap/text.h"

namespace prolap::app {

namespace {

constexpr std::chrono::seconds kBetweenLines(5);

std::size_t terminalColumns()
{
    winsize size{};
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1 ? size.ws_col - 1u : 79u;
}

void writeLine(std::FILE* stream, std::string_view line)
{
    std::fwrite(line.data(), 1, line.size(), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

} // namespace

Console::Console(bool quiet)
    : m_quiet(quiet),
      m_terminal(isatty(STDERR_FILENO) != 0),
      m_nextLine(std::chrono::steady_clock::now() + kBetweenLines)
{
}

Console::~Console()
{
    endProgress();
}

void Console::print(std::string_view line)
{
    const std::lock_guard lock(m_mutex);
    clearLine();
    writeLine(stdout, line);
}

void Console::printJson(const nlohmann::json& document)
{
    print(document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

void Console::note(std::string_view sentence)
{
    if (m_quiet)
        return;
    const std::lock_guard lock(m_mutex);
    clearLine();
    writeLine(stderr, sentence);
}

void Console::complain(std::string_view sentence)
{
    const std::lock_guard lock(m_mutex);
    clearLine();
    writeLine(stderr, "prolap: " + oneLine(sentence));
}

void Console::progress(std::string_view line)
{
    if (m_quiet)
        return;
    const std::lock_guard lock(m_mutex);
    if (m_terminal) {
        std::fprintf(stderr, "\r%s\033[K", shortened(line, terminalColumns()).c_str());
        std::fflush(stderr);
        m_drawn = true;
        return;
    }
    const auto now = std::chrono::steady_clock::now();
    if (now < m_nextLine)
        return;
    m_nextLine = now + kBetweenLines;
    writeLine(stderr, line);
}

void Console::endProgress()
{
    const std::lock_guard lock(m_mutex);
    clearLine();
}

void Console::clearLine()
{
    if (!m_drawn)
        return;
    std::fputs("\r\033[K", stderr);
    std::fflush(stderr);
    m_drawn = false;
}

} // namespace prolap::app
