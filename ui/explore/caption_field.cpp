#include "ui/explore/caption_field.h"

#include <QAction>
#include <QKeyEvent>

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

CaptionField::CaptionField(QWidget* parent) : QLineEdit(parent)
{
    setObjectName(QStringLiteral("caption"));
    setFont(scaled(font(), kTitleScale));
    setMinimumHeight(fontMetrics().height() + 2 * kSpaceControls + kSpaceInner);
    setPlaceholderText(tr("Describe a sound: rain on a tin roof"));
    setClearButtonEnabled(true);
    setAccessibleName(tr("Caption"));
    setAccessibleDescription(tr("Describe the sound that you look for"));
    setToolTip(tr("Describe the sound that you look for (Ctrl+F). Down goes into the results."));
    addAction(icon("search"), LeadingPosition);
}

void CaptionField::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT leftDownwards();
        return;
    case Qt::Key_Escape:
        Q_EMIT escaped();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace prolap::ui
