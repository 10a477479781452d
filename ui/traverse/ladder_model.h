#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>

#include <QAbstractTableModel>

#include "core/library/traversal/traversal.h"
#include "ui/glyphs/certainty_glyph.h"

namespace prolap::ui {

/// The captions that a traversal met, the most general at the top, each with its nearest clips.
class LadderModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { PointsColumn, CaptionColumn, MatchColumn, CertaintyColumn, FirstClipColumn, ColumnCount = 7 };
    enum Role {
        ClipRole = Qt::UserRole, ///< ClipId::value of a clip's cell
        PathRole,                ///< its file, QByteArray
        StartRole,               ///< seconds
        MatchRole,
        CertaintyRole,
        PlayingRole, ///< bool
        HereRole,    ///< bool: the cursor's point belongs to this rung
        JourneyRole, ///< bool: the journey is at this rung
        CommonRole   ///< bool: the path beside it met this caption, too
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// beside: the path that it is compared with, or null. otherModel: not the one whose uncertainties
    /// setCertaintyScale() knows; the path's own are the scale then.
    void setTraversal(std::shared_ptr<const library::Traversal> traversal,
                      const std::shared_ptr<const library::Traversal>& beside = nullptr, bool otherModel = false);
    void setCertaintyScale(CertaintyScale scale);
    void setPlaying(const Path& file);
    /// The rung that the journey plays, counted from the most specific; -1: none.
    void setJourneyRung(int rung);
    /// -1: none.
    void setCursorPoint(int point);
    /// The row of the rung that a point belongs to, -1: none.
    int rowOfPoint(int point) const;
    int firstPointOf(int row) const;
    /// Whether any rung has a clip.
    bool hasClips() const;
    const library::Rung* rung(int row) const;
    const library::NearClip* clip(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString tooltip(const library::Rung& rung, const QModelIndex& index) const;

    void repaint();

    std::shared_ptr<const library::Traversal> m_traversal;
    std::set<std::string> m_common; ///< captions that both paths met
    CertaintyScale m_scale;
    std::optional<CertaintyScale> m_ownScale;
    Path m_playing;
    int m_cursor = -1;
    int m_journey = -1;
};

} // namespace prolap::ui
