#include "core/model/nn/window_attention_kernel.h"

#include <cmath>

#if defined(__x86_64__) && defined(__GNUC__)
#define PROLAP_AVX512 __attribute__((target("avx512f,avx512bw,avx512vl")))
#define PROLAP_AVX512_BF16 __attribute__((target("avx512f,avx512bw,avx512vl,avx512bf16")))
#pragma GCC diagnostic ignored "-Wuninitialized" // GCC 12 takes its own intrinsics' undefined values for our mistakes
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#include <immintrin.h>
#endif

namespace prolap::model::nn {

#ifdef PROLAP_AVX512

namespace {

constexpr std::int64_t kLanes = 16;
constexpr int kColumns = kKernelArea / kLanes; // registers that hold one row of logits
constexpr int kWide = kKernelPerHead / kLanes; // registers that hold one row of a head
constexpr int kRows = 4;                       // rows at once, so that keys and values are loaded once for four

PROLAP_AVX512 inline __mmask16 firstLanes(std::int64_t count)
{
    return static_cast<__mmask16>(count >= kLanes ? 0xFFFF : count <= 0 ? 0 : (1 << count) - 1);
}

PROLAP_AVX512 inline __m512 loaded(const float* from, __mmask16 mask)
{
    return _mm512_maskz_loadu_ps(mask, from);
}

PROLAP_AVX512 inline __m512 loaded(const std::uint16_t* from, __mmask16 mask)
{
    const __m512i wide = _mm512_cvtepu16_epi32(_mm256_maskz_loadu_epi16(mask, from));
    return _mm512_castsi512_ps(_mm512_slli_epi32(wide, 16));
}

PROLAP_AVX512 inline void store(float* to, __mmask16 mask, __m512 value)
{
    _mm512_mask_storeu_ps(to, mask, value);
}

PROLAP_AVX512 inline void store(std::uint16_t* to, __mmask16 mask, __m512 value)
{
    // Round to nearest, ties to even; values are finite.
    const __m512i bits = _mm512_castps_si512(value);
    const __m512i odd = _mm512_and_si512(_mm512_srli_epi32(bits, 16), _mm512_set1_epi32(1));
    const __m512i rounded = _mm512_add_epi32(bits, _mm512_add_epi32(odd, _mm512_set1_epi32(0x7FFF)));
    _mm256_mask_storeu_epi16(to, mask, _mm512_cvtepi32_epi16(_mm512_srli_epi32(rounded, 16)));
}

/// e^x for x <= 0, to about 1e-7 relative: 2^n e^f with |f| <= ln 2 / 2, the latter by its Taylor polynomial.
PROLAP_AVX512 inline __m512 exponential(__m512 x)
{
    constexpr float kLn2High = 0.693359375F; // a few bits, so that the product with n is exact
    constexpr float kLn2Low = static_cast<float>(M_LN2 - double{kLn2High});
    x = _mm512_max_ps(x, _mm512_set1_ps(-200));
    const __m512 n = _mm512_roundscale_ps(_mm512_mul_ps(x, _mm512_set1_ps(static_cast<float>(M_LOG2E))),
                                          _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
    const __m512 f = _mm512_fnmadd_ps(n, _mm512_set1_ps(kLn2Low), _mm512_fnmadd_ps(n, _mm512_set1_ps(kLn2High), x));
    __m512 sum = _mm512_set1_ps(1.F / 5040);
    constexpr float kFactors[] = {1.F / 720, 1.F / 120, 1.F / 24, 1.F / 6, 1.F / 2, 1.F, 1.F};
    for (const float factor : kFactors)
        sum = _mm512_fmadd_ps(sum, f, _mm512_set1_ps(factor));
    return _mm512_scalef_ps(sum, n);
}

PROLAP_AVX512 inline float largestOf(const __m512 (&row)[kColumns])
{
    static_assert(kColumns == 4);
    return _mm512_reduce_max_ps(_mm512_max_ps(_mm512_max_ps(row[0], row[1]), _mm512_max_ps(row[2], row[3])));
}

/// e^(x - the largest) of a row in place. Returns 1 / their sum.
PROLAP_AVX512 inline float toWeights(__m512 (&row)[kColumns])
{
    const __m512 largest = _mm512_set1_ps(largestOf(row));
    __m512 sum = _mm512_setzero_ps();
    for (auto& part : row) {
        part = exponential(_mm512_sub_ps(part, largest));
        sum = _mm512_add_ps(sum, part);
    }
    return 1 / _mm512_reduce_add_ps(sum);
}

/// Keys turned over and values, as float: both are read once for every kRows queries.
struct alignas(64) Scratch {
    float keys[kKernelPerHead][kKernelArea];
    float values[kKernelArea][kKernelPerHead];
    float queries[kRows][kKernelPerHead];
    float weights[kRows][kKernelArea];
};

template <typename Number>
PROLAP_AVX512 void attend(const Number* qkv, std::int64_t rowStride, std::int64_t apart, const float* bias, Number* out,
                          std::int64_t outStride, std::int64_t perHead)
{
    Scratch scratch;
    __mmask16 masks[kWide];
    for (int w = 0; w < kWide; ++w)
        masks[w] = firstLanes(perHead - w * kLanes);
    alignas(64) float row[kKernelPerHead];
    for (std::int64_t j = 0; j < kKernelArea; ++j) {
        const Number* token = qkv + j * rowStride;
        for (int w = 0; w < kWide; ++w) {
            _mm512_store_ps(row + w * kLanes, loaded(token + apart + w * kLanes, masks[w]));
            _mm512_store_ps(scratch.values[j] + w * kLanes, loaded(token + 2 * apart + w * kLanes, masks[w]));
        }
        for (std::int64_t d = 0; d < perHead; ++d)
            scratch.keys[d][j] = row[d];
    }
    for (std::int64_t i = 0; i < kKernelArea; i += kRows) {
        __m512 logits[kRows][kColumns];
        for (int r = 0; r < kRows; ++r) {
            for (int w = 0; w < kWide; ++w)
                _mm512_store_ps(scratch.queries[r] + w * kLanes,
                                loaded(qkv + (i + r) * rowStride + w * kLanes, masks[w]));
            for (int c = 0; c < kColumns; ++c)
                logits[r][c] = _mm512_loadu_ps(bias + (i + r) * kKernelArea + c * kLanes);
        }
        for (std::int64_t d = 0; d < perHead; ++d) {
            __m512 keys[kColumns];
            for (int c = 0; c < kColumns; ++c)
                keys[c] = _mm512_load_ps(scratch.keys[d] + c * kLanes);
            for (int r = 0; r < kRows; ++r) {
                const __m512 query = _mm512_set1_ps(scratch.queries[r][d]);
                for (int c = 0; c < kColumns; ++c)
                    logits[r][c] = _mm512_fmadd_ps(query, keys[c], logits[r][c]);
            }
        }
        float shares[kRows];
        for (int r = 0; r < kRows; ++r) {
            shares[r] = toWeights(logits[r]);
            for (int c = 0; c < kColumns; ++c)
                _mm512_store_ps(scratch.weights[r] + c * kLanes, logits[r][c]);
        }
        __m512 mixed[kRows][kWide];
        for (auto& of : mixed)
            for (auto& part : of)
                part = _mm512_setzero_ps();
        for (std::int64_t j = 0; j < kKernelArea; ++j) {
            __m512 values[kWide];
            for (int w = 0; w < kWide; ++w)
                values[w] = _mm512_load_ps(scratch.values[j] + w * kLanes);
            for (int r = 0; r < kRows; ++r) {
                const __m512 weight = _mm512_set1_ps(scratch.weights[r][j]);
                for (int w = 0; w < kWide; ++w)
                    mixed[r][w] = _mm512_fmadd_ps(weight, values[w], mixed[r][w]);
            }
        }
        for (int r = 0; r < kRows; ++r)
            for (int w = 0; w < kWide; ++w)
                store(out + (i + r) * outStride + w * kLanes, masks[w],
                      _mm512_mul_ps(mixed[r][w], _mm512_set1_ps(shares[r])));
    }
}

/// Pairs of bf16 numbers as the processor multiplies them: of a key, of two tokens' values.
struct alignas(64) PairScratch {
    std::uint32_t keys[kKernelPerHead / 2][kKernelArea];
    std::uint32_t values[kKernelArea / 2][kKernelPerHead];
    std::uint32_t queries[kRows][kKernelPerHead / 2];
    std::uint32_t weights[kRows][kKernelArea / 2];
};

PROLAP_AVX512_BF16 inline __m512 plusPairs(__m512 sum, __m512i a, __m512i b)
{
    return _mm512_dpbf16_ps(sum, (__m512bh)a, (__m512bh)b);
}

/// As attend(), multiplying in bf16 and adding in float; perHead is even.
PROLAP_AVX512_BF16 void attendInPairs(const std::uint16_t* qkv, std::int64_t rowStride, std::int64_t apart,
                                      const float* bias, std::uint16_t* out, std::int64_t outStride,
                                      std::int64_t perHead)
{
    PairScratch scratch;
    const std::int64_t pairs = perHead / 2;
    const __mmask16 pairMask = firstLanes(pairs);
    __mmask16 masks[kWide];
    for (int w = 0; w < kWide; ++w)
        masks[w] = firstLanes(perHead - w * kLanes);
    alignas(64) std::uint32_t row[kKernelPerHead / 2];
    for (std::int64_t j = 0; j < kKernelArea; ++j) {
        _mm512_store_si512(row, _mm512_maskz_loadu_epi32(pairMask, qkv + j * rowStride + apart));
        for (std::int64_t d = 0; d < pairs; ++d)
            scratch.keys[d][j] = row[d];
    }
    for (std::int64_t j = 0; j < kKernelArea; j += 2)
        for (int w = 0; w < kWide; ++w) {
            const std::uint16_t* value = qkv + j * rowStride + 2 * apart + w * kLanes;
            const __m512i low = _mm512_cvtepu16_epi32(_mm256_maskz_loadu_epi16(masks[w], value));
            const __m512i high = _mm512_cvtepu16_epi32(_mm256_maskz_loadu_epi16(masks[w], value + rowStride));
            _mm512_store_si512(scratch.values[j / 2] + w * kLanes, _mm512_or_si512(low, _mm512_slli_epi32(high, 16)));
        }
    for (std::int64_t i = 0; i < kKernelArea; i += kRows) {
        __m512 logits[kRows][kColumns];
        for (int r = 0; r < kRows; ++r) {
            _mm512_store_si512(scratch.queries[r], _mm512_maskz_loadu_epi32(pairMask, qkv + (i + r) * rowStride));
            for (int c = 0; c < kColumns; ++c)
                logits[r][c] = _mm512_loadu_ps(bias + (i + r) * kKernelArea + c * kLanes);
        }
        for (std::int64_t d = 0; d < pairs; ++d) {
            __m512i keys[kColumns];
            for (int c = 0; c < kColumns; ++c)
                keys[c] = _mm512_load_si512(scratch.keys[d] + c * kLanes);
            for (int r = 0; r < kRows; ++r) {
                const __m512i query = _mm512_set1_epi32(static_cast<int>(scratch.queries[r][d]));
                for (int c = 0; c < kColumns; ++c)
                    logits[r][c] = plusPairs(logits[r][c], keys[c], query);
            }
        }
        float shares[kRows];
        for (int r = 0; r < kRows; ++r) {
            shares[r] = toWeights(logits[r]);
            for (int c = 0; c < kColumns; c += 2)
                _mm512_store_si512(scratch.weights[r] + c * kLanes / 2,
                                   (__m512i)_mm512_cvtne2ps_pbh(logits[r][c + 1], logits[r][c]));
        }
        __m512 mixed[kRows][kWide];
        for (auto& of : mixed)
            for (auto& part : of)
                part = _mm512_setzero_ps();
        for (std::int64_t j = 0; j < kKernelArea / 2; ++j) {
            __m512i values[kWide];
            for (int w = 0; w < kWide; ++w)
                values[w] = _mm512_load_si512(scratch.values[j] + w * kLanes);
            for (int r = 0; r < kRows; ++r) {
                const __m512i weight = _mm512_set1_epi32(static_cast<int>(scratch.weights[r][j]));
                for (int w = 0; w < kWide; ++w)
                    mixed[r][w] = plusPairs(mixed[r][w], values[w], weight);
            }
        }
        for (int r = 0; r < kRows; ++r)
            for (int w = 0; w < kWide; ++w)
                store(out + (i + r) * outStride + w * kLanes, masks[w],
                      _mm512_mul_ps(mixed[r][w], _mm512_set1_ps(shares[r])));
    }
}

} // namespace

bool hasWindowAttentionKernel(std::int64_t area, std::int64_t perHead)
{
    static const bool has =
        __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
    return has && area == kKernelArea && perHead <= kKernelPerHead;
}

void windowHeadAttention(const float* qkv, std::int64_t rowStride, std::int64_t apart, const float* bias, float* out,
                         std::int64_t outStride, std::int64_t perHead)
{
    attend(qkv, rowStride, apart, bias, out, outStride, perHead);
}

void windowHeadAttention(const std::uint16_t* qkv, std::int64_t rowStride, std::int64_t apart, const float* bias,
                         std::uint16_t* out, std::int64_t outStride, std::int64_t perHead)
{
    static const bool hasPairs = __builtin_cpu_supports("avx512bf16");
    if (hasPairs && perHead % 2 == 0)
        attendInPairs(qkv, rowStride, apart, bias, out, outStride, perHead);
    else
        attend(qkv, rowStride, apart, bias, out, outStride, perHead);
}

#else

bool hasWindowAttentionKernel(std::int64_t, std::int64_t)
{
    return false;
}

void windowHeadAttention(const float*, std::int64_t, std::int64_t, const float*, float*, std::int64_t, std::int64_t) {}

void windowHeadAttention(const std::uint16_t*, std::int64_t, std::int64_t, const float*, std::uint16_t*, std::int64_t,
                         std::int64_t)
{
}

#endif

} // namespace prolap::model::nn
