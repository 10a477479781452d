#pragma once

#include <QFont>

namespace prolap::ui {

// The 4 px grid: inside a control group, between controls, between groups, around a page.
inline constexpr int kSpaceInner = 4;
inline constexpr int kSpaceControls = 8;
inline constexpr int kSpaceGroups = 16;
inline constexpr int kPageMargin = 12;

inline constexpr int kRowHeight = 28;
inline constexpr int kRowHeightComfortable = 36;
inline constexpr int kHitArea = 24; ///< least size of anything to click

/// The two sizes beside the body's: dim text and axes, and page titles.
inline constexpr double kDimScale = 0.9;
inline constexpr double kTitleScale = 1.25;

inline QFont scaled(QFont font, double scale)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * scale);
    else
        font.setPixelSize(static_cast<int>(font.pixelSize() * scale + 0.5));
    return font;
}

} // namespace prolap::ui
