#pragma once

#include <QWidget>

#include "ui/explore/query/typed_query.h"

class QToolButton;

namespace prolap::ui {

/// What narrows the list, each as a button that takes it away: by click, Space, Del or Backspace. Left and Right go
/// from one to the next.
class FilterChips : public QWidget {
    Q_OBJECT

public:
    explicit FilterChips(QWidget* parent = nullptr);

    void show(const TypedQuery& query);
    QList<QToolButton*> chips() const { return m_chips; }

Q_SIGNALS:
    /// The token of that number in the query that was shown.
    void removeWanted(int token);
    /// There is none left to have the focus.
    void emptied();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QList<QToolButton*> m_chips;
};

} // namespace prolap::ui
