#pragma once

#include <QFrame>

#include "core/progress.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace prolap::ui {

/// One piece of long work: what it does, how far it is, and a button that ends it. Hidden while there is none.
class TaskStrip : public QFrame {
    Q_OBJECT

public:
    explicit TaskStrip(QWidget* parent = nullptr);

    /// done of total; total 0: not known. cancelTip: what happens to what was done.
    void showTask(const QString& sentence, std::int64_t done, std::int64_t total, const QString& cancelTip);
    void end();
    QString sentence() const;
    QPushButton* cancelButton() const { return m_cancel; }

Q_SIGNALS:
    void cancelled();

private:
    QLabel* m_sentence;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
};

} // namespace prolap::ui
