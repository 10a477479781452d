#include "tests/support/http_server.h"

#include <algorithm>
#include <chrono>
#include <stdexcept>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace std::chrono_literals;

namespace prolap::test {

namespace {

constexpr int kPollMs = 20;
constexpr std::size_t kPiece = 16 << 10;

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

HttpAsked parsed(const std::string& head)
{
    HttpAsked asked;
    const std::size_t from = head.find(' ') + 1;
    asked.path = head.substr(from, head.find(' ', from) - from);
    for (std::size_t at = head.find("\r\n") + 2; at < head.size();) {
        const std::size_t end = head.find("\r\n", at);
        const std::size_t colon = head.find(": ", at);
        if (colon < end)
            asked.headers[lowered(head.substr(at, colon - at))] = head.substr(colon + 2, end - colon - 2);
        at = end + 2;
    }
    return asked;
}

} // namespace

std::string HttpAsked::header(const std::string& name) const
{
    const auto at = headers.find(name);
    return at == headers.end() ? std::string() : at->second;
}

HttpReply fileReply(const HttpAsked& asked, const std::string& bytes, const std::string& etag)
{
    HttpReply reply;
    reply.headers = {{"ETag", etag}, {"Accept-Ranges", "bytes"}};
    reply.body = bytes;
    const std::string range = asked.header("range");
    const std::string condition = asked.header("if-range");
    if (range.rfind("bytes=", 0) != 0 || (!condition.empty() && condition != etag))
        return reply;
    const std::size_t from = std::stoul(range.substr(6));
    const std::string size = std::to_string(bytes.size());
    if (from >= bytes.size()) {
        reply.status = 416;
        reply.headers.emplace_back("Content-Range", "bytes */" + size);
        reply.body.clear();
        return reply;
    }
    reply.status = 206;
    reply.headers.emplace_back("Content-Range",
                               "bytes " + std::to_string(from) + "-" + std::to_string(bytes.size() - 1) + "/" + size);
    reply.body = bytes.substr(from);
    return reply;
}

HttpServer::HttpServer(Handler handler) : m_handler(std::move(handler))
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    if (m_listener < 0 || ::bind(m_listener, any, length) != 0 || ::listen(m_listener, 16) != 0 ||
        ::getsockname(m_listener, any, &length) != 0)
        throw std::runtime_error("no test server on the loopback interface");
    m_port = ntohs(address.sin_port);
    m_acceptor = std::jthread([this] { accept(); });
}

HttpServer::~HttpServer()
{
    m_stop = true;
    m_acceptor.join();
    m_connections.clear();
    ::close(m_listener);
}

std::string HttpServer::url(std::string_view path) const
{
    return "http://127.0.0.1:" + std::to_string(m_port) + std::string(path);
}

std::vector<HttpAsked> HttpServer::asked() const
{
    const std::lock_guard lock(m_mutex);
    return m_asked;
}

void HttpServer::accept()
{
    while (!m_stop) {
        pollfd waiting{m_listener, POLLIN, 0};
        if (::poll(&waiting, 1, kPollMs) <= 0)
            continue;
        const int connection = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection >= 0)
            m_connections.emplace_back([this, connection] {
                serve(connection);
                ::close(connection);
            });
    }
}

void HttpServer::serve(int connection)
{
    std::string head;
    while (!m_stop) {
        pollfd waiting{connection, POLLIN, 0};
        if (::poll(&waiting, 1, kPollMs) <= 0)
            continue;
        char bytes[4096];
        const ssize_t count = ::recv(connection, bytes, sizeof bytes, 0);
        if (count <= 0)
            return;
        head.append(bytes, static_cast<std::size_t>(count));
        if (!head.ends_with("\r\n\r\n"))
            continue;
        const HttpAsked asked = parsed(head.substr(0, head.size() - 2));
        head.clear();
        {
            const std::lock_guard lock(m_mutex);
            m_asked.push_back(asked);
        }
        if (!reply(connection, m_handler(asked)))
            return;
    }
}

bool HttpServer::send(int connection, std::string_view bytes) const
{
    while (!bytes.empty() && !m_stop) {
        pollfd waiting{connection, POLLOUT, 0};
        if (::poll(&waiting, 1, kPollMs) <= 0)
            continue;
        const ssize_t count = ::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count < 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return !m_stop;
}

/// False when the connection shall end.
bool HttpServer::reply(int connection, const HttpReply& reply) const
{
    std::string head = "HTTP/1.1 " + std::to_string(reply.status) + " Test\r\n";
    for (const auto& [name, value] : reply.headers)
        head += name + ": " + value + "\r\n";
    head += "Content-Length: " + std::to_string(reply.announcedLength.value_or(reply.body.size())) + "\r\n\r\n";
    if (!send(connection, head))
        return false;
    const std::size_t end =
        std::min({reply.body.size(), reply.cutAfter.value_or(SIZE_MAX), reply.stallAfter.value_or(SIZE_MAX)});
    for (std::size_t at = 0; at < end;) {
        const std::size_t piece = std::min(kPiece, end - at);
        if (!send(connection, std::string_view(reply.body).substr(at, piece)))
            return false;
        at += piece;
        if (reply.bytesASecond > 0)
            std::this_thread::sleep_for(std::chrono::duration<double>(double(piece) / double(reply.bytesASecond)));
    }
    if (reply.stallAfter) {
        while (!m_stop) {
            pollfd gone{connection, POLLRDHUP, 0};
            if (::poll(&gone, 1, kPollMs) > 0)
                return false;
        }
    }
    return !reply.cutAfter && !m_stop;
}

} // namespace prolap::test
