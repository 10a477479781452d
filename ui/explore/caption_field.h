#pragma once

#include <QLineEdit>

namespace prolap::ui {

/// Where a sound is described. Down goes into the results, Esc empties the field.
class CaptionField : public QLineEdit {
    Q_OBJECT

public:
    explicit CaptionField(QWidget* parent = nullptr);

Q_SIGNALS:
    void leftDownwards();
    void escaped();

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace prolap::ui
