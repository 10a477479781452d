#pragma once

#include <optional>
#include <vector>

#include <QPainter>
#include <QRectF>

namespace prolap::ui {

/// How general a clip is, beside the other clips of its library.
struct Certainty {
    double width = 0;       ///< 0 at the library's 5th percentile of uncertainty, 1 at its 95th, on a log scale
    double lessGeneral = 0; ///< share of the library's clips that are less general, 0 to 1
    double moreGeneral = 0; ///< and of those that are more general; many may be equally so
    bool general = true;    ///< false: a deterministic model, which knows no uncertainty
};

/// What a library's uncertainties are, to place one among them.
class CertaintyScale {
public:
    CertaintyScale() = default;
    /// uncertainties: u of a sample of the library's clips, in any order; values that are not positive are ignored.
    explicit CertaintyScale(std::vector<float> uncertainties);

    /// None: a deterministic model. Without a sample every clip is in the middle.
    Certainty of(std::optional<float> uncertainty) const;
    bool empty() const { return m_sorted.empty(); }

private:
    std::vector<float> m_sorted;
};

/// A small bell curve, narrow for specific and wide for general; a plain vertical line for a deterministic model.
void paintCertainty(QPainter& painter, const QRectF& rect, const Certainty& certainty, bool dimmed);

QString certaintyTooltip(const Certainty& certainty);

} // namespace prolap::ui
