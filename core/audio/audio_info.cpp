#include "core/audio/audio_info.h"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "core/audio/header_facts.h"

namespace prolap::audio {

namespace {

constexpr double kLongestSeconds = 1e7; // 115 days; what headers state beyond is damage

bool isContainer(const OpenedStream& opened, std::string_view name)
{
    return std::string_view(opened.demuxer->iformat->name) == name;
}

std::string containerName(const OpenedStream& opened)
{
    const std::string_view name = opened.demuxer->iformat->name;
    if (name.starts_with("mov,"))
        return "mp4";
    if (name.starts_with("matroska,"))
        return "mkv";
    return std::string(name.substr(0, name.find(',')));
}

bool isLossless(AVCodecID id)
{
    if (id == AV_CODEC_ID_WAVPACK) // may be either; libav lists it as both
        return true;
    const AVCodecDescriptor* descriptor = avcodec_descriptor_get(id);
    return descriptor && (descriptor->props & AV_CODEC_PROP_LOSSLESS) && !(descriptor->props & AV_CODEC_PROP_LOSSY);
}

int storedBits(const AVCodecParameters& parameters)
{
    if (const int exact = av_get_exact_bits_per_sample(parameters.codec_id))
        return exact;
    if (!isLossless(parameters.codec_id))
        return 0;
    if (parameters.bits_per_raw_sample > 0)
        return parameters.bits_per_raw_sample;
    if (parameters.bits_per_coded_sample > 0)
        return parameters.bits_per_coded_sample;
    return av_get_bytes_per_sample(static_cast<AVSampleFormat>(parameters.format)) * 8;
}

bool storesFloats(const AVCodecParameters& parameters, int bits)
{
    const AVSampleFormat format = av_get_packed_sample_fmt(static_cast<AVSampleFormat>(parameters.format));
    return bits > 0 && isLossless(parameters.codec_id) && (format == AV_SAMPLE_FMT_FLT || format == AV_SAMPLE_FMT_DBL);
}

void addTags(const AVDictionary* dictionary, AudioInfo& info)
{
    const AVDictionaryEntry* entry = nullptr;
    while ((entry = av_dict_get(dictionary, "", entry, AV_DICT_IGNORE_SUFFIX))) {
        std::string key = validUtf8(entry->key);
        std::transform(key.begin(), key.end(), key.begin(), [](char letter) {
            return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
        });
        const bool known =
            std::any_of(info.tags.begin(), info.tags.end(), [&](const auto& tag) { return tag.first == key; });
        if (!known)
            info.tags.emplace_back(std::move(key), validUtf8(entry->value));
    }
}

double headerSeconds(const OpenedStream& opened)
{
    const AVStream& stream = *opened.stream;
    const AVCodecParameters& parameters = *stream.codecpar;
    double seconds = 0;
    if (stream.duration != AV_NOPTS_VALUE)
        seconds = static_cast<double>(stream.duration) * av_q2d(stream.time_base);
    else if (opened.demuxer->duration != AV_NOPTS_VALUE)
        seconds = static_cast<double>(opened.demuxer->duration) / AV_TIME_BASE;
    if (isContainer(opened, "mp3"))
        seconds -= static_cast<double>(mp3PaddingSamples(opened.source)) / parameters.sample_rate;
    else if (isContainer(opened, "ogg") && parameters.codec_id == AV_CODEC_ID_OPUS)
        seconds -= static_cast<double>(parameters.initial_padding) / 48000; // its granules count the pre-skip
    return seconds > 0 && seconds <= kLongestSeconds ? seconds : 0;
}

} // namespace

bool promisesExactEnd(const OpenedStream& opened)
{
    if (opened.stream->duration == AV_NOPTS_VALUE)
        return false;
    return containerName(opened) == "mp4" || isOggVorbis(opened);
}

bool isOggVorbis(const OpenedStream& opened)
{
    return isContainer(opened, "ogg") && opened.stream->codecpar->codec_id == AV_CODEC_ID_VORBIS;
}

AudioInfo describe(const OpenedStream& opened)
{
    const AVCodecParameters& parameters = *opened.stream->codecpar;
    AudioInfo info;
    info.durationSeconds = headerSeconds(opened);
    info.sampleRate = parameters.sample_rate;
    info.channels = parameters.ch_layout.nb_channels;
    info.bitDepth = storedBits(parameters);
    info.floatSamples = storesFloats(parameters, info.bitDepth);
    info.codec = avcodec_get_name(parameters.codec_id);
    info.container = containerName(opened);
    addTags(opened.demuxer->metadata, info);
    addTags(opened.stream->metadata, info);
    if (isContainer(opened, "wav"))
        info.bwfDescription = bwfDescription(opened.source);
    return info;
}

double promisedSeconds(const OpenedStream& opened)
{
    const AVCodecParameters& parameters = *opened.stream->codecpar;
    if (isContainer(opened, "wav")) {
        const auto bytes = wavDataBytes(opened.source);
        const int bits = av_get_exact_bits_per_sample(parameters.codec_id);
        if (!bytes || bits == 0)
            return 0;
        return static_cast<double>(*bytes) * 8 / bits / parameters.ch_layout.nb_channels / parameters.sample_rate;
    }
    // In a file of several streams the length may be another's.
    const bool alone = opened.demuxer->nb_streams == 1;
    const bool guessed = opened.demuxer->duration_estimation_method == AVFMT_DURATION_FROM_BITRATE;
    return alone && !guessed ? headerSeconds(opened) : 0;
}

} // namespace prolap::audio
