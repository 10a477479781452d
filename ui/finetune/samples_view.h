#pragma once

#include <QWidget>

#include <nlohmann/json.hpp>

class QLabel;
class QTreeWidget;

namespace prolap::ui {

/// The captions of which a run has changed most what they find: then and now, playable.
class SamplesView : public QWidget {
    Q_OBJECT

public:
    explicit SamplesView(QWidget* parent = nullptr);

    /// samples.json of a run; null: there is none yet.
    void show(const nlohmann::json& samples);
    QTreeWidget* tree() const { return m_tree; }

Q_SIGNALS:
    void playWanted(const QString& file);

private:
    QLabel* m_summary;
    QTreeWidget* m_tree;
    nlohmann::json m_shown;
};

} // namespace prolap::ui
