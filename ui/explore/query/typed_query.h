#pragma once

#include <QString>
#include <QStringList>

#include "core/clip_marks.h"
#include "core/library/query/query.h"

namespace prolap::ui {

/// A query as it stands in the field, taken apart.
struct TypedQuery {
    QString text;
    library::ParsedQuery parsed;

    /// The place of a byte of the UTF-8 text in `text`.
    int position(std::size_t byte) const;
    /// The whole of a token as it is typed.
    QString typed(const library::QueryToken& token) const;
    /// Whether its meaning ranks the list.
    bool ranks() const { return parsed.query.ranks(); }
};

TypedQuery readTyped(const QString& text);

/// A token in plain words, for a chip: "Duration < 2 s", "Tag rain", "− thunder". Empty for captions and plus signs.
QString chipText(const TypedQuery& query, const library::QueryToken& token);

/// What an operator narrows, in plain words: "Duration".
QString fieldTitle(library::QueryField field);

/// "offline", in the user's language.
QString presenceText(ClipPresence presence);

/// Every operator with what it does, as rows of two columns, for help.
QList<QStringList> operatorHelp();

} // namespace prolap::ui
