#pragma once

#include <vector>

#include <QFrame>

class QButtonGroup;
class QVBoxLayout;

namespace prolap::ui {

/// The pages' names in a column at the left of the window; the one in front is marked.
class PageRail : public QFrame {
    Q_OBJECT

public:
    explicit PageRail(QWidget* parent = nullptr);

    void add(const char* iconName, const QString& title, const QString& key);
    void setCurrent(int page);
    int current() const;

Q_SIGNALS:
    void chosen(int page);

private:
    QButtonGroup* const m_buttons;
    QVBoxLayout* const m_column;
};

} // namespace prolap::ui
