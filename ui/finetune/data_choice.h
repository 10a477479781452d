#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <QWidget>

#include "core/ids.h"
#include "core/train/data/library_lists.h"
#include "core/train/runs/run_data.h"
#include "ui/jobs/job.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace prolap::ui {

/// Which clips a model shall learn from: a tag, a collection, a folder or the selection of the library, or a list.
class DataChoice : public QWidget {
    Q_OBJECT

public:
    enum Kind { Tag, Collection, Folder, Selection, List };

    explicit DataChoice(QWidget* parent = nullptr);

    /// Where tags and collections come from; asked anew whenever the library changes.
    void setLibrary(const Path& catalogue);
    /// Called when the selection is asked for.
    void setSelection(std::function<std::vector<ClipId>()> selection) { m_selection = std::move(selection); }

    void choose(Kind kind, const QString& value);
    Kind kind() const;
    /// Nothing while nothing is chosen.
    bool complete() const;
    train::DataSource source() const;
    /// Clips of the library that are named otherwise, to see what is forgotten; nothing where that cannot be said.
    std::optional<train::DataSource> others() const;
    QString text() const; ///< to show: `tag:rain`
    bool ofLibrary() const { return kind() != List; }

Q_SIGNALS:
    void changed();

private:
    void fill();
    void browse();

    QComboBox* m_kind;
    QStackedWidget* m_values;
    QComboBox* m_tag;
    QComboBox* m_collection;
    QLineEdit* m_place;
    QLabel* m_selected;
    Path m_library;
    std::function<std::vector<ClipId>()> m_selection;
    std::vector<ClipId> m_clips; ///< of the selection, as it was when it was chosen
    Job m_lists;
};

} // namespace prolap::ui
