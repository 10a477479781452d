#include "core/library/query/inclusion_scan.h"

#include "core/index/half.h"
#include "core/prolap/inclusion.h"
#include "tests/support/test_main.h"

#include <cmath>
#include <vector>

#include <QTest>

using namespace prolap;

/// The search's own inclusion, which knows no torch, against the one of the papers.
class TstInclusionScan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheMeasure()
    {
        torch::manual_seed(3);
        for (const int dim : {1, 7, 32, 33, 256}) {
            for (const double spread : {0.1, 1.0, 4.0}) {
                const auto draw = [&] {
                    const torch::Tensor mean = torch::nn::functional::normalize(torch::randn({1, dim}));
                    return Gaussians{mean.to(torch::kHalf).to(torch::kFloat64),
                                     (spread * torch::randn({1, dim}) - 6).to(torch::kHalf).to(torch::kFloat64)};
                };
                const Gaussians query = draw(), clip = draw();
                const auto floats = [](const torch::Tensor& row) {
                    const torch::Tensor values = row.to(torch::kFloat32).contiguous();
                    return std::vector<float>(values.const_data_ptr<float>(),
                                              values.const_data_ptr<float>() + values.numel());
                };
                std::vector<std::uint16_t> mean, logVar;
                for (const float value : floats(clip.mean))
                    mean.push_back(index::toHalf(value));
                for (const float value : floats(clip.logVar))
                    logVar.push_back(index::toHalf(value));
                const double expected =
                    inclusion(query, clip, InclusionForm::Exact, InclusionReduction::Mean).item<double>();
                const double found =
                    library::InclusionScan(floats(query.mean), floats(query.logVar)).of(mean.data(), logVar);
                QVERIFY2(std::abs(found - expected) < 1e-6 * (1 + std::abs(expected)),
                         qPrintable(QString("%1 instead of %2").arg(found).arg(expected)));
            }
        }
    }
};

PROLAP_TEST(TstInclusionScan)
#include "tst_inclusion_scan.moc"
