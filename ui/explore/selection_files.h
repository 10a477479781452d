#pragma once

#include <functional>
#include <unordered_map>
#include <vector>

#include <QObject>
#include <QTimer>

#include "core/ids.h"
#include "core/paths.h"
#include "ui/jobs/job.h"

namespace prolap::ui {

class LibrarySession;
class ResultModel;
class ResultTable;

/// The files of the selected clips. Rows that were never on screen have no path yet: it is read from the catalogue,
/// off the GUI thread, as soon as they are selected, so that a drag of a thousand files has them at hand.
class SelectionFiles : public QObject {
    Q_OBJECT

public:
    SelectionFiles(ResultTable* table, ResultModel* results, LibrarySession* session, QObject* parent);

    /// In the order of the list; those that are known by now.
    std::vector<Path> known() const;
    /// Whether known() is all of the selection.
    bool complete() const;
    /// Calls back with all of them, at once or as soon as they are known; a newer call makes an older one void.
    void whenComplete(std::function<void(const std::vector<Path>&)> done);

private:
    Path pathOf(ClipId clip) const;
    void fetch();

    ResultTable* const m_table;
    ResultModel* const m_results;
    LibrarySession* const m_session;
    std::unordered_map<ClipId, Path> m_fetched;
    std::function<void(const std::vector<Path>&)> m_waiting;
    QTimer m_pause;
    Job m_job;
};

} // namespace prolap::ui
