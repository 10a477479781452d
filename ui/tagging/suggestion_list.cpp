#include "ui/tagging/suggestion_list.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/text.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

SuggestionList::SuggestionList(QWidget* parent) : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceInner);
    for (int i = 0; i < kCount; ++i) {
        auto* button = new QPushButton;
        button->setMinimumHeight(kRowHeightComfortable);
        button->setStyleSheet(QStringLiteral("text-align: left;"));
        connect(button, &QPushButton::clicked, this, [this, i] { Q_EMIT chosen(i); });
        // The name at the left, how sure the model is at the right.
        auto* inner = new QHBoxLayout(button);
        inner->setContentsMargins(kPageMargin, 0, kPageMargin, 0);
        auto* share = new QLabel;
        share->setObjectName(QStringLiteral("share"));
        share->setProperty("dim", true);
        share->setAttribute(Qt::WA_TransparentForMouseEvents);
        inner->addStretch(1);
        inner->addWidget(share);
        layout->addWidget(button);
        m_buttons.push_back(button);
    }
    show({});
}

void SuggestionList::show(const std::vector<library::CaptionSuggestion>& suggestions)
{
    m_suggestions = suggestions;
    for (int i = 0; i < kCount; ++i) {
        QPushButton* button = m_buttons[static_cast<std::size_t>(i)];
        const bool there = static_cast<std::size_t>(i) < suggestions.size();
        // Rows keep their places, so that nothing jumps from clip to clip.
        button->setEnabled(there);
        auto* share = button->findChild<QLabel*>(QStringLiteral("share"));
        if (!there) {
            button->setText(QString());
            share->clear();
            button->setAccessibleName(tr("No suggestion"));
            button->setToolTip(tr("No suggestion"));
            continue;
        }
        const library::CaptionSuggestion& suggestion = suggestions[static_cast<std::size_t>(i)];
        button->setText(QStringLiteral("%1   %2").arg(i + 1).arg(shown(suggestion.text)));
        const QString sure = suggestion.probability ? percentText(*suggestion.probability) : QString();
        share->setText(suggestion.ofLibrary ? tr("your tag  %1").arg(sure) : sure);
        button->setAccessibleName(tr("Suggestion %1: %2 %3").arg(i + 1).arg(shown(suggestion.text), sure));
        button->setToolTip(
            suggestion.probability
                ? tr("Press %1 to call the clip this; the model thinks it right with %2").arg(i + 1).arg(sure)
                : tr("Press %1 to call the clip this; this model does not say how sure it is").arg(i + 1));
    }
}

} // namespace prolap::ui
