#include <torch/torch.h>

#include "core/train/adam_w.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap::train;

/// Our AdamW against torch::optim::AdamW, on a problem of two tensors.
class TstAdamW : public QObject {
    Q_OBJECT

    struct Problem {
        torch::Tensor matrix, bias;

        Problem()
        {
            torch::manual_seed(5);
            matrix = torch::randn({4, 3}, torch::kFloat64).set_requires_grad(true);
            bias = torch::randn({4}, torch::kFloat64).set_requires_grad(true);
        }
        torch::Tensor loss(std::int64_t step) const
        {
            torch::manual_seed(100 + static_cast<std::uint64_t>(step));
            const torch::Tensor x = torch::randn({8, 3}, torch::kFloat64);
            return (torch::mm(x, matrix.t()) + bias).tanh().square().sum();
        }
    };

private Q_SLOTS:
    void stepsAsPyTorchDoes()
    {
        const Problem ours, theirs;
        AdamW adamW({{"matrix", ours.matrix, 1, .05}, {"bias", ours.bias, .5, 0}}, {.9, .98, 1e9});
        torch::optim::AdamWOptions matrixOptions(1e-2), biasOptions(5e-3);
        matrixOptions.weight_decay(.05).betas({.9, .98});
        biasOptions.weight_decay(0).betas({.9, .98});
        std::vector<torch::optim::OptimizerParamGroup> groups;
        groups.emplace_back(std::vector<torch::Tensor>{theirs.matrix},
                            std::make_unique<torch::optim::AdamWOptions>(matrixOptions));
        groups.emplace_back(std::vector<torch::Tensor>{theirs.bias},
                            std::make_unique<torch::optim::AdamWOptions>(biasOptions));
        torch::optim::AdamW reference(groups, torch::optim::AdamWOptions(1e-2));
        for (std::int64_t step = 1; step <= 25; ++step) {
            adamW.clearGradients();
            ours.loss(step).backward();
            adamW.step(1e-2, step, adamW.gradientNorm());
            reference.zero_grad();
            theirs.loss(step).backward();
            reference.step();
        }
        QVERIFY(torch::allclose(ours.matrix, theirs.matrix, 1e-10, 1e-12));
        QVERIFY(torch::allclose(ours.bias, theirs.bias, 1e-10, 1e-12));
        QVERIFY(!torch::allclose(ours.matrix, Problem().matrix, 1e-2));
    }

    /// A gradient twice as long as allowed moves as one of the allowed length.
    void longGradientsAreShortened()
    {
        const Problem problem;
        AdamW adamW({{"matrix", problem.matrix, 1, 0}, {"bias", problem.bias, 1, 0}}, {.9, .98, 1});
        (1000 * problem.loss(1)).backward();
        const double norm = adamW.gradientNorm();
        QVERIFY(norm > 100);
        const double expected = std::sqrt(problem.matrix.grad().square().sum().item<double>() +
                                          problem.bias.grad().square().sum().item<double>());
        QVERIFY(std::abs(norm - expected) < 1e-9 * expected);
        adamW.step(1e-2, 1, norm);
        const double first = std::sqrt(adamW.first().at("matrix").square().sum().item<double>() +
                                       adamW.first().at("bias").square().sum().item<double>());
        QVERIFY(std::abs(first - .1) < 1e-6); // (1 - beta1) times length 1
    }
};

PROLAP_TEST(TstAdamW)
#include "tst_adam_w.moc"
