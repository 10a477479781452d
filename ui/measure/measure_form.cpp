#include "ui/measure/measure_form.h"

#include <algorithm>

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/measure/eval_result.h"
#include "ui/settings.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

constexpr const char* kProtocols[] = {"retrieval", "zeroshot", "traversal", "inclusion", "uncertainty"};

QString explained(const QString& protocol)
{
    if (protocol == QLatin1String("retrieval"))
        return MeasureForm::tr("Whether captions find their clips, and clips their captions");
    if (protocol == QLatin1String("zeroshot"))
        return MeasureForm::tr("Whether clips are told apart by the captions of their labels");
    if (protocol == QLatin1String("traversal"))
        return MeasureForm::tr("Whether a walk from a clip to the general meets the clip's own captions");
    if (protocol == QLatin1String("inclusion"))
        return MeasureForm::tr("Whether clips lie inside their captions, and specific captions in general ones");
    return MeasureForm::tr("What the uncertainty follows, and whether the match probability means what it says");
}

QByteArray encoded(const Path& path)
{
    return QByteArray::fromStdString(path.native());
}

} // namespace

MeasureForm::MeasureForm(QWidget* parent)
    : QWidget(parent),
      m_source(new QComboBox),
      m_dataLine(new QWidget),
      m_data(new QLineEdit),
      m_query(new QLineEdit),
      m_split(new QComboBox),
      m_way(new QComboBox),
      m_points(new QSpinBox),
      m_first(new QComboBox),
      m_second(new QComboBox),
      m_cache(new QCheckBox(tr("&Keep what the encoders hear"))),
      m_problem(new QLabel),
      m_start(new QPushButton(tr("&Measure")))
{
    m_source->addItem(tr("A file or folder"));
    m_source->addItem(tr("This library's captions"));
    m_source->setToolTip(tr("Where sounds with captions come from"));
    m_data->setPlaceholderText(tr("CSV, AudioCaps, Clotho or folder"));
    m_data->setToolTip(tr("A CSV with the columns path and caption (or caption1 to caption4), AudioCaps or Clotho as "
                          "published, or a folder of sounds with captions in .txt or .json beside them"));
    m_data->setAccessibleName(tr("File or folder of captioned sounds"));
    auto* browse = new QPushButton(tr("Choose…"));
    browse->setToolTip(tr("Choose a CSV or a folder"));
    auto* menu = new QMenu(browse);
    menu->addAction(tr("&CSV file…"), this, &MeasureForm::browseFile);
    menu->addAction(icon("folder"), tr("&Folder…"), this, &MeasureForm::browseFolder);
    browse->setMenu(menu);
    auto* dataLine = new QHBoxLayout(m_dataLine);
    dataLine->setContentsMargins(0, 0, 0, 0);
    dataLine->setSpacing(kSpaceInner);
    dataLine->addWidget(m_data, 1);
    dataLine->addWidget(browse);
    m_query->setText(QStringLiteral("*"));
    m_query->setToolTip(tr("Which clips: tag:NAME, -tag:NAME, folder:DIR, or * for all"));
    m_query->setAccessibleName(tr("Which clips of the library"));
    m_split->setEditable(true);
    m_split->lineEdit()->setAccessibleName(tr("Split"));
    m_split->lineEdit()->setToolTip(tr("Rows of this split; all rows where the data have none"));
    m_split->addItems({QStringLiteral("test"), QStringLiteral("val"), QStringLiteral("train")});
    m_split->setToolTip(tr("Rows of this split; all rows where the data have none"));

    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(kSpaceControls);
    form->addRow(tr("&Sounds"), m_source);
    form->addRow(QString(), m_dataLine);
    form->addRow(QString(), m_query);
    form->addRow(tr("S&plit"), m_split);
    auto* measures = new QVBoxLayout;
    measures->setSpacing(kSpaceInner);
    for (const char* protocol : kProtocols) {
        const QString id = QLatin1String(protocol);
        auto* box = new QCheckBox(protocolTitle(id));
        box->setChecked(true);
        box->setToolTip(explained(id));
        connect(box, &QCheckBox::toggled, this, &MeasureForm::check);
        measures->addWidget(box);
        m_measures.emplace_back(id, box);
    }
    form->addRow(tr("Measures"), measures);
    const std::pair<const char*, QString> ways[] = {{"centroid", tr("Line to the centroid")},
                                                    {"empty", tr("Line to the empty caption")},
                                                    {"inclusive", tr("Line to the caption that holds most")},
                                                    {"masked", tr("Line to the masked caption")},
                                                    {"climb", tr("Climb by uncertainty")}};
    for (const auto& [id, text] : ways)
        m_way->addItem(text, QLatin1String(id));
    m_way->setToolTip(tr("The traversal whose levels are charted; the table has all of them"));
    m_points->setRange(2, 10000);
    m_points->setValue(50);
    m_points->setToolTip(tr("Points on the way"));
    m_points->setAccessibleName(tr("Points on the way"));
    m_points->setSuffix(tr(" points"));
    auto* wayLine = new QHBoxLayout;
    wayLine->setSpacing(kSpaceInner);
    wayLine->addWidget(m_way, 1);
    wayLine->addWidget(m_points);
    auto* wayLabel = new QLabel(tr("&Traversal"));
    wayLabel->setBuddy(m_way);
    m_way->setAccessibleName(tr("Traversal"));
    m_way->setMinimumContentsLength(12);
    m_way->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    form->addRow(wayLabel, wayLine);
    for (QComboBox* box : {m_first, m_second}) {
        box->setMinimumContentsLength(16);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        connect(box, &QComboBox::currentIndexChanged, this, &MeasureForm::check);
    }
    m_first->setToolTip(tr("The model to measure"));
    m_second->setToolTip(tr("Another model to set beside it"));
    form->addRow(tr("M&odel"), m_first);
    form->addRow(tr("&Beside"), m_second);
    m_cache->setToolTip(
        tr("On the disk, so that the next time on these sounds takes seconds; calculates exactly (fp32)"));
    form->addRow(QString(), m_cache);

    m_problem->setWordWrap(true);
    m_problem->setProperty("dim", true);
    m_start->setDefault(true);
    m_start->setToolTip(tr("Measure, in a program of its own; the window stays free"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, kSpaceControls, 0);
    layout->setSpacing(kSpaceGroups);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addWidget(m_start);
    layout->addStretch(1);

    connect(m_source, &QComboBox::currentIndexChanged, this, [this, form](int source) {
        form->setRowVisible(m_dataLine, source == 0);
        form->setRowVisible(m_query, source == 1);
        check();
    });
    form->setRowVisible(m_query, false);
    connect(m_data, &QLineEdit::textChanged, this, &MeasureForm::check);
    connect(m_query, &QLineEdit::textChanged, this, &MeasureForm::check);
    connect(m_start, &QPushButton::clicked, this, &MeasureForm::startWanted);
    check();
}

void MeasureForm::setModels(const std::vector<Model>& models, int inUse)
{
    for (QComboBox* box : {m_first, m_second}) {
        const QSignalBlocker quiet(box);
        const QVariant before = box->currentData();
        box->clear();
        if (box == m_second)
            box->addItem(tr("Nothing"), QByteArray());
        for (const Model& model : models)
            box->addItem(model.title, encoded(model.path));
        const int at = before.isValid() ? box->findData(before) : -1;
        box->setCurrentIndex(at >= 0 ? at : box == m_first ? std::max(0, inUse) : 0);
    }
    check();
}

void MeasureForm::setData(const QString& path)
{
    m_source->setCurrentIndex(0);
    m_data->setText(path);
}

bool MeasureForm::libraryCaptions() const
{
    return m_source->currentIndex() == 1;
}

QString MeasureForm::data() const
{
    return libraryCaptions() ? m_query->text().trimmed() : m_data->text().trimmed();
}

QStringList MeasureForm::measures() const
{
    QStringList chosen;
    for (const auto& [protocol, box] : m_measures)
        if (box->isChecked())
            chosen << protocol;
    return chosen;
}

QCheckBox* MeasureForm::measureBox(const QString& protocol) const
{
    const auto found = std::ranges::find(m_measures, protocol, &std::pair<QString, QCheckBox*>::first);
    return found == m_measures.end() ? nullptr : found->second;
}

Path MeasureForm::firstModel() const
{
    return Path(m_first->currentData().toByteArray().toStdString());
}

Path MeasureForm::secondModel() const
{
    return Path(m_second->currentData().toByteArray().toStdString());
}

QStringList MeasureForm::arguments(const Path& model, const Path& library, const QString& report) const
{
    QStringList arguments{
        QStringLiteral("eval"),    QStringLiteral("all"), QStringLiteral("--json"),   QStringLiteral("--progress"),
        QStringLiteral("--model"), localPath(model),      QStringLiteral("--report"), report};
    if (libraryCaptions())
        arguments << QStringLiteral("--library") << localPath(library) << QStringLiteral("--query=") + data();
    else
        arguments << QStringLiteral("--manifest") << data();
    if (const QString split = m_split->currentText().trimmed(); !split.isEmpty())
        arguments << QStringLiteral("--split") << split;
    for (const QString& protocol : measures())
        arguments << QStringLiteral("--protocol") << protocol;
    const QString way = m_way->currentData().toString();
    if (way == QLatin1String("climb"))
        arguments << QStringLiteral("--path") << way;
    else
        arguments << QStringLiteral("--root") << way;
    arguments << QStringLiteral("--points") << QString::number(m_points->value());
    if (m_cache->isChecked())
        arguments << QStringLiteral("--cache-features");
    return arguments;
}

void MeasureForm::setRunning(bool running)
{
    m_running = running;
    check();
}

void MeasureForm::check()
{
    QString problem;
    const QString path = m_data->text().trimmed();
    if (!libraryCaptions() && path.isEmpty())
        problem = tr("Choose sounds with captions first.");
    else if (!libraryCaptions() && !QFileInfo::exists(path))
        problem = tr("There is nothing at this place.");
    else if (libraryCaptions() && data().isEmpty())
        problem = tr("Say which clips, or * for all.");
    else if (measures().isEmpty())
        problem = tr("Choose at least one measure.");
    else if (m_first->currentIndex() < 0)
        problem = tr("There is no model to measure.");
    else if (!secondModel().empty() && secondModel() == firstModel())
        problem = tr("Choose two different models.");
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_way->setEnabled(measures().contains(QLatin1String("traversal")));
    m_points->setEnabled(m_way->isEnabled());
    m_start->setEnabled(problem.isEmpty() && !m_running);
}

void MeasureForm::browseFile()
{
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Captioned sounds"), m_data->text(), tr("Tables (*.csv);;All files (*)"));
    if (!file.isEmpty())
        m_data->setText(file);
}

void MeasureForm::browseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Captioned sounds"), m_data->text());
    if (!folder.isEmpty())
        m_data->setText(folder);
}

void MeasureForm::save(QSettings& settings) const
{
    settings.setValue(settings::kMeasureSource, m_source->currentIndex());
    settings.setValue(settings::kMeasureData, m_data->text());
    settings.setValue(settings::kMeasureQuery, m_query->text());
    settings.setValue(settings::kMeasureSplit, m_split->currentText());
    settings.setValue(settings::kMeasureProtocols, measures());
    settings.setValue(settings::kMeasureWay, m_way->currentData());
    settings.setValue(settings::kMeasurePoints, m_points->value());
    settings.setValue(settings::kMeasureCache, m_cache->isChecked());
}

void MeasureForm::restore(const QSettings& settings)
{
    m_data->setText(settings.value(settings::kMeasureData).toString());
    m_query->setText(settings.value(settings::kMeasureQuery, QStringLiteral("*")).toString());
    m_source->setCurrentIndex(settings.value(settings::kMeasureSource, 0).toInt());
    m_split->setCurrentText(settings.value(settings::kMeasureSplit, QStringLiteral("test")).toString());
    if (settings.contains(settings::kMeasureProtocols)) {
        const QStringList chosen = settings.value(settings::kMeasureProtocols).toStringList();
        for (const auto& [protocol, box] : m_measures)
            box->setChecked(chosen.contains(protocol));
    }
    m_way->setCurrentIndex(std::max(0, m_way->findData(settings.value(settings::kMeasureWay))));
    m_points->setValue(settings.value(settings::kMeasurePoints, 50).toInt());
    m_cache->setChecked(settings.value(settings::kMeasureCache, false).toBool());
}

} // namespace prolap::ui
