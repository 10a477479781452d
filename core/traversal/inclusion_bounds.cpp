#include "core/traversal/inclusion_bounds.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "core/index/half.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define PROLAP_TRAVERSAL_AVX2 1
#include <immintrin.h>
#endif

namespace prolap::traversal {

namespace {

constexpr float kExtreme = 80; ///< |log v| beyond which single precision ends
constexpr std::size_t kLanes = 8;

/// Of one row.
struct Sums {
    double logs = 0;      ///< sum of log w
    double distances = 0; ///< sum of (m1 - m2)^2 / w
    float largest = 0;    ///< |log v2|
};

float asFloat(std::uint16_t half)
{
    return index::fromHalf(half);
}

float asFloat(float value)
{
    return value;
}

#ifdef PROLAP_TRAVERSAL_AVX2

#define PROLAP_LANES __attribute__((target("avx2,fma,f16c")))

PROLAP_LANES inline __m256 eight(const std::uint16_t* halves)
{
    return _mm256_cvtph_ps(_mm_loadu_si128(reinterpret_cast<const __m128i*>(halves)));
}

PROLAP_LANES inline __m256 eight(const float* values)
{
    return _mm256_loadu_ps(values);
}

/// e^x for |x| <= kExtreme, to 2e-7 of it: 2^n times the series of e^r to r^7, |r| <= log(2) / 2.
PROLAP_LANES inline __m256 exponential(__m256 x)
{
    const __m256 n = _mm256_round_ps(_mm256_mul_ps(x, _mm256_set1_ps(std::numbers::log2e_v<float>)),
                                     _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
    constexpr float kHigh = 0.693145751953125F; // log 2 in few digits, so that n times it is exact
    constexpr float kLow = 1.42860682e-6F;      // and what is missing
    __m256 r = _mm256_fnmadd_ps(n, _mm256_set1_ps(kHigh), x);
    r = _mm256_fnmadd_ps(n, _mm256_set1_ps(kLow), r);
    __m256 sum = _mm256_set1_ps(1.F / 5040);
    for (const float coefficient : {1.F / 720, 1.F / 120, 1.F / 24, 1.F / 6, 1.F / 2, 1.F, 1.F})
        sum = _mm256_fmadd_ps(sum, r, _mm256_set1_ps(coefficient));
    const __m256i power = _mm256_slli_epi32(_mm256_add_epi32(_mm256_cvtps_epi32(n), _mm256_set1_epi32(127)), 23);
    return _mm256_mul_ps(sum, _mm256_castsi256_ps(power));
}

/// The whole eights of a row.
template <typename T>
PROLAP_LANES Sums inLanes(const float* mean, const float* variance, const T* rowMean, const T* rowLogVar,
                          std::size_t eights)
{
    constexpr std::size_t kBeforeOverflow = 64; // a product of so many mantissas stays below 2^64
    const __m256i fraction = _mm256_set1_epi32(0x007fffff), one = _mm256_set1_epi32(0x3f800000);
    const __m256 sign = _mm256_set1_ps(-0.F), limit = _mm256_set1_ps(kExtreme);
    __m256i exponents = _mm256_setzero_si256();
    __m256 mantissas = _mm256_set1_ps(1), distances = _mm256_setzero_ps(), largest = _mm256_setzero_ps();
    for (std::size_t i = 0; i < eights;
         ++i, mean += kLanes, variance += kLanes, rowMean += kLanes, rowLogVar += kLanes) {
        const __m256 logVar = eight(rowLogVar);
        largest = _mm256_max_ps(largest, _mm256_andnot_ps(sign, logVar));
        const __m256 within = _mm256_max_ps(_mm256_min_ps(logVar, limit), _mm256_or_ps(limit, sign));
        const __m256 v2 = exponential(within);
        const __m256 w = _mm256_add_ps(_mm256_loadu_ps(variance), _mm256_add_ps(v2, v2));
        const __m256 apart = _mm256_sub_ps(_mm256_loadu_ps(mean), eight(rowMean));
        distances = _mm256_add_ps(distances, _mm256_div_ps(_mm256_mul_ps(apart, apart), w));
        const __m256i bits = _mm256_castps_si256(w);
        exponents = _mm256_add_epi32(exponents, _mm256_srli_epi32(bits, 23));
        mantissas =
            _mm256_mul_ps(mantissas, _mm256_castsi256_ps(_mm256_or_si256(_mm256_and_si256(bits, fraction), one)));
        if (i % kBeforeOverflow == kBeforeOverflow - 1) {
            const __m256i product = _mm256_castps_si256(mantissas);
            exponents =
                _mm256_add_epi32(exponents, _mm256_sub_epi32(_mm256_srli_epi32(product, 23), _mm256_set1_epi32(127)));
            mantissas = _mm256_castsi256_ps(_mm256_or_si256(_mm256_and_si256(product, fraction), one));
        }
    }
    alignas(32) std::array<float, kLanes> products, ofLane, most;
    alignas(32) std::array<std::int32_t, kLanes> powers;
    _mm256_store_ps(products.data(), mantissas);
    _mm256_store_ps(ofLane.data(), distances);
    _mm256_store_ps(most.data(), largest);
    _mm256_store_si256(reinterpret_cast<__m256i*>(powers.data()), exponents);
    Sums sums;
    std::int64_t power = -127 * static_cast<std::int64_t>(kLanes * eights);
    double half = 1; // four products of 64 mantissas stay far within double
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
        half *= static_cast<double>(products[lane]);
        power += powers[lane];
        sums.distances += static_cast<double>(ofLane[lane]);
        sums.largest = std::max(sums.largest, most[lane]);
    }
    sums.logs = std::log(half) + std::numbers::ln2 * static_cast<double>(power);
    return sums;
}

bool hasLanes()
{
    static const bool has =
        __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("f16c");
    return has;
}

#endif

template <typename T>
BoundedMeasure measure(const GaussianSpan& subject, const std::vector<float>& variance, double ownLogs, bool extreme,
                       const T* mean, const T* logVar)
{
    const std::size_t dim = subject.mean.size();
    Sums sums;
    std::size_t d = 0;
#ifdef PROLAP_TRAVERSAL_AVX2
    if (hasLanes() && !extreme) {
        sums = inLanes(subject.mean.data(), variance.data(), mean, logVar, dim / kLanes);
        d = dim / kLanes * kLanes;
    }
#endif
    const bool exact = d == 0;
    for (; d < dim; ++d) {
        const double l2 = static_cast<double>(asFloat(logVar[d]));
        const double w = (exact ? std::exp(static_cast<double>(subject.logVar[d])) : static_cast<double>(variance[d])) +
                         2 * std::exp(l2);
        const double apart = static_cast<double>(subject.mean[d]) - static_cast<double>(asFloat(mean[d]));
        sums.logs += std::log(w);
        sums.distances += apart * apart / w;
        sums.largest = std::max(sums.largest, std::abs(asFloat(logVar[d])));
    }
    const auto count = static_cast<double>(dim);
    BoundedMeasure result;
    result.value = -(.5 * (ownLogs + sums.logs) + sums.distances) / count;
    // Of a logarithm: w is right to 4e-7 of itself, a product of mantissas to 6e-8 for each; of the distances: to 1e-6
    // of each, and every addition in a lane costs 6e-8 of the sum. Twice that, and what double costs.
    result.error =
        exact ? 1e-12 * (1 + std::abs(result.value)) : 1e-6 + sums.distances / count * (2e-6 + 1.5e-8 * count);
    if ((!exact && !(sums.largest < kExtreme)) || !std::isfinite(result.value))
        result.error = std::numeric_limits<double>::infinity();
    return result;
}

} // namespace

InclusionBounds::InclusionBounds(const GaussianSpan& subject) : m_subject(subject)
{
    for (const float value : subject.logVar) {
        m_variance.push_back(std::exp(value));
        m_ownLogs += static_cast<double>(value);
        m_extreme = m_extreme || !(std::abs(value) < kExtreme);
    }
}

BoundedMeasure InclusionBounds::of(const std::uint16_t* mean, const std::uint16_t* logVar) const
{
    return measure(m_subject, m_variance, m_ownLogs, m_extreme, mean, logVar);
}

BoundedMeasure InclusionBounds::of(const float* mean, const float* logVar) const
{
    return measure(m_subject, m_variance, m_ownLogs, m_extreme, mean, logVar);
}

} // namespace prolap::traversal
