#include "core/error.h"
#include "core/index/half.h"
#include "core/index/top_k.h"
#include "tests/core_index/random_rows.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <QTest>

using namespace prolap;
using namespace prolap::index;

namespace {

Matrix matrixOf(const std::vector<NewRow>& rows)
{
    Matrix matrix = Matrix::inMemory(rows.front().vector.size());
    matrix.append(rows, 1);
    return matrix;
}

/// What topK promises, in the plainest way.
std::vector<ScoredRow> naive(const MatrixView& view, const std::vector<std::vector<float>>& vectors,
                             const RowGroups* groups, const TopKQuery& query)
{
    std::vector<std::pair<double, std::size_t>> all;
    for (std::size_t row = 0; row < view.size(); ++row) {
        const std::size_t group = groups ? groups->groupOfRow(row) : row;
        if (!query.allowed.empty() && !query.allowed[group])
            continue;
        const std::vector<float>& vector = vectors[row];
        double score = 0;
        for (std::size_t d = 0; d < vector.size(); ++d)
            score += double(vector[d]) * double(query.vector[d]);
        all.emplace_back(-(score + double(query.biasWeight) * double(view.bias(row)) +
                           (query.bonus.empty() ? 0.0 : double(query.bonus[group]))),
                         row);
    }
    std::sort(all.begin(), all.end());
    std::vector<ScoredRow> best;
    std::map<std::size_t, bool> seen;
    for (const auto& [negative, row] : all) {
        if (best.size() == query.k)
            break;
        if (!groups || !std::exchange(seen[groups->groupOfRow(row)], true))
            best.push_back({row, static_cast<float>(-negative)});
    }
    return best;
}

std::vector<std::vector<float>> vectorsOf(const MatrixView& view)
{
    std::vector<std::vector<float>> vectors;
    for (std::size_t row = 0; row < view.size(); ++row)
        vectors.push_back(view.vector(row));
    return vectors;
}

void compare(const std::vector<ScoredRow>& found, const std::vector<ScoredRow>& expected)
{
    QCOMPARE(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        QCOMPARE(found[i].row, expected[i].row);
        QVERIFY(std::abs(found[i].score - expected[i].score) < 1e-6F);
    }
}

} // namespace

class TstTopK : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isWhatANaiveSearchFinds_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("dim");
        QTest::addColumn<int>("k");
        QTest::newRow("one") << 1 << 16 << 10;
        QTest::newRow("k beyond n") << 50 << 100 << 200;
        QTest::newRow("small dimension") << 5000 << 3 << 20;
        QTest::newRow("k of 1") << 3000 << 128 << 1;
        QTest::newRow("several blocks") << 9000 << 1024 << 100;
        QTest::newRow("odd dimension") << 4000 << 77 << 37;
    }
    void isWhatANaiveSearchFinds()
    {
        QFETCH(int, count);
        QFETCH(int, dim);
        QFETCH(int, k);
        const test::RandomRows made(static_cast<std::size_t>(count), static_cast<std::size_t>(dim), 11);
        const Matrix matrix = matrixOf(made.rows);
        const MatrixView view = matrix.view();
        const auto vectors = vectorsOf(view);
        RowGroups groups;
        groups.extend(view);
        std::mt19937 random(12);
        std::vector<std::uint8_t> allowed(view.size());
        for (auto& byte : allowed)
            byte = random() % 3 == 0;
        std::vector<float> bonus(view.size());
        for (auto& value : bonus)
            value = random() % 20 == 0 ? 0.3F : 0.0F;
        const test::RandomRows queries(2, static_cast<std::size_t>(dim), 13);
        for (const NewRow& query : queries.rows) {
            for (const RowGroups* grouping : {static_cast<const RowGroups*>(nullptr), &std::as_const(groups)}) {
                for (const auto& mask : {std::span<const std::uint8_t>(), std::span<const std::uint8_t>(allowed)}) {
                    for (const int threads : {1, 3}) {
                        for (const float weight : {0.0F, 1.0F, 5.0F}) {
                            const TopKQuery asked{
                                query.vector,
                                weight,
                                static_cast<std::size_t>(k),
                                mask,
                                threads,
                                weight == 5 ? std::span<const float>(bonus) : std::span<const float>()};
                            compare(*topK(view, grouping, asked), naive(view, vectors, grouping, asked));
                        }
                    }
                }
            }
        }
    }

    void nothingFromNothing()
    {
        const Matrix matrix = Matrix::inMemory(8);
        const std::vector<float> query(8, 1);
        QVERIFY(topK(matrix.view(), nullptr, {query})->empty());
        const test::RandomRows made(5, 8, 1);
        const Matrix five = matrixOf(made.rows);
        QVERIFY(topK(five.view(), nullptr, {.vector = query, .k = 0})->empty());
        const std::vector<std::uint8_t> none(5, 0);
        QVERIFY(topK(five.view(), nullptr, {.vector = query, .allowed = none})->empty());
    }

    void equalScoresAreOrderedByRow()
    {
        const std::vector<float> vector = {0.6F, 0.8F};
        std::vector<NewRow> rows;
        for (std::int64_t i = 0; i < 5000; ++i)
            rows.push_back({{WindowId{i + 1}, ClipId{5000 - i}, 0, 1}, vector, -0.25F});
        const Matrix matrix = matrixOf(rows);
        RowGroups groups;
        groups.extend(matrix.view());
        for (const int threads : {1, 2}) {
            const auto found = *topK(matrix.view(), &groups, {.vector = vector, .k = 7, .threads = threads});
            QCOMPARE(found.size(), std::size_t(7));
            for (std::size_t i = 0; i < found.size(); ++i)
                QCOMPARE(found[i].row, i);
        }
    }

    void rowsThatTheCodesCannotTellApartAreStillInOrder()
    {
        // Differences far below a step of the 8-bit codes: only the exact second pass orders them.
        std::vector<std::vector<float>> vectors;
        for (int i = 0; i < 3000; ++i)
            vectors.push_back({1, fromHalf(static_cast<std::uint16_t>(0x0400 + i * 7919 % 3000))});
        std::vector<NewRow> rows;
        for (std::size_t i = 0; i < vectors.size(); ++i)
            rows.push_back({{WindowId{static_cast<std::int64_t>(i) + 1}, ClipId{1}, 0, 1}, vectors[i], 0});
        const Matrix matrix = matrixOf(rows);
        const std::vector<float> query = {0.1F, 1};
        const TopKQuery asked{query, 1, 50, {}, 1};
        compare(*topK(matrix.view(), nullptr, asked), naive(matrix.view(), vectorsOf(matrix.view()), nullptr, asked));
    }

    void zeroVectorsAndZeroQueries()
    {
        const std::vector<float> zero(16, 0), one(16, 0.25F);
        const Matrix matrix =
            matrixOf({{{WindowId{1}, ClipId{1}, 0, 1}, zero, 0}, {{WindowId{2}, ClipId{2}, 0, 1}, one, -0.5F}});
        const auto byBias = *topK(matrix.view(), nullptr, {.vector = zero});
        QCOMPARE(byBias.size(), std::size_t(2));
        QVERIFY((byBias[0] == ScoredRow{0, 0.0F}));
        QVERIFY((byBias[1] == ScoredRow{1, -0.5F}));
    }

    void theWindowThatSpeaksBestStandsForItsClip()
    {
        const std::vector<float> low = {1, 0}, high = {0.8F, 0.6F};
        const Matrix matrix = matrixOf({{{WindowId{1}, ClipId{7}, 0, 10}, low, 0},
                                        {{WindowId{2}, ClipId{8}, 0, 10}, low, 0},
                                        {{WindowId{3}, ClipId{7}, 10, 20}, high, 0}});
        RowGroups groups;
        groups.extend(matrix.view());
        const auto found = *topK(matrix.view(), &groups, {.vector = high});
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0].row, std::size_t(2)); // the second window of clip 7, apart from its first
        QCOMPARE(found[1].row, std::size_t(1));
    }

    void stopsAndRefuses()
    {
        const test::RandomRows made(100, 8, 1);
        const Matrix matrix = matrixOf(made.rows);
        std::stop_source stopped;
        stopped.request_stop();
        const std::vector<float> query(8, 1);
        QVERIFY(!topK(matrix.view(), nullptr, {query}, stopped.get_token()));
        const std::vector<float> shorter(7, 1);
        QVERIFY_EXCEPTION_THROWN(topK(matrix.view(), nullptr, {shorter}), Error);
        std::vector<float> wrong = query;
        wrong[3] = std::nanf("");
        QVERIFY_EXCEPTION_THROWN(topK(matrix.view(), nullptr, {wrong}), Error);
    }
};

PROLAP_TEST(TstTopK)
#include "tst_top_k.moc"
