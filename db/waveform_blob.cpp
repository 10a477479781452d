#include "db/waveform_blob.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace prolap::db {

namespace {

static_assert(std::endian::native == std::endian::little, "blobs are little-endian as they lie in memory");

constexpr char kVersion = 1;
constexpr std::size_t kHeaderBytes = 1 + sizeof(std::uint32_t) + sizeof(float);
constexpr float kSteps = 127;

} // namespace

std::string encodeWaveform(const Waveform& waveform)
{
    assert(waveform.min.size() == waveform.max.size() && waveform.min.size() == waveform.rms.size());
    const auto columns = static_cast<std::uint32_t>(waveform.min.size());
    float largest = 0;
    for (const auto* values : {&waveform.min, &waveform.max, &waveform.rms})
        for (const float value : *values)
            if (std::isfinite(value))
                largest = std::max(largest, std::fabs(value));
    std::string blob(kHeaderBytes, kVersion);
    std::memcpy(blob.data() + 1, &columns, sizeof columns);
    std::memcpy(blob.data() + 1 + sizeof columns, &largest, sizeof largest);
    for (const auto* values : {&waveform.min, &waveform.max, &waveform.rms}) {
        for (const float value : *values) {
            const bool drawable = std::isfinite(value) && largest > 0;
            blob += static_cast<char>(drawable ? std::lround(value / largest * kSteps) : 0);
        }
    }
    return blob;
}

std::optional<Waveform> decodeWaveform(std::string_view blob)
{
    if (blob.size() < kHeaderBytes || blob[0] != kVersion)
        return std::nullopt;
    std::uint32_t columns = 0;
    float largest = 0;
    std::memcpy(&columns, blob.data() + 1, sizeof columns);
    std::memcpy(&largest, blob.data() + 1 + sizeof columns, sizeof largest);
    if (blob.size() - kHeaderBytes != std::uint64_t(3) * columns || !std::isfinite(largest) || largest < 0)
        return std::nullopt;
    Waveform waveform;
    const char* at = blob.data() + kHeaderBytes;
    for (auto* values : {&waveform.min, &waveform.max, &waveform.rms}) {
        values->resize(columns);
        for (float& value : *values)
            value = static_cast<float>(static_cast<std::int8_t>(*at++)) / kSteps * largest;
    }
    return waveform;
}

} // namespace prolap::db
