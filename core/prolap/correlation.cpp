#include "core/prolap/correlation.h"

#include <cmath>
#include <limits>

namespace prolap {

double pearson(const torch::Tensor& x, const torch::Tensor& y)
{
    const torch::Tensor a = x.flatten().to(torch::kFloat64), b = y.flatten().to(torch::kFloat64);
    TORCH_CHECK(a.numel() == b.numel(), "a correlation needs as many x as y");
    if (a.numel() < 2)
        return std::numeric_limits<double>::quiet_NaN();
    const torch::Tensor da = a - a.mean(), db = b - b.mean();
    const double aa = da.square().sum().item<double>(), bb = db.square().sum().item<double>();
    const auto n = static_cast<double>(a.numel());
    // A constant row keeps rounding errors of its mean: they are no spread.
    const auto constant = [n](double squares, const torch::Tensor& values) {
        const double size = values.abs().max().item<double>();
        return squares <= n * std::pow(size * 1e-12, 2);
    };
    if (constant(aa, a) || constant(bb, b))
        return std::numeric_limits<double>::quiet_NaN();
    return (da * db).sum().item<double>() / std::sqrt(aa * bb);
}

} // namespace prolap
