#include "core/train/schedule.h"

#include <cmath>
#include <numbers>

namespace prolap::train {

double learningRateShare(Recipe::Schedule schedule, double warmupShare, std::int64_t step, std::int64_t total)
{
    constexpr double kStart = 1.0 / 25, kEnd = 1.0 / 250000;
    const auto glide = [](double from, double to, double share) {
        return to + (from - to) * 0.5 * (1 + std::cos(std::numbers::pi * share));
    };
    const double warmup = warmupShare * static_cast<double>(total);
    const auto now = static_cast<double>(step);
    const double left = static_cast<double>(total) - warmup;
    const double share = left > 0 ? (now - warmup) / left : 1;
    if (schedule == Recipe::Schedule::OneCycle)
        return now < warmup ? glide(kStart, 1, now / warmup) : glide(1, kEnd, share);
    return now < warmup ? (now + 1) / (warmup + 1) : glide(1, 0, share);
}

} // namespace prolap::train
