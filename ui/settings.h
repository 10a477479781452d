#pragma once

/// Names of what is remembered from one start to the next (QSettings).
namespace prolap::ui::settings {

inline constexpr auto kGeometry = "window/geometry";
inline constexpr auto kWelcomed = "window/welcomed";
inline constexpr auto kScheme = "window/scheme";
inline constexpr auto kPage = "window/page";
inline constexpr auto kComfortable = "window/comfortable";
inline constexpr auto kWatchFolders = "library/watch_folders";
inline constexpr auto kLibrary = "library/last";
inline constexpr auto kModelPath = "model/path";
inline constexpr auto kModelDevice = "model/device";
inline constexpr auto kModelPrecision = "model/precision";
inline constexpr auto kColumnsSplit = "explore/columns_split";
inline constexpr auto kRowsSplit = "explore/rows_split";
inline constexpr auto kTableColumns = "explore/table_columns";
inline constexpr auto kFollow = "explore/play_selection";
inline constexpr auto kRecordSeconds = "explore/record_seconds";
inline constexpr auto kFinetuneSplit = "finetune/split";
inline constexpr auto kTaggingLibrary = "tagging/library";
inline constexpr auto kTaggingSkipped = "tagging/skipped";
inline constexpr auto kTaggingPlays = "tagging/plays";
inline constexpr auto kTaggingWrites = "tagging/writes";
inline constexpr auto kGainDb = "player/gain_db";
inline constexpr auto kLoop = "player/loop";
inline constexpr auto kOutput = "player/output";
inline constexpr auto kMatchLoudness = "player/match_loudness";
inline constexpr auto kTargetLufs = "player/target_lufs";
inline constexpr auto kSpectrogramDb = "player/spectrogram_db";
inline constexpr auto kPlayerView = "player/view";
inline constexpr auto kRegionName = "player/region_name";
inline constexpr auto kExportKind = "export/kind";
inline constexpr auto kExportExisting = "export/existing";
inline constexpr auto kExportFolder = "export/folder";
inline constexpr auto kView = "explore/view";
inline constexpr auto kMapColouring = "explore/map_colouring";
inline constexpr auto kMapHoverPlays = "explore/map_hover_plays";
inline constexpr auto kModelsSplit = "models/split";
inline constexpr auto kModelsTab = "models/tab";
inline constexpr auto kMeasureSource = "measure/source";
inline constexpr auto kMeasureData = "measure/data";
inline constexpr auto kMeasureQuery = "measure/query";
inline constexpr auto kMeasureSplit = "measure/split";
inline constexpr auto kMeasureProtocols = "measure/protocols";
inline constexpr auto kMeasureWay = "measure/way";
inline constexpr auto kMeasurePoints = "measure/points";
inline constexpr auto kMeasureCache = "measure/cache";

inline constexpr auto kTraverseColumns = "traverse/columns_split";
inline constexpr auto kTraverseRows = "traverse/rows_split";
inline constexpr auto kTraverseWay = "traverse/way";
inline constexpr auto kTraverseRoot = "traverse/root";
inline constexpr auto kTraverseStart = "traverse/start";
inline constexpr auto kTraversePoints = "traverse/points";
inline constexpr auto kTraverseVocabulary = "traverse/vocabulary";
inline constexpr auto kTraverseLibrary = "traverse/library_captions";

} // namespace prolap::ui::settings
