#include "ui/finetune/run_notes.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "core/error.h"
#include "ui/finetune/run_model.h"
#include "ui/text.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

constexpr int kSoonMs = 1000;

} // namespace

RunNotesView::RunNotesView(QWidget* parent)
    : QWidget(parent), m_settings(new QLabel), m_tags(new QLineEdit), m_notes(new QPlainTextEdit)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceControls, kSpaceControls, kSpaceControls, kSpaceControls);
    layout->setSpacing(kSpaceControls);
    m_settings->setWordWrap(true);
    m_settings->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_tags->setPlaceholderText(tr("Tags, with commas between"));
    m_tags->setAccessibleName(tr("Tags of the run"));
    m_tags->setToolTip(tr("Words to find this run by"));
    m_notes->setPlaceholderText(tr("Notes"));
    m_notes->setAccessibleName(tr("Notes"));
    m_notes->setToolTip(tr("Whatever is worth remembering of this run"));
    m_notes->setTabChangesFocus(true);
    layout->addWidget(m_settings);
    layout->addWidget(m_tags);
    layout->addWidget(m_notes, 1);
    m_settings->setTextFormat(Qt::PlainText);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMs);
    connect(&m_soon, &QTimer::timeout, this, &RunNotesView::save);
    connect(m_tags, &QLineEdit::textEdited, this, &RunNotesView::edited);
    connect(m_notes, &QPlainTextEdit::textChanged, this, &RunNotesView::edited);
}

RunNotesView::~RunNotesView()
{
    const QSignalBlocker blocker(this); // who would listen is being taken down too
    save();
}

void RunNotesView::setRun(const train::Run& run)
{
    if (m_run && m_run->id == run.id)
        return;
    save();
    m_run.reset(); // what is filled in now was not typed
    QStringList tags;
    for (const std::string& tag : run.notes.tags)
        tags << shown(tag);
    m_tags->setText(tags.join(QStringLiteral(", ")));
    m_notes->setPlainText(shown(run.notes.text));
    const auto& recipe = run.settings.recipe;
    const auto optimiser = recipe.value("optimiser", nlohmann::json::object());
    m_settings->setText(
        tr("%1 from %2\nStarted from %3\n%4: %5 rounds of batches of %6, learning rate %7\nRun %8 in %9")
            .arg(presetText(run.settings.preset), shown(run.settings.dataText), shown(run.settings.basePack),
                 presetText(run.settings.preset))
            .arg(optimiser.value("epochs", 0))
            .arg(optimiser.value("batch", 0))
            .arg(optimiser.value("learning_rate", 0.))
            .arg(shown(run.id), shown(run.folder)));
    m_run = run;
}

void RunNotesView::clear()
{
    m_soon.stop();
    m_run.reset();
}

void RunNotesView::hideEvent(QHideEvent* event)
{
    save();
    QWidget::hideEvent(event);
}

void RunNotesView::edited()
{
    if (m_run)
        m_soon.start();
}

void RunNotesView::save()
{
    if (!m_run || !m_soon.isActive())
        return;
    m_soon.stop();
    train::RunNotes notes = m_run->notes;
    notes.text = m_notes->toPlainText().toStdString();
    notes.tags.clear();
    for (const QString& tag : m_tags->text().split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (!tag.trimmed().isEmpty())
            notes.tags.push_back(tag.trimmed().toStdString());
    }
    try {
        train::RunStore().setNotes(*m_run, notes);
        Q_EMIT changed();
    } catch (const Error& error) {
        Q_EMIT failed(QString::fromUtf8(error.what()));
    }
}

} // namespace prolap::ui
