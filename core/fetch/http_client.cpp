#include "core/fetch/http_client.h"

#include <array>
#include <cstdlib>
#include <exception>
#include <stop_token>

#include <curl/curl.h>
#include <fmt/format.h>
#include <pthread.h>
#include <signal.h>

#include "core/error.h"
#include "core/paths.h"

namespace prolap::fetch {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kPollMs = 100;
constexpr long kRedirects = 10;

void startLibrary()
{
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK)
        throw Error(ErrorKind::Internal, fmt::format("libcurl cannot start: {}.", curl_easy_strerror(started)));
}

/// A connection that the server closes must not end the process: the TLS library writes without MSG_NOSIGNAL.
class NoPipeSignal {
public:
    NoPipeSignal()
    {
        sigemptyset(&m_pipe);
        sigaddset(&m_pipe, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &m_pipe, &m_before);
    }
    ~NoPipeSignal()
    {
        if (sigismember(&m_before, SIGPIPE))
            return;
        const timespec now{};
        sigtimedwait(&m_pipe, nullptr, &now);
        pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    }
    NoPipeSignal(const NoPipeSignal&) = delete;
    NoPipeSignal& operator=(const NoPipeSignal&) = delete;

private:
    sigset_t m_pipe, m_before;
};

/// One exchange, as libcurl's callbacks see it. No exception may pass through libcurl.
struct Exchange {
    Exchange(const std::function<bool(const HttpAnswer&)>& wantsBody,
             const std::function<void(std::span<const std::byte>)>& takesBody)
        : begin(wantsBody), body(takesBody)
    {
    }

    const std::function<bool(const HttpAnswer&)>& begin;
    const std::function<void(std::span<const std::byte>)>& body;
    HttpAnswerReader reader;
    bool begun = false;
    bool declined = false;
    std::exception_ptr thrown;
    Clock::time_point lastByte = Clock::now();

    bool wanted()
    {
        if (!begun) {
            begun = true;
            declined = !begin(reader.answer());
        }
        return !declined;
    }

    static std::size_t onHeader(char* bytes, std::size_t size, std::size_t count, void* self)
    {
        auto& exchange = *static_cast<Exchange*>(self);
        exchange.lastByte = Clock::now();
        exchange.reader.add({bytes, size * count});
        return size * count;
    }

    static std::size_t onBody(char* bytes, std::size_t size, std::size_t count, void* self)
    {
        auto& exchange = *static_cast<Exchange*>(self);
        exchange.lastByte = Clock::now();
        try {
            if (!exchange.wanted())
                return CURL_WRITEFUNC_ERROR;
            exchange.body(std::as_bytes(std::span(bytes, size * count)));
            return size * count;
        } catch (...) {
            exchange.thrown = std::current_exception();
            return CURL_WRITEFUNC_ERROR;
        }
    }
};

std::string host(const std::string& url)
{
    const std::unique_ptr<CURLU, void (*)(CURLU*)> parts(curl_url(), &curl_url_cleanup);
    char* name = nullptr;
    if (!parts || curl_url_set(parts.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK ||
        curl_url_get(parts.get(), CURLUPART_HOST, &name, 0) != CURLUE_OK)
        return url;
    const std::string text = name;
    curl_free(name);
    return text;
}

/// What no further try can mend.
[[noreturn]] void throwForGood(CURLcode code, const std::string& why, const HttpRequest& request,
                               const HttpAnswer& answer)
{
    const std::string server = validUtf8(host(request.url));
    switch (code) {
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
        if (!answer.location.empty())
            throw Error(ErrorKind::Unsupported,
                        fmt::format("{} redirects to {}, which is refused: expected an address as safe as {}.", server,
                                    validUtf8(answer.location), validUtf8(request.url)));
        throw Error(ErrorKind::BadInput,
                    fmt::format("{} is no address to fetch from ({}); expected http:// or https://.",
                                validUtf8(request.url), why));
    case CURLE_TOO_MANY_REDIRECTS:
        throw Error(ErrorKind::Unreachable, fmt::format("{} redirects in circles.", validUtf8(request.url)));
    default:
        throw Error(ErrorKind::Unreachable,
                    fmt::format("The certificate of {} is not trusted ({}); where a network has an authority of its "
                                "own, SSL_CERT_FILE names its certificates.",
                                server, why));
    }
}

bool endsForGood(CURLcode code)
{
    return code == CURLE_UNSUPPORTED_PROTOCOL || code == CURLE_URL_MALFORMAT || code == CURLE_TOO_MANY_REDIRECTS ||
           code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE || code == CURLE_SSL_ISSUER_ERROR;
}

} // namespace

struct HttpClient::Handles {
    CURLM* multi = curl_multi_init();
    CURL* easy = curl_easy_init();
    std::array<char, CURL_ERROR_SIZE> message{};

    ~Handles()
    {
        curl_easy_cleanup(easy);
        curl_multi_cleanup(multi);
    }
};

HttpClient::HttpClient(std::chrono::milliseconds deadAfter) : m_deadAfter(deadAfter)
{
    startLibrary();
    m_handles = std::make_unique<Handles>();
    if (!m_handles->multi || !m_handles->easy)
        throw Error(ErrorKind::Internal, "libcurl cannot start.");
}

HttpClient::~HttpClient() = default;

HttpEnd HttpClient::get(const HttpRequest& request, const std::function<bool(const HttpAnswer&)>& begin,
                        const std::function<void(std::span<const std::byte>)>& body, RunControl& control)
{
    const NoPipeSignal noPipeSignal;
    CURLM* const multi = m_handles->multi;
    CURL* const easy = m_handles->easy;
    Exchange exchange(begin, body);

    using Lines = std::unique_ptr<curl_slist, void (*)(curl_slist*)>;
    // A compressed answer would have another hash and no ranges.
    Lines headers(curl_slist_append(nullptr, "Accept-Encoding: identity"), &curl_slist_free_all);
    if (!request.ifRange.empty())
        curl_slist_append(headers.get(), ("If-Range: " + request.ifRange).c_str());
    const std::string range = fmt::format("{}-", request.from);
    const bool encrypted = request.url.rfind("https:", 0) == 0;

    m_handles->message[0] = '\0';
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, m_handles->message.data());
    curl_easy_setopt(easy, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS_STR, encrypted ? "https" : "http,https");
    curl_easy_setopt(easy, CURLOPT_MAXREDIRS, kRedirects);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "prolap-explorer");
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(easy, CURLOPT_RANGE, request.from > 0 ? range.c_str() : nullptr);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(m_deadAfter.count()));
    curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L); // a proxy's answer is not the server's
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(easy, CURLOPT_BUFFERSIZE, 256L * 1024);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L); // a stop does not wait for a name to be looked up
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &Exchange::onHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &exchange);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &Exchange::onBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &exchange);
    if (const char* file = std::getenv("SSL_CERT_FILE"); file && *file)
        curl_easy_setopt(easy, CURLOPT_CAINFO, file);

    struct Added {
        CURLM* multi;
        CURL* easy;
        ~Added()
        {
            curl_multi_remove_handle(multi, easy);
            curl_easy_reset(easy); // it shall not remember what ends with this call
        }
    };
    HttpEnd end;
    CURLcode code = CURLE_OK;
    {
        curl_multi_add_handle(multi, easy);
        const Added added{multi, easy};
        const std::stop_callback wake(control.token(), [multi] { curl_multi_wakeup(multi); });
        for (int running = 1; running > 0;) {
            if (control.paused() && control.checkpoint())
                exchange.lastByte = Clock::now();
            if (control.stopRequested())
                return {HttpEnd::How::Cancelled, false, {}};
            curl_multi_perform(multi, &running);
            if (running > 0 && Clock::now() - exchange.lastByte > m_deadAfter) {
                code = CURLE_OPERATION_TIMEDOUT;
                end.why = fmt::format("nothing came for {:g} s", std::chrono::duration<double>(m_deadAfter).count());
                break;
            }
            if (running > 0)
                curl_multi_poll(multi, nullptr, 0, kPollMs, nullptr);
        }
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(multi, &left)) {
            if (message->msg == CURLMSG_DONE)
                code = message->data.result;
        }
        curl_off_t connected = 0;
        curl_easy_getinfo(easy, CURLINFO_CONNECT_TIME_T, &connected);
        end.reached = connected > 0 || exchange.reader.answer().status != 0;
    }
    if (exchange.thrown)
        std::rethrow_exception(exchange.thrown);
    if (code == CURLE_OK && !exchange.declined)
        exchange.wanted(); // an answer without a body
    if (exchange.declined) {
        end.how = HttpEnd::How::Declined;
        return end;
    }
    if (code == CURLE_OK)
        return end;
    if (end.why.empty())
        end.why = validUtf8(m_handles->message[0] ? m_handles->message.data() : curl_easy_strerror(code));
    if (endsForGood(code))
        throwForGood(code, end.why, request, exchange.reader.answer());
    end.how = HttpEnd::How::Lost;
    return end;
}

} // namespace prolap::fetch
