#pragma once

#include <memory>
#include <string>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswresample/swresample.h>
}

namespace prolap::audio {

struct LibavDeleter {
    void operator()(AVFormatContext* context) const { avformat_close_input(&context); }
    void operator()(AVCodecContext* context) const { avcodec_free_context(&context); }
    void operator()(AVPacket* packet) const { av_packet_free(&packet); }
    void operator()(AVFrame* frame) const { av_frame_free(&frame); }
    void operator()(SwrContext* context) const { swr_free(&context); }
    void operator()(AVIOContext* io) const
    {
        av_freep(&io->buffer);
        avio_context_free(&io);
    }
};

template <typename T> using LibavPtr = std::unique_ptr<T, LibavDeleter>;

/// Silences libav's own log and bounds what one of its allocations may take. Cheap to call often. Threads: reentrant.
void prepareLibav();

/// libav's words for one of its error codes.
std::string libavErrorText(int code);

} // namespace prolap::audio
