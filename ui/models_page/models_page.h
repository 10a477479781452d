#pragma once

#include "ui/session/library_session.h"
#include "ui/window/page.h"

class QTabBar;
class QStackedLayout;

namespace prolap::ui {

class MeasureTab;
class ModelsTab;

/// Models: those of this machine, and how good they are on one's own sounds.
class ModelsPage : public Page {
    Q_OBJECT

public:
    explicit ModelsPage(LibrarySession* session, QWidget* parent = nullptr);

    QString name() const override { return QStringLiteral("models"); }
    QString title() const override { return tr("Models"); }
    const char* iconName() const override { return "model"; }
    bool settled() const override;
    void save(QSettings& settings) const override;
    void restore(const QSettings& settings) override;

    ModelsTab* models() const { return m_models; }
    MeasureTab* measure() const { return m_measure; }
    /// 0: the models, 1: measure.
    void setTab(int tab);

Q_SIGNALS:
    /// Something went wrong: to be read at leisure.
    void failed(const QString& sentence);

protected:
    void showEvent(QShowEvent* event) override;

private:
    ModelsTab* m_models;
    MeasureTab* m_measure;
    QTabBar* m_tabs;
    QStackedLayout* m_stack;
};

} // namespace prolap::ui
