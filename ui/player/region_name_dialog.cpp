#include "ui/player/region_name_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/error.h"
#include "ui/text.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

RegionNameDialog::RegionNameDialog(const QString& nameTemplate, library::NameFacts example, QWidget* parent)
    : QDialog(parent), m_example(std::move(example)), m_field(new QLineEdit(nameTemplate)), m_preview(new QLabel)
{
    setWindowTitle(tr("Names of regions"));
    m_field->setAccessibleName(tr("Name template"));
    m_field->setToolTip(tr("What a region's file is called; words in braces are filled in"));
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setWordWrap(true);
    m_preview->setAccessibleName(tr("Example"));
    auto* known = new QLabel(tr("Filled in are {name}, {folder}, {start}, {end}, {length}, {date} and {time}."));
    known->setProperty("dim", true);
    known->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    QPushButton* usual = buttons->addButton(tr("As at first"), QDialogButtonBox::ResetRole);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    layout->setSpacing(kSpaceControls);
    layout->addWidget(m_field);
    layout->addWidget(m_preview);
    layout->addWidget(known);
    layout->addStretch();
    layout->addWidget(buttons);
    setMinimumWidth(480);
    connect(m_field, &QLineEdit::textChanged, this, &RegionNameDialog::show);
    connect(usual, &QPushButton::clicked, this,
            [this] { m_field->setText(QString::fromLatin1(library::kRegionTemplate)); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    show();
}

QString RegionNameDialog::nameTemplate() const
{
    return m_field->text();
}

QString RegionNameDialog::preview() const
{
    return m_preview->text();
}

bool RegionNameDialog::acceptable() const
{
    return m_ok->isEnabled();
}

void RegionNameDialog::show()
{
    try {
        m_preview->setText(shown(library::nameFrom(m_field->text().toStdString(), m_example)) + QStringLiteral(".wav"));
        m_ok->setEnabled(true);
    } catch (const Error& error) {
        m_preview->setText(QString::fromUtf8(error.what()));
        m_ok->setEnabled(false);
    }
}

} // namespace prolap::ui
