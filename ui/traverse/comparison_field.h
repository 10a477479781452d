#pragma once

#include <vector>

#include <QWidget>

#include "core/library/models/known_models.h"
#include "core/paths.h"
#include "ui/jobs/job.h"

class QComboBox;
class QStackedWidget;

namespace prolap::ui {

class SubjectField;

/// What a path is compared with: nothing, a path from another sound or caption, or the path that another model finds.
class ComparisonField : public QWidget {
    Q_OBJECT

public:
    enum class With { Nothing, Subject, Model };

    explicit ComparisonField(QWidget* parent = nullptr);

    With with() const;
    void setWith(With with);
    /// Of With::Subject; may be empty still.
    SubjectField* subject() const { return m_subject; }
    /// Of With::Model; empty where there is no other.
    Path model() const;
    QString modelName() const;
    /// Compares with this one, on the list or not.
    void setModel(const Path& model, const QString& name);

    /// The model in use, which is no other.
    void setModelInUse(const Path& model);
    bool busy() const { return m_reading.running(); }

    QComboBox* choice() const { return m_choice; }
    QComboBox* models() const { return m_models; }

Q_SIGNALS:
    void changed();
    /// Another model is to be got first.
    void modelsWanted();

private:
    void readModels();
    void showModels();
    void choose();

    QComboBox* m_choice;
    QStackedWidget* m_stack;
    SubjectField* m_subject;
    QComboBox* m_models;
    std::vector<library::KnownModel> m_known;
    bool m_read = false;
    Path m_inUse;
    Job m_reading;
};

} // namespace prolap::ui
