#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include <torch/torch.h>

#include "core/paths.h"

namespace prolap::train {

/// Features that a frozen encoder gave, by SHA-256 of what it was given: one safetensors file per encoder. A clip has
/// one row of features per window, a caption one row. A damaged file counts as empty: it is only a cache.
class FeatureCache {
public:
    /// encoder: names the file; anything that changes the encoder's answers must change it.
    FeatureCache(Path folder, std::string encoder);

    /// The rows [W, F] stored under that hash (64 hexadecimal digits); undefined where there are none.
    torch::Tensor find(const std::string& sha256) const;
    void put(const std::string& sha256, const torch::Tensor& rows);

    /// Writes what was put since, atomically. Errors: Error(DiskFull, Permission, ReadOnly).
    void save();

    std::size_t size() const { return m_rows.size(); }
    const Path& file() const { return m_file; }

private:
    void load();

    Path m_file;
    std::unordered_map<std::string, torch::Tensor> m_rows;
    bool m_changed = false;
};

} // namespace prolap::train
