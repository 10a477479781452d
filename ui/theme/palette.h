#pragma once

#include <QColor>

namespace prolap::ui {

enum class Scheme { Light, Dark };

/// Every colour of the program. QPalette, the style sheet, charts and painters take theirs from here; no colour
/// literal stands anywhere else. Text colours keep a contrast of at least 4.5:1 on the grounds they stand on (a test
/// holds them to it).
struct Palette {
    Scheme scheme;
    QColor window;    ///< behind everything
    QColor panel;     ///< lists, tables, charts
    QColor raised;    ///< fields, hover, headers
    QColor line;      ///< separators, chart grid
    QColor text;      ///< names, values
    QColor dim;       ///< units, secondary columns, axes
    QColor accent;    ///< selection, focus ring, playing, match
    QColor amber;     ///< uncertainty, warnings
    QColor green;     ///< done, better than before
    QColor red;       ///< errors, worse than before
    QColor violet;    ///< fifth category in charts
    QColor cyan;      ///< sixth category in charts
    QColor selection; ///< ground of a selected row: accent mixed into panel
    QColor onAccent;  ///< text on an accent ground
};

const Palette& paletteOf(Scheme scheme);

/// The palette in use. Threads: the GUI thread.
const Palette& palette();
void usePalette(Scheme scheme);

/// share of `over` laid on `under`, as an opaque colour.
QColor mixed(const QColor& over, const QColor& under, double share);

/// Contrast of two opaque colours, 1 to 21. Source: WCAG 2.2, relative luminance.
double contrast(const QColor& a, const QColor& b);

} // namespace prolap::ui
