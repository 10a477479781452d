#include "ui/traverse/subject_field.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QToolButton>

#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

constexpr int kLongestMark = 190; ///< pixels

}

SubjectField::SubjectField(const QString& name, const QString& placeholder, QWidget* parent)
    : QWidget(parent), m_mark(new QToolButton), m_field(new QLineEdit), m_choose(new QToolButton)
{
    setAcceptDrops(true);
    m_mark->setIcon(icon("cancel"));
    m_mark->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_mark->hide();
    m_field->setPlaceholderText(placeholder);
    m_field->setAccessibleName(name);
    m_field->setToolTip(tr("Type a caption and press Enter, or drop a sound here"));
    m_field->setClearButtonEnabled(true);
    m_field->setMinimumWidth(120);
    m_choose->setIcon(icon("folder"));
    m_choose->setAccessibleName(tr("Choose a sound file for: %1").arg(name));
    m_choose->setToolTip(tr("Choose a sound file"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceInner);
    layout->addWidget(m_mark);
    layout->addWidget(m_field, 1);
    layout->addWidget(m_choose);
    setFocusProxy(m_field);
    connect(m_mark, &QToolButton::clicked, this, &SubjectField::clear);
    connect(m_choose, &QToolButton::clicked, this, &SubjectField::chooseFile);
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        if (!m_field->text().trimmed().isEmpty()) // Enter alone takes no clip away
            setCaption(m_field->text());
    });
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty() && !m_subject.caption.empty())
            clear();
    });
}

bool SubjectField::isSet() const
{
    return m_subject.clip || !m_subject.file.empty() || !m_subject.caption.empty();
}

QString SubjectField::text() const
{
    return m_mark->isVisibleTo(this) ? m_mark->toolTip() : m_field->text();
}

void SubjectField::showMark(const QString& name, const QString& tooltip)
{
    const QSignalBlocker quiet(m_field);
    m_field->clear();
    m_mark->setText(m_mark->fontMetrics().elidedText(name, Qt::ElideMiddle, kLongestMark));
    m_mark->setToolTip(tooltip);
    m_mark->setAccessibleName(tr("Forget %1").arg(name));
    m_mark->show();
    Q_EMIT changed();
}

void SubjectField::setClip(ClipId clip, const QString& name)
{
    m_subject = {};
    m_subject.clip = clip;
    showMark(name, name);
}

void SubjectField::setFile(const Path& file)
{
    m_subject = {};
    m_subject.file = file;
    showMark(shown(file.filename()), shown(file));
}

void SubjectField::setCaption(const QString& caption)
{
    m_subject = {};
    m_subject.caption = caption.trimmed().toStdString();
    m_mark->hide();
    const QSignalBlocker quiet(m_field);
    m_field->setText(caption);
    Q_EMIT changed();
}

void SubjectField::clear()
{
    if (!isSet())
        return;
    setCaption({});
}

void SubjectField::chooseFile()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Choose a sound"));
    if (!file.isEmpty())
        setFile(pathFrom(file));
}

void SubjectField::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().front().isLocalFile())
        event->acceptProposedAction();
}

void SubjectField::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    setFile(pathFrom(event->mimeData()->urls().front().toLocalFile()));
}

} // namespace prolap::ui
