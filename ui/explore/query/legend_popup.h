#pragma once

#include <QFrame>

namespace prolap::ui {

/// What the two glyphs of the list mean and what can be typed, in plain words. A pop-up.
class LegendPopup : public QFrame {
    Q_OBJECT

public:
    explicit LegendPopup(QWidget* parent = nullptr);

    /// calibrated, probabilistic: what the model in use knows; what it does not is said instead.
    void openBelow(QWidget* button, bool calibrated, bool probabilistic);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill(bool calibrated, bool probabilistic);
};

} // namespace prolap::ui
