#include "core/index/top_k.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <functional>
#include <limits>
#include <string>
#include <thread>

#include "core/error.h"
#include "core/index/kernels.h"
#include "core/index/parallel_blocks.h"
#include "core/index/query_coding.h"

namespace prolap::index {

namespace {

constexpr float kNone = -std::numeric_limits<float>::infinity();

/// One search while it runs.
class Scan {
public:
    Scan(const MatrixView& matrix, const RowGroups* groups, const TopKQuery& query)
        : m_matrix(matrix),
          m_groups(groups),
          m_query(query),
          m_code(encodeQuery(query.vector, matrix.layout().stride)),
          m_approximate(matrix.size())
    {
    }

    bool run(const std::stop_token& stop);
    std::vector<ScoredRow> best() const;

private:
    struct Candidate {
        std::size_t row = 0;
        double score = 0;
    };

    std::size_t threadsFor(std::size_t bytes) const;
    std::size_t groupOf(std::size_t row) const { return m_groups ? m_groups->groupOfRow(row) : row; }
    bool allowed(std::size_t row) const { return m_query.allowed.empty() || m_query.allowed[groupOf(row)] != 0; }
    /// What is added to the inner product of a row.
    double constantOf(std::size_t row, float bias) const
    {
        const double weighted = static_cast<double>(m_query.biasWeight) * static_cast<double>(bias);
        return m_query.bonus.empty() ? weighted : weighted + static_cast<double>(m_query.bonus[groupOf(row)]);
    }
    void scoreBlock(std::size_t block);
    float error(std::size_t row, const RowCode& bounds) const;
    float threshold() const;
    void collectCandidates(float from);

    const MatrixView& m_matrix;
    const RowGroups* m_groups;
    const TopKQuery& m_query;
    QueryCode m_code;
    std::vector<float> m_approximate; ///< [rows]; kNone: left out
    std::vector<Candidate> m_candidates;
};

std::size_t Scan::threadsFor(std::size_t bytes) const
{
    constexpr std::size_t kBytesWorthAThread = 2U << 20; // a thread starts in the time that reading these takes
    const std::size_t wanted = m_query.threads > 0 ? static_cast<std::size_t>(m_query.threads)
                                                   : std::max(1U, std::thread::hardware_concurrency());
    return std::clamp<std::size_t>(bytes / kBytesWorthAThread, 1, wanted);
}

/// First pass over one block: consecutive rows that count are scored together.
void Scan::scoreBlock(std::size_t block)
{
    const std::size_t first = block * m_matrix.layout().rows, count = m_matrix.rowsOfBlock(block);
    const std::size_t stride = m_matrix.layout().stride;
    const auto bounds = m_matrix.bounds(block);
    constexpr std::size_t kRun = 256;
    std::array<std::int64_t, kRun> products;
    for (std::size_t at = 0; at < count;) {
        if (!allowed(first + at)) {
            m_approximate[first + at++] = kNone;
            continue;
        }
        std::size_t end = at + 1;
        while (end < count && end - at < kRun && allowed(first + end))
            ++end;
        kernels().codeProducts(m_matrix.codes(block) + at * stride, end - at, stride, m_code.codes.data(),
                               products.data());
        for (std::size_t i = 0; at < end; ++at, ++i)
            m_approximate[first + at] = static_cast<float>(m_code.scale * static_cast<double>(bounds[at].scale) *
                                                               static_cast<double>(products[i]) +
                                                           constantOf(first + at, bounds[at].bias));
    }
}

/// How far a row's approximate score may lie from the exact one:
/// |q.x - q'.x'| <= |q||x - x'| + |q - q'||x'|, and what rounding to float adds.
float Scan::error(std::size_t row, const RowCode& bounds) const
{
    const double codes = m_code.norm * bounds.residual + m_code.residual * bounds.norm;
    const double size =
        m_code.norm * (static_cast<double>(bounds.norm) + bounds.residual) + std::abs(constantOf(row, bounds.bias));
    return static_cast<float>(codes * (1 + 1e-5) + size * 1e-6 + 1e-30);
}

/// The k-th best lower bound of a group: what a row must be able to reach.
float Scan::threshold() const
{
    std::vector<float> best; // a heap, worst on top
    const auto offer = [&](float lower) {
        if (best.size() < m_query.k) {
            best.push_back(lower);
            std::push_heap(best.begin(), best.end(), std::greater<>());
        } else if (lower > best.front()) {
            std::pop_heap(best.begin(), best.end(), std::greater<>());
            best.back() = lower;
            std::push_heap(best.begin(), best.end(), std::greater<>());
        }
    };
    std::vector<float> ofGroup(m_groups ? m_groups->groupCount() : 0, kNone);
    for (std::size_t block = 0, row = 0; block < m_matrix.blockCount(); ++block) {
        for (const RowCode& bounds : m_matrix.bounds(block)) {
            const float approximate = m_approximate[row];
            if (approximate != kNone) {
                const float lower = approximate - error(row, bounds);
                if (!m_groups)
                    offer(lower);
                else
                    ofGroup[groupOf(row)] = std::max(ofGroup[groupOf(row)], lower);
            }
            ++row;
        }
    }
    for (const float lower : ofGroup)
        if (lower != kNone)
            offer(lower);
    return best.size() < m_query.k ? kNone : best.front();
}

void Scan::collectCandidates(float from)
{
    for (std::size_t block = 0, row = 0; block < m_matrix.blockCount(); ++block) {
        for (const RowCode& bounds : m_matrix.bounds(block)) {
            if (m_approximate[row] != kNone && m_approximate[row] + error(row, bounds) >= from)
                m_candidates.push_back({row, 0});
            ++row;
        }
    }
}

bool Scan::run(const std::stop_token& stop)
{
    const std::size_t stride = m_matrix.layout().stride;
    if (!forEachInParallel(m_matrix.blockCount(), threadsFor(m_matrix.size() * stride), stop,
                           [this](std::size_t block) { scoreBlock(block); }))
        return false;
    collectCandidates(threshold());
    constexpr std::size_t kPart = 256;
    const auto scorePart = [&](std::size_t part) {
        const std::size_t end = std::min((part + 1) * kPart, m_candidates.size());
        for (std::size_t i = part * kPart; i < end; ++i) {
            Candidate& candidate = m_candidates[i];
            candidate.score = kernels().halfProduct(m_matrix.halves(candidate.row), m_code.values.data(), stride) +
                              constantOf(candidate.row, m_matrix.bias(candidate.row));
        }
    };
    return forEachInParallel((m_candidates.size() + kPart - 1) / kPart,
                             threadsFor(m_candidates.size() * stride * sizeof(std::uint16_t)), stop, scorePart);
}

std::vector<ScoredRow> Scan::best() const
{
    std::vector<Candidate> ordered = m_candidates;
    std::sort(ordered.begin(), ordered.end(), [](const Candidate& a, const Candidate& b) {
        return a.score != b.score ? a.score > b.score : a.row < b.row;
    });
    std::vector<bool> taken(m_groups ? m_groups->groupCount() : 0);
    std::vector<ScoredRow> result;
    for (const Candidate& candidate : ordered) {
        if (result.size() == m_query.k)
            break;
        if (m_groups) {
            if (taken[groupOf(candidate.row)])
                continue;
            taken[groupOf(candidate.row)] = true;
        }
        result.push_back({candidate.row, static_cast<float>(candidate.score)});
    }
    return result;
}

} // namespace

std::optional<std::vector<ScoredRow>> topK(const MatrixView& matrix, const RowGroups* groups, const TopKQuery& query,
                                           std::stop_token stop)
{
    assert(!groups || groups->rowCount() >= matrix.size());
    if (query.vector.size() != matrix.dim())
        throw Error(ErrorKind::Incompatible, "The query has " + std::to_string(query.vector.size()) +
                                                 " dimensions, the search matrix " + std::to_string(matrix.dim()));
    const std::size_t groupCount = groups ? groups->groupCount() : matrix.size();
    if ((!query.allowed.empty() && query.allowed.size() < groupCount) ||
        (!query.bonus.empty() && query.bonus.size() < groupCount))
        throw Error(ErrorKind::Incompatible, "The filter or the bonus is shorter than the search matrix");
    const auto finite = [](float value) { return std::isfinite(value); };
    if (!std::all_of(query.vector.begin(), query.vector.end(), finite) ||
        !std::all_of(query.bonus.begin(), query.bonus.end(), finite) || !std::isfinite(query.biasWeight))
        throw Error(ErrorKind::BadInput, "The query holds a value that is not a number");
    if (query.k == 0 || matrix.size() == 0)
        return std::vector<ScoredRow>();
    Scan scan(matrix, groups, query);
    if (!scan.run(stop))
        return std::nullopt;
    return scan.best();
}

} // namespace prolap::index
