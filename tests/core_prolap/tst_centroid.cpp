#include "core/prolap/centroid.h"

#include <cmath>

#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap;

class TstCentroid : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itDoesNotDependOnTheOrder()
    {
        torch::manual_seed(3);
        const torch::Tensor means = torch::nn::functional::normalize(torch::randn({9, 6}, torch::kFloat64));
        const torch::Tensor middle = centroid(means);
        QVERIFY(std::abs(middle.norm().item<double>() - 1) < 1e-12);
        QVERIFY(torch::allclose(middle, centroid(means.index({torch::randperm(9)}))));
    }

    void itLiesInTheMiddle()
    {
        const torch::Tensor angle = torch::tensor({10., 50., 30.}, torch::kFloat64) * (M_PI / 180);
        const torch::Tensor at = torch::stack({angle.cos(), angle.sin()}, 1);
        QVERIFY(torch::allclose(centroid(at.slice(0, 0, 2)), at[2]));
    }
};

PROLAP_TEST(TstCentroid)
#include "tst_centroid.moc"
