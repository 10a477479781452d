#pragma once

#include <memory>
#include <vector>

#include <QWidget>

#include "ui/traverse/path_pair.h"

namespace prolap::ui {

class PathChart;

/// Uncertainty, inclusion and match along a path, side by side, with one cursor.
class PathCharts : public QWidget {
    Q_OBJECT

public:
    explicit PathCharts(QWidget* parent = nullptr);

    void setPaths(const PathPair& paths);
    void setCursorPoint(int point);
    void refreshColours();

    PathChart* uncertainty() const { return m_uncertainty; }
    PathChart* inclusion() const { return m_inclusion; }
    PathChart* match() const { return m_match; }

Q_SIGNALS:
    void pointHovered(int point);
    void pointClicked(int point);

private:
    PathChart* m_uncertainty;
    PathChart* m_inclusion;
    PathChart* m_match;
};

} // namespace prolap::ui
