#pragma once

#include <QObject>
#include <QStringList>

#include "core/library/query/query_vocabulary.h"

class QAbstractItemView;
class QCompleter;
class QLineEdit;
class QModelIndex;
class QStandardItemModel;

namespace prolap::ui {

/// Offers what may follow in a field: values after an operator as they are typed, operators by Ctrl+Space. Up and Down
/// choose, Enter and Tab take, Esc closes.
class QueryCompleter : public QObject {
    Q_OBJECT

public:
    explicit QueryCompleter(QLineEdit* field);

    void setVocabulary(library::QueryVocabulary vocabulary) { m_vocabulary = std::move(vocabulary); }
    QAbstractItemView* popup() const;
    /// What is offered for the text before the cursor. operators: also those.
    struct Offer {
        QString shown, inserted;
    };
    QList<Offer> offers(bool operators) const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// The word at the cursor: from where, and the part of it before the cursor.
    struct Word {
        int from = 0;
        QString begun;
    };
    Word word() const;
    void offer(bool operators);
    void insert(const QModelIndex& index);

    QLineEdit* const m_field;
    QCompleter* m_completer;
    QStandardItemModel* m_model;
    library::QueryVocabulary m_vocabulary;
};

} // namespace prolap::ui
