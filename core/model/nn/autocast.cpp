#include "core/model/nn/autocast.h"

#include <ATen/autocast_mode.h>

namespace prolap::model::nn {

namespace {

void apply(const AutocastSetting& setting)
{
    at::autocast::set_autocast_enabled(setting.device, setting.on);
    at::autocast::set_autocast_dtype(setting.device, setting.type);
}

} // namespace

AutocastSetting AutocastSetting::current(torch::DeviceType device)
{
    return {device, at::autocast::is_autocast_enabled(device), at::autocast::get_autocast_dtype(device)};
}

Autocast::Autocast(const AutocastSetting& setting) : m_before(AutocastSetting::current(setting.device))
{
    apply(setting);
    at::autocast::increment_nesting();
}

Autocast::~Autocast()
{
    if (at::autocast::decrement_nesting() == 0)
        at::autocast::clear_cache(); // copies of weights that a step is about to change
    apply(m_before);
}

AutocastCacheOff::AutocastCacheOff() : m_before(at::autocast::is_autocast_cache_enabled())
{
    at::autocast::set_autocast_cache_enabled(false);
}

AutocastCacheOff::~AutocastCacheOff()
{
    at::autocast::set_autocast_cache_enabled(m_before);
}

} // namespace prolap::model::nn
