#pragma once

#include <QFrame>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include "core/library/indexer.h"

namespace prolap::ui {

/// How far the indexing is, with pause and cancel; hidden while nothing runs.
class IndexStrip : public QFrame {
    Q_OBJECT

public:
    explicit IndexStrip(QWidget* parent = nullptr);

    void setRunning(bool running, bool waitingForModel);
    void setPaused(bool paused);
    void show(const library::IndexProgress& progress);

    QString sentence() const { return m_text->text(); }

Q_SIGNALS:
    void pauseToggled(bool paused);
    void cancelled();

private:
    QLabel* m_text;
    QProgressBar* m_bar;
    QToolButton* m_pause;
    QToolButton* m_cancel;
};

/// "Listening: 1 240 of 5 300 files, 12.5 h heard, about 6 minutes left".
QString indexSentence(const library::IndexProgress& progress);

/// "Listened to 412 new files (5.2 h). 3 could not be read."
QString reportSentence(const library::IndexReport& report);

} // namespace prolap::ui
