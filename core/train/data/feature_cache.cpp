#include "core/train/data/feature_cache.h"

#include <algorithm>
#include <cstring>

#include "core/error.h"
#include "core/model/checkpoint/safetensors.h"
#include "core/train/data/cache_folder.h"

namespace prolap::train {

namespace {

constexpr std::size_t kHashDigits = 64;

template <typename T> std::span<const std::byte> bytesOf(const std::vector<T>& values)
{
    return std::as_bytes(std::span(values));
}

} // namespace

FeatureCache::FeatureCache(Path folder, std::string encoder) : m_file(std::move(folder) / (encoder + ".safetensors"))
{
    load();
}

void FeatureCache::load()
{
    std::error_code ignored;
    if (!std::filesystem::exists(m_file, ignored))
        return;
    markUsed(m_file);
    try {
        const checkpoint::TensorSet set = checkpoint::readSafetensors(m_file);
        const checkpoint::TensorView* keys = set.find("keys");
        const checkpoint::TensorView* counts = set.find("counts");
        const checkpoint::TensorView* features = set.find("features");
        if (!keys || !counts || !features || keys->dtype != checkpoint::DType::U8 ||
            counts->dtype != checkpoint::DType::I64 || features->dtype != checkpoint::DType::F32 ||
            features->shape.size() != 2 || keys->count() != counts->count() * kHashDigits)
            return;
        const auto* count = reinterpret_cast<const std::int64_t*>(counts->bytes.data());
        const auto* key = reinterpret_cast<const char*>(keys->bytes.data());
        const auto* row = reinterpret_cast<const float*>(features->bytes.data());
        std::int64_t rowsLeft = features->shape[0];
        const std::int64_t width = features->shape[1];
        for (std::size_t i = 0; i < counts->count(); ++i) {
            if (count[i] < 1 || count[i] > rowsLeft)
                break;
            torch::Tensor rows = torch::empty({count[i], width});
            std::memcpy(rows.data_ptr<float>(), row, static_cast<std::size_t>(count[i] * width) * sizeof(float));
            m_rows.emplace(std::string(key + i * kHashDigits, kHashDigits), std::move(rows));
            row += count[i] * width;
            rowsLeft -= count[i];
        }
    } catch (const Error&) {
        m_rows.clear();
    }
}

torch::Tensor FeatureCache::find(const std::string& sha256) const
{
    const auto found = m_rows.find(sha256);
    return found == m_rows.end() ? torch::Tensor() : found->second;
}

void FeatureCache::put(const std::string& sha256, const torch::Tensor& rows)
{
    m_rows.insert_or_assign(sha256, rows.to(torch::kFloat32).contiguous());
    m_changed = true;
}

void FeatureCache::save()
{
    if (!m_changed)
        return;
    std::vector<std::string> order;
    for (const auto& [key, ignored] : m_rows)
        order.push_back(key);
    std::sort(order.begin(), order.end());
    std::vector<std::uint8_t> keys;
    std::vector<std::int64_t> counts;
    std::vector<torch::Tensor> rows;
    for (const std::string& key : order) {
        keys.insert(keys.end(), key.begin(), key.end());
        rows.push_back(m_rows.at(key));
        counts.push_back(rows.back().size(0));
    }
    const torch::Tensor features = torch::cat(rows).contiguous();
    const auto clips = static_cast<std::int64_t>(order.size());
    const std::span featureBytes =
        std::as_bytes(std::span(features.data_ptr<float>(), static_cast<std::size_t>(features.numel())));
    const std::vector<checkpoint::TensorView> tensors{
        {"keys", checkpoint::DType::U8, {clips, static_cast<std::int64_t>(kHashDigits)}, bytesOf(keys)},
        {"counts", checkpoint::DType::I64, {clips}, bytesOf(counts)},
        {"features", checkpoint::DType::F32, {features.size(0), features.size(1)}, featureBytes}};
    std::filesystem::create_directories(m_file.parent_path());
    checkpoint::writeSafetensors(m_file, tensors);
    m_changed = false;
}

} // namespace prolap::train
