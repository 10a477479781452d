#pragma once

#include <functional>

#include <QFrame>

#include "core/library/query/query_vocabulary.h"
#include "ui/explore/query/typed_query.h"

class QComboBox;
class QDoubleSpinBox;
class QListWidget;
class QPushButton;

namespace prolap::ui {

/// Every filter as a control, for those who do not type operators. It shows what the text says and changes the text;
/// there is no state beside it. A pop-up: Esc or a click elsewhere closes it.
class FilterPanel : public QFrame {
    Q_OBJECT

public:
    explicit FilterPanel(QWidget* parent = nullptr);

    void setVocabulary(const library::QueryVocabulary& vocabulary);
    void show(const TypedQuery& query);
    void openBelow(QWidget* button);

    QComboBox* choice(library::QueryField field) const { return m_choices.value(static_cast<int>(field)).box; }
    QListWidget* tags() const { return m_tags; }
    QListWidget* formats() const { return m_formats; }
    QDoubleSpinBox* shortest() const { return m_shortest; }
    QDoubleSpinBox* longest() const { return m_longest; }
    QPushButton* clearButton() const { return m_clear; }

Q_SIGNALS:
    /// The text shall become this.
    void textWanted(const QString& text);
    void clearWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// A choice among texts of one operator; what is typed otherwise is a choice of its own.
    struct Choice {
        QComboBox* box = nullptr;
        library::QueryField field{};
        int own = 0; ///< how many entries there are beside one for other texts
    };
    QComboBox* addChoice(library::QueryField field, const QList<std::pair<QString, QString>>& entries);
    void fill(Choice& choice, const QList<std::pair<QString, QString>>& entries);
    void showList(QListWidget* list, const std::vector<std::string>& known, const std::vector<std::string>& chosen);
    void write(library::QueryField field, const std::function<void(library::Query&)>& change);

    TypedQuery m_query;
    library::QueryVocabulary m_vocabulary;
    bool m_showing = false;
    QMap<int, Choice> m_choices;
    QDoubleSpinBox *m_shortest, *m_longest;
    QListWidget *m_tags, *m_formats;
    QPushButton* m_clear;
};

} // namespace prolap::ui
