#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace prolap::app {

/// What a command says. Results go to stdout; messages and progress go to stderr, so that stdout can be piped.
/// Threads: any thread may call anything.
class Console {
public:
    /// quiet: no notes and no progress.
    explicit Console(bool quiet);
    ~Console();

    /// One line of result.
    void print(std::string_view line);
    /// One JSON document on one line of stdout.
    void printJson(const nlohmann::json& document);

    /// Something worth knowing.
    void note(std::string_view sentence);
    /// Something that went wrong; said even when quiet.
    void complain(std::string_view sentence);
    /// Where a long run is: drawn over the last one in a terminal, else a line every five seconds.
    void progress(std::string_view line);
    /// Takes the progress line away.
    void endProgress();

private:
    void clearLine();

    std::mutex m_mutex;
    const bool m_quiet;
    const bool m_terminal;
    bool m_drawn = false;
    std::chrono::steady_clock::time_point m_nextLine;
};

} // namespace prolap::app
