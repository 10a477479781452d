#pragma once

#include <QObject>

#include "ui/explore/query/typed_query.h"

class QLineEdit;

namespace prolap::ui {

/// Underlines what is wrong in a field, and says why in a tooltip at the place.
class ErrorMarks : public QObject {
    Q_OBJECT

public:
    explicit ErrorMarks(QLineEdit* field);

    void show(const TypedQuery& query);
    /// Places and lengths of what is underlined.
    QList<std::pair<int, int>> marks() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Mark {
        int from, length;
        QString sentence;
    };
    void format();

    QLineEdit* const m_field;
    QList<Mark> m_marks;
    bool m_formatted = false;
    bool m_composing = false; ///< an input method is at work: its letters are not to be disturbed
};

} // namespace prolap::ui
