#pragma once

#include <memory>
#include <optional>

#include <QTimer>
#include <QWidget>

#include "core/library/models/model_bench.h"
#include "ui/jobs/command_process.h"
#include "ui/jobs/job.h"
#include "ui/models_page/model_list.h"
#include "ui/session/library_session.h"

class QListView;
class QPushButton;
class QSplitter;

namespace prolap::fetch {
struct PublishedModel;
}

namespace prolap::ui {

class ModelView;
class TaskStrip;

/// The models of this machine, with what can be done with each.
class ModelsTab : public QWidget {
    Q_OBJECT

public:
    explicit ModelsTab(LibrarySession* session, QWidget* parent = nullptr);
    ~ModelsTab() override;

    const ModelListModel& list() const { return m_model; }
    ModelView* view() const { return m_view; }
    TaskStrip* strip() const { return m_strip; }
    QListView* listView() const { return m_list; }
    QSplitter* splitter() const { return m_splitter; }

    /// Everything that can be told is on screen.
    bool settled() const { return m_read && !m_readJob.running() && !m_soon.isActive(); }
    bool working() const { return m_task != Task::None; }

    /// Reads the list anew.
    void refresh();
    /// Takes a model that lies anywhere into the list, and shows it.
    void addModel(const Path& path);
    void importModel(const Path& path, const QString& name, bool half);
    void fetchModel(const QString& name);
    /// Of the model shown.
    void use();
    void makeDefault();
    void bench();
    void askToForget();
    void askToDelete();
    void forget();
    void remove(bool vectorsToo);

Q_SIGNALS:
    void statusWanted(const QString& sentence);
    /// Something went wrong: to be read at leisure.
    void failed(const QString& sentence);

private:
    enum class Task { None, Bench, Fetch, Import, Change };

    void refreshSoon();
    void showCurrent();
    void select(const std::string& id, const Path& path);
    void begin(Task task, const QString& sentence, const QString& cancelTip);
    void finish(const QString& sentence);
    void fail(const JobFailure& failure);
    void cancelTask();
    void importEnded(const CommandProcess::Result& result);
    void offline(const fetch::PublishedModel& model, const QString& sentence);
    void browseFolder();
    void browseFile();
    std::vector<QString> dependants(const ModelRow& row) const;

    LibrarySession* const m_session;
    ModelListModel m_model;
    QListView* m_list;
    ModelView* m_view;
    TaskStrip* m_strip;
    QSplitter* m_splitter;
    QPushButton *m_add, *m_fetch;
    QTimer m_soon;
    bool m_read = false; ///< the list has been read once
    bool m_again = false;
    Task m_task = Task::None;
    QString m_taskText, m_cancelTip;
    Path m_select; ///< to be selected once it is in the list
    library::ModelBench m_lastBench;
    std::string m_benchOf; ///< id
    CommandProcess m_process;
    Job m_readJob, m_taskJob;
};

} // namespace prolap::ui
