#include "core/fetch/downloader.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

#include <fmt/format.h>

#include "core/fetch/free_space.h"
#include "core/fetch/part_file.h"
#include "core/fetch/resume.h"

namespace prolap::fetch {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

constexpr milliseconds kLongestWait = 30s;
constexpr milliseconds kLongestAskedWait = 120s;

bool passes(int status)
{
    return status == 408 || status == 425 || status == 429 || status == 500 || (status >= 502 && status <= 504);
}

[[noreturn]] void throwStatus(int status, const DownloadRequest& request)
{
    const std::string url = validUtf8(request.url);
    switch (status) {
    case 404:
    case 410:
        throw Error(ErrorKind::NotFound, fmt::format("{} is not there (HTTP {}); {} shows what there is.", url, status,
                                                     validUtf8(request.page)));
    case 401:
    case 403:
        throw Error(ErrorKind::Permission,
                    fmt::format("The server does not give {} to everybody (HTTP {}); {} says who may have it.", url,
                                status, validUtf8(request.page)));
    default:
        throw Error(ErrorKind::Internal, fmt::format("The server answers HTTP {} for {}.", status, url));
    }
}

bool isThere(const Path& file)
{
    std::error_code unknown;
    return fs::symlink_status(file, unknown).type() != fs::file_type::not_found;
}

/// Until the time has passed or a stop is asked for.
void waitFor(milliseconds time, RunControl& control)
{
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any never;
    never.wait_for(lock, control.token(), time, [] { return false; });
    control.checkpoint();
}

/// One call of Downloader::download.
class Download {
public:
    Download(const DownloadRequest& request, const DownloadOptions& options, const DownloadCallbacks& callbacks,
             HttpClient& client, bool& reached, RunControl& control)
        : m_request(request),
          m_options(options),
          m_callbacks(callbacks),
          m_client(client),
          m_reached(reached),
          m_control(control),
          m_part(request.file)
    {
    }

    DownloadResult run()
    {
        m_mixed = m_part.size() > 0;
        m_furthest = m_part.size();
        if (!m_request.sha256.empty() && isThere(m_request.file) && isRight(pinned()))
            return wasThere(pinned());
        for (;;) {
            if (stopped())
                return cancelled();
            const bool whole = isWhole(m_part) && !isThere(m_request.file);
            if (whole || exchange() == Step::Verify) {
                if (takeIfRight())
                    return done();
            } else if (m_thereAs) {
                return wasThere(*m_thereAs);
            }
        }
    }

private:
    enum class Step { Verify, Again };

    bool stopped() const { return m_control.stopRequested(); }
    ExpectedHash pinned() const { return {VerifiedBy::Pinned, m_request.sha256}; }
    std::string name() const { return displayText(m_request.file.filename()); }

    /// One request and as much of its answer as comes.
    Step exchange()
    {
        const HttpRequest request = requestForRest(m_request.url, m_part);
        m_anew = false;
        const HttpEnd end = m_client.get(
            request, [this](const HttpAnswer& answer) { return begin(answer); },
            [this](std::span<const std::byte> bytes) { take(bytes); }, m_control);
        m_reached = m_reached || end.reached;
        if (stopped() || m_thereAs)
            return Step::Again;
        if (end.how == HttpEnd::How::Lost) {
            if (!m_reached)
                throw Error(ErrorKind::Unreachable, fmt::format("{} cannot be fetched: {}; check the network.",
                                                                validUtf8(m_request.url), end.why));
            giveItAnotherTry(end.why);
            return Step::Again;
        }
        if (m_anew) {
            m_part.discard();
            if (request.from == 0)
                throwStatus(m_answer.status, m_request);
            return Step::Again;
        }
        if (end.how == HttpEnd::How::Declined) {
            if (!passes(m_answer.status))
                throwStatus(m_answer.status, m_request);
            giveItAnotherTry(fmt::format("the server answers HTTP {}", m_answer.status));
            return Step::Again;
        }
        const std::int64_t total = m_part.origin()->total;
        if (total > 0 && m_part.size() != total) {
            giveItAnotherTry(fmt::format("{} of {} bytes came", m_part.size(), total));
            return Step::Again;
        }
        return Step::Verify;
    }

    /// Whether the body of an answer is wanted.
    bool begin(const HttpAnswer& answer)
    {
        m_answer = answer;
        if (answer.status == 416)
            m_anew = true;
        if (answer.status != 200 && answer.status != 206)
            return false;
        const ExpectedHash expected = expectedOf(answer);
        if (isThere(m_request.file)) {
            if (isRight(expected)) {
                m_thereAs = expected;
                return false;
            }
            if (stopped())
                return false;
            if (!m_request.mayReplace)
                throw Error(ErrorKind::BadInput,
                            fmt::format("{} is another file than the one to be fetched and is not overwritten: move it "
                                        "away, or choose another folder.",
                                        displayText(m_request.file)));
        }
        if (answer.status == 206 && !followsOn(answer, m_part)) {
            m_anew = true;
            return false;
        }
        const std::int64_t total = answer.totalSize().value_or(0);
        refuseLarger(total);
        requireSpace(m_request.file.parent_path(), total - m_part.size(),
                     name()); // one that begins anew gives its room
        if (answer.status == 200) {
            m_part.restart(originOf(m_request.url, answer));
            m_mixed = false;
        }
        report(DownloadProgress::Stage::Downloading);
        return true;
    }

    void take(std::span<const std::byte> bytes)
    {
        refuseLarger(m_part.size() + static_cast<std::int64_t>(bytes.size()));
        m_part.write(bytes);
        m_received += static_cast<std::int64_t>(bytes.size());
        report(DownloadProgress::Stage::Downloading);
    }

    ExpectedHash expectedOf(const HttpAnswer& answer) const
    {
        const ExpectedHash announced = announcedHash(answer);
        if (!m_request.sha256.empty()) {
            if (announced.by == VerifiedBy::AnnouncedSha256 && announced.hex != m_request.sha256)
                throw Error(ErrorKind::Incompatible,
                            fmt::format("The server has another {} than the one that this program knows: expected "
                                        "SHA-256 {}, it announces {}.",
                                        name(), m_request.sha256, announced.hex));
            return pinned();
        }
        if (announced.by == VerifiedBy::Nothing && !m_request.allowUnverified)
            throw Error(ErrorKind::Unsupported,
                        fmt::format("{} could not be verified, since neither this program nor the server says what its "
                                    "hash should be; it is fetched only with --unverified.",
                                    name()));
        return announced;
    }

    void refuseLarger(std::int64_t bytes) const
    {
        if (m_request.largestBytes > 0 && bytes > m_request.largestBytes)
            throw Error(ErrorKind::Corrupt,
                        fmt::format("{} is larger than it can be: expected at most {} bytes, the server sends {}.",
                                    validUtf8(m_request.url), m_request.largestBytes, bytes));
    }

    /// Whether the file at its place is the right one.
    bool isRight(const ExpectedHash& expected) const
    {
        std::error_code unknown;
        return expected.by != VerifiedBy::Nothing && fs::is_regular_file(m_request.file, unknown) &&
               hashOfFile(m_request.file, expected.by, m_control.token()) == expected.hex;
    }

    /// Gives a complete part its name when its hash is right. Else it is gone, and so is the right to go on from it.
    bool takeIfRight()
    {
        m_expected = m_request.sha256.empty() ? m_part.origin()->hash : pinned();
        if (m_expected.by != VerifiedBy::Nothing) {
            report(DownloadProgress::Stage::Verifying);
            const std::string found = hashOfFile(m_part.path(), m_expected.by, m_control.token());
            if (found.empty())
                return false;
            if (found != m_expected.hex) {
                m_part.discard();
                if (!m_mixed)
                    throw Error(ErrorKind::Corrupt,
                                fmt::format("{} arrived damaged and was deleted: expected {} {}, found {}.", name(),
                                            hashName(m_expected.by), m_expected.hex, found));
                m_mixed = false;
                return false;
            }
        }
        m_bytes = m_part.size();
        m_part.finish();
        return true;
    }

    /// Waits before the next try. Errors: Error(Unreachable) after too many.
    void giveItAnotherTry(const std::string& why)
    {
        if (m_part.size() > m_furthest) {
            m_furthest = m_part.size();
            m_failures = 0;
        }
        if (++m_failures >= m_options.tries)
            throw Error(ErrorKind::Unreachable,
                        fmt::format("{} could not be fetched: {}; {} bytes are here, and the same command goes on "
                                    "from there.",
                                    validUtf8(m_request.url), why, m_part.size()));
        milliseconds wait = std::min(kLongestWait, m_options.firstWait * (1 << std::min(m_failures - 1, 10)));
        if (m_answer.retryAfterSeconds)
            wait = std::min(kLongestAskedWait, milliseconds(std::chrono::seconds(*m_answer.retryAfterSeconds)));
        m_answer = {};
        if (m_callbacks.retry)
            m_callbacks.retry(why, wait);
        waitFor(wait, m_control);
    }

    void report(DownloadProgress::Stage stage) const
    {
        if (m_callbacks.progress)
            m_callbacks.progress({stage, m_part.size(), m_part.origin() ? m_part.origin()->total : 0, m_received});
    }

    DownloadResult done() const { return {Outcome::Done, m_expected, m_bytes, m_received, false}; }
    DownloadResult cancelled() const { return {Outcome::Cancelled, {}, 0, m_received, false}; }
    DownloadResult wasThere(const ExpectedHash& as)
    {
        m_part.discard();
        return {Outcome::Done, as, static_cast<std::int64_t>(fs::file_size(m_request.file)), m_received, true};
    }

    const DownloadRequest& m_request;
    const DownloadOptions& m_options;
    const DownloadCallbacks& m_callbacks;
    HttpClient& m_client;
    bool& m_reached;
    RunControl& m_control;

    PartFile m_part;
    HttpAnswer m_answer;                   ///< the last one
    std::optional<ExpectedHash> m_thereAs; ///< the file at its place is the right one, by this
    ExpectedHash m_expected;
    bool m_anew = false;  ///< the answer does not follow on the part: ask for all
    bool m_mixed = false; ///< the part has bytes of more than one answer: a wrong hash may be their fault
    std::int64_t m_furthest = 0;
    std::int64_t m_received = 0;
    std::int64_t m_bytes = 0;
    int m_failures = 0;
};

} // namespace

Downloader::Downloader(DownloadOptions options, DownloadCallbacks callbacks)
    : m_options(options), m_callbacks(std::move(callbacks)), m_client(options.deadAfter)
{
}

DownloadResult Downloader::download(const DownloadRequest& request, RunControl& control)
{
    return Download(request, m_options, m_callbacks, m_client, m_reached, control).run();
}

} // namespace prolap::fetch
