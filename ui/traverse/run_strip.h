#pragma once

#include <QFrame>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include "core/progress.h"

namespace prolap::ui {

/// How far something is, with a button that cancels it; hidden until show().
class RunStrip : public QFrame {
    Q_OBJECT

public:
    explicit RunStrip(QWidget* parent = nullptr);

    /// total 0: it is not known how far.
    void show(const QString& sentence, const Progress& progress);
    QString sentence() const { return m_text->text(); }
    QToolButton* cancelButton() const { return m_cancel; }

Q_SIGNALS:
    void cancelled();

private:
    QLabel* m_text;
    QProgressBar* m_bar;
    QToolButton* m_cancel;
};

} // namespace prolap::ui
