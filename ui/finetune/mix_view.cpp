#include "ui/finetune/mix_view.h"

#include <filesystem>

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

#include "core/library/models/model_shelf.h"
#include "ui/finetune/curve_chart.h"
#include "ui/text.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

struct Shown {
    const char* group;
    const char* name;
};
constexpr Shown kShown[] = {{"held_out", "zeroshot_top1"},
                            {"held_out", "t2a_label_map10"},
                            {"control", "zeroshot_top1"},
                            {"control", "t2a_label_map10"}};

QString textOf(const Shown& which)
{
    const bool control = QLatin1String(which.group) == QLatin1String("control");
    const bool named = QLatin1String(which.name) == QLatin1String("zeroshot_top1");
    return control
               ? (named ? MixView::tr("other sounds: right name") : MixView::tr("other sounds: a name finds its kind"))
               : (named ? MixView::tr("your sounds: right name") : MixView::tr("your sounds: a name finds its kind"));
}

} // namespace

MixView::MixView(QWidget* parent)
    : QWidget(parent),
      m_explained(new QLabel),
      m_measure(new QPushButton(tr("Measure mixtures"))),
      m_bar(new QProgressBar),
      m_chart(new CurveChart(tr("What is gained and what is forgotten"), tr("%"))),
      m_slider(new QSlider(Qt::Horizontal)),
      m_share(new QLabel),
      m_figures(new QLabel),
      m_name(new QLineEdit),
      m_save(new QPushButton(tr("Save as a model")))
{
    m_explained->setWordWrap(true);
    m_explained->setTextFormat(Qt::PlainText);
    m_figures->setTextFormat(Qt::PlainText);
    m_figures->setWordWrap(true);
    m_measure->setToolTip(tr("Measures five mixtures in the background, once; the figures are kept with the run"));
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Mixtures measured"));
    m_chart->setXTitle(tr("% of what was learned"));
    m_chart->setPercent();
    m_slider->setRange(0, 100);
    m_slider->setPageStep(25);
    m_slider->setTickInterval(25);
    m_slider->setTickPosition(QSlider::TicksBelow);
    m_slider->setAccessibleName(tr("How much of what was learned"));
    m_slider->setToolTip(tr("Left: the model that the run started from; right: all of what was learned"));
    m_name->setPlaceholderText(tr("Name of the mixture"));
    m_name->setAccessibleName(tr("Name of the mixture"));
    m_name->setToolTip(tr("What the model is called on the page Models"));
    m_save->setToolTip(tr("Puts this mixture among your models; the run's own model stays as it is"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceControls, kSpaceControls, kSpaceControls, kSpaceControls);
    layout->setSpacing(kSpaceControls);
    layout->addWidget(m_explained);
    auto* measuring = new QHBoxLayout;
    measuring->setSpacing(kSpaceControls);
    measuring->addWidget(m_measure);
    measuring->addWidget(m_bar, 1);
    measuring->addStretch(1);
    layout->addLayout(measuring);
    layout->addWidget(m_chart, 1);
    auto* line = new QHBoxLayout;
    line->setSpacing(kSpaceControls);
    line->addWidget(new QLabel(tr("Base")));
    line->addWidget(m_slider, 1);
    line->addWidget(new QLabel(tr("Learned")));
    line->addWidget(m_share);
    layout->addLayout(line);
    layout->addWidget(m_figures);
    auto* saving = new QHBoxLayout;
    saving->setSpacing(kSpaceControls);
    saving->addWidget(m_name, 1);
    saving->addWidget(m_save);
    saving->addStretch(1);
    layout->addLayout(saving);

    connect(m_slider, &QSlider::valueChanged, this, &MixView::showFigures);
    connect(m_name, &QLineEdit::textChanged, this, &MixView::enable);
    connect(m_measure, &QPushButton::clicked, this, &MixView::measure);
    connect(m_save, &QPushButton::clicked, this, &MixView::save);
    connect(&m_measuring, &CommandProcess::progressed, this, [this](const QJsonObject& at) {
        m_bar->setRange(0, at.value(QStringLiteral("total")).toInt());
        m_bar->setValue(at.value(QStringLiteral("done")).toInt());
    });
    connect(&m_measuring, &CommandProcess::ended, this, [this](const CommandProcess::Result& result) {
        if (!result.cancelled && result.exitCode != 0 && !result.errors.isEmpty())
            Q_EMIT failed(result.errors.last());
        if (m_run) {
            m_curve = train::readMixCurve(m_run->mixesFile());
            showCurve();
        }
        Q_EMIT measured();
    });
    connect(&m_saving, &CommandProcess::ended, this, [this](const CommandProcess::Result& result) {
        if (result.exitCode == 0)
            Q_EMIT said(tr("The mixture is among your models: %1.").arg(m_to));
        else if (!result.cancelled && !result.errors.isEmpty())
            Q_EMIT failed(result.errors.last());
        enable();
    });
    enable();
}

void MixView::setRun(const train::Run& run, const train::MixCurve& curve)
{
    const bool another = !m_run || m_run->id != run.id;
    if (another && m_measuring.running())
        m_measuring.cancel();
    m_run = run;
    if (another) {
        m_slider->setValue(qRound(100 * (1 - run.settings.keepBase)));
        m_name->setText(QString());
    }
    if (!m_measuring.running() || another)
        m_curve = curve;
    showCurve();
}

void MixView::showCurve()
{
    const bool done = m_run && m_run->status.state == train::RunState::Done;
    m_explained->setText(
        done ? tr("A model that takes only a part of what was learned keeps more of what it knew. Measure, then choose "
                  "where both curves are high; the run's own model takes %1.")
                   .arg(percentText(1 - m_run->settings.keepBase))
             : tr("When the run is done, this shows how much of what was learned is best to take."));
    std::vector<CurveChart::Named> curves;
    for (const Shown& which : kShown) {
        CurveChart::Named named{textOf(which), {}};
        for (const train::MixPoint& point : m_curve.points) {
            if (const auto value = m_curve.figure(which.group, which.name, point.share))
                named.curve.emplace_back(qRound(100 * point.share), 100 * *value);
        }
        if (!named.curve.empty())
            curves.push_back(std::move(named));
    }
    m_chart->setCurves(curves);
    const bool any = !m_curve.points.empty();
    m_chart->setVisible(any);
    showFigures();
    enable();
}

void MixView::showFigures()
{
    m_share->setText(percentText(m_slider->value() / 100.0));
    QStringList figures;
    for (const Shown& which : kShown) {
        if (const auto value = m_curve.figure(which.group, which.name, m_slider->value() / 100.0))
            figures << tr("%1 %2 %").arg(textOf(which), QLocale().toString(100 * *value, 'f', 1));
    }
    if (!m_curve.points.empty() && m_curve.figure("control", "zeroshot_top1", 0) == std::nullopt)
        figures << tr("what is forgotten is not known: the run had no list under Not to forget");
    m_figures->setText(figures.join(QStringLiteral(" · ")));
}

QString MixView::figuresText() const
{
    return m_figures->text();
}

void MixView::measure()
{
    if (m_measuring.running())
        return m_measuring.cancel();
    if (!m_run)
        return;
    m_bar->setRange(0, 0);
    m_measuring.start({QStringLiteral("runs"), QStringLiteral("mix"), shown(m_run->id), QStringLiteral("--json"),
                       QStringLiteral("--progress")});
    enable();
}

void MixView::save()
{
    if (!m_run || m_saving.running())
        return;
    QString name = m_name->text().trimmed();
    name.replace(QLatin1Char('/'), QLatin1Char('-'));
    const Path to = library::shelfFolder() / pathFrom(name);
    std::error_code error;
    if (std::filesystem::exists(to, error)) {
        Q_EMIT failed(tr("There is a model %1 already; choose another name.").arg(name));
        return;
    }
    m_to = name;
    m_saving.start({QStringLiteral("runs"), QStringLiteral("mix"), shown(m_run->id), QStringLiteral("--share"),
                    QString::number(m_slider->value() / 100.0), QStringLiteral("--out"), localPath(to),
                    QStringLiteral("--json")});
    enable();
}

void MixView::enable()
{
    const bool done = m_run && m_run->status.state == train::RunState::Done;
    const bool measuring = m_measuring.running();
    m_measure->setText(measuring ? tr("Cancel") : tr("Measure mixtures"));
    m_measure->setEnabled(done);
    m_measure->setVisible(measuring || !m_curve.complete);
    m_bar->setVisible(measuring);
    m_slider->setEnabled(done);
    m_name->setEnabled(done && !m_saving.running());
    m_save->setEnabled(done && !m_saving.running() && !m_name->text().trimmed().isEmpty());
}

} // namespace prolap::ui
