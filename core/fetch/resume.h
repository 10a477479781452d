#pragma once

#include <string>

#include "core/fetch/http_answer.h"
#include "core/fetch/http_client.h"
#include "core/fetch/part_file.h"

namespace prolap::fetch {

/// Asks for what a part lacks, or for all where it cannot be told whether the server's file is still the same.
HttpRequest requestForRest(const std::string& url, const PartFile& part);

/// Whether the body of a 206 follows on a part: it begins where the part ends, and what the server says of the file now
/// is what it said then.
bool followsOn(const HttpAnswer& answer, const PartFile& part);

/// What a download that begins with this answer is a part of.
PartOrigin originOf(const std::string& url, const HttpAnswer& answer);

/// Whether all bytes are here and it is known what they should amount to.
bool isWhole(const PartFile& part);

} // namespace prolap::fetch
