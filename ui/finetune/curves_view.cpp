#include "ui/finetune/curves_view.h"

#include <algorithm>

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

#include "ui/finetune/curve_chart.h"
#include "ui/text.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

QString termText(const std::string& name)
{
    return name == "loss"               ? CurvesView::tr("all together")
           : name == "ppcl"             ? CurvesView::tr("pairs (PPCL)")
           : name == "info_nce"         ? CurvesView::tr("contrast (InfoNCE)")
           : name == "label"            ? CurvesView::tr("kinds")
           : name == "inclusion_cross"  ? CurvesView::tr("clip in caption")
           : name == "inclusion_levels" ? CurvesView::tr("level in level")
           : name == "vib"              ? CurvesView::tr("bottleneck (VIB)")
                                        : shown(name);
}

bool isTerm(const std::string& name)
{
    return name != "learning_rate" && name != "gradient_norm" && name != "vib"; // VIB is of another size altogether
}

} // namespace

CurvesView::CurvesView(QWidget* parent)
    : QWidget(parent),
      m_losses(new CurveChart(tr("Loss"), tr("loss"))),
      m_validation(new CurveChart(tr("Found among clips that choose the best weights"), tr("mAP@10"))),
      m_rate(new CurveChart(tr("Learning rate"), tr("rate"))),
      m_gradient(new CurveChart(tr("Gradient"), tr("norm"))),
      m_other(new QComboBox)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(kSpaceControls, kSpaceControls, kSpaceControls, kSpaceControls);
    grid->setSpacing(kSpaceControls);
    grid->addWidget(m_losses, 0, 0);
    grid->addWidget(m_validation, 0, 1);
    grid->addWidget(m_rate, 1, 0);
    grid->addWidget(m_gradient, 1, 1);
    grid->setRowStretch(0, 3);
    grid->setRowStretch(1, 2);
    m_other->setToolTip(tr("Lays the curves of another run over these"));
    m_other->setAccessibleName(tr("Compare with"));
    auto* otherLabel = new QLabel(tr("Compare with"));
    otherLabel->setBuddy(m_other);
    auto* beside = new QHBoxLayout;
    beside->setSpacing(kSpaceControls);
    beside->addWidget(otherLabel);
    beside->addWidget(m_other);
    beside->addStretch(1);
    grid->addLayout(beside, 2, 0, 1, 2);
    connect(m_other, &QComboBox::activated, this, &CurvesView::otherChosen);
}

void CurvesView::setRun(const train::Run& run, const std::vector<train::Run>& all)
{
    QStringList ids{QString()};
    for (const train::Run& each : all) {
        if (each.id != run.id)
            ids << shown(each.id);
    }
    QStringList before;
    for (int i = 0; i < m_other->count(); ++i)
        before << m_other->itemData(i).toString();
    if (ids != before) {
        const QString chosen = run.id == m_run ? m_other->currentData().toString() : QString();
        m_other->clear();
        m_other->addItem(tr("nothing"), QString());
        for (const train::Run& each : all) {
            if (each.id != run.id)
                m_other->addItem(shown(each.name()) + QStringLiteral(" · ") + shown(each.id), shown(each.id));
        }
        m_other->setCurrentIndex(std::max(0, m_other->findData(chosen)));
    }
    m_run = run.id;
}

std::string CurvesView::other() const
{
    return m_other->currentData().toString().toStdString();
}

void CurvesView::show(const train::RunMetrics& metrics, const train::RunMetrics& other)
{
    std::vector<CurveChart::Named> losses, validation, rate, gradient;
    const auto add = [](std::vector<CurveChart::Named>& chart, const train::RunMetrics& of, const std::string& name,
                        const QString& shownName) {
        for (const auto* curves : {&of.terms, &of.validation}) {
            const auto found = curves->find(name);
            if (found != curves->end())
                chart.push_back({shownName, found->second});
        }
    };
    for (const auto& [name, curve] : metrics.terms) {
        if (isTerm(name))
            losses.push_back({termText(name), curve});
    }
    add(validation, metrics, "t2a_label_map10", tr("a name finds its kind"));
    add(validation, metrics, "t2a_map10", tr("a caption finds its clip"));
    add(rate, metrics, "learning_rate", tr("learning rate"));
    add(gradient, metrics, "gradient_norm", tr("gradient norm"));
    if (const QString name = m_other->currentText(); !this->other().empty()) {
        add(losses, other, "loss", tr("%1: all together").arg(name));
        add(validation, other, "t2a_label_map10", tr("%1: a name finds its kind").arg(name));
        add(validation, other, "t2a_map10", tr("%1: a caption finds its clip").arg(name));
        add(rate, other, "learning_rate", name);
        add(gradient, other, "gradient_norm", name);
    }
    m_losses->setCurves(losses);
    m_validation->setCurves(validation);
    m_rate->setCurves(rate);
    m_gradient->setCurves(gradient);
}

} // namespace prolap::ui
