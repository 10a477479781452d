#include "ui/tagging/tagging_page.h"

#include <algorithm>

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/explore/empty_state.h"
#include "ui/organise/organise_session.h"
#include "ui/player/player.h"
#include "ui/session/library_session.h"
#include "ui/settings.h"
#include "ui/tagging/clip_strip.h"
#include "ui/tagging/suggestion_list.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

constexpr int kWidest = 760; ///< of the column that is worked in: eyes do not travel

/// Adds a caption to those that the clip has.
library::Edit captioned(library::Organiser& organiser, ClipId clip, const std::string& text, int level)
{
    library::CaptionChange change;
    std::vector<std::string> texts;
    if (const auto labels = organiser.labels(clip)) {
        for (const library::ClipCaption& caption : labels->captions) {
            if (caption.level == level)
                texts.push_back(caption.text);
        }
    }
    if (std::ranges::find(texts, text) == texts.end())
        texts.push_back(text);
    change[static_cast<std::size_t>(level - 1)] = std::move(texts);
    const ClipId clips[] = {clip};
    return organiser.setCaptions(clips, change);
}

} // namespace

TaggingPage::TaggingPage(OrganiseSession* organise, Player* player, QWidget* parent)
    : Page(parent),
      m_organise(organise),
      m_player(player),
      m_queue(organise->session()),
      m_scope(new QComboBox),
      m_writes(new QComboBox),
      m_plays(new QCheckBox(tr("Play each clip"))),
      m_bar(new QProgressBar),
      m_progress(new QLabel),
      m_stack(new QStackedWidget),
      m_empty(new EmptyState),
      m_name(new QLabel),
      m_facts(new QLabel),
      m_tags(new QLabel),
      m_strip(new ClipStrip(player)),
      m_suggestions(new SuggestionList),
      m_wait(new QLabel),
      m_field(new QLineEdit),
      m_playButton(new QPushButton(icon("play"), tr("Play"))),
      m_skip(new QPushButton(tr("Skip"))),
      m_back(new QPushButton(tr("Back"))),
      m_undo(new QPushButton(icon("undo"), tr("Take back")))
{
    m_scope->setAccessibleName(tr("Which clips"));
    m_scope->setToolTip(tr("Which clips to go through: those of them that have neither tag nor caption"));
    m_scope->setMinimumContentsLength(18);
    m_writes->addItem(tr("as a tag"), AsTag);
    m_writes->addItem(tr("as a caption"), AsCaption);
    m_writes->setAccessibleName(tr("Write as"));
    m_writes->setToolTip(
        tr("What a name that you take becomes: a tag, which many clips share, or a caption of this clip"));
    m_plays->setChecked(true);
    m_plays->setToolTip(tr("Play a clip as soon as it comes up"));
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(kSpaceControls);
    m_bar->setAccessibleName(tr("How many clips have been gone through"));
    auto* clips = new QLabel(tr("Clips"));
    clips->setBuddy(m_scope);
    auto* becomes = new QLabel(tr("Write names"));
    becomes->setBuddy(m_writes);
    auto* top = new QHBoxLayout;
    top->setSpacing(kSpaceControls);
    top->addWidget(clips);
    top->addWidget(m_scope);
    top->addSpacing(kSpaceControls);
    top->addWidget(becomes);
    top->addWidget(m_writes);
    top->addSpacing(kSpaceControls);
    top->addWidget(m_plays);
    top->addStretch(1);
    top->addWidget(m_progress);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeWork());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    layout->setSpacing(kSpaceControls);
    layout->addLayout(top);
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);
    makeKeys();
    setFocusProxy(m_stack->widget(1));

    connect(m_scope, &QComboBox::activated, this, &TaggingPage::fill);
    connect(&m_queue, &TaggingQueue::changed, this, &TaggingPage::showState);
    connect(&m_queue, &TaggingQueue::currentChanged, this, &TaggingPage::showCurrent);
    connect(&m_queue, &TaggingQueue::failed, this, &TaggingPage::warned);
    connect(&m_queue, &TaggingQueue::progressed, this, [this](const Progress& progress) {
        m_wait->setText(
            progress.total > 0
                ? tr("The model reads its words: %1 of %2").arg(countText(progress.done), countText(progress.total))
                : tr("The model listens…"));
    });
    connect(m_organise, &OrganiseSession::undone, this, [this](const library::Edit& edit) {
        if (m_written.empty() || edit.labelsBefore.empty() || edit.labelsBefore.front().clip != m_written.back())
            return;
        const ClipId clip = m_written.back();
        m_written.pop_back();
        m_queue.takeBack(clip);
    });
    connect(m_organise, &OrganiseSession::listsChanged, this, &TaggingPage::fillScopes);
    connect(m_organise->session(), &LibrarySession::summaryChanged, this, &TaggingPage::fillScopes);
    connect(m_organise->session(), &LibrarySession::searchReadyChanged, this, [this] {
        if (isVisible())
            fill();
    });
    connect(m_player, &Player::stateChanged, this, [this](PlayState state) {
        m_playButton->setIcon(icon(state == PlayState::Playing ? "pause" : "play"));
        m_playButton->setText(state == PlayState::Playing ? tr("Pause") : tr("Play"));
    });
    connect(m_empty->button(), &QPushButton::clicked, this, [this] {
        if (m_queue.filled() && m_queue.size() > 0)
            Q_EMIT finetuneWanted();
        else
            fill();
    });
    fillScopes();
    showState();
}

QWidget* TaggingPage::makeWork()
{
    m_name->setFont(scaled(font(), kTitleScale));
    for (QLabel* label : {m_name, m_facts, m_tags, m_wait})
        label->setTextFormat(Qt::PlainText);
    m_facts->setProperty("dim", true);
    m_wait->setProperty("dim", true);
    m_field->setPlaceholderText(tr("Or type a name; several with commas between"));
    m_field->setAccessibleName(tr("Name of the clip"));
    m_field->setToolTip(tr("Enter takes what is typed here; where nothing is typed, the first suggestion"));
    m_field->setClearButtonEnabled(true);
    m_playButton->setToolTip(tr("Play or pause (Space)"));
    m_skip->setToolTip(tr("Leave it for later (Right, or S); skipped clips come last, also next time"));
    m_back->setToolTip(tr("The clip before (Left)"));
    m_undo->setToolTip(tr("Take the last name back and go to its clip (Backspace; Ctrl+Z takes it back too)"));
    connect(m_suggestions, &SuggestionList::chosen, this, &TaggingPage::accept);
    connect(m_playButton, &QPushButton::clicked, this, &TaggingPage::play);
    connect(m_skip, &QPushButton::clicked, this, [this] { m_queue.next(true); });
    connect(m_back, &QPushButton::clicked, this, [this] { m_queue.back(); });
    connect(m_undo, &QPushButton::clicked, this, &TaggingPage::undo);

    auto* column = new QWidget;
    column->setMaximumWidth(kWidest);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, kSpaceGroups, 0, 0);
    layout->setSpacing(kSpaceControls);
    layout->addWidget(m_name);
    layout->addWidget(m_facts);
    layout->addWidget(m_strip);
    layout->addWidget(m_tags);
    layout->addSpacing(kSpaceControls);
    layout->addWidget(m_suggestions);
    layout->addWidget(m_wait);
    layout->addWidget(m_field);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kSpaceControls);
    for (QPushButton* button : {m_playButton, m_skip, m_back, m_undo})
        buttons->addWidget(button);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    auto* keys =
        new QLabel(tr("1 to 5 takes a name · Enter the first · S skips · Left goes back · Backspace takes back "
                      "· Space plays"));
    keys->setProperty("dim", true);
    keys->setWordWrap(true);
    layout->addWidget(keys);
    layout->addStretch(1);
    auto* work = new QWidget;
    auto* beside = new QHBoxLayout(work);
    beside->setContentsMargins(0, 0, 0, 0);
    beside->addStretch(1);
    beside->addWidget(column, 100);
    beside->addStretch(1);
    work->setFocusPolicy(Qt::StrongFocus);
    return work;
}

void TaggingPage::makeKeys()
{
    const auto key = [this](const QList<QKeySequence>& keys, auto act) {
        auto* action = new QAction(this);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, act);
        m_stack->widget(1)->addAction(action);
        m_keys.push_back(action);
    };
    for (int i = 0; i < SuggestionList::kCount; ++i)
        key({QKeySequence(Qt::Key_1 + i)}, [this, i] { accept(i); });
    key({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)}, [this] { takeTyped(); });
    key({QKeySequence(Qt::Key_S), QKeySequence(Qt::Key_Right)}, [this] { m_queue.next(true); });
    key({QKeySequence(Qt::Key_Left)}, [this] { m_queue.back(); });
    key({QKeySequence(Qt::Key_Backspace)}, [this] { undo(); });
    key({QKeySequence(Qt::Key_Space)}, [this] { play(); });
}

void TaggingPage::fillScopes()
{
    const QString chosen = m_scope->currentText();
    m_scope->clear();
    m_scope->addItem(tr("All of the library"), Everything);
    m_scope->addItem(tr("Selected on Explore"), Selection);
    for (const library::RootSummary& root : m_organise->session()->summary().roots) {
        m_scope->addItem(shown(root.path.filename()), Folder);
        m_scope->setItemData(m_scope->count() - 1, shown(root.path), Qt::ToolTipRole);
        m_scope->setItemData(m_scope->count() - 1, qint64(root.id.value), Qt::UserRole + 1);
    }
    for (const library::CollectionSummary& collection : m_organise->lists().collections) {
        m_scope->addItem(icon("collection"), shown(collection.name), Collection);
        m_scope->setItemData(m_scope->count() - 1, qint64(collection.id.value), Qt::UserRole + 1);
    }
    m_scope->setCurrentIndex(std::max(0, m_scope->findText(chosen)));
}

void TaggingPage::fill()
{
    library::SearchFilter filter;
    std::vector<ClipId> clips;
    const qint64 id = m_scope->currentData(Qt::UserRole + 1).toLongLong();
    switch (m_scope->currentData().toInt()) {
    case Collection:
        filter.collection = CollectionId{id};
        break;
    case Folder:
        filter.root = RootId{id};
        break;
    case Selection:
        clips = m_selection ? m_selection() : std::vector<ClipId>();
        if (clips.empty()) {
            Q_EMIT statusWanted(tr("Nothing is selected on Explore."));
            m_scope->setCurrentIndex(0);
        }
        break;
    default:
        break;
    }
    m_written.clear();
    m_queue.fill(filter, std::move(clips));
}

void TaggingPage::accept(int suggestion)
{
    const auto& suggestions = m_suggestions->suggestions();
    if (!m_queue.current() || static_cast<std::size_t>(suggestion) >= suggestions.size())
        return;
    const library::CaptionSuggestion& chosen = suggestions[static_cast<std::size_t>(suggestion)];
    write(shown(chosen.text), chosen.level);
}

void TaggingPage::takeTyped()
{
    if (m_field->text().trimmed().isEmpty())
        accept(0);
    else
        write(m_field->text(), 1);
    m_stack->widget(1)->setFocus();
}

void TaggingPage::write(const QString& text, int level)
{
    const TaggingQueue::Clip* clip = m_queue.current();
    if (!clip)
        return;
    std::vector<std::string> names;
    if (m_writes->currentData().toInt() == AsTag) {
        for (const QString& name : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
            if (!name.trimmed().isEmpty())
                names.push_back(name.trimmed().toStdString());
        }
    } else if (!text.trimmed().isEmpty()) {
        names.push_back(text.trimmed().toStdString());
    }
    if (names.empty())
        return;
    const ClipId id = clip->details.id;
    const bool tag = m_writes->currentData().toInt() == AsTag;
    m_organise->apply([id, names, tag, level](library::Organiser& organiser) {
        if (!tag)
            return captioned(organiser, id, names.front(), level);
        const ClipId clips[] = {id};
        return organiser.addTags(clips, names);
    });
    m_written.push_back(id);
    m_queue.next(false);
}

void TaggingPage::undo()
{
    if (m_written.empty())
        return;
    m_organise->undo();
}

void TaggingPage::play()
{
    const TaggingQueue::Clip* clip = m_queue.current();
    if (!clip)
        return;
    if (m_player->file() == clip->details.path && m_player->state() != PlayState::Stopped)
        m_player->toggle();
    else
        m_player->play(clip->details.path, 0);
}

QString TaggingPage::progressText() const
{
    return m_progress->text();
}

bool TaggingPage::settled() const
{
    return !m_queue.ready() || (m_queue.filled() && !m_queue.filling() && !m_queue.loading());
}

void TaggingPage::save(QSettings& settings) const
{
    m_queue.save(settings);
    settings.setValue(settings::kTaggingPlays, m_plays->isChecked());
    settings.setValue(settings::kTaggingWrites, m_writes->currentIndex());
}

void TaggingPage::restore(const QSettings& settings)
{
    m_queue.restore(settings);
    m_plays->setChecked(settings.value(settings::kTaggingPlays, true).toBool());
    m_writes->setCurrentIndex(std::clamp(settings.value(settings::kTaggingWrites, 0).toInt(), 0, 1));
}

void TaggingPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (!m_queue.filled() && !m_queue.filling())
        fill();
    m_stack->widget(1)->setFocus();
}

void TaggingPage::hideEvent(QHideEvent* event)
{
    if (!event->spontaneous() && m_player)
        m_player->stop();
    Page::hideEvent(event);
}

void TaggingPage::showState()
{
    const auto size = static_cast<std::int64_t>(m_queue.size());
    const auto position = static_cast<std::int64_t>(m_queue.position());
    m_bar->setRange(0, std::max(1, static_cast<int>(size)));
    m_bar->setValue(static_cast<int>(position));
    m_bar->setVisible(size > 0);
    m_progress->setText(size == 0 ? QString()
                        : position < size
                            ? tr("Clip %1 of %2 without a name; %3 named")
                                  .arg(countText(position + 1), countText(size),
                                       countText(static_cast<std::int64_t>(m_queue.answered())))
                            : tr("%1 named").arg(countText(static_cast<std::int64_t>(m_queue.answered()))));
    m_undo->setEnabled(!m_written.empty());
    m_back->setEnabled(position > 0);
    if (!m_queue.ready())
        m_empty->say(tr("No sounds yet"),
                     tr("When a library with a model is open, its clips without a name come up here, one by one."), {});
    else if (m_queue.filling())
        m_empty->say(tr("Looking through the library"), tr("The clips that the model is least sure of come first."),
                     {});
    else if (size == 0)
        m_empty->say(tr("Nothing is without a name"),
                     tr("Every clip here that has been listened to has a tag or a caption. Choose other clips above."),
                     tr("Look again"));
    else if (position >= size)
        m_empty->say(tr("That was all of them"),
                     tr("You have gone through all clips without a name. Now a model can learn from them."),
                     tr("Fine-tune a model"));
    const bool working = m_queue.ready() && !m_queue.filling() && position < size;
    if (working && m_stack->currentIndex() == 0) {
        m_stack->setCurrentIndex(1);
        if (isVisible())
            m_stack->widget(1)->setFocus();
    } else if (!working) {
        m_stack->setCurrentIndex(0);
    }
    if (!m_queue.current()) {
        m_suggestions->show({});
        m_wait->setText(tr("The model listens…"));
    }
}

void TaggingPage::showCurrent()
{
    const TaggingQueue::Clip* clip = m_queue.current();
    showState();
    m_field->clear();
    if (!clip) {
        m_strip->show({}, 0, {});
        return;
    }
    m_name->setText(shown(clip->details.name));
    m_name->setToolTip(shown(clip->details.path));
    const QString unsure =
        m_queue.order() == library::QueueOrder::Uncertainty
            ? tr("uncertainty %1").arg(QLocale().toString(clip->uncertainty, 'g', 3))
            : tr("%1 bits of doubt among its names").arg(QLocale().toString(clip->uncertainty / 0.6931, 'f', 1));
    m_facts->setText(QStringLiteral("%1 · %2 · %3")
                         .arg(shown(clip->details.path.parent_path().filename()),
                              durationText(clip->details.durationSeconds), unsure));
    m_facts->setToolTip(tr("Clips that the model is least sure of come first: your word about them teaches it most"));
    QStringList tags;
    for (const std::string& tag : clip->details.tags)
        tags << shown(tag);
    m_tags->setText(tags.isEmpty() ? QString() : tr("Tags: %1").arg(tags.join(QStringLiteral(", "))));
    m_tags->setVisible(!tags.isEmpty());
    m_strip->show(clip->details.path, clip->details.durationSeconds, clip->waveform);
    m_suggestions->show(clip->suggestions);
    m_wait->setText(clip->suggestions.empty() ? tr("The model has not listened to this clip yet.") : QString());
    if (m_plays->isChecked() && isVisible() && clip->details.online)
        m_player->play(clip->details.path, 0);
}

} // namespace prolap::ui
