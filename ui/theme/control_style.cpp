#include "ui/theme/control_style.h"

#include <algorithm>

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

constexpr int kArrowRoom = 20; ///< pixels, at the right
constexpr double kArrow = 3.5; ///< half its width
constexpr double kCorner = 4;

/// The field itself, as the style sheet draws lines to type in.
void paintField(QPainter& painter, const QRect& rect, QStyle::State state)
{
    const Palette& p = ui::palette();
    const bool enabled = state & QStyle::State_Enabled, focused = enabled && (state & QStyle::State_HasFocus);
    const QColor edge = !enabled                          ? mixed(p.line, p.window, .6)
                        : focused                         ? p.accent
                        : state & QStyle::State_MouseOver ? p.dim
                                                          : p.line;
    const double width = focused ? 2 : 1;
    painter.setPen(QPen(edge, width));
    painter.setBrush(enabled ? p.raised : mixed(p.raised, p.window, .5));
    painter.drawRoundedRect(QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2), kCorner, kCorner);
}

/// A chevron about a point, upwards or downwards.
void paintArrow(QPainter& painter, const QPointF& centre, bool up, const QColor& colour)
{
    const double rise = up ? kArrow / 2 : -kArrow / 2;
    const QPointF points[] = {centre + QPointF(-kArrow, rise), centre + QPointF(0, -rise),
                              centre + QPointF(kArrow, rise)};
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(points, 3);
}

QColor arrowColour(bool enabled, bool touched)
{
    const Palette& p = ui::palette();
    return !enabled ? mixed(p.dim, p.window, .5) : touched ? p.text : p.dim;
}

} // namespace

ControlStyle::ControlStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void ControlStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                      const QWidget* widget) const
{
    const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    if (!(control == CC_ComboBox && combo) && !(control == CC_SpinBox && spin)) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool enabled = option->state & State_Enabled;
    if (combo) {
        if (combo->frame)
            paintField(*painter, option->rect, option->state);
        const QRect arrow = proxy()->subControlRect(control, option, SC_ComboBoxArrow, widget);
        paintArrow(*painter, QRectF(arrow).center(), false,
                   arrowColour(enabled, option->state & (State_MouseOver | State_On)));
    } else {
        if (spin->frame)
            paintField(*painter, option->rect, option->state);
        const auto arrowOf = [&](SubControl part, QAbstractSpinBox::StepEnabledFlag step, bool up) {
            const QRect rect = proxy()->subControlRect(control, option, part, widget);
            const bool can = enabled && spin->stepEnabled.testFlag(step);
            paintArrow(*painter, QRectF(rect).center() + QPointF(0, up ? 1 : -1), up,
                       arrowColour(can, spin->activeSubControls & part));
        };
        if (spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
            arrowOf(SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, true);
            arrowOf(SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, false);
        }
    }
    painter->restore();
}

void ControlStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const
{
    const QWidget* around = widget ? widget->parentWidget() : nullptr;
    if (element == PE_PanelLineEdit &&
        (qobject_cast<const QAbstractSpinBox*>(around) || qobject_cast<const QComboBox*>(around)))
        return; // the field around it has its ground
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void ControlStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractSpinBox*>(widget) || qobject_cast<QComboBox*>(widget))
        widget->setMinimumHeight(std::max(widget->minimumHeight(), kRowHeight));
}

QRect ControlStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                   const QWidget* widget) const
{
    const QRect& r = option->rect;
    const int room = std::min(kArrowRoom, r.width() / 2), middle = r.height() / 2;
    QRect rect;
    if (control == CC_ComboBox && part == SC_ComboBoxArrow)
        rect = QRect(r.right() - room, r.top(), room, r.height());
    else if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        rect = r.adjusted(kSpaceControls, 2, -room - 2, -2);
    else if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
             control == CC_SpinBox && spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons &&
             part != SC_SpinBoxFrame) {
        rect = part == SC_SpinBoxUp     ? QRect(r.right() - room, r.top() + 1, room, middle - 1)
               : part == SC_SpinBoxDown ? QRect(r.right() - room, r.top() + middle, room, r.height() - middle - 1)
                                        : r.adjusted(kSpaceInner + 2, 2, -room - 2, -2);
    } else {
        return QProxyStyle::subControlRect(control, option, part, widget);
    }
    return visualRect(option->direction, r, rect);
}

QSize ControlStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                     const QWidget* widget) const
{
    QSize whole = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_ComboBox || type == CT_SpinBox) {
        whole.setHeight(std::max(whole.height(), kRowHeight));
        whole.setWidth(std::max(whole.width(), size.width() + 2 * kSpaceControls + kArrowRoom));
    }
    if (type == CT_ItemViewItem)
        whole.setHeight(std::max(whole.height(), kHitArea));
    return whole;
}

} // namespace prolap::ui
