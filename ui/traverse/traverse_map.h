#pragma once

#include <memory>
#include <unordered_map>

#include <QWidget>

#include "core/library/traversal/library_map.h"
#include "ui/jobs/job.h"
#include "ui/traverse/path_pair.h"

class QMenu;
class QToolButton;

namespace prolap::ui {

class ScatterMap;
struct MapHit;

/// The library's clips and captions in two dimensions, with the paths through them and the tools beside them.
class TraverseMap : public QWidget {
    Q_OBJECT

public:
    explicit TraverseMap(QWidget* parent = nullptr);

    /// catalogue: where the names of its clips are read from. Null takes the map away.
    void setLibrary(std::shared_ptr<const library::LibraryMap> map, const Path& catalogue);
    const library::LibraryMap* library() const { return m_library.get(); }
    /// rootName: of a root that is no caption.
    void setPaths(const PathPair& paths, const QString& rootName);
    void setCursorPoint(int point);
    /// Ends the context menu.
    void setExportMenu(QMenu* menu) { m_exportMenu = menu; }

    ScatterMap* map() const { return m_map; }
    QToolButton* fitButton() const { return m_fit; }
    QToolButton* lassoButton() const { return m_lasso; }

Q_SIGNALS:
    void playWanted(const prolap::Path& file, double startSeconds);
    void pointWanted(int point);
    void clipsWanted(const QString& name, const std::vector<prolap::ClipId>& clips);
    /// A path from a clip, or from a caption where the clip is not set; beside: as the second one.
    void traverseWanted(prolap::ClipId clip, const QString& name, bool beside);
    void statusWanted(const QString& sentence);

private:
    void readNames(const Path& catalogue);
    QString clipName(ClipId clip) const;
    QString nameOf(const MapHit& hit) const;
    void click(const MapHit& hit);
    void takeLoop(const std::vector<int>& indices);
    void showMenu(const QPoint& at, const MapHit& hit);

    ScatterMap* m_map;
    QToolButton* m_fit;
    QToolButton* m_lasso;
    QMenu* m_exportMenu = nullptr;
    std::shared_ptr<const library::LibraryMap> m_library;
    PathPair m_paths;
    QString m_rootName;
    std::unordered_map<std::int64_t, Path> m_files; ///< of clips, so that the mouse never waits for the disk
    Job m_details;
};

} // namespace prolap::ui
