#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "core/paths.h"

namespace prolap::test {

void writeFile(const Path& file, std::string_view bytes);
std::string readFile(const Path& file);

/// The given values as a tensor's bytes.
template <typename T> std::vector<std::byte> bytesOf(const std::vector<T>& values)
{
    const auto bytes = std::as_bytes(std::span(values));
    return {bytes.begin(), bytes.end()};
}

/// A safetensors file of this header, as it stands, and these data bytes.
std::string safetensorsFile(std::string_view header, std::string_view data);

/// $PROLAP_SOURCE_DIR/../shared/golden; empty when it is not there.
Path goldenFolder();

/// What call() failed with: its sentence. Fails the test (returns "no error") when it did not throw prolap::Error.
/// The sentence is checked to be one: it ends with a full stop and holds no line break.
std::string sentenceOf(const std::function<void()>& call, ErrorKind kind);

} // namespace prolap::test
