#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "core/fetch/http_answer.h"
#include "core/run_control.h"

namespace prolap::fetch {

struct HttpRequest {
    std::string url;
    std::int64_t from = 0; ///< first byte wanted
    std::string ifRange;   ///< etag: only while the file is still this one, else all of it
};

/// How an exchange ended that was not broken by an error.
struct HttpEnd {
    enum class How {
        Complete,  ///< all of the answer came
        Declined,  ///< `begin` wanted no body
        Cancelled, ///< stopped
        Lost,      ///< it broke off, or never began; another try may succeed
    };
    How how = How::Complete;
    bool reached = false; ///< a connection came about
    std::string why;      ///< for Lost: part of a sentence
};

/// Fetches over HTTP and HTTPS; connections are kept for the next request. Proxies are those of the environment
/// (`https_proxy`, `no_proxy`), trusted certificates those of the system or of the file that SSL_CERT_FILE names.
/// A redirect from https to http is refused. Threads: one at a time.
class HttpClient {
public:
    /// deadAfter: how long may pass without a byte.
    explicit HttpClient(std::chrono::milliseconds deadAfter);
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    /// One GET, redirects followed. begin gets the last answer's headers before any of its body and says whether the
    /// body is wanted; body gets the bytes as they come; what either throws ends the exchange and comes out here.
    /// Stops within a few milliseconds of being asked to; a pause holds the connection as long as the server does.
    /// Errors: Error(Unreachable) for a certificate that is not trusted or too many redirects, Error(Unsupported) for a
    /// redirect to an unencrypted or foreign address, Error(BadInput) for an address that is none.
    HttpEnd get(const HttpRequest& request, const std::function<bool(const HttpAnswer&)>& begin,
                const std::function<void(std::span<const std::byte>)>& body, RunControl& control);

private:
    struct Handles;
    std::chrono::milliseconds m_deadAfter;
    std::unique_ptr<Handles> m_handles;
};

} // namespace prolap::fetch
