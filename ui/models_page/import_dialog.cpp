#include "ui/models_page/import_dialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/library/models/model_shelf.h"
#include "ui/text.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

ImportDialog::ImportDialog(QWidget* parent)
    : QDialog(parent),
      m_path(new QLineEdit),
      m_name(new QLineEdit),
      m_half(new QCheckBox(tr("Store it in &half the size (fp16)"))),
      m_problem(new QLabel)
{
    setWindowTitle(tr("Import a model"));
    auto* sentence =
        new QLabel(tr("A published checkpoint becomes a pack among your models: a Hugging Face CLAP folder, "
                      "MS-CLAP 2023 (.pth), LAION CLAP (.pt), or another pack. Nothing in it is executed."));
    sentence->setWordWrap(true);
    sentence->setProperty("dim", true);
    m_path->setMinimumWidth(360);
    m_path->setToolTip(tr("The folder or file of the model"));
    m_path->setAccessibleName(tr("Folder or file of the model"));
    auto* browse = new QPushButton(tr("Choose…"));
    browse->setAutoDefault(false);
    browse->setToolTip(tr("Choose a folder or a checkpoint file"));
    auto* menu = new QMenu(browse);
    menu->addAction(tr("&Folder (model pack or Hugging Face CLAP)…"), this, &ImportDialog::browseFolder);
    menu->addAction(tr("&Checkpoint file (MS-CLAP or LAION)…"), this, &ImportDialog::browseFile);
    browse->setMenu(menu);
    auto* pathLine = new QHBoxLayout;
    pathLine->setSpacing(kSpaceInner);
    pathLine->addWidget(m_path, 1);
    pathLine->addWidget(browse);
    m_name->setPlaceholderText(tr("After the checkpoint"));
    m_name->setToolTip(tr("What to call it; empty for its own name"));
    m_name->setAccessibleName(tr("Name"));
    m_half->setToolTip(tr("Half the room on the disk; the results differ in the fourth digit"));
    m_problem->setProperty("warning", true);
    m_problem->setWordWrap(true);
    auto* form = new QFormLayout;
    form->setSpacing(kSpaceControls);
    auto* pathLabel = new QLabel(tr("&Model"));
    pathLabel->setBuddy(m_path);
    form->addRow(pathLabel, pathLine);
    form->addRow(tr("&Name"), m_name);
    form->addRow(QString(), m_half);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_import = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    m_import->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_path, &QLineEdit::textChanged, this, &ImportDialog::check);
    connect(m_name, &QLineEdit::textChanged, this, &ImportDialog::check);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    layout->setSpacing(kSpaceGroups);
    layout->addWidget(sentence);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resize(640, sizeHint().height());
    check();
}

void ImportDialog::setPath(const QString& path)
{
    m_path->setText(path);
}

Path ImportDialog::path() const
{
    return pathFrom(m_path->text().trimmed());
}

QString ImportDialog::name() const
{
    return m_name->text().trimmed();
}

bool ImportDialog::half() const
{
    return m_half->isChecked();
}

void ImportDialog::check()
{
    const QString path = m_path->text().trimmed();
    QString problem;
    if (!path.isEmpty() && !QFileInfo::exists(path))
        problem = tr("There is nothing at this place.");
    else if (name().contains(QLatin1Char('/')) || name() == QLatin1String(".") || name() == QLatin1String(".."))
        problem = tr("A name has no slashes.");
    else if (!name().isEmpty())
        for (const library::ShelfPlace& place : library::shelf())
            if (place.name == name().toStdString())
                problem = tr("There is a model of this name already; choose another one, or delete that one first.");
    m_problem->setText(problem);
    m_import->setEnabled(problem.isEmpty() && !path.isEmpty());
}

void ImportDialog::browseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of a model"), m_path->text());
    if (!folder.isEmpty())
        m_path->setText(folder);
}

void ImportDialog::browseFile()
{
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Checkpoint of a model"), m_path->text(),
                                     tr("Checkpoints (*.pth *.pt *.bin *.safetensors);;All files (*)"));
    if (!file.isEmpty())
        m_path->setText(file);
}

} // namespace prolap::ui
