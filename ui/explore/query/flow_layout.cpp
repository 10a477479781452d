#include "ui/explore/query/flow_layout.h"

#include <algorithm>

#include "ui/theme/metrics.h"

namespace prolap::ui {

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    place(rect, false);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

int FlowLayout::place(const QRect& rect, bool onlyMeasure) const
{
    int x = rect.x(), y = rect.y(), line = 0;
    for (QLayoutItem* item : m_items) {
        const QSize size = item->sizeHint();
        if (x > rect.x() && x + size.width() > rect.right() + 1) {
            x = rect.x();
            y += line + kSpaceInner;
            line = 0;
        }
        if (!onlyMeasure)
            item->setGeometry(QRect(QPoint(x, y), size));
        x += size.width() + kSpaceInner;
        line = std::max(line, size.height());
    }
    return y + line - rect.y();
}

} // namespace prolap::ui
