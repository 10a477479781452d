#pragma once

#include <QWidget>

#include <nlohmann/json.hpp>

class QLabel;
class QTreeWidget;

namespace prolap::ui {

/// A figure of a comparison in words.
QString figureText(const std::string& name);

/// Before and after, with intervals, and the clips that were won and lost. A double click plays a clip.
class ComparisonView : public QWidget {
    Q_OBJECT

public:
    explicit ComparisonView(QWidget* parent = nullptr);

    /// comparison.json of a run; null: there is none yet.
    void show(const nlohmann::json& comparison);
    QTreeWidget* figures() const { return m_figures; }
    QTreeWidget* clips() const { return m_clips; }

Q_SIGNALS:
    void playWanted(const QString& file);

private:
    QLabel* m_summary;
    QTreeWidget* m_figures;
    QTreeWidget* m_clips;
};

} // namespace prolap::ui
