#pragma once

#include <QString>

class QGridLayout;
class QLabel;
class QVBoxLayout;
class QWidget;

namespace prolap::ui {

/// The layout of a step of a form: its title first, in bold.
QVBoxLayout* stepLayout(QWidget* step, const QString& title);
/// A sentence of less weight, as it is written.
QLabel* dimLabel(const QString& text);
/// Two columns, names and what they name.
QGridLayout* fieldGrid(QWidget* of = nullptr);
/// A field with a name before it that the keyboard reaches.
void addField(QGridLayout* grid, int row, const QString& name, QWidget* field);

} // namespace prolap::ui
