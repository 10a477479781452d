#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace prolap::test {

/// A request that the server got.
struct HttpAsked {
    std::string path;
    std::map<std::string, std::string> headers; ///< names in lower case

    std::string header(const std::string& name) const;
};

/// What it answers, and how it fails.
struct HttpReply {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers; ///< without Content-Length
    std::string body;
    std::optional<std::uint64_t> announcedLength; ///< Content-Length, if not the body's
    std::optional<std::size_t> cutAfter;          ///< closes the connection after so many bytes of the body
    std::optional<std::size_t> stallAfter;        ///< after so many bytes keeps it open and sends no more
    std::size_t bytesASecond = 0;                 ///< 0: as fast as it goes
};

/// A file as a server with ranges gives it: 206 for a Range whose If-Range fits the etag, else 200.
HttpReply fileReply(const HttpAsked& asked, const std::string& bytes, const std::string& etag);

/// An HTTP/1.1 server of this process on the loopback interface, for GET alone. Each connection has a thread, in which
/// the handler is called.
class HttpServer {
public:
    using Handler = std::function<HttpReply(const HttpAsked&)>;

    explicit HttpServer(Handler handler);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// `http://127.0.0.1:PORT` and the path.
    std::string url(std::string_view path = {}) const;
    /// What was asked so far.
    std::vector<HttpAsked> asked() const;

private:
    void accept();
    void serve(int connection);
    bool send(int connection, std::string_view bytes) const;
    bool reply(int connection, const HttpReply& reply) const;

    Handler m_handler;
    int m_listener = -1;
    int m_port = 0;
    std::atomic<bool> m_stop = false;
    mutable std::mutex m_mutex;
    std::vector<HttpAsked> m_asked;
    std::list<std::jthread> m_connections;
    std::jthread m_acceptor;
};

} // namespace prolap::test
