#include "ui/explore/query/legend_popup.h"

#include <algorithm>
#include <functional>

#include <QFontDatabase>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScreen>

#include "ui/explore/query/typed_query.h"
#include "ui/glyphs/certainty_glyph.h"
#include "ui/glyphs/match_glyph.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

/// One of the list's glyphs by itself.
class Sample : public QWidget {
public:
    Sample(QSize size, std::function<void(QPainter&, const QRectF&)> paint) : m_paint(std::move(paint))
    {
        setFixedSize(size);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        m_paint(painter, rect());
    }

private:
    const std::function<void(QPainter&, const QRectF&)> m_paint;
};

QLabel* sentence(const QString& text)
{
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel* title(const QString& text)
{
    auto* label = new QLabel(text);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    return label;
}

} // namespace

LegendPopup::LegendPopup(QWidget* parent) : QFrame(parent, Qt::Popup)
{
    setProperty("panel", true);
    setAccessibleName(tr("What the signs mean"));
    setFocusPolicy(Qt::StrongFocus);
}

void LegendPopup::fill(bool calibrated, bool probabilistic)
{
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    delete layout();
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    grid->setHorizontalSpacing(kSpaceGroups);
    grid->setVerticalSpacing(kSpaceControls);
    grid->setColumnMinimumWidth(1, fontMetrics().averageCharWidth() * 62);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const QSize size(112, kRowHeight);
    const auto addSample = [&](auto paint, const QString& text) {
        grid->addWidget(new Sample(size, paint), row, 0, Qt::AlignTop);
        grid->addWidget(sentence(text), row++, 1);
    };
    grid->addWidget(title(tr("Match")), row++, 0, 1, 2);
    if (calibrated) {
        addSample(
            [](QPainter& p, const QRectF& r) {
                paintMatch(p, r, {0.82F, 0.82F}, false);
            },
            tr("How likely the clip is what you asked for. 82 % means that of ten clips marked so, about eight "
               "are."));
        addSample(
            [](QPainter& p, const QRectF& r) {
                paintMatch(p, r, {0.14F, 0.14F}, true);
            },
            tr("Grey, below the line: the nearest of the rest. Nothing says that they match."));
    } else {
        addSample(
            [](QPainter& p, const QRectF& r) {
                paintMatch(p, r, {0.82F, std::nullopt}, false);
            },
            tr("The longer the bar, the more alike. This model does not know how likely a match is, so there is "
               "no number."));
    }
    grid->addWidget(title(tr("Certainty")), row++, 0, 1, 2);
    if (probabilistic) {
        const auto bell = [&](double width) {
            Certainty certainty;
            certainty.width = width;
            return [certainty](QPainter& p, const QRectF& r) { paintCertainty(p, r, certainty, false); };
        };
        addSample(bell(0.05), tr("Narrow: specific. The clip sounds like one certain thing."));
        addSample(bell(0.95), tr("Wide: general. The clip could be many things, or holds many things. The slider "
                                 "brings such clips up or down."));
    } else {
        Certainty certainty;
        certainty.general = false;
        addSample([certainty](QPainter& p, const QRectF& r) { paintCertainty(p, r, certainty, false); },
                  tr("There is no uncertainty in this model: it cannot say what is general or specific, or what "
                     "contains what. ProLAP models can; the starter is one."));
    }
    grid->addWidget(title(tr("What you can type")), row++, 0, 1, 2);
    auto* operators = new QGridLayout; // close together, so that a small screen holds them
    operators->setHorizontalSpacing(kSpaceGroups);
    operators->setVerticalSpacing(1);
    operators->setColumnStretch(1, 1);
    int line = 0;
    for (const QStringList& each : operatorHelp()) {
        auto* typed = new QLabel(each[0]);
        typed->setTextFormat(Qt::PlainText);
        typed->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        operators->addWidget(typed, line, 0);
        operators->addWidget(sentence(each[1]), line++, 1);
    }
    grid->addLayout(operators, row++, 0, 1, 2);
    auto* keys = sentence(tr("Ctrl+Space in the caption field lists the operators; Up brings earlier queries back."));
    keys->setProperty("dim", true);
    grid->addWidget(keys, row++, 0, 1, 2);
}

void LegendPopup::openBelow(QWidget* button, bool calibrated, bool probabilistic)
{
    fill(calibrated, probabilistic);
    adjustSize();
    // Sentences that take two lines need the height that they have at this width.
    if (hasHeightForWidth())
        resize(width(), heightForWidth(width()));
    QPoint at = button->mapToGlobal(QPoint(button->width() - width(), button->height() + kSpaceInner));
    const QRect screen = button->screen()->availableGeometry();
    at.setX(std::clamp(at.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    at.setY(std::clamp(at.y(), screen.top(), std::max(screen.top(), screen.bottom() - height())));
    move(at);
    show();
    setFocus(Qt::PopupFocusReason);
}

void LegendPopup::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace prolap::ui
