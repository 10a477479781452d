#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <torch/torch.h>

#include "core/paths.h"

namespace prolap::train {

/// The log-mel pieces of a clip's windows, as AudioEncoder::prepare() gives them.
struct ClipPieces {
    torch::Tensor pieces;             ///< float32 [sum of counts, T, M] (or [.., C, T, M]), windows one after the other
    std::vector<std::int64_t> counts; ///< pieces of each window, >= 1 each
};

/// Pieces of clips on the disk, in half precision, by front end and SHA-256 of the clip's file: one file a clip, in
/// `folder`/mel-`frontEnd`. What was not used for longest leaves when the folder (with all else that is cached there)
/// is full. Damaged files, and those of other shapes, count as absent: it is only a cache. Several processes may share
/// it; files appear whole.
class MelCache {
public:
    /// frontEnd: 32 hexadecimal digits; anything that changes the pieces of a clip must change it. limit: bytes of
    /// everything that is cached in the folder; 0: nothing is kept.
    MelCache(Path folder, const std::string& frontEnd, std::uint64_t limit);

    /// None where it is not there. sha256: 64 hexadecimal digits.
    std::optional<ClipPieces> find(const std::string& sha256) const;
    /// Rounds the pieces to what find() will give and keeps them. A disk that is full or cannot be written to keeps
    /// nothing, which is no error.
    void put(const std::string& sha256, ClipPieces& clip);

private:
    Path fileOf(const std::string& sha256) const;

    Path m_root, m_folder;
    std::uint64_t m_limit;
    std::uint64_t m_total = 0; ///< bytes in the folder, as far as is known here
};

} // namespace prolap::train
