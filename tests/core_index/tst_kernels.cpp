#include "core/index/half.h"
#include "core/index/kernels.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <random>
#include <vector>

#include <QTest>

using namespace prolap::index;

class TstKernels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void codeProductsAreIntegerSums()
    {
        std::mt19937 random(2);
        for (const std::size_t stride : {32U, 96U, 1024U}) {
            const std::size_t rows = 7; // a group of four and three single ones
            std::vector<std::int8_t> codes(rows * stride);
            std::vector<std::int16_t> query(stride);
            for (auto& code : codes)
                code = static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127);
            for (auto& code : query)
                code = static_cast<std::int16_t>(static_cast<int>(random() % (2 * kLargestQueryCode + 1)) -
                                                 kLargestQueryCode);
            for (const Kernels* form : {&portableKernels(), &kernels()}) {
                std::vector<std::int64_t> products(rows);
                form->codeProducts(codes.data(), rows, stride, query.data(), products.data());
                for (std::size_t row = 0; row < rows; ++row) {
                    std::int64_t expected = 0;
                    for (std::size_t d = 0; d < stride; ++d)
                        expected += std::int64_t(codes[row * stride + d]) * query[d];
                    QCOMPARE(products[row], expected);
                }
            }
        }
    }

    void largestCodesDoNotOverflow()
    {
        const std::size_t stride = kLargestStride;
        const std::vector<std::int8_t> codes(stride, -127);
        const std::vector<std::int16_t> query(stride, kLargestQueryCode);
        const std::int64_t expected = std::int64_t(stride) * -127 * kLargestQueryCode;
        for (const Kernels* form : {&portableKernels(), &kernels()}) {
            std::int64_t product = 0;
            form->codeProducts(codes.data(), 1, stride, query.data(), &product);
            QCOMPARE(product, expected);
        }
    }

    void halfProductsAreTheSameBitForBit()
    {
        std::mt19937 random(3);
        std::normal_distribution<float> normal;
        for (const std::size_t stride : {32U, 512U, 1056U}) {
            std::vector<std::uint16_t> halves(stride);
            std::vector<float> query(stride);
            double expected = 0;
            for (std::size_t d = 0; d < stride; ++d) {
                halves[d] = toHalf(normal(random));
                query[d] = normal(random);
                expected += double(fromHalf(halves[d])) * double(query[d]);
            }
            const double portable = portableKernels().halfProduct(halves.data(), query.data(), stride);
            QVERIFY(std::abs(portable - expected) < 1e-11);
            QCOMPARE(kernels().halfProduct(halves.data(), query.data(), stride), portable);
        }
    }
};

PROLAP_TEST(TstKernels)
#include "tst_kernels.moc"
