#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <QByteArray>
#include <QStringList>

#include "core/audio/clip_reader.h"
#include "core/audio/decoder.h"
#include "core/error.h"

namespace prolap::test {

/// A folder of audio files that a test writes or encodes; it goes with the test.
class AudioFiles {
public:
    AudioFiles();
    ~AudioFiles();
    AudioFiles(const AudioFiles&) = delete;
    AudioFiles& operator=(const AudioFiles&) = delete;

    Path path(const std::string& name) const;

    Path write(const std::string& name, const QByteArray& bytes) const;

    /// Runs `ffmpeg -i SOURCE OPTIONS... NAME`. Returns an empty path when ffmpeg fails (the test then fails on it).
    Path encode(const Path& source, const std::string& name, const QStringList& options = {}) const;

    /// Runs `ffmpeg ARGUMENTS... NAME`.
    Path make(const std::string& name, const QStringList& arguments) const;

private:
    Path m_folder; // not a QTemporaryDir, which cannot remove names that are no valid text
};

/// What a wave file's header states; the fields can be set to lies.
struct WavHeader {
    int formatTag = 1; ///< 1: integers, 3: floats
    int channels = 1;
    int sampleRate = 44100;
    int bits = 16;
    std::uint32_t dataBytes = 0; ///< as stated
};

QByteArray wavHeader(const WavHeader& header);

/// A wave file of 16-bit or 32-bit float samples, interleaved.
QByteArray wav16(const std::vector<float>& interleaved, int channels, int sampleRate);
QByteArray wavFloat(const std::vector<float>& interleaved, int channels, int sampleRate);

/// A sound that is like no shifted copy of itself: tones that sweep from 200 to 3000 Hz under a slow swell; at most
/// 0.5, interleaved, the second channel an octave up and each further one at half the level of the one before.
std::vector<float> sweep(double seconds, int sampleRate, int channels = 1);

std::vector<float> decodeAll(const Path& file, const audio::DecodeOptions& options = {});

std::vector<float> channelOf(const std::vector<float>& interleaved, int channels, int channel);

/// By how many frames b is late against a, and how alike they then are (1: but for the level the same).
struct Alignment {
    int lag = 0;
    double likeness = 0;
};
Alignment align(const std::vector<float>& a, const std::vector<float>& b, int mostLag);

/// A clip read into its windows.
struct ReadClip {
    std::vector<audio::ClipWindow> windows;
    std::optional<audio::ClipSummary> summary;
};
ReadClip readWhole(const Path& file, const audio::ClipReadOptions& options = {});

/// The kind and sentence of the Error that a call throws; "no error" when it throws none.
struct Thrown {
    std::optional<ErrorKind> kind;
    std::string sentence = "no error";
};
Thrown errorOf(const std::function<void()>& call);

} // namespace prolap::test
