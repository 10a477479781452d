#pragma once

#include <random>
#include <string>

#include <QTemporaryDir>

#include "core/content_hash.h"
#include "core/fetch/downloader.h"
#include "tests/support/files.h"
#include "tests/support/http_server.h"

namespace prolap::test {

inline std::string someBytes(std::size_t count, unsigned seed)
{
    std::mt19937 random(seed);
    std::string bytes(count, '\0');
    for (char& byte : bytes)
        byte = static_cast<char>(random());
    return bytes;
}

inline std::string sha256Of(const std::string& bytes)
{
    ContentHash hash;
    hash.add(bytes);
    return hash.hex();
}

/// An etag with its quotes.
inline std::string quoted(const std::string& text)
{
    return '"' + text + '"';
}

/// As the model hub gives a large file: the hash as x-linked-etag. Through a redirect it comes with the first answer.
inline HttpReply hubReply(const HttpAsked& asked, const std::string& bytes, const std::string& etag = "\"stored-1\"")
{
    HttpReply reply = fileReply(asked, bytes, etag);
    reply.headers.emplace_back("X-Linked-ETag", quoted(sha256Of(bytes)));
    return reply;
}

/// So that failing tries take milliseconds.
inline fetch::DownloadOptions quickly()
{
    fetch::DownloadOptions options;
    options.deadAfter = std::chrono::milliseconds(400);
    options.tries = 3;
    options.firstWait = std::chrono::milliseconds(10);
    return options;
}

/// A folder to fetch into and a file of it.
struct FetchFolder {
    QTemporaryDir dir;
    Path folder{dir.path().toStdString()};
    Path file = folder / "model.bin";
    Path part = folder / "model.bin.part";
    Path note = folder / "model.bin.part.json";

    fetch::DownloadRequest request(const std::string& url) const
    {
        fetch::DownloadRequest request;
        request.url = url;
        request.file = file;
        request.page = "https://models.test/page";
        return request;
    }
    bool leftNothing() const
    {
        return !std::filesystem::exists(file) && !std::filesystem::exists(part) && !std::filesystem::exists(note);
    }
};

} // namespace prolap::test
