#include "ui/lists/result_model.h"

#include <algorithm>

#include <QDateTime>
#include <QLocale>
#include <QMimeData>
#include <QUrl>

#include "ui/explore/query/typed_query.h"
#include "ui/organise/colour_icons.h"
#include "ui/text.h"

namespace prolap::ui {

namespace {

constexpr int kKnownRows = 20000;

bool isNumber(int column)
{
    return column == ResultModel::DurationColumn || column == ResultModel::RateColumn ||
           column == ResultModel::ChannelsColumn || column == ResultModel::LoudnessColumn ||
           column == ResultModel::SizeColumn;
}

QString dayText(std::int64_t milliseconds)
{
    return milliseconds > 0
               ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(milliseconds).date(), QLocale::ShortFormat)
               : QString();
}

QString formatText(const library::ClipDetails& d)
{
    QStringList parts;
    parts << shown(d.container.empty() ? d.codec : d.container).toUpper();
    if (d.sampleRate > 0)
        parts << QLocale::c().toString(d.sampleRate / 1000.0, 'g', 4) + QStringLiteral("\u202fkHz");
    if (d.bitDepth > 0)
        parts << ResultModel::tr("%1 bit").arg(d.bitDepth);
    if (d.channels == 1)
        parts << ResultModel::tr("mono");
    else if (d.channels == 2)
        parts << ResultModel::tr("stereo");
    else if (d.channels > 2)
        parts << ResultModel::tr("%1 ch").arg(d.channels);
    return parts.join(QStringLiteral(" · "));
}

QString joined(const std::vector<std::string>& texts)
{
    QStringList list;
    for (const std::string& text : texts)
        list << shown(text);
    return list.join(QStringLiteral(", "));
}

/// Colour, stars, favourite and tags of a clip: "● ★★★ ♥ rain, wet".
QString marksText(const library::ClipDetails& d)
{
    QStringList parts;
    if (d.colour != ColourLabel::None)
        parts << QStringLiteral("●");
    if (d.rating > 0)
        parts << QString(d.rating, QChar(0x2605));
    if (d.favourite)
        parts << QStringLiteral("♥");
    if (!d.tags.empty())
        parts << joined(d.tags);
    return parts.join(QLatin1Char(' '));
}

QString presenceSentence(ClipPresence presence)
{
    switch (presence) {
    case ClipPresence::Offline:
        return ResultModel::tr(
            "Offline: its folder is not reachable just now. Plug the drive in, or show where it is.");
    case ClipPresence::Missing:
        return ResultModel::tr("Missing: its folder is there, but the file is not. It was moved or deleted.");
    case ClipPresence::Online:
        break;
    }
    return ResultModel::tr("The file is there.");
}

} // namespace

QString ResultModel::columnName(int column)
{
    switch (column) {
    case PlayColumn:
        return QStringLiteral("play");
    case NameColumn:
        return QStringLiteral("name");
    case WaveformColumn:
        return QStringLiteral("sound");
    case MatchColumn:
        return QStringLiteral("match");
    case CertaintyColumn:
        return QStringLiteral("certainty");
    case DurationColumn:
        return QStringLiteral("duration");
    case FormatColumn:
        return QStringLiteral("format");
    case TagsColumn:
        return QStringLiteral("tags");
    case FolderColumn:
        return QStringLiteral("folder");
    case RateColumn:
        return QStringLiteral("rate");
    case ChannelsColumn:
        return QStringLiteral("channels");
    case LoudnessColumn:
        return QStringLiteral("loudness");
    case SizeColumn:
        return QStringLiteral("size");
    case AddedColumn:
        return QStringLiteral("added");
    case ChangedColumn:
        return QStringLiteral("changed");
    case RatingColumn:
        return QStringLiteral("rating");
    case FavouriteColumn:
        return QStringLiteral("favourite");
    case ColourColumn:
        return QStringLiteral("colour");
    case StateColumn:
        return QStringLiteral("state");
    default:
        return {};
    }
}

QUrl fileUrl(const Path& path)
{
    return QUrl::fromEncoded("file://" + QByteArray::fromStdString(path.native()).toPercentEncoding("/"));
}

ResultModel::ResultModel(QObject* parent)
    : QAbstractTableModel(parent), m_rows(std::make_shared<ResultRows>()), m_known(kKnownRows)
{
}

void ResultModel::setRows(ResultRowsPtr rows)
{
    const std::vector<ClipId>& old = m_rows->clips;
    const std::vector<ClipId>& now = rows->clips;
    const bool browsing = m_rows->hits.empty() && rows->hits.empty();
    if (browsing && now == old) {
        m_rows = std::move(rows);
        return;
    }
    const bool appended =
        browsing && !old.empty() && now.size() > old.size() && std::equal(old.begin(), old.end(), now.begin());
    if (appended) {
        beginInsertRows({}, static_cast<int>(old.size()), static_cast<int>(now.size()) - 1);
        m_rows = std::move(rows);
        endInsertRows();
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    m_similarityLow = m_similarityHigh = 0;
    if (!m_rows->hits.empty()) {
        const auto [low, high] = std::ranges::minmax_element(m_rows->hits, {}, &library::Hit::similarity);
        m_similarityLow = low->similarity;
        m_similarityHigh = high->similarity;
    }
    endResetModel();
}

void ResultModel::setCertaintyScale(CertaintyScale scale)
{
    m_scale = std::move(scale);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, CertaintyColumn), index(rowCount() - 1, CertaintyColumn));
}

void ResultModel::setPlaying(ClipId clip)
{
    const int before = rowOf(m_playing);
    m_playing = clip;
    for (const int row : {before, rowOf(m_playing)})
        if (row >= 0)
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void ResultModel::setOfflineFolders(std::vector<Path> folders)
{
    std::vector<std::string> offline;
    for (const Path& folder : folders)
        offline.push_back((folder / "").native());
    if (offline == m_offline)
        return;
    m_offline = std::move(offline);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

ClipPresence ResultModel::presenceOf(const library::ClipDetails& details) const
{
    // What is known just now comes before what the last scan found.
    const bool away = std::ranges::any_of(
        m_offline, [&](const std::string& folder) { return details.path.native().starts_with(folder); });
    if (away || (!details.online && !details.missing))
        return ClipPresence::Offline;
    return details.missing ? ClipPresence::Missing : ClipPresence::Online;
}

void ResultModel::refreshDetails()
{
    ++m_generation;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ResultModel::forgetRequests()
{
    m_pending.clear();
    refreshDetails();
}

void ResultModel::clear()
{
    m_known.clear();
    m_pending.clear();
    m_wantedPages.clear();
    m_playing = {};
    m_scale = {};
    beginResetModel();
    m_rows = std::make_shared<ResultRows>();
    endResetModel();
}

ClipId ResultModel::clipAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows->clips[static_cast<std::size_t>(row)] : ClipId{};
}

int ResultModel::rowOf(ClipId clip) const
{
    const auto found = m_rows->rowOf.find(clip);
    return found == m_rows->rowOf.end() ? -1 : found->second;
}

const library::Hit* ResultModel::hitAt(int row) const
{
    return row >= 0 && static_cast<std::size_t>(row) < m_rows->hits.size()
               ? &m_rows->hits[static_cast<std::size_t>(row)]
               : nullptr;
}

const ClipRow* ResultModel::detailsAt(int row) const
{
    const Known* entry = m_known.object(clipAt(row).value);
    return entry ? &entry->row : nullptr;
}

Path ResultModel::pathAt(int row) const
{
    if (const library::Hit* hit = hitAt(row))
        return hit->path;
    const ClipRow* details = detailsAt(row);
    return details ? details->details.path : Path();
}

int ResultModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows->clips.size());
}

int ResultModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const ResultModel::Known* ResultModel::known(int row) const
{
    const ClipId clip = clipAt(row);
    const Known* entry = m_known.object(clip.value);
    if (!entry || entry->generation < m_generation)
        want(row);
    return entry;
}

void ResultModel::want(int row) const
{
    const auto pending = m_pending.find(clipAt(row).value);
    if (pending != m_pending.end() && pending->second >= m_generation)
        return;
    const int page = row / kPageRows;
    if (std::ranges::find(m_wantedPages, page) != m_wantedPages.end())
        return;
    // One request for all that this round of painting misses.
    if (m_wantedPages.empty())
        QMetaObject::invokeMethod(
            const_cast<ResultModel*>(this), [this] { askForWanted(); }, Qt::QueuedConnection);
    m_wantedPages.push_back(page);
}

void ResultModel::askForWanted() const
{
    for (const int page : std::exchange(m_wantedPages, {})) {
        std::vector<ClipId> clips;
        for (int row = page * kPageRows; row < std::min((page + 1) * kPageRows, rowCount()); ++row) {
            const ClipId clip = clipAt(row);
            const Known* entry = m_known.object(clip.value);
            const auto pending = m_pending.find(clip.value);
            if ((entry && entry->generation >= m_generation) ||
                (pending != m_pending.end() && pending->second >= m_generation))
                continue;
            m_pending[clip.value] = m_generation;
            clips.push_back(clip);
        }
        if (!clips.empty())
            Q_EMIT detailsNeeded(clips);
    }
}

void ResultModel::takeDetails(const std::vector<ClipRow>& rows)
{
    int first = rowCount(), last = -1;
    for (const ClipRow& row : rows) {
        const ClipId clip = row.details.id;
        const auto pending = m_pending.find(clip.value);
        const int generation = pending == m_pending.end() ? m_generation : pending->second;
        if (pending != m_pending.end())
            m_pending.erase(pending);
        m_known.insert(clip.value, new Known{row, generation});
        if (const int at = rowOf(clip); at >= 0) {
            first = std::min(first, at);
            last = std::max(last, at);
        }
    }
    if (last >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

void ResultModel::detailsDropped(const std::vector<ClipId>& clips)
{
    for (const ClipId clip : clips)
        m_pending.erase(clip.value);
}

bool ResultModel::unheard(int row) const
{
    const Known* entry = known(row);
    return entry && !entry->row.details.embedded;
}

Match ResultModel::matchOf(const library::Hit& hit) const
{
    if (hit.probability)
        return {*hit.probability, hit.probability};
    const float range = m_similarityHigh - m_similarityLow;
    return {range > 0 ? (hit.similarity - m_similarityLow) / range : 1.0f, std::nullopt};
}

QVariant ResultModel::text(int row, int column) const
{
    const Known* entry = known(row);
    if (column == NameColumn) {
        if (entry)
            return shown(entry->row.details.name);
        const library::Hit* hit = hitAt(row);
        return hit ? shown(hit->path.filename()) : QString();
    }
    if (column == MatchColumn) {
        const library::Hit* hit = hitAt(row);
        return hit && hit->probability ? QVariant(percentText(*hit->probability)) : QVariant();
    }
    if (!entry)
        return {};
    const library::ClipDetails& d = entry->row.details;
    switch (column) {
    case DurationColumn:
        return d.durationSeconds > 0 ? QVariant(durationText(d.durationSeconds)) : QVariant();
    case FormatColumn:
        return formatText(d);
    case TagsColumn:
        return marksText(d);
    case FolderColumn:
        return shown(d.path.parent_path());
    case RateColumn:
        return d.sampleRate > 0 ? QVariant(QLocale().toString(d.sampleRate / 1000.0, 'g', 6)) : QVariant();
    case ChannelsColumn:
        return d.channels > 0 ? QVariant(QString::number(d.channels)) : QVariant();
    case LoudnessColumn:
        return d.integratedLufs ? QVariant(QLocale().toString(*d.integratedLufs, 'f', 1)) : QVariant();
    case SizeColumn:
        return QLocale().toString(static_cast<double>(d.sizeBytes) / 1e6, 'f', 2);
    case AddedColumn:
        return dayText(d.addedMs);
    case ChangedColumn:
        return dayText(d.modifiedMs);
    case RatingColumn:
        return d.rating > 0 ? QVariant(QString(d.rating, QChar(0x2605))) : QVariant();
    case FavouriteColumn:
        return d.favourite ? QVariant(QStringLiteral("♥")) : QVariant();
    case ColourColumn:
        return d.colour != ColourLabel::None ? QVariant(colourText(d.colour)) : QVariant();
    case StateColumn: {
        const ClipPresence presence = presenceOf(d);
        return presence == ClipPresence::Online ? QVariant() : QVariant(presenceText(presence));
    }
    default:
        return {};
    }
}

QVariant ResultModel::tooltip(int row, int column) const
{
    const library::Hit* hit = hitAt(row);
    const ClipRow* entry = detailsAt(row);
    switch (column) {
    case PlayColumn:
        return tr("Play or pause (Space)");
    case NameColumn: {
        QStringList lines{shown(pathAt(row))};
        if (entry && presenceOf(entry->details) != ClipPresence::Online)
            lines << presenceSentence(presenceOf(entry->details));
        if (hit && !hit->words.empty())
            lines << tr("Words found: %1").arg(joined(hit->words));
        return lines.join(QLatin1Char('\n'));
    }
    case WaveformColumn:
        if (entry && !entry->thumbnail)
            return tr("Not listened to yet");
        if (!hit)
            return {};
        return tr("Best match from %1 to %2").arg(durationText(hit->start), durationText(hit->end)) +
               (hit->others.empty() ? QString()
                                    : QLatin1Char('\n') + tr("%n other part(s) match, too", nullptr,
                                                             static_cast<int>(hit->others.size())));
    case MatchColumn:
        if (hit && unheard(row))
            return tr("Found by its words; not listened to yet");
        return hit ? QVariant(matchTooltip(matchOf(*hit))) : QVariant();
    case CertaintyColumn: {
        const QVariant certainty = data(index(row, column), CertaintyRole);
        return certainty.isValid() ? QVariant(certaintyTooltip(certainty.value<Certainty>())) : QVariant();
    }
    case FormatColumn:
        return entry ? QVariant(shown(entry->details.codec)) : QVariant();
    case RatingColumn:
        return tr("Click a star to rate the clip, the same again to take the rating away (1 to 5, 0)");
    case FavouriteColumn:
        return tr("Click to make the clip a favourite, or no more (F)");
    case ColourColumn:
        return tr("Click to give the clip a colour");
    case StateColumn:
        return entry ? QVariant(presenceSentence(presenceOf(entry->details))) : QVariant();
    default:
        return text(row, column);
    }
}

QVariant ResultModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const library::Hit* hit = hitAt(row);
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return tooltip(row, index.column());
    case Qt::ForegroundRole: {
        const Known* entry = index.column() == TagsColumn ? known(row) : nullptr;
        const QColor colour = entry ? labelColour(entry->row.details.colour) : QColor();
        return colour.isValid() ? QVariant(colour) : QVariant();
    }
    case Qt::TextAlignmentRole:
        if (isNumber(index.column()))
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        if (index.column() == CertaintyColumn || index.column() == MatchColumn)
            return tooltip(row, index.column());
        if (index.column() == NameColumn)
            if (const ClipRow* entry = detailsAt(row); entry && presenceOf(entry->details) != ClipPresence::Online)
                return QStringLiteral("%1, %2").arg(text(row, NameColumn).toString(),
                                                    presenceText(presenceOf(entry->details)));
        return text(row, index.column());
    case ThumbnailRole: {
        const Known* entry = known(row);
        return entry ? QVariant::fromValue(entry->row.thumbnail) : QVariant();
    }
    case HitWindowRole: {
        const Known* entry = known(row);
        if (!hit || !entry || entry->row.details.durationSeconds <= 0 || unheard(row))
            return {};
        const double length = entry->row.details.durationSeconds;
        return QPointF(std::clamp(hit->start / length, 0.0, 1.0), std::clamp(hit->end / length, 0.0, 1.0));
    }
    case OtherWindowsRole: {
        const Known* entry = known(row);
        if (!hit || hit->others.empty() || !entry || entry->row.details.durationSeconds <= 0)
            return {};
        const double length = entry->row.details.durationSeconds;
        QList<QPointF> shares;
        for (const library::HitWindow& window : hit->others)
            shares << QPointF(std::clamp(window.start / length, 0.0, 1.0), std::clamp(window.end / length, 0.0, 1.0));
        return QVariant::fromValue(shares);
    }
    case PresenceRole: {
        const Known* entry = known(row);
        return entry ? QVariant(static_cast<int>(presenceOf(entry->row.details))) : QVariant();
    }
    case MarksRole: {
        const Known* entry = known(row);
        if (!entry)
            return {};
        const library::ClipDetails& d = entry->row.details;
        return index.column() == RatingColumn      ? QVariant(d.rating)
               : index.column() == FavouriteColumn ? QVariant(d.favourite)
               : index.column() == ColourColumn    ? QVariant(static_cast<int>(d.colour))
                                                   : QVariant();
    }
    case MatchRole:
        return hit && !unheard(row) ? QVariant::fromValue(matchOf(*hit)) : QVariant();
    case CertaintyRole: {
        if (hit && !unheard(row))
            return QVariant::fromValue(m_scale.of(hit->uncertainty));
        const Known* entry = known(row);
        if (!entry || !entry->row.details.embedded)
            return {};
        return QVariant::fromValue(m_scale.of(entry->row.details.uncertainty));
    }
    case WordsRole: {
        QStringList words;
        if (hit)
            for (const std::string& word : hit->words)
                words << shown(word);
        return words;
    }
    case DimmedRole: {
        const Known* entry = known(row);
        return (entry && presenceOf(entry->row.details) != ClipPresence::Online) || (hit && !hit->credible);
    }
    case LastCredibleRole:
        return m_rows->byRank && m_rows->credibleHits > 0 &&
               static_cast<std::size_t>(row) + 1 == m_rows->credibleHits && m_rows->credibleHits < m_rows->hits.size();
    case PlayingRole:
        return m_playing && clipAt(row) == m_playing;
    default:
        return {};
    }
}

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return isNumber(section) ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                 : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::DisplayRole) {
        switch (section) {
        case NameColumn:
            return tr("Name");
        case WaveformColumn:
            return tr("Sound");
        case MatchColumn:
            return tr("Match");
        case CertaintyColumn:
            return tr("Certainty");
        case DurationColumn:
            return tr("Length (min:s)");
        case FormatColumn:
            return tr("Format");
        case TagsColumn:
            return tr("Tags");
        case FolderColumn:
            return tr("Folder");
        case RateColumn:
            return tr("Rate (kHz)");
        case ChannelsColumn:
            return tr("Channels");
        case LoudnessColumn:
            return tr("Loudness (LUFS)");
        case SizeColumn:
            return tr("Size (MB)");
        case AddedColumn:
            return tr("Added");
        case ChangedColumn:
            return tr("Changed");
        case RatingColumn:
            return tr("Rating");
        case FavouriteColumn:
            return tr("Favourite");
        case ColourColumn:
            return tr("Colour");
        case StateColumn:
            return tr("State");
        default:
            return QString();
        }
    }
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case MatchColumn:
            return tr("How probable it is that the clip is what you described. The list is best first.");
        case CertaintyColumn:
            return tr("A narrow bell: a specific sound. A wide one: a general sound that fits many descriptions.");
        case WaveformColumn:
            return tr("The whole clip; the part that matches best stands on a lighter ground, other parts that match "
                      "are underlined.");
        case PlayColumn:
            return tr("Click to hear a clip");
        default:
            return tr("Click to sort");
        }
    }
    return {};
}

Qt::ItemFlags ResultModel::flags(const QModelIndex& index) const
{
    return index.isValid() ? Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren
                           : Qt::NoItemFlags;
}

QMimeData* ResultModel::mimeData(const QModelIndexList& indexes) const
{
    QList<QUrl> urls;
    int last = -1;
    for (const QModelIndex& index : indexes) {
        const Path path = index.row() == last ? Path() : pathAt(index.row());
        last = index.row();
        if (!path.empty())
            urls << fileUrl(path);
    }
    if (urls.isEmpty())
        return nullptr;
    auto* data = new QMimeData;
    data->setUrls(urls);
    return data;
}

QStringList ResultModel::mimeTypes() const
{
    return {QStringLiteral("text/uri-list")};
}

Qt::DropActions ResultModel::supportedDragActions() const
{
    return Qt::CopyAction;
}

} // namespace prolap::ui
