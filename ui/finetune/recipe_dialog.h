#pragma once

#include <QDialog>

#include <nlohmann/json.hpp>

class QLabel;
class QTreeWidget;

namespace prolap::ui {

/// Every setting of the trainer, in groups, with the preset's values; what differs from them is set bold.
class RecipeDialog : public QDialog {
    Q_OBJECT

public:
    /// preset: the values to go back to; recipe: those to begin with.
    RecipeDialog(const nlohmann::json& preset, const nlohmann::json& recipe, QWidget* parent = nullptr);

    /// All fields, as train::recipeFromJson() takes them.
    nlohmann::json recipe() const { return m_recipe; }
    QTreeWidget* tree() const { return m_tree; }

    void accept() override;

private:
    void fill();
    void check();

    nlohmann::json m_preset, m_recipe;
    QTreeWidget* m_tree;
    QLabel* m_fault;
};

} // namespace prolap::ui
