#include "core/index/top_k.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <random>
#include <vector>

#include <QTest>

#ifdef PROLAP_HAVE_FAISS
#include <faiss/IndexFlat.h>
#endif

using namespace prolap;
using namespace prolap::index;

namespace {

/// Vectors of length about 1 and their matrix. Values are uniform, as only speed matters here.
struct Library {
    Library(std::size_t rows, std::size_t dim) : matrix(Matrix::inMemory(dim)), m_dim(dim), m_random(1)
    {
        std::vector<float> values;
        std::vector<NewRow> part;
        for (std::size_t row = 0; row < rows;) {
            const std::size_t count = std::min<std::size_t>(4096, rows - row);
            values.assign(count * dim, 0);
            for (float& value : values)
                value = next();
            part.clear();
            for (std::size_t i = 0; i < count; ++i, ++row) {
                const auto id = static_cast<std::int64_t>(row);
                part.push_back(
                    {{WindowId{id + 1}, ClipId{id / 3 + 1}, 0, 10}, {&values[i * dim], dim}, -0.05F * next()});
            }
            matrix.append(part, 1);
        }
        view = matrix.view();
        groups.extend(view);
    }

    float next()
    {
        const auto bits = static_cast<float>(m_random() >> 8);
        return (bits / 8388608.0F - 1) * 1.732F / std::sqrt(static_cast<float>(m_dim));
    }
    std::vector<float> query()
    {
        std::vector<float> values(m_dim);
        for (float& value : values)
            value = next();
        return values;
    }

    Matrix matrix;
    MatrixView view;
    RowGroups groups;

private:
    std::size_t m_dim;
    std::minstd_rand m_random;
};

struct Times {
    double p50 = 0, p99 = 0;
};

/// Milliseconds of `search` over `count` queries, after two to warm up.
Times timesOf(Library& library, int count, const std::function<void(const std::vector<float>&)>& search)
{
    std::vector<double> ms;
    for (int i = -2; i < count; ++i) {
        const std::vector<float> query = library.query();
        const auto began = std::chrono::steady_clock::now();
        search(query);
        if (i >= 0)
            ms.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
    }
    std::sort(ms.begin(), ms.end());
    return {ms[ms.size() / 2], ms[std::min(ms.size() - 1, ms.size() * 99 / 100)]};
}

void report(const char* what, const Times& times)
{
    qInfo("%-44s p50 %7.2f ms   p99 %7.2f ms", what, times.p50, times.p99);
}

} // namespace

/// Times of the search, to be run on an idle machine: tst_bench_index TstTopKSpeed
class TstTopKSpeed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hundredThousandWindowsOf1024() { measure(100'000, 1024, true); }
    void oneMillionWindowsOf256()
    {
        if (qEnvironmentVariableIntValue("PROLAP_BENCH_LARGE") == 0)
            QSKIP("set PROLAP_BENCH_LARGE=1: it takes 1 GB of memory");
        measure(1'000'000, 256, false);
    }
    void oneMillionWindowsOf1024()
    {
        if (qEnvironmentVariableIntValue("PROLAP_BENCH_LARGE") == 0)
            QSKIP("set PROLAP_BENCH_LARGE=1: it takes 3 GB of memory");
        measure(1'000'000, 1024, false);
    }

private:
    void measure(std::size_t rows, std::size_t dim, bool compare)
    {
        Library library(rows, dim);
        const auto ours = [&](int threads, std::size_t k) {
            return [&library, threads, k](const std::vector<float>& query) {
                topK(library.view, &library.groups, {.vector = query, .k = k, .threads = threads});
            };
        };
        qInfo("%zu windows of %zu dimensions, best window of each of the 100 best clips", rows, dim);
        const Times parallel = timesOf(library, 40, ours(0, 100));
        report("all cores", parallel);
        report("one core", timesOf(library, 20, ours(1, 100)));
        if (!compare)
            return;

        std::vector<float> floats;
        for (std::size_t row = 0; row < rows; ++row) {
            const auto vector = library.view.vector(row);
            floats.insert(floats.end(), vector.begin(), vector.end());
        }
        const Times naive = timesOf(library, 5, [&](const std::vector<float>& query) {
            std::vector<std::pair<float, std::size_t>> scores(rows);
            for (std::size_t row = 0; row < rows; ++row) {
                float sum = library.view.bias(row);
                for (std::size_t d = 0; d < dim; ++d)
                    sum += floats[row * dim + d] * query[d];
                scores[row] = {-sum, row};
            }
            std::partial_sort(scores.begin(), scores.begin() + 100, scores.end());
        });
        report("a plain loop over floats, one core", naive);
#ifdef PROLAP_HAVE_FAISS
        faiss::IndexFlatIP flat(static_cast<std::int64_t>(dim));
        flat.add(static_cast<std::int64_t>(rows), floats.data());
        report("FAISS IndexFlatIP (rows, no clips), all cores",
               timesOf(library, 20, [&](const std::vector<float>& query) {
                   std::vector<float> scores(100);
                   std::vector<std::int64_t> labels(100);
                   flat.search(1, query.data(), 100, scores.data(), labels.data());
               }));
#endif
        QVERIFY2(parallel.p50 * 3 < naive.p50, "the search is not much better than a plain loop");
    }
};

PROLAP_TEST(TstTopKSpeed)
#include "tst_top_k_speed.moc"
