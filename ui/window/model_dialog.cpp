#include "ui/window/model_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/text.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

QString modelFacts(const model::ModelInfo& info)
{
    QStringList lines;
    lines
        << ModelDialog::tr("%1, running on %2 in %3").arg(shown(info.name), shown(info.device), shown(info.precision));
    lines << ModelDialog::tr("%1 million parameters; hears %2 kHz in windows of %3 s")
                 .arg(QLocale().toString(static_cast<double>(info.parameters) / 1e6, 'f', 1))
                 .arg(info.sampleRate / 1000.0)
                 .arg(info.windowSeconds);
    lines << (info.probabilistic ? ModelDialog::tr("Knows how general a sound or a description is")
                                 : ModelDialog::tr("No uncertainty in this model"));
    if (!info.licence.empty())
        lines << ModelDialog::tr("Licence: %1").arg(shown(info.licence));
    lines << shown(info.path);
    return lines.join(QLatin1Char('\n'));
}

ModelDialog::ModelDialog(const ModelChoice& choice, const model::ModelInfo* info, QWidget* parent)
    : QDialog(parent), m_path(new QLineEdit), m_device(new QComboBox), m_precision(new QComboBox)
{
    setWindowTitle(tr("Model"));
    m_path->setText(localPath(choice.path));
    m_path->setPlaceholderText(tr("The starter model"));
    m_path->setClearButtonEnabled(true);
    m_path->setToolTip(tr("A model pack or a published CLAP checkpoint; empty for the starter model"));
    m_path->setAccessibleName(tr("Folder or file of the model"));
    m_path->setMinimumWidth(360);
    auto* browseButton = new QPushButton(tr("Choose…"));
    browseButton->setAutoDefault(false);
    browseButton->setToolTip(tr("Choose a model pack or a published CLAP checkpoint"));
    auto* browseMenu = new QMenu(browseButton);
    browseMenu->addAction(tr("&Folder (model pack or Hugging Face CLAP)…"), this, &ModelDialog::browseFolder);
    browseMenu->addAction(tr("&Checkpoint file (MS-CLAP or LAION)…"), this, &ModelDialog::browseFile);
    browseButton->setMenu(browseMenu);
    auto* pathLine = new QHBoxLayout;
    pathLine->setSpacing(kSpaceInner);
    pathLine->addWidget(m_path, 1);
    pathLine->addWidget(browseButton);

    m_device->addItem(tr("Fastest there is"), QStringLiteral("auto"));
    m_device->addItem(tr("Processor"), QStringLiteral("cpu"));
    m_device->addItem(tr("Graphics card (CUDA)"), QStringLiteral("cuda"));
    m_device->setToolTip(tr("What the model runs on"));
    m_precision->addItem(tr("Fastest that is exact enough"), QStringLiteral("auto"));
    m_precision->addItem(tr("Exact (fp32)"), QStringLiteral("fp32"));
    m_precision->addItem(tr("Half (bf16)"), QStringLiteral("bf16"));
    m_precision->setToolTip(tr("How exactly the model calculates"));
    const auto select = [](QComboBox* box, const std::string& value) {
        int at = box->findData(shown(value));
        if (at < 0) { // `cuda:1` from the command line
            box->addItem(shown(value), shown(value));
            at = box->count() - 1;
        }
        box->setCurrentIndex(at);
    };
    select(m_device, choice.options.device);
    select(m_precision, choice.options.precision);

    auto* facts = new QLabel(info ? modelFacts(*info) : tr("No model is loaded."));
    facts->setProperty("dim", true);
    facts->setTextFormat(Qt::PlainText);
    facts->setWordWrap(true);
    facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    facts->setAccessibleName(tr("The model in use"));
    auto* note =
        new QLabel(tr("With another model the library is listened to again; what this one has heard is kept."));
    note->setProperty("dim", true);
    note->setWordWrap(true);

    auto* form = new QFormLayout;
    form->setSpacing(kSpaceControls);
    form->addRow(tr("In use"), facts);
    auto* pathLabel = new QLabel(tr("&Model"));
    pathLabel->setBuddy(m_path);
    form->addRow(pathLabel, pathLine);
    form->addRow(tr("&Device"), m_device);
    form->addRow(tr("&Precision"), m_precision);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton* use = buttons->addButton(tr("Use this model"), QDialogButtonBox::AcceptRole);
    use->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    layout->setSpacing(kSpaceGroups);
    layout->addLayout(form);
    layout->addWidget(note);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(640, sizeHint().height());
}

ModelChoice ModelDialog::choice() const
{
    ModelChoice choice;
    choice.path = pathFrom(m_path->text().trimmed());
    choice.options.device = m_device->currentData().toString().toStdString();
    choice.options.precision = m_precision->currentData().toString().toStdString();
    return choice;
}

void ModelDialog::browseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of a model"), m_path->text());
    if (!folder.isEmpty())
        m_path->setText(folder);
}

void ModelDialog::browseFile()
{
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Checkpoint of a model"), m_path->text(),
                                     tr("Checkpoints (*.pth *.pt *.bin *.safetensors);;All files (*)"));
    if (!file.isEmpty())
        m_path->setText(file);
}

} // namespace prolap::ui
