#include "ui/explore/query/filter_panel.h"

#include <algorithm>

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>

#include "core/clip_marks.h"
#include "ui/text.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

using library::Query;
using library::QueryField;

namespace {

using Entries = QList<std::pair<QString, QString>>; ///< what is shown, and its text

Query queryOf(const QString& text)
{
    return library::parseQuery(text.toStdString()).query;
}

QString quoted(const QString& value)
{
    const bool spaces = std::any_of(value.begin(), value.end(), [](QChar c) { return c.isSpace(); });
    return spaces ? QLatin1Char('"') + value + QLatin1Char('"') : value;
}

} // namespace

FilterPanel::FilterPanel(QWidget* parent)
    : QFrame(parent, Qt::Popup),
      m_shortest(new QDoubleSpinBox),
      m_longest(new QDoubleSpinBox),
      m_tags(new QListWidget),
      m_formats(new QListWidget),
      m_clear(new QPushButton(tr("Clear all filters")))
{
    setObjectName(QStringLiteral("filterPanel"));
    setProperty("panel", true);
    setAccessibleName(tr("Filters"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    grid->setHorizontalSpacing(kSpaceControls);
    grid->setVerticalSpacing(kSpaceControls);
    int row = 0;
    const auto add = [&](const QString& title, QWidget* widget, const QString& tip) {
        auto* label = new QLabel(title);
        label->setBuddy(widget);
        widget->setAccessibleName(title);
        widget->setToolTip(tip);
        grid->addWidget(label, row, 0);
        grid->addWidget(widget, row++, 1);
    };

    for (QDoubleSpinBox* box : {m_shortest, m_longest}) {
        box->setRange(0, 36000);
        box->setDecimals(2);
        box->setSuffix(tr(" s"));
        box->setSpecialValueText(tr("any"));
        box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
        box->setKeyboardTracking(false);
        connect(box, &QDoubleSpinBox::valueChanged, this, [this] {
            write(QueryField::Duration, [this](Query& query) {
                query.seconds = {};
                if (m_shortest->value() > 0)
                    query.seconds.least = m_shortest->value();
                if (m_longest->value() > 0)
                    query.seconds.most = std::max(m_longest->value(), m_shortest->value());
            });
        });
    }
    auto* duration = new QWidget;
    auto* durationLayout = new QHBoxLayout(duration);
    durationLayout->setContentsMargins(0, 0, 0, 0);
    durationLayout->setSpacing(kSpaceControls);
    durationLayout->addWidget(m_shortest, 1);
    durationLayout->addWidget(new QLabel(tr("to")));
    durationLayout->addWidget(m_longest, 1);
    add(fieldTitle(QueryField::Duration), duration, tr("How long a clip may be"));
    m_shortest->setAccessibleName(tr("Shortest duration"));
    m_longest->setAccessibleName(tr("Longest duration"));

    add(fieldTitle(QueryField::Channels),
        addChoice(QueryField::Channels, {{tr("any"), {}},
                                         {tr("mono"), QStringLiteral("ch:1")},
                                         {tr("stereo"), QStringLiteral("ch:2")},
                                         {tr("more than two"), QStringLiteral("ch:>=3")}}),
        tr("How many channels a clip has"));
    add(fieldTitle(QueryField::SampleRate),
        addChoice(QueryField::SampleRate, {{tr("any"), {}},
                                           {tr("44.1 kHz or more"), QStringLiteral("sr:>=44.1k")},
                                           {tr("48 kHz or more"), QStringLiteral("sr:>=48k")},
                                           {tr("96 kHz or more"), QStringLiteral("sr:>=96k")}}),
        tr("The sample rate of the file"));
    add(fieldTitle(QueryField::Folder), addChoice(QueryField::Folder, {{tr("any"), {}}}),
        tr("Only clips in this folder and below"));
    add(fieldTitle(QueryField::Collection), addChoice(QueryField::Collection, {{tr("any"), {}}}),
        tr("Only clips of this collection"));
    add(fieldTitle(QueryField::Added),
        addChoice(QueryField::Added, {{tr("any time"), {}},
                                      {tr("in the last day"), QStringLiteral("added:1d")},
                                      {tr("in the last 7 days"), QStringLiteral("added:7d")},
                                      {tr("in the last 30 days"), QStringLiteral("added:30d")},
                                      {tr("in the last year"), QStringLiteral("added:365d")}}),
        tr("When a clip came into the library"));
    Entries ratings = {{tr("any"), {}}};
    for (int stars = 1; stars <= kMaxRating; ++stars)
        ratings.append(
            {QString(stars, QChar(0x2605)) + (stars < kMaxRating ? tr(" or more") : QString()),
             stars < kMaxRating ? QStringLiteral("rating:>=%1").arg(stars) : QStringLiteral("rating:%1").arg(stars)});
    add(fieldTitle(QueryField::Rating), addChoice(QueryField::Rating, ratings), tr("How many stars you gave a clip"));
    add(fieldTitle(QueryField::Favourite),
        addChoice(QueryField::Favourite, {{tr("any"), {}},
                                          {tr("favourites only"), QStringLiteral("fav:")},
                                          {tr("no favourites"), QStringLiteral("-fav:")}}),
        tr("Whether a clip is a favourite"));
    add(fieldTitle(QueryField::Colour),
        addChoice(QueryField::Colour, {{tr("any"), {}},
                                       {tr("red"), QStringLiteral("colour:red")},
                                       {tr("amber"), QStringLiteral("colour:amber")},
                                       {tr("green"), QStringLiteral("colour:green")},
                                       {tr("cyan"), QStringLiteral("colour:cyan")},
                                       {tr("blue"), QStringLiteral("colour:blue")},
                                       {tr("violet"), QStringLiteral("colour:violet")},
                                       {tr("none"), QStringLiteral("colour:none")}}),
        tr("The colour that you gave a clip"));

    add(fieldTitle(QueryField::State),
        addChoice(QueryField::State, {{tr("any"), {}},
                                      {tr("online"), QStringLiteral("state:online")},
                                      {tr("offline: the drive or folder is away"), QStringLiteral("state:offline")},
                                      {tr("missing: the file is gone"), QStringLiteral("state:missing")}}),
        tr("Whether the file of a clip can be had"));

    // Beside them, what more than one can be chosen of.
    int listRow = 0;
    const auto addList = [&](QueryField field, QListWidget* list, const QString& tip, int rows) {
        auto* label = new QLabel(fieldTitle(field));
        label->setBuddy(list);
        list->setAccessibleName(fieldTitle(field));
        list->setToolTip(tip);
        list->setMinimumWidth(fontMetrics().averageCharWidth() * 26);
        list->setMinimumHeight(0);
        list->setUniformItemSizes(true);
        grid->addWidget(label, listRow, 2);
        grid->addWidget(list, listRow + 1, 2, rows, 1);
        listRow += rows + 1;
        connect(list, &QListWidget::itemChanged, this, [this, list, field] {
            std::vector<std::string> chosen;
            for (int i = 0; i < list->count(); ++i)
                if (list->item(i)->checkState() == Qt::Checked)
                    chosen.push_back(list->item(i)->text().toStdString());
            write(field, [&](Query& query) { (field == QueryField::Tag ? query.tags : query.formats) = chosen; });
        });
    };
    addList(QueryField::Format, m_formats, tr("One of the formats that are ticked"), 3);
    addList(QueryField::Tag, m_tags, tr("All of the tags that are ticked"), 4);
    grid->setColumnMinimumWidth(1, fontMetrics().averageCharWidth() * 28);

    m_clear->setToolTip(tr("Show clips of every kind again"));
    connect(m_clear, &QPushButton::clicked, this, &FilterPanel::clearWanted);
    grid->addWidget(m_clear, row, 2, Qt::AlignRight);
    setTabOrder(m_shortest, m_longest);
}

QComboBox* FilterPanel::addChoice(QueryField field, const Entries& entries)
{
    Choice choice{new QComboBox, field, 0};
    choice.box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice.box->setMinimumContentsLength(16);
    fill(choice, entries);
    connect(choice.box, &QComboBox::activated, this, [this, field](int index) {
        const Query chosen = queryOf(m_choices[static_cast<int>(field)].box->itemData(index).toString());
        write(field, [&](Query& query) {
            // Only this field of what is chosen.
            switch (field) {
            case QueryField::Folder:
                query.folders = chosen.folders;
                query.notFolders = chosen.notFolders;
                break;
            case QueryField::Channels:
                query.channels = chosen.channels;
                break;
            case QueryField::SampleRate:
                query.sampleRate = chosen.sampleRate;
                break;
            case QueryField::Rating:
                query.rating = chosen.rating;
                break;
            case QueryField::Favourite:
                query.favourite = chosen.favourite;
                break;
            case QueryField::Colour:
                query.colours = chosen.colours;
                break;
            case QueryField::Collection:
                query.collections = chosen.collections;
                break;
            case QueryField::Added:
                query.added = chosen.added;
                break;
            case QueryField::Tag:
            case QueryField::Duration:
            case QueryField::Format:
            case QueryField::Lufs:
            case QueryField::Relation:
            case QueryField::Generality:
                break;
            case QueryField::State:
                query.states = chosen.states;
                break;
            }
        });
    });
    m_choices.insert(static_cast<int>(field), choice);
    return choice.box;
}

void FilterPanel::fill(Choice& choice, const Entries& entries)
{
    choice.box->clear();
    for (const auto& [shown, text] : entries)
        choice.box->addItem(shown, text);
    choice.own = choice.box->count();
}

void FilterPanel::setVocabulary(const library::QueryVocabulary& vocabulary)
{
    m_vocabulary = vocabulary;
    const auto list = [&](QueryField field, const char* name, const std::vector<std::string>& values) {
        Entries entries = {{tr("any"), {}}};
        for (const std::string& value : values)
            entries.append(
                {QString::fromStdString(value), QLatin1String(name) + quoted(QString::fromStdString(value))});
        fill(m_choices[static_cast<int>(field)], entries);
    };
    list(QueryField::Folder, "in:", vocabulary.folders);
    list(QueryField::Collection, "coll:", vocabulary.collections);
    show(m_query);
}

void FilterPanel::showList(QListWidget* list, const std::vector<std::string>& known,
                           const std::vector<std::string>& chosen)
{
    std::vector<std::string> all = known;
    for (const std::string& value : chosen)
        if (std::find(all.begin(), all.end(), value) == all.end())
            all.insert(all.begin(), value);
    QStringList there;
    for (int i = 0; i < list->count(); ++i)
        there << list->item(i)->text();
    QStringList wanted;
    for (const std::string& value : all)
        wanted << QString::fromStdString(value);
    if (there != wanted) {
        list->clear();
        for (const QString& value : wanted) {
            auto* item = new QListWidgetItem(value, list);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        }
    }
    for (int i = 0; i < list->count(); ++i)
        list->item(i)->setCheckState(
            std::find(chosen.begin(), chosen.end(), all[static_cast<std::size_t>(i)]) != chosen.end() ? Qt::Checked
                                                                                                      : Qt::Unchecked);
}

void FilterPanel::show(const TypedQuery& query)
{
    m_query = query;
    m_showing = true;
    const Query& asked = query.parsed.query;
    m_shortest->setValue(asked.seconds.least.value_or(0));
    m_longest->setValue(asked.seconds.most.value_or(0));
    for (const Choice& choice : m_choices) {
        while (choice.box->count() > choice.own)
            choice.box->removeItem(choice.own);
        const QString text = QString::fromStdString(library::queryFieldText(asked, choice.field));
        int index = 0;
        if (!text.isEmpty())
            index = choice.box->findData(text);
        if (index < 0) { // typed otherwise
            choice.box->addItem(text, text);
            index = choice.box->count() - 1;
        }
        choice.box->setCurrentIndex(index);
    }
    showList(m_formats, m_vocabulary.formats, asked.formats);
    showList(m_tags, m_vocabulary.tags, asked.tags);
    if (m_tags->count() == 0) {
        auto* none = new QListWidgetItem(tr("No clip has a tag yet"), m_tags);
        none->setFlags(Qt::NoItemFlags);
    }
    m_clear->setEnabled(std::any_of(query.parsed.tokens.begin(), query.parsed.tokens.end(), [](const auto& token) {
        return token.kind != library::QueryToken::Kind::Caption && token.kind != library::QueryToken::Kind::Plus &&
               token.kind != library::QueryToken::Kind::Away;
    }));
    m_showing = false;
}

void FilterPanel::write(QueryField field, const std::function<void(Query&)>& change)
{
    if (m_showing)
        return;
    Query query = m_query.parsed.query;
    change(query);
    Q_EMIT textWanted(QString::fromStdString(library::withQueryField(m_query.text.toStdString(), query, field)));
}

void FilterPanel::openBelow(QWidget* button)
{
    adjustSize();
    QPoint at = button->mapToGlobal(QPoint(button->width() - width(), button->height() + kSpaceInner));
    const QRect screen = button->screen()->availableGeometry();
    at.setX(std::clamp(at.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    at.setY(std::clamp(at.y(), screen.top(), std::max(screen.top(), screen.bottom() - height())));
    move(at);
    QFrame::show();
    m_shortest->setFocus(Qt::PopupFocusReason);
}

void FilterPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace prolap::ui
