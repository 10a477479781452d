#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace prolap::ui {

/// What went wrong, above the page, whole and as long as it takes to read: the status bar cuts a sentence with a path
/// in it. Hidden until there is something to say.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);

    /// Shows the sentence in place of the last one; an empty one hides the bar.
    void show(const QString& sentence);
    QString sentence() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLabel* m_text;
    QToolButton* m_close;
};

} // namespace prolap::ui
