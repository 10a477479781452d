#include "core/prolap/ranking_metrics.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace prolap {

namespace {

/// hits of each row in the order of falling score, [Q, N] bool; ties keep the order of the items.
torch::Tensor ranked(const torch::Tensor& scores, const torch::Tensor& hits)
{
    const torch::Tensor order = std::get<1>(scores.sort(/*stable=*/true, /*dim=*/1, /*descending=*/true));
    return hits.gather(1, order);
}

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

torch::Tensor rankNumbers(std::int64_t n)
{
    return torch::arange(1, n + 1, torch::kFloat64);
}

} // namespace

RankedQueries rankQueries(const torch::Tensor& scores, const torch::Tensor& hits)
{
    const torch::NoGradGuard noGrad;
    const torch::Tensor list = ranked(scores.cpu(), hits.cpu());
    RankedQueries result;
    result.wanted = list.sum(1);
    const torch::Tensor found = result.wanted > 0;
    // argmax of equal values gives the first of them.
    result.firstRank = torch::where(found, list.to(torch::kUInt8).argmax(1) + 1, 0);
    const torch::Tensor top = list.slice(1, 0, 10).to(torch::kFloat64);
    const torch::Tensor precision = top.cumsum(1) / rankNumbers(top.size(1));
    result.averagePrecision = (precision * top).sum(1) / result.wanted.clamp(1, 10).to(torch::kFloat64);
    return result;
}

RankedQueries joined(const std::vector<RankedQueries>& parts)
{
    std::vector<torch::Tensor> wanted, firstRank, averagePrecision;
    for (const RankedQueries& part : parts) {
        wanted.push_back(part.wanted);
        firstRank.push_back(part.firstRank);
        averagePrecision.push_back(part.averagePrecision);
    }
    return {torch::cat(wanted), torch::cat(firstRank), torch::cat(averagePrecision)};
}

RankingMetrics rankingMetrics(const RankedQueries& ranked)
{
    const torch::NoGradGuard noGrad;
    RankingMetrics result;
    const torch::Tensor asked = ranked.wanted > 0;
    result.queries = asked.sum().item<std::int64_t>();
    if (result.queries == 0)
        return result;
    const torch::Tensor ranks = ranked.firstRank.index({asked}).to(torch::kFloat64).contiguous();
    const auto share = [&](int k) { return (ranks <= k).to(torch::kFloat64).mean().item<double>(); };
    result.r1 = share(1);
    result.r5 = share(5);
    result.r10 = share(10);
    result.map10 = ranked.averagePrecision.index({asked}).mean().item<double>();
    result.medianRank = median({ranks.data_ptr<double>(), ranks.data_ptr<double>() + ranks.numel()});
    return result;
}

RankingMetrics rankingChance(const torch::Tensor& wanted, std::int64_t n)
{
    RankingMetrics result;
    const torch::Tensor counts = wanted.to(torch::kInt64).cpu().contiguous();
    std::vector<double> firstRanks;
    for (std::int64_t q = 0; q < counts.numel(); ++q) {
        const std::int64_t r = counts.data_ptr<std::int64_t>()[q];
        if (r == 0)
            continue;
        // Chance that none of the first k is a hit: the product of (n - r - i) / (n - i).
        double missed = 1;
        for (std::int64_t i = 0; i < std::min<std::int64_t>(10, n); ++i) {
            missed *= std::max<double>(0, static_cast<double>(n - r - i)) / static_cast<double>(n - i);
            if (i + 1 == 1)
                result.r1 += 1 - missed;
            if (i + 1 == std::min<std::int64_t>(5, n))
                result.r5 += 1 - missed;
            if (i + 1 == std::min<std::int64_t>(10, n))
                result.r10 += 1 - missed;
        }
        // Rank k holds a hit with r / n; the k - 1 before it then hold (k - 1)(r - 1)/(n - 1) more on average.
        const double others = n > 1 ? static_cast<double>(r - 1) / static_cast<double>(n - 1) : 0;
        double precision = 0;
        for (std::int64_t k = 1; k <= std::min<std::int64_t>(10, n); ++k)
            precision += (1 + static_cast<double>(k - 1) * others) / static_cast<double>(k);
        result.map10 += precision * static_cast<double>(r) / static_cast<double>(n) /
                        static_cast<double>(std::min<std::int64_t>(10, r));
        firstRanks.push_back(static_cast<double>(n + 1) / static_cast<double>(r + 1));
        ++result.queries;
    }
    if (result.queries > 0) {
        const auto queries = static_cast<double>(result.queries);
        result.r1 /= queries;
        result.r5 /= queries;
        result.r10 /= queries;
        result.map10 /= queries;
        result.medianRank = median(std::move(firstRanks));
    }
    return result;
}

torch::Tensor averagePrecision(const torch::Tensor& scores, const torch::Tensor& hits)
{
    const torch::NoGradGuard noGrad;
    const torch::Tensor list = ranked(scores.cpu(), hits.cpu()).to(torch::kFloat64);
    const torch::Tensor precision = list.cumsum(1) / rankNumbers(list.size(1));
    return (precision * list).sum(1) / list.sum(1);
}

double averagePrecisionChance(std::int64_t n, std::int64_t r)
{
    double harmonic = 0;
    for (std::int64_t k = 1; k <= n; ++k)
        harmonic += 1.0 / static_cast<double>(k);
    const double others = n > 1 ? static_cast<double>(r - 1) / static_cast<double>(n - 1) : 0;
    return (harmonic + others * (static_cast<double>(n) - harmonic)) / static_cast<double>(n);
}

ClassificationMetrics classificationMetrics(const torch::Tensor& scores, const torch::Tensor& truth)
{
    const torch::NoGradGuard noGrad;
    ClassificationMetrics result;
    if (truth.numel() == 0)
        return result;
    const torch::Tensor own = truth.cpu(), all = scores.cpu();
    result.top1 = (all.argmax(1) == own).to(torch::kFloat64).mean().item<double>();
    const torch::Tensor hits = own.unsqueeze(0) == torch::arange(all.size(1)).unsqueeze(1); // [C, N]
    result.macroMap = averagePrecision(all.t(), hits).nanmean().item<double>();
    return result;
}

ClassificationMetrics classificationChance(const torch::Tensor& truth, std::int64_t classes)
{
    ClassificationMetrics result;
    if (truth.numel() == 0)
        return result;
    result.top1 = 1.0 / static_cast<double>(classes);
    const torch::Tensor counts = torch::bincount(truth.cpu(), {}, classes).contiguous();
    std::int64_t present = 0;
    for (std::int64_t c = 0; c < classes; ++c) {
        const std::int64_t r = counts.data_ptr<std::int64_t>()[c];
        if (r == 0)
            continue;
        result.macroMap += averagePrecisionChance(truth.numel(), r);
        ++present;
    }
    result.macroMap /= static_cast<double>(present);
    return result;
}

} // namespace prolap
