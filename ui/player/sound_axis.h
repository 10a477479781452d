#pragma once

#include <optional>
#include <utility>
#include <vector>

#include <QObject>

namespace prolap::ui {

/// The time axis that the drawings of one clip share: its length, the part in sight, the cursor, the part that
/// matched and the region that the user has marked. All times in seconds of the clip.
class SoundAxis : public QObject {
    Q_OBJECT

public:
    using Span = std::pair<double, double>;

    using QObject::QObject;

    /// Another clip: all of it is in sight, nothing is marked. 0: none.
    void setDuration(double seconds);
    double duration() const { return m_duration; }
    /// Samples a second of the file; bounds how near one may go. 0: unknown.
    void setSampleRate(int hertz) { m_sampleRate = hertz; }
    int sampleRate() const { return m_sampleRate; }

    double from() const { return m_from; }
    double to() const { return m_to; }
    bool zoomed() const { return m_to - m_from < m_duration; }
    /// Shows this part, as near to it as the clip allows.
    void show(double from, double to);
    void showAll() { show(0, m_duration); }
    /// factor > 1: nearer. The moment `around` stays where it is.
    void zoom(double factor, double around);
    void scrollBy(double seconds) { show(m_from + seconds, m_to + seconds); }
    /// Scrolls so that this moment is in sight.
    void follow(double seconds);

    void setPosition(double seconds);
    double position() const { return m_position; }

    void setHitWindow(std::optional<Span> window);
    const std::optional<Span>& hitWindow() const { return m_hitWindow; }

    /// Other parts that match, too.
    void setOtherWindows(std::vector<Span> windows);
    const std::vector<Span>& otherWindows() const { return m_otherWindows; }

    /// In any order; none, or less than a millisecond: nothing is marked.
    void setRegion(std::optional<Span> region);
    const std::optional<Span>& region() const { return m_region; }
    /// Begins or ends the region at a moment; the other end is kept where that makes sense, else is the clip's.
    void setRegionStart(double seconds);
    void setRegionEnd(double seconds);

Q_SIGNALS:
    void viewChanged(); ///< the length or the part in sight
    void positionChanged(double before);
    void marksChanged(); ///< hit window or region
    void regionChanged();

private:
    double m_duration = 0, m_from = 0, m_to = 0, m_position = 0;
    int m_sampleRate = 0;
    std::optional<Span> m_hitWindow, m_region;
    std::vector<Span> m_otherWindows;
};

} // namespace prolap::ui
