#include "ui/traverse/traverse_export.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>

#include "core/library/traversal/traversal_figure.h"
#include "core/library/traversal/traversal_text.h"
#include "ui/theme/icons.h"
#include "ui/traverse/picture_file.h"

namespace prolap::ui {

TraverseExport::TraverseExport(std::function<Content()> content, QWidget* parent)
    : QToolButton(parent), m_content(std::move(content))
{
    setIcon(ui::icon("export"));
    setText(tr("Export"));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setToolTip(tr("Save the picture or the numbers"));
    setAccessibleName(tr("Export"));
    setPopupMode(QToolButton::InstantPopup);
    setMenu(new QMenu(this));
}

void TraverseExport::addEntry(const QString& text, const QString& name, const QString& filter,
                              const std::function<void(const QString&)>& write)
{
    menu()->addAction(text, this, [this, text, name, filter, write] {
        const QString file = QFileDialog::getSaveFileName(this, text, name, filter);
        if (!file.isEmpty())
            write(file);
    });
}

void TraverseExport::addPicture(const QString& text, QWidget* widget, const QString& name)
{
    addEntry(text, name, tr("Pictures (*.png *.svg *.pdf)"),
             [this, widget](const QString& file) { exportWidget(widget, file); });
}

void TraverseExport::addNumbers()
{
    menu()->addSeparator();
    const auto write = [this](const QString& file) { exportTo(file); };
    addEntry(tr("Figure for a paper (SVG)…"), QStringLiteral("figure.svg"), tr("Pictures (*.svg)"), write);
    addEntry(tr("Report page (HTML)…"), QStringLiteral("traversal.html"), tr("Pages (*.html)"), write);
    addEntry(tr("Points as a table (CSV)…"), QStringLiteral("traversal.csv"), tr("Tables (*.csv)"), write);
    addEntry(tr("Everything as JSON…"), QStringLiteral("traversal.json"), tr("JSON (*.json)"), write);
}

bool TraverseExport::exportTo(const QString& file)
{
    const Content content = m_content();
    if (!content.paths.first)
        return false;
    const QString kind = QFileInfo(file).suffix().toLower();
    const library::Traversal& first = *content.paths.first;
    const library::Traversal* second = content.paths.second.get();
    const std::string text = kind == QStringLiteral("csv")    ? library::traversalCsv(first, second)
                             : kind == QStringLiteral("svg")  ? library::traversalSvg(first, content.map, second)
                             : kind == QStringLiteral("html") ? library::traversalHtml(first, content.map, second)
                                                              : library::traversalJson(first, second) + '\n';
    return say(saveText(QByteArray::fromStdString(text), file), file);
}

bool TraverseExport::exportWidget(QWidget* widget, const QString& file)
{
    return say(savePicture(widget, file), file);
}

bool TraverseExport::say(const QString& problem, const QString& file)
{
    Q_EMIT statusWanted(problem.isEmpty() ? tr("Saved: %1").arg(file) : problem);
    return problem.isEmpty();
}

} // namespace prolap::ui
