#include <nlohmann/json.hpp>
#include <torch/torch.h>

#include "core/prolap/distillation_loss.h"
#include "core/prolap/inclusion_loss.h"
#include "core/prolap/info_nce.h"
#include "core/prolap/mask_repulsive_loss.h"
#include "core/prolap/ppcl.h"
#include "core/prolap/siglip.h"
#include "core/prolap/similarity.h"
#include "core/prolap/vib.h"
#include "tests/support/test_main.h"

#include <QProcess>
#include <QTest>

using namespace prolap;

/// The formulas against reference.py, which works them out by plain PyTorch from Python.
class TstReference : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString python = qEnvironmentVariable("PROLAP_PYTHON");
        if (python.isEmpty() || !QFile::exists(python))
            QSKIP("PROLAP_PYTHON names no Python with PyTorch");
        QProcess process;
        process.start(python, {qEnvironmentVariable("PROLAP_SOURCE_DIR") + "/tests/core_prolap/reference.py"});
        QVERIFY(process.waitForFinished(120000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        m_expected = nlohmann::json::parse(process.readAllStandardOutput().toStdString());
        m_audio = {tensor("audio_mean"), tensor("audio_log_var")};
        m_text = {tensor("text_mean"), tensor("text_log_var")};
        m_targets = tensor("targets") > .5;
    }

    void distances()
    {
        compare(csd(m_audio, m_text), "csd");
        compare(similarityMatrix(m_audio, m_text), "similarity_matrix");
    }

    void inclusionMeasures()
    {
        compare(inclusionMeasure(m_audio, m_text), "inclusion_measure");
        compare(inclusionMeasure(m_audio, m_text, InclusionForm::ProLip), "inclusion_measure_prolip");
    }

    void losses()
    {
        compare(ppclLoss(m_audio, m_text, m_targets, tensor("log_scale"), tensor("bias")), "ppcl");
        compare(infoNceLoss(m_audio.mean, m_text.mean, m_targets, tensor("log_temperature")), "info_nce");
        InclusionLossOptions options;
        options.c = m_expected["steepness"].get<double>();
        compare(inclusionLoss(m_audio, m_text, options), "inclusion_loss");
        compare(inclusionLoss(m_audio, m_text, {1000, InclusionForm::ProLip}), "inclusion_loss_prolip");
        compare(vibLoss(m_audio), "vib");
        compare(distillationLoss(m_audio.mean, 3 * m_text.mean), "distillation");
        compare(siglipLoss(m_audio.mean, m_text.mean, m_targets, tensor("log_scale"), tensor("bias")), "siglip");
    }

    void lossesOfViews()
    {
        const torch::Tensor means = tensor("view_means"), logVars = tensor("view_log_vars");
        std::vector<Gaussians> views;
        for (std::int64_t l = 0; l < means.size(0); ++l)
            views.push_back({means[l], logVars[l]});
        InclusionLossOptions options;
        options.c = m_expected["steepness"].get<double>();
        compare(hierarchicalInclusionLoss(views, options), "hierarchical");
        compare(maskRepulsiveLoss(views, ~m_targets, tensor("log_scale"), tensor("bias")), "repulsive");
        compare(mixtureInclusionLoss(m_audio, m_text, std::span(views).subspan(1), options), "mixture");
    }

private:
    torch::Tensor tensor(const char* name) const
    {
        std::vector<double> values;
        std::vector<std::int64_t> shape;
        const auto& json = m_expected.at(name);
        for (const auto* level = &json; level->is_array(); level = &level->front())
            shape.push_back(static_cast<std::int64_t>(level->size()));
        for (const auto& item : json.flatten())
            values.push_back(item.get<double>());
        // flatten() sorts its keys as text: true to the order while no axis has more than ten entries.
        return torch::tensor(values, torch::kFloat64).view(shape);
    }

    void compare(const torch::Tensor& value, const char* name) const
    {
        QVERIFY2(torch::allclose(value, tensor(name), /*rtol=*/1e-9, /*atol=*/1e-10), name);
    }

    nlohmann::json m_expected;
    Gaussians m_audio, m_text;
    torch::Tensor m_targets;
};

PROLAP_TEST(TstReference)
#include "tst_reference.moc"
