#include "core/audio/opened_stream.h"

#include <algorithm>
#include <cctype>

#include "core/audio/header_facts.h"
#include "core/error.h"

namespace prolap::audio {

namespace {

/// A name for libav's guess by extension that holds nothing else of the path.
std::string nameHint(const Path& file)
{
    const std::string extension = file.extension().native();
    const bool plain = extension.size() > 1 && extension.size() <= 8 &&
                       std::all_of(extension.begin() + 1, extension.end(),
                                   [](unsigned char letter) { return letter < 128 && std::isalnum(letter); });
    return plain ? "clip" + extension : "clip";
}

/// Play lists and the like may name other files: none of them is opened.
int refuseOtherFiles(AVFormatContext*, AVIOContext** io, const char*, int, AVDictionary**)
{
    *io = nullptr;
    return AVERROR(EPERM);
}

[[noreturn]] void fail(ErrorKind kind, const Path& file, const std::string& what)
{
    throw Error(kind, displayText(file) + " " + what);
}

const AVInputFormat* guessFormat(FileSource& source, const Path& file, const std::string& hint)
{
    const AVInputFormat* format = nullptr;
    const int code = av_probe_input_buffer2(source.io(), &format, hint.c_str(), nullptr, 0, 0);
    if (code >= 0 && format)
        return format;
    if (const std::string trouble = source.trouble(); !trouble.empty())
        fail(ErrorKind::Internal, file, "holds no audio that can be read: " + trouble + ".");
    if (code != AVERROR_INVALIDDATA && code != AVERROR_EOF)
        fail(ErrorKind::Internal, file, "holds no audio that can be read (" + libavErrorText(code) + ").");
    fail(ErrorKind::Unsupported, file, "holds no audio that can be read: its contents are of no known kind.");
}

void checkSizes(const AVCodecParameters& parameters, const Path& file)
{
    const int rate = parameters.sample_rate, channels = parameters.ch_layout.nb_channels;
    if (rate <= 0 || channels <= 0)
        fail(ErrorKind::Corrupt, file,
             "holds no audio that can be read (its header states " + std::to_string(channels) + " channels at " +
                 std::to_string(rate) + " Hz).");
    if (rate < kMinSampleRate || rate > kMaxSampleRate)
        fail(ErrorKind::Unsupported, file,
             "has a sample rate of " + std::to_string(rate) + " Hz; from " + std::to_string(kMinSampleRate) + " to " +
                 std::to_string(kMaxSampleRate) + " Hz can be read.");
    if (channels > kMaxChannels)
        fail(ErrorKind::Unsupported, file,
             "has " + std::to_string(channels) + " channels; at most " + std::to_string(kMaxChannels) +
                 " can be read.");
}

} // namespace

OpenedStream::OpenedStream(const Path& file, bool hashing) : source(file, hashing)
{
    if (const std::int64_t inner = oggStreamInWav(source))
        source.beginAt(inner);
    const std::string hint = nameHint(file);
    const AVInputFormat* format = guessFormat(source, file, hint);

    AVFormatContext* context = avformat_alloc_context();
    if (!context)
        fail(ErrorKind::OutOfMemory, file, "cannot be read: there is no memory left.");
    context->pb = source.io();
    context->flags |= AVFMT_FLAG_CUSTOM_IO;
    context->io_open = &refuseOtherFiles;
    context->max_probe_packets = 2; // wave files may hide DTS: a look at 64 KiB is enough, not libav's 2.5 MB
    AVDictionary* settings = nullptr;
    av_dict_set(&settings, "protocol_whitelist", "none", 0);
    av_dict_set(&settings, "max_size", "32768", 0); // of wav packets: 4 KiB by default
    const int opened = avformat_open_input(&context, hint.c_str(), format, &settings);
    av_dict_free(&settings);
    if (opened < 0)
        fail(ErrorKind::Corrupt, file, "holds no audio that can be read (" + libavErrorText(opened) + ").");
    demuxer.reset(context);

    for (unsigned i = 0; i < context->nb_streams; ++i) {
        if (context->streams[i]->codecpar->codec_type != AVMEDIA_TYPE_AUDIO)
            context->streams[i]->discard = AVDISCARD_ALL;
        else if (av_get_exact_bits_per_sample(context->streams[i]->codecpar->codec_id) != 0)
            context->max_analyze_duration = AV_TIME_BASE / 20; // all is in the header; libav would read five seconds
    }
    const int examined = avformat_find_stream_info(context, nullptr);

    const AVStream* undecodable = nullptr;
    for (unsigned i = 0; i < context->nb_streams; ++i) {
        AVStream* candidate = context->streams[i];
        const AVCodec* decoder = nullptr;
        if (!stream && candidate->codecpar->codec_type == AVMEDIA_TYPE_AUDIO) {
            decoder = avcodec_find_decoder(candidate->codecpar->codec_id);
            if (!decoder)
                undecodable = candidate;
        }
        if (decoder) {
            stream = candidate;
            codec = decoder;
        } else {
            candidate->discard = AVDISCARD_ALL;
        }
    }
    if (!stream && undecodable) {
        const char* name = avcodec_get_name(undecodable->codecpar->codec_id);
        fail(ErrorKind::Unsupported, file, std::string("holds audio that cannot be decoded (codec ") + name + ").");
    }
    if (!stream && examined < 0)
        fail(ErrorKind::Corrupt, file, "holds no audio that can be read (" + libavErrorText(examined) + ").");
    if (!stream)
        fail(ErrorKind::Unsupported, file, "has no sound: it holds pictures or data, but no audio.");
    checkSizes(*stream->codecpar, file);
}

} // namespace prolap::audio
