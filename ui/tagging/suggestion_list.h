#pragma once

#include <vector>

#include <QWidget>

#include "core/library/suggest/caption_suggester.h"

class QPushButton;

namespace prolap::ui {

/// Up to five names for a clip, each a button with its number; the most probable is the default.
class SuggestionList : public QWidget {
    Q_OBJECT

public:
    static constexpr int kCount = 5;

    explicit SuggestionList(QWidget* parent = nullptr);

    void show(const std::vector<library::CaptionSuggestion>& suggestions);
    const std::vector<library::CaptionSuggestion>& suggestions() const { return m_suggestions; }
    QPushButton* button(int i) const { return m_buttons[static_cast<std::size_t>(i)]; }

Q_SIGNALS:
    void chosen(int number);

private:
    std::vector<QPushButton*> m_buttons;
    std::vector<library::CaptionSuggestion> m_suggestions;
};

} // namespace prolap::ui
