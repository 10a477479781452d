#include "core/index/all_scores.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <string>
#include <thread>

#include "core/error.h"
#include "core/index/kernels.h"
#include "core/index/parallel_blocks.h"
#include "core/index/query_coding.h"

namespace prolap::index {

std::optional<std::vector<float>> allScores(const MatrixView& matrix, const RowGroups* groups, const TopKQuery& query,
                                            std::stop_token stop)
{
    assert(!groups || groups->rowCount() >= matrix.size());
    if (query.vector.size() != matrix.dim())
        throw Error(ErrorKind::Incompatible, "The query has " + std::to_string(query.vector.size()) +
                                                 " dimensions, the search matrix " + std::to_string(matrix.dim()));
    if (!query.allowed.empty() && query.allowed.size() < (groups ? groups->groupCount() : matrix.size()))
        throw Error(ErrorKind::Incompatible, "The filter is shorter than the search matrix");
    if (!std::all_of(query.vector.begin(), query.vector.end(), [](float value) { return std::isfinite(value); }))
        throw Error(ErrorKind::BadInput, "The query holds a value that is not a number");
    std::vector<float> scores(matrix.size(), -std::numeric_limits<float>::infinity());
    if (scores.empty())
        return scores;
    const std::size_t stride = matrix.layout().stride, rowsOfBlock = matrix.layout().rows;
    const QueryCode code = encodeQuery(query.vector, stride);
    const auto scoreBlock = [&](std::size_t block) {
        const auto bounds = matrix.bounds(block);
        for (std::size_t i = 0; i < matrix.rowsOfBlock(block); ++i) {
            const std::size_t row = block * rowsOfBlock + i;
            if (!query.allowed.empty() && query.allowed[groups ? groups->groupOfRow(row) : row] == 0)
                continue;
            scores[row] =
                static_cast<float>(kernels().halfProduct(matrix.halves(row), code.values.data(), stride) +
                                   static_cast<double>(query.biasWeight) * static_cast<double>(bounds[i].bias));
        }
    };
    constexpr std::size_t kBytesWorthAThread = 2U << 20;
    const std::size_t wanted =
        query.threads > 0 ? static_cast<std::size_t>(query.threads) : std::max(1U, std::thread::hardware_concurrency());
    const std::size_t threads =
        std::clamp<std::size_t>(matrix.size() * stride * sizeof(std::uint16_t) / kBytesWorthAThread, 1, wanted);
    if (!forEachInParallel(matrix.blockCount(), threads, stop, scoreBlock))
        return std::nullopt;
    return scores;
}

} // namespace prolap::index
