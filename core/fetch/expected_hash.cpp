#include "core/fetch/expected_hash.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <memory>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <openssl/evp.h>

#include "core/content_hash.h"
#include "core/error.h"

namespace prolap::fetch {

namespace {

constexpr std::size_t kSha1Digits = 40;
constexpr std::size_t kSha256Digits = 64;

std::string hexOf(std::string_view tag, std::size_t digits)
{
    std::string text(tagText(tag));
    if (text.size() != digits || text.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos)
        return {};
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

/// What git calls a file of these bytes: SHA-1 of "blob SIZE", a zero byte and the bytes.
std::string gitId(const Path& file, std::stop_token stop)
{
    std::ifstream in(file, std::ios::binary | std::ios::ate);
    const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> sum(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    if (!in || !sum || EVP_DigestInit_ex(sum.get(), EVP_sha1(), nullptr) != 1)
        throw Error(ErrorKind::Internal, fmt::format("Cannot read {}.", displayText(file)));
    const std::string header = fmt::format("blob {}", static_cast<std::int64_t>(in.tellg()));
    EVP_DigestUpdate(sum.get(), header.c_str(), header.size() + 1); // with its zero byte
    in.seekg(0);
    std::vector<char> buffer(1 << 20);
    while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())), in.gcount() > 0) {
        if (stop.stop_requested())
            return {};
        EVP_DigestUpdate(sum.get(), buffer.data(), static_cast<std::size_t>(in.gcount()));
    }
    if (in.bad())
        throw Error(ErrorKind::Internal, fmt::format("Cannot read {} to its end.", displayText(file)));
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    EVP_DigestFinal_ex(sum.get(), digest.data(), &size);
    return fmt::format("{:02x}", fmt::join(digest.begin(), digest.begin() + size, ""));
}

} // namespace

ExpectedHash announcedHash(const HttpAnswer& answer)
{
    if (std::string sha256 = hexOf(answer.linkedTag, kSha256Digits); !sha256.empty())
        return {VerifiedBy::AnnouncedSha256, std::move(sha256)};
    // A plain etag of 64 digits may be anything: stores of large files use such ids of their own.
    for (const std::string& tag : {answer.linkedTag, answer.homeTag}) {
        if (std::string id = hexOf(tag, kSha1Digits); !id.empty())
            return {VerifiedBy::AnnouncedGitId, std::move(id)};
    }
    return {};
}

const char* hashName(VerifiedBy by)
{
    return by == VerifiedBy::AnnouncedGitId ? "git id" : "SHA-256";
}

std::string hashOfFile(const Path& file, VerifiedBy by, std::stop_token stop)
{
    return by == VerifiedBy::AnnouncedGitId ? gitId(file, stop) : fileSha256(file, stop);
}

} // namespace prolap::fetch
