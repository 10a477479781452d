#include "ui/explore/query/error_marks.h"

#include <algorithm>

#include <QApplication>
#include <QHelpEvent>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QTextCharFormat>
#include <QToolTip>

#include "ui/theme/palette.h"

namespace prolap::ui {

ErrorMarks::ErrorMarks(QLineEdit* field) : QObject(field), m_field(field)
{
    field->installEventFilter(this);
}

void ErrorMarks::show(const TypedQuery& query)
{
    m_marks.clear();
    for (const library::QueryError& error : query.parsed.errors) {
        const int from = query.position(error.begin);
        m_marks.append({from, std::max(1, query.position(error.end) - from), QString::fromStdString(error.sentence)});
    }
    format();
}

QList<std::pair<int, int>> ErrorMarks::marks() const
{
    QList<std::pair<int, int>> places;
    for (const Mark& mark : m_marks)
        places.append({mark.from, mark.length});
    return places;
}

/// A line of text can be formatted only as an input method formats what it composes.
void ErrorMarks::format()
{
    if (m_composing || (m_marks.isEmpty() && !m_formatted))
        return;
    QList<QInputMethodEvent::Attribute> attributes;
    for (const Mark& mark : m_marks) {
        QTextCharFormat wrong;
        wrong.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wrong.setUnderlineColor(palette().red);
        attributes.append({QInputMethodEvent::TextFormat, mark.from - m_field->cursorPosition(), mark.length, wrong});
    }
    m_formatted = !m_marks.isEmpty();
    QInputMethodEvent event(QString(), attributes);
    const QSignalBlocker quiet(m_field);
    QApplication::sendEvent(m_field, &event);
}

bool ErrorMarks::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::InputMethod)
        m_composing = !static_cast<QInputMethodEvent*>(event)->preeditString().isEmpty();
    if (watched == m_field && event->type() == QEvent::ToolTip && !m_marks.isEmpty()) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int at = m_field->cursorPositionAt(help->pos());
        for (const Mark& mark : m_marks)
            if (at >= mark.from && at <= mark.from + mark.length) {
                QToolTip::showText(help->globalPos(), mark.sentence, m_field);
                return true;
            }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace prolap::ui
