#include "core/index/kernels.h"

#include <array>

#include "core/index/half.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define PROLAP_INDEX_AVX2 1
#include <immintrin.h>
#endif

namespace prolap::index {

namespace {

constexpr std::size_t kLanes = 8;

/// The order in which both forms add up their lanes.
double sumOfLanes(const std::array<double, kLanes>& lanes)
{
    return ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
}

void portableCodeProducts(const std::int8_t* codes, std::size_t rows, std::size_t stride, const std::int16_t* query,
                          std::int64_t* out)
{
    for (std::size_t row = 0; row < rows; ++row, codes += stride) {
        std::int64_t sum = 0;
        for (std::size_t d = 0; d < stride; ++d)
            sum += static_cast<std::int32_t>(codes[d]) * query[d];
        out[row] = sum;
    }
}

double portableHalfProduct(const std::uint16_t* halves, const float* query, std::size_t stride)
{
    std::array<double, kLanes> lanes = {};
    for (std::size_t d = 0; d < stride; d += kLanes)
        for (std::size_t lane = 0; lane < kLanes; ++lane)
            lanes[lane] += static_cast<double>(fromHalf(halves[d + lane])) * static_cast<double>(query[d + lane]);
    return sumOfLanes(lanes);
}

#ifdef PROLAP_INDEX_AVX2

__attribute__((target("avx2"))) std::int64_t sumOfIntegers(__m256i lanes)
{
    const __m256i low = _mm256_cvtepi32_epi64(_mm256_castsi256_si128(lanes));
    const __m256i high = _mm256_cvtepi32_epi64(_mm256_extracti128_si256(lanes, 1));
    const __m256i sum = _mm256_add_epi64(low, high);
    alignas(32) std::array<std::int64_t, 4> four;
    _mm256_store_si256(reinterpret_cast<__m256i*>(four.data()), sum);
    return four[0] + four[1] + four[2] + four[3];
}

__attribute__((target("avx2"))) inline __m256i widened(const std::int8_t* codes)
{
    return _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(codes)));
}

__attribute__((target("avx2"))) void avx2CodeProducts(const std::int8_t* codes, std::size_t rows, std::size_t stride,
                                                      const std::int16_t* query, std::int64_t* out)
{
    std::size_t row = 0;
    // Four rows at a time share the loads of the query and keep four streams of memory busy.
    for (; row + 4 <= rows; row += 4, codes += 4 * stride) {
        __m256i sums[4] = {_mm256_setzero_si256(), _mm256_setzero_si256(), _mm256_setzero_si256(),
                           _mm256_setzero_si256()};
        for (std::size_t d = 0; d < stride; d += 16) {
            const __m256i q = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(query + d));
            for (std::size_t r = 0; r < 4; ++r)
                sums[r] = _mm256_add_epi32(sums[r], _mm256_madd_epi16(widened(codes + r * stride + d), q));
        }
        for (std::size_t r = 0; r < 4; ++r)
            out[row + r] = sumOfIntegers(sums[r]);
    }
    for (; row < rows; ++row, codes += stride) {
        __m256i sum = _mm256_setzero_si256();
        for (std::size_t d = 0; d < stride; d += 16) {
            const __m256i q = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(query + d));
            sum = _mm256_add_epi32(sum, _mm256_madd_epi16(widened(codes + d), q));
        }
        out[row] = sumOfIntegers(sum);
    }
}

__attribute__((target("avx2,f16c"))) double avx2HalfProduct(const std::uint16_t* halves, const float* query,
                                                            std::size_t stride)
{
    // A half times a float is exact in double, so these sums are those of the portable form, bit by bit.
    __m256d low = _mm256_setzero_pd(), high = _mm256_setzero_pd();
    for (std::size_t d = 0; d < stride; d += kLanes) {
        const __m256 row = _mm256_cvtph_ps(_mm_loadu_si128(reinterpret_cast<const __m128i*>(halves + d)));
        const __m256 q = _mm256_loadu_ps(query + d);
        low = _mm256_add_pd(low, _mm256_mul_pd(_mm256_cvtps_pd(_mm256_castps256_ps128(row)),
                                               _mm256_cvtps_pd(_mm256_castps256_ps128(q))));
        high = _mm256_add_pd(high, _mm256_mul_pd(_mm256_cvtps_pd(_mm256_extractf128_ps(row, 1)),
                                                 _mm256_cvtps_pd(_mm256_extractf128_ps(q, 1))));
    }
    alignas(32) std::array<double, kLanes> lanes;
    _mm256_store_pd(lanes.data(), low);
    _mm256_store_pd(lanes.data() + 4, high);
    return sumOfLanes(lanes);
}

#endif

} // namespace

const Kernels& portableKernels()
{
    static constexpr Kernels kPortable = {portableCodeProducts, portableHalfProduct};
    return kPortable;
}

const Kernels& kernels()
{
#ifdef PROLAP_INDEX_AVX2
    static constexpr Kernels kAvx2 = {avx2CodeProducts, avx2HalfProduct};
    static const bool hasAvx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("f16c");
    if (hasAvx2)
        return kAvx2;
#endif
    return portableKernels();
}

} // namespace prolap::index
