#include "ui/theme/level_colours.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace prolap::ui {

namespace {

// In OKLCH: lightness rises evenly, the hue goes from blue by violet and red to yellow, the chroma as far as sRGB
// reaches.
constexpr double kDarkest = 0.12, kLightest = 0.96;
constexpr double kFirstHue = 265, kLastHue = 460; ///< degrees

double gamma(double linear)
{
    return linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

/// Linear red, green and blue of an OKLab colour.
std::array<double, 3> linearRgb(double lightness, double a, double b)
{
    const double l = std::pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
    const double m = std::pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
    const double s = std::pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
    return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

QRgb colourAt(double share)
{
    const double lightness = kDarkest + (kLightest - kDarkest) * share;
    const double hue = (kFirstHue + (kLastHue - kFirstHue) * share) * std::numbers::pi / 180;
    double chroma = 0.2 * std::sin(std::numbers::pi * std::clamp(share * 0.9 + 0.08, 0.0, 1.0));
    std::array<double, 3> rgb{};
    for (;; chroma *= 0.97) { // into what a screen can show, the lightness kept
        rgb = linearRgb(lightness, chroma * std::cos(hue), chroma * std::sin(hue));
        if (chroma < 1e-3 || std::ranges::all_of(rgb, [](double v) { return v >= 0 && v <= 1; }))
            break;
    }
    const auto byte = [](double v) { return static_cast<int>(std::lround(255 * gamma(std::clamp(v, 0.0, 1.0)))); };
    return qRgb(byte(rgb[0]), byte(rgb[1]), byte(rgb[2]));
}

} // namespace

const std::array<QRgb, 256>& levelColours()
{
    static const std::array<QRgb, 256> colours = [] {
        std::array<QRgb, 256> all{};
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = colourAt(static_cast<double>(i) / 255);
        return all;
    }();
    return colours;
}

double perceivedLightness(const QColor& colour)
{
    const double r = linear(colour.redF()), g = linear(colour.greenF()), b = linear(colour.blueF());
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
}

} // namespace prolap::ui
