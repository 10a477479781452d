#include "ui/explore/query/query_completer.h"

#include <algorithm>

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardItemModel>

#include "core/clip_marks.h"
#include "ui/explore/query/typed_query.h"

namespace prolap::ui {

namespace {

constexpr int kInsertedRole = Qt::UserRole;
constexpr qsizetype kOffers = 50;

QStringList texts(const std::vector<std::string>& list)
{
    QStringList all;
    for (const std::string& text : list)
        all << QString::fromStdString(text);
    return all;
}

} // namespace

QueryCompleter::QueryCompleter(QLineEdit* field)
    : QObject(field), m_field(field), m_completer(new QCompleter(this)), m_model(new QStandardItemModel(this))
{
    m_completer->setModel(m_model);
    m_completer->setWidget(field);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(10);
    m_completer->popup()->setAccessibleName(tr("What may follow"));
    m_completer->popup()->installEventFilter(this);
    field->installEventFilter(this);
    connect(field, &QLineEdit::textEdited, this, [this] { offer(false); });
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this, &QueryCompleter::insert);
}

QAbstractItemView* QueryCompleter::popup() const
{
    return m_completer->popup();
}

QueryCompleter::Word QueryCompleter::word() const
{
    const QString before = m_field->text().left(m_field->cursorPosition());
    int from = 0;
    bool quoted = false;
    for (int i = 0; i < before.size(); ++i) {
        if (before[i] == QLatin1Char('"'))
            quoted = !quoted && (i == from || before[i - 1] == QLatin1Char(':') || before[i - 1] == QLatin1Char('-'));
        else if (!quoted && before[i].isSpace())
            from = i + 1;
    }
    return {from, before.mid(from)};
}

QList<QueryCompleter::Offer> QueryCompleter::offers(bool operators) const
{
    const QString begun = word().begun;
    const QString sign = begun.startsWith(QLatin1Char('-')) ? QStringLiteral("-") : QString();
    const QString rest = begun.mid(sign.size());
    const auto colon = rest.indexOf(QLatin1Char(':'));
    QList<Offer> list;
    if (colon < 0) {
        if (operators)
            for (std::size_t i = 0; i < library::kQueryFields; ++i) {
                const auto field = static_cast<library::QueryField>(i);
                const std::string_view name = library::queryFieldName(field);
                const QString typed =
                    QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())) + QLatin1Char(':');
                if (typed.startsWith(rest, Qt::CaseInsensitive))
                    list.append({QStringLiteral("%1    %2").arg(sign + typed, fieldTitle(field)), sign + typed});
            }
        return list;
    }
    // An operator's name is read as the parser reads it, whichever spelling it has.
    const QString name = rest.left(colon).toLower();
    const library::ParsedQuery probe = library::parseQuery((name + QStringLiteral(":x")).toStdString());
    if (probe.tokens.size() != 1 || probe.tokens[0].kind != library::QueryToken::Kind::Filter)
        return list;
    QStringList values;
    switch (probe.tokens[0].field) {
    case library::QueryField::Tag:
        values = texts(m_vocabulary.tags);
        break;
    case library::QueryField::Folder:
        values = texts(m_vocabulary.folders);
        break;
    case library::QueryField::Format:
        values = texts(m_vocabulary.formats);
        break;
    case library::QueryField::Collection:
        values = texts(m_vocabulary.collections);
        break;
    case library::QueryField::Colour:
        for (const std::string_view colour : kColourNames)
            values << QString::fromLatin1(colour.data(), static_cast<qsizetype>(colour.size()));
        break;
    case library::QueryField::Duration:
        values = {QStringLiteral("<1s"), QStringLiteral("<2s"), QStringLiteral("1s..4s"), QStringLiteral(">10s"),
                  QStringLiteral(">1min")};
        break;
    case library::QueryField::Channels:
        values = {QStringLiteral("mono"), QStringLiteral("stereo"), QStringLiteral(">=3")};
        break;
    case library::QueryField::SampleRate:
        values = {QStringLiteral("44.1k"), QStringLiteral(">=48k"), QStringLiteral(">=96k")};
        break;
    case library::QueryField::Rating:
        values = {QStringLiteral(">=1"), QStringLiteral(">=2"), QStringLiteral(">=3"), QStringLiteral(">=4"),
                  QStringLiteral("5")};
        break;
    case library::QueryField::Favourite:
        values = {QStringLiteral("yes"), QStringLiteral("no")};
        break;
    case library::QueryField::Added:
        values = {QStringLiteral("today"), QStringLiteral("7d"), QStringLiteral("30d"), QStringLiteral("365d")};
        break;
    case library::QueryField::Lufs:
        values = {QStringLiteral(">-16"), QStringLiteral("-23..-16"), QStringLiteral("<-23")};
        break;
    case library::QueryField::State:
        for (const std::string_view state : kPresenceNames)
            values << QString::fromLatin1(state.data(), static_cast<qsizetype>(state.size()));
        break;
    case library::QueryField::Relation:
        for (const std::string_view relation : library::kRelationNames)
            values << QString::fromLatin1(relation.data(), static_cast<qsizetype>(relation.size()));
        break;
    case library::QueryField::Generality:
        values = {QStringLiteral("1"), QStringLiteral("0.5"), QStringLiteral("-0.5"), QStringLiteral("-1")};
        break;
    }
    QString value = rest.mid(colon + 1), before;
    if (value.startsWith(QLatin1Char('"')))
        value.remove(0, 1);
    else if (const auto comma = value.lastIndexOf(QLatin1Char(',')); comma >= 0) {
        before = value.left(comma + 1);
        value.remove(0, comma + 1);
    }
    const auto take = [&](bool atBegin) {
        for (const QString& each : values) {
            if (list.size() >= kOffers)
                return;
            if (each.startsWith(value, Qt::CaseInsensitive) == atBegin &&
                (atBegin || each.contains(value, Qt::CaseInsensitive)) && each != value) {
                const bool spaces = std::any_of(each.begin(), each.end(), [](QChar c) { return c.isSpace(); });
                const QString head = sign + rest.left(colon + 1) + before;
                list.append(
                    {each, head + (spaces ? QLatin1Char('"') + each + QLatin1Char('"') : each) + QLatin1Char(' ')});
            }
        }
    };
    take(true);
    if (!value.isEmpty())
        take(false);
    return list;
}

void QueryCompleter::offer(bool operators)
{
    const QList<Offer> list = offers(operators);
    m_model->clear();
    for (const Offer& each : list) {
        auto* item = new QStandardItem(each.shown);
        item->setData(each.inserted, kInsertedRole);
        m_model->appendRow(item);
    }
    if (list.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->complete(m_field->rect());
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void QueryCompleter::insert(const QModelIndex& index)
{
    const Word typed = word();
    QString text = m_field->text();
    QString inserted = index.data(kInsertedRole).toString();
    int to = m_field->cursorPosition();
    while (to < text.size() && !text[to].isSpace())
        ++to;
    if (inserted.endsWith(QLatin1Char(' ')) && to < text.size())
        inserted.chop(1); // there is one already
    text.replace(typed.from, to - typed.from, inserted);
    m_field->setText(text);
    m_field->setCursorPosition(static_cast<int>(typed.from + inserted.size()));
    if (!inserted.endsWith(QLatin1Char(' ')))
        QMetaObject::invokeMethod(
            this, [this] { offer(false); }, Qt::QueuedConnection); // its values
}

bool QueryCompleter::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (watched == m_field && key->key() == Qt::Key_Space && key->modifiers() == Qt::ControlModifier) {
            offer(true);
            return true;
        }
        const bool takes = key->key() == Qt::Key_Tab || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (watched == m_completer->popup() && key->key() == Qt::Key_Escape) {
            m_completer->popup()->hide();
            return true;
        }
        if (watched == m_completer->popup() && takes) {
            QModelIndex current = m_completer->popup()->currentIndex();
            if (!current.isValid())
                current = m_completer->completionModel()->index(0, 0);
            m_completer->popup()->hide();
            if (current.isValid())
                insert(current);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace prolap::ui
