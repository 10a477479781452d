#include "ui/organise/details_dialog.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "core/library/library_view.h"
#include "ui/organise/organise_session.h"
#include "ui/session/library_session.h"
#include "ui/text.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

/// What all of the clips have, where they agree.
struct Shared {
    std::optional<library::ClipLabels> labels;
    bool sameNote = true;
    std::array<bool, 4> sameCaptions{true, true, true, true};
    std::string facts;
};

std::string joined(const std::vector<library::ClipCaption>& captions, int level)
{
    std::string text;
    for (const library::ClipCaption& caption : captions)
        if (caption.level == level)
            text.append(text.empty() ? "" : "\n").append(caption.text);
    return text;
}

Shared readShared(const Path& catalogue, const std::vector<ClipId>& clips, const std::stop_token& stop)
{
    library::Organiser organiser(catalogue);
    Shared shared;
    for (const ClipId clip : clips) {
        if (stop.stop_requested())
            break;
        const auto labels = organiser.labels(clip);
        if (!labels)
            continue;
        if (!shared.labels) {
            shared.labels = labels;
            continue;
        }
        shared.sameNote = shared.sameNote && labels->marks.note == shared.labels->marks.note;
        for (int level = 1; level <= 4; ++level)
            if (joined(labels->captions, level) != joined(shared.labels->captions, level))
                shared.sameCaptions[static_cast<std::size_t>(level - 1)] = false;
    }
    if (clips.size() == 1)
        for (const library::ClipDetails& clip : library::LibraryView(catalogue, {}).details(clips))
            shared.facts = displayText(clip.path) + (clip.category.empty() ? "" : "\n" + clip.category);
    return shared;
}

} // namespace

DetailsDialog::DetailsDialog(OrganiseSession* organise, std::vector<ClipId> clips, QWidget* parent)
    : QDialog(parent), m_organise(organise), m_clips(std::move(clips)), m_note(new QPlainTextEdit), m_facts(new QLabel)
{
    setAttribute(Qt::WA_DeleteOnClose);
    const auto count = static_cast<std::int64_t>(m_clips.size());
    setWindowTitle(grouped(tr("Captions and note of %n clip(s)", nullptr, static_cast<int>(count)), count));
    m_facts->setProperty("dim", true);
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kSpaceControls);
    grid->setVerticalSpacing(kSpaceControls);
    const std::array<QString, 4> names{tr("&1 Exactly this"), tr("&2 This kind"), tr("&3 Wider"),
                                       tr("&4 Most general")};
    const std::array<QString, 4> examples{tr("a heavy oak door falls shut in a stone cellar"),
                                          tr("a wooden door closes"), tr("a door"), tr("an object is moved")};
    const auto field = [&](int row, const QString& name, QPlainTextEdit* edit, const QString& example) {
        auto* label = new QLabel(name);
        label->setBuddy(edit);
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        edit->setTabChangesFocus(true);
        edit->setPlaceholderText(example);
        edit->setAccessibleName(QString(name).remove(QLatin1Char('&')));
        edit->setMinimumHeight(edit->fontMetrics().height() * 2 + 3 * kSpaceControls);
        edit->setEnabled(false); // until what is there has been read
        grid->addWidget(label, row, 0);
        grid->addWidget(edit, row, 1);
    };
    for (int level = 1; level <= 4; ++level) {
        auto* edit = m_captions[static_cast<std::size_t>(level - 1)] = new QPlainTextEdit;
        edit->setToolTip(tr("One caption a line"));
        field(level - 1, names[static_cast<std::size_t>(level - 1)], edit,
              tr("For example: %1").arg(examples[static_cast<std::size_t>(level - 1)]));
    }
    m_note->setToolTip(tr("Anything you want to remember; it is not searched"));
    field(4, tr("&Note"), m_note, tr("Anything you want to remember"));
    grid->setColumnStretch(1, 1);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    layout->setSpacing(kSpaceControls);
    layout->addWidget(m_facts);
    layout->addLayout(grid, 1);
    layout->addWidget(buttons);
    resize(640, 480);
    read();
}

void DetailsDialog::read()
{
    m_job.start([catalogue = m_organise->session()->catalogue(), clips = m_clips](
                    std::stop_token stop, const ProgressFn&) { return readShared(catalogue, clips, stop); },
                [this](const Shared& shared) {
                    m_facts->setText(shown(shared.facts));
                    m_facts->setVisible(!shared.facts.empty());
                    const QString differ = tr("These clips differ; what you write here replaces it in all of them");
                    const auto fill = [&](QPlainTextEdit* edit, bool same, const std::string& text) {
                        edit->setEnabled(true);
                        if (same)
                            edit->setPlainText(shown(text));
                        else
                            edit->setPlaceholderText(differ);
                        edit->document()->setModified(false);
                    };
                    if (!shared.labels) {
                        m_facts->setText(tr("These clips are no longer in the library."));
                        m_facts->show();
                        return;
                    }
                    for (int level = 1; level <= 4; ++level)
                        fill(caption(level), shared.sameCaptions[static_cast<std::size_t>(level - 1)],
                             joined(shared.labels->captions, level));
                    fill(m_note, shared.sameNote, shared.labels->marks.note);
                    caption(1)->setFocus();
                },
                [this](const JobFailure& failure) { m_facts->setText(failure.sentence); });
}

void DetailsDialog::accept()
{
    library::CaptionChange change;
    bool captions = false;
    for (std::size_t i = 0; i < 4; ++i) {
        if (!m_captions[i]->document()->isModified())
            continue;
        captions = true;
        change[i].emplace();
        for (const QString& line : m_captions[i]->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            if (!line.trimmed().isEmpty())
                change[i]->push_back(line.trimmed().toStdString());
    }
    if (captions)
        m_organise->apply([clips = m_clips, change](library::Organiser& o) { return o.setCaptions(clips, change); });
    if (m_note->document()->isModified())
        m_organise->apply([clips = m_clips, note = m_note->toPlainText().toStdString()](library::Organiser& o) {
            return o.setNote(clips, note);
        });
    QDialog::accept();
}

} // namespace prolap::ui
