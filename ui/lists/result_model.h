#pragma once

#include <memory>
#include <unordered_map>
#include <vector>

#include <QAbstractTableModel>
#include <QCache>

#include "core/library/library_view.h"
#include "ui/glyphs/certainty_glyph.h"
#include "ui/glyphs/match_glyph.h"
#include "ui/glyphs/waveform_glyph.h"
#include "ui/lists/result_rows.h"

namespace prolap::ui {

/// What a row shows of a clip, fetched by a worker.
struct ClipRow {
    library::ClipDetails details;
    std::shared_ptr<const Thumbnail> thumbnail; ///< none while the clip has not been listened to
};

/// The result table over ids: rows of 100 000 clips cost nothing until they are seen. What a row shows is asked for
/// by detailsNeeded, in pages, when a view asks for it, and arrives by takeDetails; the most recent few thousand are
/// kept.
class ResultModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        PlayColumn,
        NameColumn,
        WaveformColumn,
        MatchColumn,
        CertaintyColumn,
        DurationColumn,
        FormatColumn,
        TagsColumn,
        FolderColumn,
        RateColumn,
        ChannelsColumn,
        LoudnessColumn,
        SizeColumn,
        AddedColumn,
        ChangedColumn,
        RatingColumn,
        FavouriteColumn,
        ColourColumn,
        StateColumn,
        ColumnCount
    };
    /// A word for settings, which never changes.
    static QString columnName(int column);
    /// Whether it holds a mark that a click changes.
    static bool isMark(int column) { return column >= RatingColumn && column <= ColourColumn; }
    /// Whether a table shows the column before the user has chosen.
    static bool shownAtFirst(int column) { return column < FolderColumn; }

    enum Role {
        ThumbnailRole = Qt::UserRole, ///< std::shared_ptr<const Thumbnail>
        HitWindowRole,                ///< QPointF(start, end) as shares of the clip; invalid when browsing
        OtherWindowsRole,             ///< QList<QPointF>: likewise, other parts that match
        PresenceRole,                 ///< int of ClipPresence; invalid while unknown
        MarksRole,                    ///< int of RatingColumn, bool, int of ColourColumn, by column
        MatchRole,                    ///< Match; invalid when browsing
        CertaintyRole,                ///< Certainty; invalid while unknown
        WordsRole,                    ///< QStringList: words of the query found in this clip
        DimmedRole,                   ///< bool: below the last credible hit, or offline
        LastCredibleRole,             ///< bool: the line is to be drawn under this row
        PlayingRole,                  ///< bool
    };
    static constexpr int kPageRows = 64;

    explicit ResultModel(QObject* parent = nullptr);

    /// Takes a new list. Rows that are only appended are inserted, anything else is a reset.
    void setRows(ResultRowsPtr rows);
    const ResultRows& rows() const { return *m_rows; }
    bool ranked() const { return !m_rows->hits.empty(); }

    void setCertaintyScale(CertaintyScale scale);
    void setPlaying(ClipId clip);
    /// Folders that are not reachable just now: their clips are greyed.
    void setOfflineFolders(std::vector<Path> folders);
    /// What is shown stays, and is asked for again when it is next painted: the catalogue has changed.
    void refreshDetails();
    /// What was asked for will not come: another source answers from now on.
    void forgetRequests();
    /// Forgets everything: another catalogue.
    void clear();

    ClipId clipAt(int row) const;
    int rowOf(ClipId clip) const; ///< -1 when it is not listed
    const library::Hit* hitAt(int row) const;
    const ClipRow* detailsAt(int row) const; ///< null while not fetched; asks for nothing
    /// The file of a row as far as it is known; empty while not.
    Path pathAt(int row) const;
    bool waitingForDetails() const { return !m_pending.empty(); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    QStringList mimeTypes() const override;
    Qt::DropActions supportedDragActions() const override;

public Q_SLOTS:
    void takeDetails(const std::vector<prolap::ui::ClipRow>& rows);
    /// These will not be fetched after all (scrolled past): ask again when seen.
    void detailsDropped(const std::vector<prolap::ClipId>& clips);

Q_SIGNALS:
    void detailsNeeded(const std::vector<prolap::ClipId>& clips) const;

private:
    struct Known {
        ClipRow row;
        int generation;
    };

    const Known* known(int row) const; ///< and asks for the row's page when it is missing or stale
    void want(int row) const;
    void askForWanted() const;
    QVariant text(int row, int column) const;
    QVariant tooltip(int row, int column) const;
    /// Whether the hit is due to its words alone: the model has not listened to the clip.
    bool unheard(int row) const;
    ClipPresence presenceOf(const library::ClipDetails& details) const;
    Match matchOf(const library::Hit& hit) const;

    ResultRowsPtr m_rows;
    CertaintyScale m_scale;
    ClipId m_playing;
    std::vector<std::string> m_offline; ///< each with its closing slash
    float m_similarityLow = 0, m_similarityHigh = 0;
    int m_generation = 0;
    mutable QCache<std::int64_t, Known> m_known;
    mutable std::unordered_map<std::int64_t, int> m_pending; ///< clip to the generation asked for
    mutable std::vector<int> m_wantedPages;
};

/// A file as a URL, byte for byte: also where its name is not valid UTF-8.
QUrl fileUrl(const Path& path);

} // namespace prolap::ui

Q_DECLARE_METATYPE(prolap::ui::Match)
Q_DECLARE_METATYPE(prolap::ui::Certainty)
Q_DECLARE_METATYPE(std::shared_ptr<const prolap::ui::Thumbnail>)
