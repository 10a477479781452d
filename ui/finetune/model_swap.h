#pragma once

#include <optional>

#include <QObject>

#include "ui/session/library_session.h"

namespace prolap::ui {

/// Puts another model to work and remembers the one before, which can be taken back at once: what it heard is kept.
class ModelSwap : public QObject {
    Q_OBJECT

public:
    explicit ModelSwap(LibrarySession* session, QObject* parent = nullptr);

    /// The one in use goes on serving until the library has been listened to with the new one.
    void use(const Path& pack);
    void cancel();
    bool busy() const { return m_pack.has_value(); }
    /// Whether this pack is the model in use.
    bool inUse(const Path& pack) const;

    bool canUndo() const { return m_before.has_value() && !busy(); }
    void undo();

Q_SIGNALS:
    void progressed(qint64 done, qint64 total, double secondsLeft);
    /// The model is in use now.
    void swapped();
    void changed(); ///< busy(), inUse() or canUndo() is another

private:
    void look();

    LibrarySession* const m_session;
    std::optional<Path> m_pack; ///< that is to be taken into use
    ModelChoice m_serving;      ///< when it was asked for
    std::optional<ModelChoice> m_before;
};

} // namespace prolap::ui
