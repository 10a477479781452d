#include "ui/models_page/models_tab.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QJsonObject>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

#include "core/fetch/model_fetch.h"
#include "core/library/models/default_model.h"
#include "core/library/models/model_shelf.h"
#include "core/train/runs/run_store.h"
#include "ui/desktop/file_manager.h"
#include "ui/lists/two_line_delegate.h"
#include "ui/models_page/fetch_dialog.h"
#include "ui/models_page/import_dialog.h"
#include "ui/models_page/model_view.h"
#include "ui/models_page/task_strip.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

constexpr int kSoonMs = 400; ///< changes come in crowds while the library is listened to
constexpr int kListLeast = 190;
constexpr int kListWidth = 280;

} // namespace

ModelsTab::ModelsTab(LibrarySession* session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_list(new QListView),
      m_view(new ModelView),
      m_strip(new TaskStrip),
      m_splitter(new QSplitter),
      m_add(new QPushButton(icon("folder-add"), tr("&Add…"))),
      m_fetch(new QPushButton(tr("Fet&ch…"))),
      m_readJob(nullptr, Job::Priority::Background),
      m_taskJob(nullptr, Job::Priority::Background)
{
    auto* title = new QLabel(tr("Models"));
    title->setProperty("dim", true);
    title->setBuddy(m_list);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new TwoLineDelegate(ModelListModel::StateRole, ModelListModel::ProblemRole, m_list));
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Models"));
    m_list->setToolTip(tr("The models that this machine knows"));
    auto* addMenu = new QMenu(m_add);
    addMenu->addAction(icon("folder"), tr("&Folder (model pack or Hugging Face CLAP)…"), this,
                       &ModelsTab::browseFolder);
    addMenu->addAction(tr("&Checkpoint file (MS-CLAP or LAION)…"), this, &ModelsTab::browseFile);
    addMenu->addSeparator();
    QAction* import = addMenu->addAction(tr("&Import as a pack of your own…"));
    m_add->setMenu(addMenu);
    m_add->setToolTip(tr("Use a model where it lies, or turn one into a pack among your models"));
    m_fetch->setToolTip(tr("Download a model that others published"));
    for (QPushButton* button : {m_add, m_fetch})
        button->setAccessibleName(button->text().remove(QLatin1Char('&')));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kSpaceInner);
    buttons->addWidget(m_add);
    buttons->addWidget(m_fetch);
    auto* left = new QWidget;
    auto* leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, kSpaceControls, 0);
    leftLayout->setSpacing(kSpaceControls);
    leftLayout->addWidget(title);
    leftLayout->addWidget(m_list, 1);
    leftLayout->addLayout(buttons);
    left->setMinimumWidth(kListLeast);
    auto* right = new QWidget;
    auto* rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(kSpaceControls, 0, 0, 0);
    rightLayout->addWidget(m_view);
    m_splitter->addWidget(left);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({kListWidth, 1000});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    layout->setSpacing(kSpaceControls);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_strip);
    setFocusProxy(m_list);
    m_view->setEnabled(false);

    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMs);
    connect(&m_soon, &QTimer::timeout, this, &ModelsTab::refresh);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ModelsTab::showCurrent);
    connect(m_list, &QListView::doubleClicked, this, &ModelsTab::use);
    auto* enter = new QShortcut(Qt::Key_Return, m_list, this, &ModelsTab::use, Qt::WidgetShortcut);
    enter->setObjectName(QStringLiteral("use"));
    connect(m_strip, &TaskStrip::cancelled, this, &ModelsTab::cancelTask);
    connect(&m_taskJob, &Job::progressed, this, [this](const Progress& at) {
        const QString remaining = timeLeftText(at.secondsLeft);
        QString text = at.current.empty() ? m_taskText : QStringLiteral("%1 %2").arg(m_taskText, shown(at.current));
        if (!remaining.isEmpty())
            text += QStringLiteral(", ") + remaining;
        m_strip->showTask(text, at.done, at.total, m_cancelTip);
    });
    connect(&m_process, &CommandProcess::ended, this, &ModelsTab::importEnded);
    connect(import, &QAction::triggered, this, [this] {
        auto* dialog = new ImportDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this,
                [this, dialog] { importModel(dialog->path(), dialog->name(), dialog->half()); });
        dialog->open();
    });
    connect(m_fetch, &QPushButton::clicked, this, [this] {
        auto* dialog = new FetchDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, dialog] { fetchModel(dialog->chosen()); });
        dialog->open();
    });
    connect(m_view, &ModelView::useWanted, this, &ModelsTab::use);
    connect(m_view, &ModelView::defaultWanted, this, &ModelsTab::makeDefault);
    connect(m_view, &ModelView::benchWanted, this, &ModelsTab::bench);
    connect(m_view, &ModelView::forgetWanted, this, &ModelsTab::askToForget);
    connect(m_view, &ModelView::deleteWanted, this, &ModelsTab::askToDelete);
    connect(m_view, &ModelView::revealWanted, this, [this] { revealFile(m_view->row().known.path); });
    for (const auto signal : {&LibrarySession::opened, &LibrarySession::modelReady, &LibrarySession::nextModelChanged,
                              &LibrarySession::summaryChanged})
        connect(m_session, signal, this, &ModelsTab::refreshSoon);
}

ModelsTab::~ModelsTab() = default;

void ModelsTab::refreshSoon()
{
    if (parentWidget()->isVisible() && !m_soon.isActive())
        m_soon.start();
}

void ModelsTab::refresh()
{
    if (m_readJob.running()) {
        m_again = true;
        return;
    }
    m_readJob.start([catalogue = m_session->catalogue()](
                        std::stop_token stop, const ProgressFn&) { return readModelRows(catalogue, std::move(stop)); },
                    [this](std::vector<ModelRow> rows) {
                        const ModelRow* before = m_model.rowAt(m_list->currentIndex().row());
                        std::string id = before ? before->known.id : std::string();
                        Path path = before ? before->known.path : Path();
                        if (!before && m_session->modelInfo())
                            id = m_session->modelInfo()->id;
                        if (!m_select.empty()) {
                            id.clear();
                            path = std::exchange(m_select, {});
                        }
                        m_read = true;
                        m_model.setRows(std::move(rows));
                        select(id, path);
                        showCurrent();
                        if (std::exchange(m_again, false))
                            refresh();
                    },
                    [this](const JobFailure& failure) {
                        m_read = true;
                        m_again = false;
                        Q_EMIT statusWanted(failure.sentence);
                    });
}

void ModelsTab::select(const std::string& id, const Path& path)
{
    const int row = m_model.rowOf(id, path);
    m_list->setCurrentIndex(m_model.index(std::max(0, row)));
}

void ModelsTab::showCurrent()
{
    const model::ModelInfo* info = m_session->modelInfo();
    const ModelChoice* next = m_session->nextModel();
    std::string starter;
    if (next && next->path.empty()) // the starter is asked for without a path
        for (int i = 0; i < m_model.rowCount(); ++i)
            if (m_model.rowAt(i)->known.origin == library::KnownModel::Origin::Starter)
                starter = m_model.rowAt(i)->known.path.native();
    m_model.setInUse(info ? info->id : std::string(), next ? (starter.empty() ? next->path : Path(starter)) : Path());
    const ModelRow* row = m_model.rowAt(m_list->currentIndex().row());
    m_view->setEnabled(row != nullptr);
    if (!row)
        return;
    ModelView::State state;
    state.inUse = m_model.inUse(*row);
    state.comesNext = m_model.comesNext(*row);
    state.busy = working();
    state.libraryOpen = m_session->summaryKnown();
    state.options = m_session->modelChoice().options;
    const bool another = row->known.id != m_view->row().known.id;
    m_view->setModel(*row, state);
    if (another && !m_benchOf.empty() && row->known.id == m_benchOf)
        m_view->setBench(m_lastBench);
}

void ModelsTab::begin(Task task, const QString& sentence, const QString& cancelTip)
{
    m_task = task;
    m_taskText = sentence;
    m_cancelTip = cancelTip;
    m_strip->showTask(sentence, 0, 0, cancelTip);
    for (QPushButton* button : {m_add, m_fetch})
        button->setEnabled(false);
    showCurrent();
}

void ModelsTab::finish(const QString& sentence)
{
    m_task = Task::None;
    m_strip->end();
    for (QPushButton* button : {m_add, m_fetch})
        button->setEnabled(true);
    if (!sentence.isEmpty())
        Q_EMIT statusWanted(sentence);
    showCurrent();
    refresh();
}

void ModelsTab::fail(const JobFailure& failure)
{
    finish(failure.sentence);
    Q_EMIT failed(failure.sentence);
}

void ModelsTab::cancelTask()
{
    const Task task = m_task;
    if (task == Task::Import) {
        m_process.cancel();
        return;
    }
    m_taskJob.cancel();
    finish(task == Task::Fetch ? tr("Stopped; fetch it again, and it goes on from there.") : tr("Cancelled."));
}

void ModelsTab::use()
{
    const ModelRow& row = m_view->row();
    if (!row.known.usable() || m_model.comesNext(row))
        return;
    ModelChoice choice;
    if (row.known.origin != library::KnownModel::Origin::Starter)
        choice.path = row.known.path;
    choice.options = m_view->chosenOptions();
    if (m_model.inUse(row))
        m_session->loadModel(choice); // on another device: what it heard stays
    else
        m_session->useModel(choice);
    if (m_session->nextModel())
        Q_EMIT statusWanted(
            tr("Listening with %1; the model in use serves until that is done.").arg(shown(row.known.title)));
    showCurrent();
}

void ModelsTab::makeDefault()
{
    const library::KnownModel known = m_view->row().known;
    const std::optional<Path> path =
        known.origin == library::KnownModel::Origin::Starter ? std::nullopt : std::optional(known.path);
    begin(Task::Change, tr("Noting it"), tr("Leave it as it was"));
    m_taskJob.start(
        [catalogue = m_session->catalogue(), path](std::stop_token, const ProgressFn&) {
            library::setDefaultModel(catalogue, path);
            return true;
        },
        [this, known](bool) { finish(tr("This library opens with %1 from now on.").arg(shown(known.title))); },
        [this](const JobFailure& failure) { fail(failure); });
}

void ModelsTab::bench()
{
    if (working())
        return;
    const library::KnownModel known = m_view->row().known;
    begin(Task::Bench, tr("Measuring %1:").arg(shown(known.title)), tr("Stop measuring"));
    m_taskJob.start(
        [opener = m_session->opener(), path = known.path](std::stop_token stop, const ProgressFn& progress) {
            const auto open = [&](const model::EmbedderOptions& options) { return opener({path, options}); };
            return library::benchModel(open, {}, std::move(stop), progress);
        },
        [this, known](std::optional<library::ModelBench> bench) {
            if (bench) {
                m_lastBench = *bench;
                m_benchOf = known.id;
                if (m_view->row().known.id == known.id)
                    m_view->setBench(*bench);
            }
            finish(tr("Measured %1.").arg(shown(known.title)));
        },
        [this](const JobFailure& failure) { fail(failure); });
}

void ModelsTab::addModel(const Path& path)
{
    if (working())
        return;
    begin(Task::Change, tr("Looking at %1").arg(shown(path)), tr("Leave it off the list"));
    m_taskJob.start(
        [path](std::stop_token stop, const ProgressFn&) {
            const library::KnownModel known = library::inspectModel(path, false, std::move(stop));
            if (!known.usable() && known.kind.empty())
                throw Error(ErrorKind::BadInput, known.problem);
            library::rememberModel(path);
            return known;
        },
        [this](const library::KnownModel& known) {
            m_select = known.path;
            finish(tr("%1 is in the list now.").arg(shown(known.title)));
        },
        [this](const JobFailure& failure) { fail(failure); });
}

void ModelsTab::browseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of a model"));
    if (!folder.isEmpty())
        addModel(pathFrom(folder));
}

void ModelsTab::browseFile()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Checkpoint of a model"), {}, tr("Checkpoints (*.pth *.pt *.bin *.safetensors);;All files (*)"));
    if (!file.isEmpty())
        addModel(pathFrom(file));
}

void ModelsTab::importModel(const Path& path, const QString& name, bool half)
{
    if (working())
        return;
    begin(Task::Import, tr("Importing %1").arg(shown(path)), tr("Stop importing; nothing is left of it"));
    QStringList arguments{QStringLiteral("model"), QStringLiteral("import"), QStringLiteral("--json"),
                          QStringLiteral("--weights"), half ? QStringLiteral("fp16") : QStringLiteral("fp32")};
    if (!name.isEmpty())
        arguments << QStringLiteral("--name") << name;
    m_process.start(arguments << QStringLiteral("--") << localPath(path));
}

void ModelsTab::importEnded(const CommandProcess::Result& result)
{
    if (result.cancelled) {
        finish(tr("Cancelled."));
    } else if (result.exitCode != 0) {
        fail({ErrorKind::BadInput,
              result.errors.isEmpty() ? tr("It could not be imported.") : result.errors.join(u' ')});
    } else {
        const QJsonObject imported = result.json();
        m_select = pathFrom(imported[QLatin1String("path")].toString());
        finish(tr("Imported %1.").arg(imported[QLatin1String("name")].toString()));
    }
}

void ModelsTab::fetchModel(const QString& name)
{
    if (working() || name.isEmpty())
        return;
    const fetch::PublishedModel& published = fetch::publishedModels().find(name.toStdString());
    begin(Task::Fetch, tr("Fetching %1:").arg(shown(published.title)),
          tr("Stop fetching; what is here is kept, and it goes on from there another time"));
    m_taskJob.start(
        [&published](std::stop_token stop, const ProgressFn& progress) {
            fetch::ModelFetchOptions options;
            options.folder = fetch::userModelsFolder() / published.name;
            options.server = qEnvironmentVariable("PROLAP_FETCH_SERVER").toStdString(); // a mirror
            RunControl control(std::move(stop));
            fetch::ModelFetchCallbacks callbacks;
            callbacks.progress = [&](const fetch::ModelFetchProgress& at) {
                const QString text = at.stage == fetch::ModelFetchProgress::Stage::Downloading
                                         ? tr("%1 of %2").arg(bytesText(at.bytes), bytesText(at.bytesTotal))
                                         : tr("checking %1").arg(shown(at.file));
                progress({at.bytes, at.bytesTotal, text.toStdString(), at.secondsLeft});
            };
            callbacks.retry = [&](const std::string& why, std::chrono::milliseconds) {
                progress({0, 0, tr("trying again: %1").arg(shown(validUtf8(why))).toStdString(), -1});
            };
            try {
                fetch::fetchModel(published, options, control, callbacks);
                return std::make_pair(options.folder, QString());
            } catch (const Error& error) {
                if (error.kind() != ErrorKind::Unreachable)
                    throw;
                return std::make_pair(options.folder, QString::fromUtf8(error.what()));
            }
        },
        [this, &published](const std::pair<Path, QString>& fetched) {
            m_select = fetched.first;
            if (fetched.second.isEmpty()) {
                finish(tr("%1 is here.").arg(shown(published.title)));
                return;
            }
            finish(fetched.second);
            offline(published, fetched.second);
        },
        [this](const JobFailure& failure) { fail(failure); });
}

void ModelsTab::offline(const fetch::PublishedModel& model, const QString& sentence)
{
    QStringList steps;
    for (const std::string& step : fetch::manualSteps(model, fetch::userModelsFolder() / model.name))
        steps << shown(validUtf8(step));
    auto* box =
        new QMessageBox(QMessageBox::Warning, tr("The model could not be fetched"), sentence, QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        tr("With a network, fetch it again: it goes on where it stopped. Without one, bring the files "
           "from another machine."));
    box->setDetailedText(steps.join(QLatin1Char('\n')));
    box->open();
}

std::vector<QString> ModelsTab::dependants(const ModelRow& row) const
{
    std::vector<QString> all;
    if (row.set)
        all.push_back(tr("%1 of this library, %2 on disk, can be searched with it and with no other model.")
                          .arg(grouped(tr("%n clip(s)", nullptr, static_cast<int>(row.set->clips)), row.set->clips),
                               bytesText(row.set->bytes)));
    if (row.isDefault)
        all.push_back(tr("It is the default model of this library; the starter will be."));
    for (const train::Run& run : train::RunStore().startedFrom(row.known.path))
        all.push_back(run.status.state == train::RunState::Done
                          ? tr("The run %1 started from it; how much of it to keep could no longer be changed.")
                                .arg(shown(run.name()))
                          : tr("The run %1 starts from it and could not go on without it.").arg(shown(run.name())));
    return all;
}

void ModelsTab::askToDelete()
{
    const ModelRow row = m_view->row();
    const bool linked = row.known.origin == library::KnownModel::Origin::Linked;
    auto* box = new QMessageBox(QMessageBox::Question, linked ? tr("Take off the list") : tr("Delete a model"),
                                linked ? tr("Take %1 off the list?").arg(shown(row.known.title))
                                       : tr("Delete %1, %2?").arg(shown(row.known.title), bytesText(row.known.bytes)),
                                QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QStringList more{linked ? tr("Its files stay in %1.").arg(shown(row.known.path))
                            : tr("Its files in %1 are deleted.").arg(shown(row.known.path))};
    for (const QString& sentence : dependants(row))
        more << sentence;
    box->setInformativeText(more.join(QLatin1Char('\n')));
    QCheckBox* vectors = nullptr;
    if (row.set) {
        vectors = new QCheckBox(tr("&Forget what this library heard with it, too"), box);
        box->setCheckBox(vectors);
    }
    QPushButton* yes = box->addButton(linked ? tr("Take off") : tr("Delete"), QMessageBox::AcceptRole);
    connect(yes, &QPushButton::clicked, this, [this, vectors] { remove(vectors && vectors->isChecked()); });
    box->open();
}

void ModelsTab::remove(bool vectorsToo)
{
    const ModelRow row = m_view->row();
    begin(Task::Change, tr("Deleting %1").arg(shown(row.known.title)), tr("Stop where it is"));
    m_taskJob.start(
        [row, vectorsToo, catalogue = m_session->catalogue()](std::stop_token, const ProgressFn&) {
            QString note;
            if (row.set && vectorsToo)
                note = QString::fromStdString(library::removeEmbeddingSet(catalogue, row.set->id).note);
            if (row.isDefault)
                library::setDefaultModel(catalogue, std::nullopt);
            library::takeOffShelf(row.known.name);
            return note;
        },
        [this, row](const QString& note) {
            finish(note.isEmpty() ? tr("%1 is gone.").arg(shown(row.known.title)) : note);
        },
        [this](const JobFailure& failure) { fail(failure); });
}

void ModelsTab::askToForget()
{
    const ModelRow row = m_view->row();
    if (!row.set)
        return;
    auto* box = new QMessageBox(QMessageBox::Question, tr("Forget what a model heard"),
                                tr("Forget what this library heard with %1?").arg(shown(row.known.title)),
                                QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QString more =
        tr("Frees about %1. Sounds, tags and captions stay. To search with it again, its %2 must be listened "
           "to again.")
            .arg(bytesText(row.set->bytes),
                 grouped(tr("%n clip(s)", nullptr, static_cast<int>(row.set->clips)), row.set->clips));
    if (m_model.inUse(row))
        more += QLatin1Char(' ') + tr("It is the model in use: until then only names and tags are found.");
    box->setInformativeText(more);
    QPushButton* yes = box->addButton(tr("Forget"), QMessageBox::AcceptRole);
    connect(yes, &QPushButton::clicked, this, &ModelsTab::forget);
    box->open();
}

void ModelsTab::forget()
{
    const ModelRow row = m_view->row();
    if (!row.set || working())
        return;
    begin(Task::Change, tr("Forgetting what %1 heard").arg(shown(row.known.title)), tr("Stop where it is"));
    m_taskJob.start([id = row.set->id, catalogue = m_session->catalogue()](
                        std::stop_token, const ProgressFn&) { return library::removeEmbeddingSet(catalogue, id); },
                    [this](const library::SetRemoval& removal) {
                        m_session->refresh();
                        finish(removal.note.empty() ? tr("%1 freed.").arg(bytesText(removal.bytesFreed))
                                                    : QString::fromStdString(removal.note));
                    },
                    [this](const JobFailure& failure) { fail(failure); });
}

} // namespace prolap::ui
