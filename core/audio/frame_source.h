#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/audio/opened_stream.h"

namespace prolap::audio {

/// The samples of a file at its own rate and with its own channels, block by block, from any frame on.
class FrameSource {
public:
    /// Opens the file and decodes its first frame, which tells rate and channels for certain.
    /// Errors: as probe().
    FrameSource(const Path& file, bool hashing);

    const AudioInfo& info() const { return m_info; }
    const AVChannelLayout& layout() const { return m_opened->stream->codecpar->ch_layout; }

    /// Makes next() begin at this frame of the whole decode. Before the first next() only. Exact where the container's
    /// clock counts samples; within a millisecond in Matroska and ASF, whose clocks do not.
    void startAt(std::int64_t frame);

    /// The next samples, interleaved, finite; empty at the end. Valid until the next call.
    std::span<const float> next();

    /// Frames that next() has left behind, from the start of the file.
    std::int64_t position() const { return m_position; }

    /// Why the file could not be read to its stated end; empty when all is well. Valid after next() returned none.
    std::string damaged() const;

    FileSource& file() { return m_opened->source; }

private:
    void open();
    bool receive();
    bool decodeMore();
    void holdPadding();
    void dropStart(std::uint32_t frames);
    bool seekNear(std::int64_t frame);
    bool landBefore(std::int64_t frame, double secondsBefore);
    bool reachCertainTime();
    void noteDamage(int code);

    Path m_path;
    bool m_hashing;
    std::optional<OpenedStream> m_opened;
    LibavPtr<AVCodecContext> m_decoder;
    LibavPtr<AVPacket> m_packet;
    LibavPtr<AVFrame> m_frame;
    AudioInfo m_info;
    double m_promisedSeconds = 0;
    bool m_frameWaits = false; ///< m_frame was decoded and not yet delivered
    bool m_draining = false;
    bool m_atEnd = false;
    std::int64_t m_packetAt = -1;                ///< where in the file the last packet (in Ogg: its page) starts
    std::int64_t m_originTicks = AV_NOPTS_VALUE; ///< the stream's clock at frame 0
    std::int64_t m_position = 0;
    std::int64_t m_skip = 0; ///< frames to drop before the first delivered
    std::vector<float> m_block;
    std::optional<std::int64_t> m_exactEnd; ///< frame at which the audio ends and its packets' padding starts
    std::vector<float> m_padding;           ///< frames behind it, kept in case that more follow and the header is wrong
    std::int64_t m_damagedPackets = 0;
    int m_firstDamage = 0;
    int m_readFailure = 0;
    bool m_rateChanged = false;
};

} // namespace prolap::audio
