#pragma once

#include <QWidget>

#include "core/library/traversal/traversal_service.h"

class QLineEdit;
class QToolButton;

namespace prolap::ui {

/// What a path sets out from: a caption that is typed, or a clip that was chosen or dropped, shown as a mark to click
/// away.
class SubjectField : public QWidget {
    Q_OBJECT

public:
    SubjectField(const QString& name, const QString& placeholder, QWidget* parent = nullptr);

    const library::TraversalSubject& subject() const { return m_subject; }
    bool isSet() const;
    QString text() const;

    void setClip(ClipId clip, const QString& name);
    void setFile(const Path& file);
    void setCaption(const QString& caption);
    void clear();

    QLineEdit* field() const { return m_field; }
    QToolButton* mark() const { return m_mark; }
    QToolButton* chooser() const { return m_choose; }

Q_SIGNALS:
    void changed();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void showMark(const QString& name, const QString& tooltip);
    void chooseFile();

    library::TraversalSubject m_subject;
    QToolButton* m_mark;
    QLineEdit* m_field;
    QToolButton* m_choose;
};

} // namespace prolap::ui
