#include "core/fetch/resume.h"

namespace prolap::fetch {

HttpRequest requestForRest(const std::string& url, const PartFile& part)
{
    HttpRequest request;
    request.url = url;
    const auto& origin = part.origin();
    if (!origin || part.size() == 0 || (origin->total > 0 && part.size() >= origin->total))
        return request;
    if (origin->url == url && isStrongTag(origin->etag))
        request.ifRange = origin->etag;
    else if (origin->hash.hex.empty())
        return request;
    request.from = part.size();
    return request;
}

bool followsOn(const HttpAnswer& answer, const PartFile& part)
{
    const auto& origin = part.origin();
    if (!origin || answer.rangeStart != part.size())
        return false;
    const ExpectedHash hash = announcedHash(answer);
    const bool sameHash = !hash.hex.empty() && hash.hex == origin->hash.hex;
    const bool sameTag = isStrongTag(answer.etag) && answer.etag == origin->etag;
    const bool otherHash = !hash.hex.empty() && !origin->hash.hex.empty() && !sameHash;
    const bool otherSize = answer.rangeTotal && origin->total > 0 && *answer.rangeTotal != origin->total;
    return (sameHash || sameTag) && !otherHash && !otherSize;
}

PartOrigin originOf(const std::string& url, const HttpAnswer& answer)
{
    return {url, answer.etag, answer.totalSize().value_or(0), announcedHash(answer)};
}

bool isWhole(const PartFile& part)
{
    const auto& origin = part.origin();
    return origin && origin->total > 0 && part.size() == origin->total && !origin->hash.hex.empty();
}

} // namespace prolap::fetch
