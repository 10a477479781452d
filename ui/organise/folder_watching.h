#pragma once

#include <memory>
#include <vector>

#include <QObject>

#include "core/library/watch/folder_watch.h"

namespace prolap::ui {

class LibrarySession;

/// Keeps the library up with its folders while the window is open: what changes in them is listened to.
class FolderWatching : public QObject {
    Q_OBJECT

public:
    explicit FolderWatching(LibrarySession* session, QObject* parent = nullptr);
    ~FolderWatching() override;

    void setOn(bool on);
    bool on() const { return m_on; }

Q_SIGNALS:
    /// Some folders cannot be watched: one sentence.
    void limited(const QString& sentence);

private:
    void restart();

    LibrarySession* const m_session;
    bool m_on = false;
    std::vector<Path> m_watched;
    std::unique_ptr<library::FolderWatch> m_watch;
};

} // namespace prolap::ui
