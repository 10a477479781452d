#include "ui/theme/palette.h"

#include <algorithm>
#include <cmath>

namespace prolap::ui {

namespace {

Palette make(Scheme scheme)
{
    const bool dark = scheme == Scheme::Dark;
    const auto pick = [dark](QRgb onDark, QRgb onLight) { return QColor(dark ? onDark : onLight); };
    Palette p;
    p.scheme = scheme;
    p.window = pick(0xff15171c, 0xfff4f5f7);
    p.panel = pick(0xff1c1f26, 0xffffffff);
    p.raised = pick(0xff262a33, 0xffeceef2);
    p.line = pick(0xff3a404c, 0xffc9ced7);
    p.text = pick(0xffe7e9ee, 0xff1a1e26);
    p.dim = pick(0xffa6adba, 0xff556070);
    p.accent = pick(0xff5fb0ee, 0xff1b6bae);
    p.amber = pick(0xffe3aa5b, 0xff8f5b0c);
    p.green = pick(0xff6fc48e, 0xff27734a);
    p.red = pick(0xffee7680, 0xffb02a37);
    p.violet = pick(0xffb79cf0, 0xff6a4bb5);
    p.cyan = pick(0xff5cc7c3, 0xff1f7471);
    p.selection = mixed(p.accent, p.panel, dark ? 0.18 : 0.12);
    p.onAccent = dark ? p.window : p.panel;
    return p;
}

const Palette* g_current = nullptr;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

} // namespace

const Palette& paletteOf(Scheme scheme)
{
    static const Palette light = make(Scheme::Light);
    static const Palette dark = make(Scheme::Dark);
    return scheme == Scheme::Dark ? dark : light;
}

const Palette& palette()
{
    return g_current ? *g_current : paletteOf(Scheme::Light);
}

void usePalette(Scheme scheme)
{
    g_current = &paletteOf(scheme);
}

QColor mixed(const QColor& over, const QColor& under, double share)
{
    const auto mix = [share](double o, double u) { return static_cast<float>(o * share + u * (1.0 - share)); };
    return QColor::fromRgbF(mix(over.redF(), under.redF()), mix(over.greenF(), under.greenF()),
                            mix(over.blueF(), under.blueF()));
}

double contrast(const QColor& a, const QColor& b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace prolap::ui
