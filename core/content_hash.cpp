#include "core/content_hash.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <vector>

#include <openssl/evp.h>

#include "core/error.h"

namespace prolap {

struct ContentHash::Context {
    EVP_MD_CTX* evp = EVP_MD_CTX_new();
    ~Context() { EVP_MD_CTX_free(evp); }
};

ContentHash::ContentHash() : m_context(std::make_unique<Context>())
{
    if (!m_context->evp || EVP_DigestInit_ex(m_context->evp, EVP_sha256(), nullptr) != 1)
        throw Error(ErrorKind::Internal, "SHA-256 could not be started.");
}

ContentHash::~ContentHash() = default;
ContentHash::ContentHash(ContentHash&&) noexcept = default;
ContentHash& ContentHash::operator=(ContentHash&&) noexcept = default;

void ContentHash::add(std::span<const std::byte> bytes)
{
    EVP_DigestUpdate(m_context->evp, bytes.data(), bytes.size());
}

void ContentHash::add(std::string_view bytes)
{
    add(std::as_bytes(std::span(bytes)));
}

std::string ContentHash::hex()
{
    std::array<unsigned char, 32> digest{};
    unsigned size = 0;
    EVP_DigestFinal_ex(m_context->evp, digest.data(), &size);
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : digest) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

std::string fileSha256(const Path& file, std::stop_token stop)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> stream(std::fopen(file.c_str(), "rb"), &std::fclose);
    if (!stream) {
        const int code = errno;
        const ErrorKind kind = code == ENOENT   ? ErrorKind::NotFound
                               : code == EACCES ? ErrorKind::Permission
                                                : ErrorKind::Internal;
        throw Error(kind, "Cannot read " + displayText(file) + ": " + std::strerror(code) + ".");
    }
    ContentHash hash;
    std::vector<std::byte> buffer(1 << 20);
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), stream.get())) {
        if (stop.stop_requested())
            return {};
        hash.add(std::span(buffer).first(count));
    }
    if (std::ferror(stream.get()))
        throw Error(ErrorKind::Internal,
                    "Cannot read " + displayText(file) + " to its end: " + std::strerror(errno) + ".");
    return hash.hex();
}

} // namespace prolap
