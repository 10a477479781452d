#pragma once

#include <QLabel>
#include <QPushButton>
#include <QWidget>

namespace prolap::ui {

/// What stands where nothing is: a sentence about what would be here, and a button that makes it so.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget* parent = nullptr);

    /// An empty button text shows none.
    void say(const QString& title, const QString& sentence, const QString& button);

    QString sentence() const { return m_sentence->text(); }
    QPushButton* button() const { return m_button; }

private:
    QLabel* m_title;
    QLabel* m_sentence;
    QPushButton* m_button;
};

} // namespace prolap::ui
