#pragma once

#include <functional>

#include <QTimer>

#include "ui/jobs/job.h"
#include "ui/session/library_session.h"
#include "ui/window/page.h"

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace prolap::ui {

class ModelSwap;
class NewRunForm;
class Player;
class RunModel;
class RunView;

/// Fine-tuning: runs at the left, at the right a new one or what came of one. Runs live in the store, whoever started
/// them; the page reads it while it is in front.
class FinetunePage : public Page {
    Q_OBJECT

public:
    FinetunePage(LibrarySession* session, Player* player, QWidget* parent = nullptr);

    QString name() const override { return QStringLiteral("finetune"); }
    QString title() const override { return tr("Fine-tune"); }
    const char* iconName() const override { return "finetune"; }
    bool settled() const override;
    void save(QSettings& settings) const override;
    void restore(const QSettings& settings) override;

    /// What `clips selected on Explore` are.
    void setSelection(std::function<std::vector<ClipId>()> selection);

    NewRunForm* form() const { return m_form; }
    RunView* view() const { return m_view; }
    RunModel* runs() const { return m_model; }
    ModelSwap* swap() const { return m_swap; }
    /// part: of the run, see RunView::showPart(); empty: what suits its state.
    void showRun(const QString& id, const QString& part = {});
    void showForm();

Q_SIGNALS:
    /// Something did not work: a whole sentence.
    void warned(const QString& sentence);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void refresh();
    void showCurrent();

    LibrarySession* const m_session;
    ModelSwap* m_swap;
    RunModel* m_model;
    QTableView* m_table;
    QPushButton* m_new;
    QLabel* m_noRuns;
    QStackedWidget* m_stack;
    NewRunForm* m_form;
    RunView* m_view;
    QSplitter* m_splitter;
    QString m_part;        ///< to be shown of it once it has been read
    std::string m_current; ///< run that is shown; empty: the form
    QTimer m_timer;
    Job m_listing;
    bool m_listed = false;
};

} // namespace prolap::ui
