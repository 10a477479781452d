#include "ui/finetune/recipe_dialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "core/error.h"
#include "core/train/recipe.h"
#include "ui/text.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

constexpr int kPointer = Qt::UserRole; ///< of a cell: where in the recipe its value lies

QString spoken(const std::string& name)
{
    QString text = shown(name).replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

/// As a person types it: texts without quotes.
QString valueText(const nlohmann::json& value)
{
    return value.is_string() ? shown(value.get<std::string>()) : shown(value.dump());
}

nlohmann::json valueFrom(const QString& text, const nlohmann::json& like)
{
    if (like.is_string())
        return text.toStdString();
    const auto parsed = nlohmann::json::parse(text.toStdString(), nullptr, false);
    return parsed.is_discarded() ? nlohmann::json(text.toStdString()) : parsed; // the recipe says what it expected
}

} // namespace

RecipeDialog::RecipeDialog(const nlohmann::json& preset, const nlohmann::json& recipe, QWidget* parent)
    : QDialog(parent), m_preset(preset), m_recipe(recipe), m_tree(new QTreeWidget), m_fault(new QLabel)
{
    setWindowTitle(tr("All settings of the training"));
    resize(560, 560);
    m_tree->setHeaderLabels({tr("Setting"), tr("Value")});
    m_tree->setAccessibleName(tr("Settings"));
    m_tree->setToolTip(tr("Double click a value, or press F2, to change it. docs/training.md explains every setting."));
    m_tree->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::SelectedClicked);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_fault->setWordWrap(true);
    m_fault->setProperty("warning", true);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    QPushButton* reset = buttons->addButton(tr("As the preset"), QDialogButtonBox::ResetRole);
    reset->setToolTip(tr("Take back all changes"));
    connect(reset, &QPushButton::clicked, this, [this] {
        m_recipe = m_preset;
        fill();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &RecipeDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(kSpaceControls);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_fault);
    layout->addWidget(buttons);
    connect(m_tree, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item, int column) {
        const QString pointer = item->data(0, kPointer).toString();
        if (column != 1 || pointer.isEmpty())
            return;
        const nlohmann::json::json_pointer at(pointer.toStdString());
        const nlohmann::json& like = m_preset.at(at);
        m_recipe[at] =
            like.is_boolean() ? nlohmann::json(item->checkState(1) == Qt::Checked) : valueFrom(item->text(1), like);
        QFont font = m_tree->font();
        font.setBold(m_recipe[at] != like);
        const QSignalBlocker quiet(m_tree);
        item->setFont(0, font);
        check();
    });
    fill();
}

void RecipeDialog::fill()
{
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    const auto add = [this](QTreeWidgetItem* group, const std::string& name, const std::string& pointer) {
        const nlohmann::json::json_pointer at(pointer);
        const nlohmann::json& value = m_recipe.at(at);
        auto* item = new QTreeWidgetItem({spoken(name)});
        item->setData(0, kPointer, shown(pointer));
        item->setToolTip(0, shown(pointer.substr(1)).replace(QLatin1Char('/'), QLatin1Char('.')));
        if (value.is_boolean()) {
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            item->setCheckState(1, value.get<bool>() ? Qt::Checked : Qt::Unchecked);
        } else {
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable);
            item->setText(1, valueText(value));
        }
        QFont font = m_tree->font();
        font.setBold(m_preset.contains(at) && m_preset.at(at) != value);
        item->setFont(0, font);
        group->addChild(item);
    };
    auto* general = new QTreeWidgetItem({tr("General")});
    m_tree->addTopLevelItem(general);
    for (const auto& [name, value] : m_recipe.items()) {
        if (!value.is_object()) {
            add(general, name, "/" + name);
            continue;
        }
        auto* group = new QTreeWidgetItem({spoken(name)});
        m_tree->addTopLevelItem(group);
        for (const auto& [field, ignored] : value.items())
            add(group, field, "/" + name + "/" + field);
        group->setExpanded(name == "losses" || name == "optimiser");
    }
    general->setExpanded(true);
    check();
}

void RecipeDialog::check()
{
    try {
        train::recipeFromJson(m_recipe, "settings");
        m_fault->hide();
    } catch (const Error& error) {
        m_fault->setText(QString::fromUtf8(error.what()));
        m_fault->show();
    }
}

void RecipeDialog::accept()
{
    check();
    if (m_fault->isHidden())
        QDialog::accept();
}

} // namespace prolap::ui
