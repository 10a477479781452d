#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

namespace prolap::test {

/// How a run of the built `prolap` ended.
struct ProlapResult {
    int exitCode = -1; ///< -1: it crashed or did not end in time
    QByteArray out, err;

    /// stdout as one JSON document; discarded (is_discarded()) when it is none.
    nlohmann::json json() const;
    /// stdout as one JSON document a line.
    std::vector<nlohmann::json> lines() const;
    /// For failure messages.
    QByteArray shown() const;
};

/// A user of the command line: a home of their own, a tiny model pack, and folders of sounds.
class ProlapUser {
public:
    ProlapUser();

    QString path(const QString& name) const { return m_home.filePath(name); }
    QString library() const { return path("library.db"); }
    /// A small random pack of the starter's architecture, made once a test program.
    static QString pack();

    /// Runs prolap with the pack and the library of this user.
    ProlapResult run(const QStringList& arguments) const;
    /// Runs prolap with exactly these arguments. `wrapper`: a program that runs it, with its arguments.
    ProlapResult runBare(const QStringList& arguments, const QStringList& wrapper = {}) const;
    /// Starts it and returns at once.
    std::unique_ptr<QProcess> start(const QStringList& arguments, const QStringList& wrapper = {}) const;
    /// From now on runs a copy of the program that lies in this folder.
    void moveProgramTo(const QString& folder);
    QStringList withDefaults(const QStringList& arguments) const;

    /// Makes the folder with three clips: `tone.wav` (1 s, 44.1 kHz, mono), `noise.flac` (2 s, 48 kHz, stereo) and
    /// `long.ogg` (25 s). Returns its path.
    QString makeSounds(const QString& folder) const;

private:
    QTemporaryDir m_home;
    QString m_programs = qEnvironmentVariable("PROLAP_BIN_DIR");
};

/// Encodes a synthetic signal (an expression of lavfi, `sine=440:d=1`) by the ffmpeg program.
void encode(const QString& signal, const QString& file, const QStringList& options = {});

/// A mono 16-bit WAV file of noise; the same seed gives the same bytes.
void writeNoise(const QString& file, double seconds, unsigned seed);

/// Waits for a started process.
ProlapResult finished(QProcess& process);

/// What keeps root from passing by file permissions: a wrapper for runBare(). Empty for other users. Nothing where
/// such a wrapper does not work.
std::optional<QStringList> withoutRootRights();

} // namespace prolap::test
