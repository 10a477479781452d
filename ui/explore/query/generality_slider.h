#pragma once

#include <QWidget>

class QLabel;
class QSlider;

namespace prolap::ui {

/// More specific clips first, or more general ones. A double click sets it back to the middle.
class GeneralitySlider : public QWidget {
    Q_OBJECT

public:
    explicit GeneralitySlider(QWidget* parent = nullptr);

    double value() const; ///< -1 to 1
    void setValue(double value);
    /// why: a sentence for the tooltip while it cannot be used; empty: it can.
    void setUnavailable(const QString& why);
    QSlider* slider() const { return m_slider; }

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLabel* m_specific;
    QSlider* m_slider;
    QLabel* m_general;
};

} // namespace prolap::ui
