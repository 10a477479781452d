#include "core/audio/libav.h"

#include <array>
#include <mutex>

namespace prolap::audio {

namespace {
// The largest honest allocation is an embedded picture; a damaged header must not ask for gigabytes.
constexpr std::size_t kLargestAllocation = std::size_t{512} << 20;
} // namespace

void prepareLibav()
{
    static std::once_flag once;
    std::call_once(once, [] {
        av_log_set_level(AV_LOG_QUIET);
        av_max_alloc(kLargestAllocation);
    });
}

std::string libavErrorText(int code)
{
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(code, text.data(), text.size());
    return text.data();
}

} // namespace prolap::audio
