#pragma once

#include <array>

#include <QColor>

namespace prolap::ui {

/// The map of spectrograms and densities: dark to light, the lightness rising by equal steps to the eye (OKLab), the
/// same in both schemes.
const std::array<QRgb, 256>& levelColours();

/// Lightness as the eye sees it, 0 to 1. Source: B. Ottosson, OKLab.
double perceivedLightness(const QColor& colour);

} // namespace prolap::ui
