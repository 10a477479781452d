#include "ui/explore/query/query_bar.h"

#include <algorithm>
#include <utility>

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QSlider>
#include <QTemporaryDir>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/library/query/query_request.h"
#include "core/library/query/query_vocabulary.h"
#include "ui/explore/caption_field.h"
#include "ui/explore/query/error_marks.h"
#include "ui/explore/query/filter_chips.h"
#include "ui/explore/query/filter_panel.h"
#include "ui/explore/query/generality_slider.h"
#include "ui/explore/query/legend_popup.h"
#include "ui/explore/query/query_completer.h"
#include "ui/explore/query/record_dialog.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

using library::Relation;

namespace {

constexpr int kErrorPauseMs = 700;
constexpr int kVocabularyPauseMs = 1000;
constexpr int kRecentShown = 20;

} // namespace

QueryBar::QueryBar(QWidget* parent)
    : QWidget(parent),
      m_caption(new CaptionField),
      m_completer(new QueryCompleter(m_caption)),
      m_marks(new ErrorMarks(m_caption)),
      m_relationButton(new QToolButton),
      m_soundButton(new QToolButton),
      m_clipsButton(new QToolButton),
      m_weightBox(new QWidget),
      m_weight(new QSlider(Qt::Horizontal)),
      m_chips(new FilterChips),
      m_generality(new GeneralitySlider),
      m_error(new QLabel),
      m_panel(new FilterPanel(this)),
      m_legend(new LegendPopup(this))
{
    makeActions();
    arrange();
    m_errorPause.setSingleShot(true);
    m_errorPause.setInterval(kErrorPauseMs);
    m_vocabularyPause.setSingleShot(true);
    m_vocabularyPause.setInterval(kVocabularyPauseMs);
    m_caption->installEventFilter(this);

    connect(&m_vocabularyPause, &QTimer::timeout, this, &QueryBar::readVocabulary);
    connect(&m_errorPause, &QTimer::timeout, this, &QueryBar::showErrors);
    connect(m_caption, &QLineEdit::textEdited, this, [this] {
        m_history.endStepping();
        if (m_sound && !m_captionCounts && readTyped(m_caption->text()).ranks()) {
            m_captionCounts = true;
            showSound();
        }
    });
    connect(m_caption, &QLineEdit::textChanged, this, &QueryBar::read);
    connect(m_chips, &FilterChips::removeWanted, this, [this](int token) {
        setText(QString::fromStdString(library::withoutQueryToken(
            m_typed.text.toStdString(), m_typed.parsed.tokens[static_cast<std::size_t>(token)])));
    });
    connect(m_chips, &FilterChips::emptied, m_caption, qOverload<>(&QWidget::setFocus));
    connect(m_panel, &FilterPanel::textWanted, this, &QueryBar::setText);
    connect(m_panel, &FilterPanel::clearWanted, this, &QueryBar::clearFilters);
    connect(m_generality, &GeneralitySlider::changed, this, [this] {
        if (!m_showing)
            dropField(library::QueryField::Generality); // the hand at the slider says it now
        Q_EMIT changed();
    });
    connect(m_weight, &QSlider::valueChanged, this, [this] {
        m_captionCounts = m_captionCounts || m_weight->value() > 0;
        Q_EMIT changed();
    });
    connect(m_soundButton, &QToolButton::clicked, this, &QueryBar::forgetSound);
    connect(m_clipsButton, &QToolButton::clicked, this, &QueryBar::forgetClips);
    connect(m_caption, &CaptionField::leftDownwards, this, &QueryBar::remember);
    read();
    showSound();
    showClips();
    setModel(nullptr);
}

QueryBar::~QueryBar() = default;

void QueryBar::makeActions()
{
    const auto make = [this](const QString& text, const char* symbol, const QKeySequence& key, auto slot) {
        auto* action = new QAction(icon(symbol), text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WindowShortcut);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    m_actions.filters = make(tr("Filters…"), "filter", QKeySequence(tr("Ctrl+Shift+F")), [this] {
        m_panel->show(m_typed);
        m_panel->openBelow(m_filtersButton);
    });
    m_actions.record = make(tr("Record a sound…"), "record", QKeySequence(tr("Ctrl+Shift+M")), [this] { record(); });
    m_actions.recent = make(tr("Earlier queries…"), "history", QKeySequence(tr("Ctrl+H")), [this] { showRecent(); });
    m_actions.legend = make(tr("What the signs mean"), "help", QKeySequence(tr("Ctrl+F1")),
                            [this] { m_legend->openBelow(m_legendButton, m_calibrated, m_probabilistic); });
}

QToolButton* QueryBar::buttonOf(QAction* action)
{
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setMinimumSize(kHitArea, kHitArea);
    button->setToolTip(tr("%1 (%2)").arg(action->text(), action->shortcut().toString(QKeySequence::NativeText)));
    button->setAccessibleName(action->text());
    return button;
}

void QueryBar::arrange()
{
    m_filtersButton = buttonOf(m_actions.filters);
    auto* recordButton = buttonOf(m_actions.record);
    m_recentButton = buttonOf(m_actions.recent);
    m_legendButton = buttonOf(m_actions.legend);

    auto* relations = new QMenu(m_relationButton);
    auto* group = new QActionGroup(this);
    const std::pair<QString, QString> kinds[] = {
        {tr("Sounds like"), tr("Clips that are the same or nearly")},
        {tr("Contains"), tr("Clips that contain it: more general ones that it is a part of")},
        {tr("Is part of"), tr("Clips that are a part of it: more specific ones")}};
    for (std::size_t i = 0; i < std::size(kinds); ++i) {
        QAction* action = relations->addAction(kinds[i].first);
        action->setToolTip(kinds[i].second);
        action->setCheckable(true);
        action->setActionGroup(group);
        connect(action, &QAction::triggered, this, [this, i] { setRelation(static_cast<Relation>(i)); });
        m_relations.append(action);
    }
    relations->setToolTipsVisible(true);
    m_relationButton->setMenu(relations);
    m_relationButton->setPopupMode(QToolButton::InstantPopup);
    m_relationButton->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_relationButton->setFocusPolicy(Qt::StrongFocus);
    m_relationButton->setProperty("chip", "choice");
    for (QToolButton* chip : {m_soundButton, m_clipsButton}) {
        chip->setIcon(icon("cancel"));
        chip->setIconSize(QSize(12, 12));
        chip->setLayoutDirection(Qt::RightToLeft);
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        chip->setFocusPolicy(Qt::StrongFocus);
        chip->setProperty("chip", "right");
    }
    m_soundButton->setToolTip(tr("Forget this sound (Esc)"));
    m_clipsButton->setToolTip(tr("List all clips again, not only these (Del)"));
    m_clipsButton->installEventFilter(this);

    m_weight->setRange(0, 20);
    m_weight->setFixedWidth(80);
    m_weight->setMinimumHeight(kHitArea);
    m_weight->setAccessibleName(tr("As the sound is, or as the words say"));
    m_weight->setToolTip(tr("Left: like the sound. Right: as the words say. Between: like the sound, but as the words "
                            "say."));
    auto* weightLayout = new QHBoxLayout(m_weightBox);
    weightLayout->setContentsMargins(0, 0, 0, 0);
    weightLayout->setSpacing(kSpaceInner);
    auto* like = new QLabel(tr("sound"));
    auto* words = new QLabel(tr("words"));
    for (QLabel* label : {like, words})
        label->setProperty("dim", true);
    weightLayout->addWidget(like);
    weightLayout->addWidget(m_weight);
    weightLayout->addWidget(words);

    m_error->setProperty("error", true);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->hide();

    auto* first = new QHBoxLayout;
    first->setSpacing(kSpaceControls);
    first->addWidget(m_caption, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kSpaceInner);
    for (QToolButton* button : {m_filtersButton, recordButton, m_recentButton})
        buttons->addWidget(button);
    first->addLayout(buttons);
    auto* second = new QHBoxLayout;
    second->setSpacing(kSpaceControls);
    second->addWidget(m_relationButton, 0, Qt::AlignTop);
    second->addWidget(m_soundButton, 0, Qt::AlignTop);
    second->addWidget(m_weightBox, 0, Qt::AlignTop);
    second->addWidget(m_clipsButton, 0, Qt::AlignTop);
    second->addWidget(m_chips, 1);
    second->addStretch(0);
    second->addWidget(m_generality, 0, Qt::AlignTop);
    second->addWidget(m_legendButton, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceInner);
    layout->addLayout(first);
    layout->addWidget(m_error);
    layout->addLayout(second);

    QWidget* order[] = {m_caption, m_filtersButton, recordButton, m_recentButton, m_relationButton, m_soundButton,
                        m_weight,  m_clipsButton,   m_chips,      m_generality,   m_legendButton};
    for (std::size_t i = 0; i + 1 < std::size(order); ++i)
        setTabOrder(order[i], order[i + 1]);
    setFocusProxy(m_caption);
}

void QueryBar::setText(const QString& text)
{
    m_caption->setText(text);
    m_caption->setCursorPosition(static_cast<int>(text.size()));
}

void QueryBar::read()
{
    m_typed = readTyped(m_caption->text());
    m_chips->show(m_typed);
    if (m_panel->isVisible())
        m_panel->show(m_typed);
    m_filtersButton->setProperty("chip", m_chips->chips().isEmpty() ? "" : "right");
    if (m_typed.parsed.errors.empty())
        showErrors(); // at once: it is right again
    else {
        m_error->hide();
        m_marks->show(readTyped({}));
        m_errorPause.start();
    }
    m_weightBox->setVisible(m_sound && m_typed.ranks());
    readRanking();
    Q_EMIT textChanged();
}

/// `find:` and `general:` are the button's and the slider's, too: what the text says they show, and what it says no
/// more is as at first.
void QueryBar::readRanking()
{
    const library::Query& query = m_typed.parsed.query;
    const bool saysRelation = !query.relation.empty(), saysGenerality = query.generality.has_value();
    if (saysRelation || m_saysRelation)
        m_relation = m_probabilistic ? library::relationOf(query) : Relation::SoundsLike;
    if (saysGenerality || m_saysGenerality) {
        const QSignalBlocker quiet(m_generality);
        m_generality->setValue(query.generality.value_or(0));
    }
    m_saysRelation = saysRelation;
    m_saysGenerality = saysGenerality;
    showRelation();
}

void QueryBar::dropField(library::QueryField field)
{
    bool& says = field == library::QueryField::Relation ? m_saysRelation : m_saysGenerality;
    if (!std::exchange(says, false))
        return;
    setText(QString::fromStdString(library::withQueryField(m_typed.text.toStdString(), {}, field)));
}

void QueryBar::setWhole(const QString& text)
{
    m_generality->setValue(0);
    if (!m_sound)
        m_relation = Relation::SoundsLike;
    setText(text);
    showRelation();
}

QString QueryBar::whole() const
{
    library::Query beside;
    if (!m_saysRelation && !m_sound && m_relation != Relation::SoundsLike)
        beside.relation = library::kRelationNames[static_cast<std::size_t>(m_relation)];
    if (!m_saysGenerality && generality() != 0)
        beside.generality = generality();
    const QString more = QString::fromStdString(library::queryText(beside));
    const QString text = m_typed.text.trimmed();
    return text.isEmpty() || more.isEmpty() ? text : text + QLatin1Char(' ') + more;
}

void QueryBar::narrowTo(ChosenClips clips)
{
    m_clips = std::move(clips);
    showClips();
    Q_EMIT changed();
}

void QueryBar::forgetClips()
{
    if (!m_clips)
        return;
    const bool hadFocus = m_clipsButton->hasFocus();
    m_clips.reset();
    showClips();
    if (hadFocus)
        m_caption->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

void QueryBar::showClips()
{
    m_clipsButton->setVisible(m_clips.has_value());
    if (!m_clips)
        return;
    m_clipsButton->setText(m_clipsButton->fontMetrics().elidedText(m_clips->name, Qt::ElideMiddle, 240));
    m_clipsButton->setAccessibleName(tr("Remove %1").arg(m_clips->name));
}

void QueryBar::showErrors()
{
    m_errorPause.stop();
    m_marks->show(m_typed);
    const bool wrong = !m_typed.parsed.errors.empty();
    m_error->setVisible(wrong);
    if (wrong)
        m_error->setText(QString::fromStdString(m_typed.parsed.errors.front().sentence));
    m_caption->setAccessibleDescription(wrong ? m_error->text() : tr("Describe the sound that you look for"));
}

void QueryBar::setSound(SoundQuery sound, Relation relation)
{
    m_sound = std::move(sound);
    dropField(library::QueryField::Relation);
    m_relation = m_probabilistic ? relation : Relation::SoundsLike;
    m_captionCounts = false;
    showSound();
    Q_EMIT changed();
}

void QueryBar::forgetSound()
{
    if (!m_sound)
        return;
    const bool hadFocus = m_soundButton->hasFocus() || m_weight->hasFocus();
    m_sound.reset();
    m_relation = m_saysRelation && m_probabilistic ? library::relationOf(m_typed.parsed.query) : Relation::SoundsLike;
    showSound();
    if (hadFocus)
        m_caption->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

void QueryBar::showSound()
{
    m_soundButton->setVisible(m_sound.has_value());
    if (m_sound) {
        m_soundButton->setText(m_soundButton->fontMetrics().elidedText(m_sound->name, Qt::ElideMiddle, 240));
        m_soundButton->setAccessibleName(tr("Forget %1").arg(m_sound->name));
    }
    {
        const QSignalBlocker quiet(m_weight);
        m_weight->setValue(m_captionCounts ? m_weight->maximum() / 2 : 0);
    }
    m_weightBox->setVisible(m_sound && m_typed.ranks());
    showRelation();
}

double QueryBar::captionWeight() const
{
    return m_captionCounts ? static_cast<double>(m_weight->value()) / m_weight->maximum() : 0;
}

void QueryBar::setRelation(Relation relation)
{
    if (m_relation == relation)
        return;
    dropField(library::QueryField::Relation);
    m_relation = relation;
    showRelation();
    Q_EMIT changed();
}

void QueryBar::showRelation()
{
    QAction* action = m_relations[static_cast<int>(m_relation)];
    action->setChecked(true);
    m_relationButton->setText(action->text());
    m_relationButton->setAccessibleName(tr("Clips are wanted that: %1").arg(action->text()));
    QString why;
    if (!m_probabilistic)
        why = whyNoRelations();
    m_relationButton->setToolTip(why.isEmpty() ? tr("What a clip shall be to the sound or the words") : why);
    m_relations[1]->setEnabled(m_probabilistic);
    m_relations[2]->setEnabled(m_probabilistic);
    if (why.isEmpty() && m_relation != Relation::SoundsLike)
        why = tr("What contains what is itself an order from specific to general");
    m_showing = true;
    m_generality->setUnavailable(why);
    m_showing = false;
}

QString QueryBar::whyNoRelations() const
{
    return tr("There is no uncertainty in this model: %1 cannot say what is general or specific. Choose a ProLAP model "
              "for that; the starter is one.")
        .arg(m_modelName);
}

bool QueryBar::narrows() const
{
    using Kind = library::QueryToken::Kind;
    return m_clips || std::any_of(m_typed.parsed.tokens.begin(), m_typed.parsed.tokens.end(), [](const auto& token) {
               return (token.kind == Kind::Filter && library::queryFieldNarrows(token.field)) ||
                      token.kind == Kind::Phrase || token.kind == Kind::NotPhrase;
           });
}

void QueryBar::clearFilters()
{
    m_clips.reset();
    showClips();
    library::Query words;
    words.relation = m_typed.parsed.query.relation; // they leave nothing out
    words.generality = m_typed.parsed.query.generality;
    words.captions = m_typed.parsed.query.captions;
    words.away = m_typed.parsed.query.away;
    setText(QString::fromStdString(library::queryText(words)));
    Q_EMIT changed();
}

double QueryBar::generality() const
{
    const double chosen = m_generality->value(); // 0 while it cannot be used
    return m_saysGenerality && m_generality->slider()->isEnabled() ? *m_typed.parsed.query.generality : chosen;
}

QString QueryBar::asked() const
{
    const QString words = tr("“%1”").arg(m_typed.text.simplified());
    if (!m_sound)
        return words;
    return captionWeight() > 0 && m_typed.ranks() ? tr("%1 and %2").arg(m_sound->name, words) : m_sound->name;
}

void QueryBar::setModel(const model::ModelInfo* model)
{
    m_calibrated = !model || model->calibrated;
    m_probabilistic = !model || model->probabilistic;
    m_modelName = model ? QString::fromStdString(model->name) : QString();
    if (!m_probabilistic)
        m_relation = Relation::SoundsLike;
    readRanking();
}

void QueryBar::setCatalogue(const Path& catalogue)
{
    m_catalogue = catalogue;
    m_history.setCatalogue(catalogue);
    readVocabulary();
}

void QueryBar::refreshVocabulary()
{
    if (!m_vocabularyPause.isActive())
        m_vocabularyPause.start();
}

void QueryBar::readVocabulary()
{
    if (m_catalogue.empty())
        return;
    m_vocabularyJob.start(
        [catalogue = m_catalogue](std::stop_token, const ProgressFn&) { return library::readVocabulary(catalogue); },
        [this](const library::QueryVocabulary& vocabulary) {
            m_completer->setVocabulary(vocabulary);
            m_panel->setVocabulary(vocabulary);
        },
        [](const JobFailure&) {}); // a library that cannot be read says so elsewhere
}

void QueryBar::record()
{
    if (!m_recordings)
        m_recordings = std::make_unique<QTemporaryDir>();
    RecordDialog dialog(pathFrom(m_recordings->path()), this);
    if (dialog.exec() == QDialog::Accepted)
        setSound({.sound = library::SoundRegion{dialog.file(), 0, std::nullopt}, .name = shown(dialog.file().stem())},
                 Relation::SoundsLike);
}

void QueryBar::showRecent()
{
    QMenu menu;
    const QStringList recent = m_history.recent().mid(0, kRecentShown);
    for (const QString& text : recent) {
        QAction* action = menu.addAction(
            menu.fontMetrics().elidedText(text, Qt::ElideRight, 480).replace(QLatin1Char('&'), QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, text] {
            setWhole(text);
            m_caption->setFocus(Qt::OtherFocusReason);
        });
    }
    if (recent.isEmpty()) {
        menu.addAction(tr("Nothing was searched for yet"))->setEnabled(false);
    } else {
        menu.addSeparator();
        menu.addAction(tr("Forget all of them"), this, [this] { m_history.clear(); });
        menu.setActiveAction(menu.actions().front());
    }
    menu.exec(m_recentButton->mapToGlobal(QPoint(0, m_recentButton->height() + kSpaceInner)));
}

bool QueryBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_clipsButton && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
            forgetClips();
            return true;
        }
    }
    if (watched == m_caption && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Up && key->modifiers() == Qt::NoModifier) {
            if (const auto text = m_history.earlier(whole()))
                setWhole(*text);
            return true;
        }
        if (key->key() == Qt::Key_Down && m_history.stepping()) {
            if (const auto text = m_history.later()) {
                setWhole(*text);
                return true;
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace prolap::ui
