"""The clips and captions that go through the originals and through prolap.

Clips are made in code, mono, 16 bit, at the model's own rate, so that both sides read the very same samples; a few
recordings of ../shared/sounds join them where that folder is there.
"""
from pathlib import Path

import numpy as np
import soundfile

RECORDINGS = {
    "zap": ["lmms/zap01.ogg"],  # 0.04 s
    "dog": ["esc10/dog_bark_1-100032-A.ogg"],
    "tabla and birds": ["sonic-pi/loop_tabla.ogg", "blanket/birds_a.ogg"],  # longer than every window
}

CAPTIONS = [
    "rain",
    "a dog barking in the distance while rain falls on a tin roof",
    "A single heavy wooden door slams shut in a stone hall, then footsteps fade away.",
    "Don't stop, we'll hear the siren's wail; they've gone, I'm sure you'd know it's late",
    "café à la carte, naïve Über-Gefühl, ¡mañana!",
    "cafe\u0301 decomposed, non\u00a0breaking\u3000space, \u2026 and \u201cquotes\u201d",
    "雨が降る音、犬の鳴き声",
    "천둥소리와 바람 소리",
    "дождь стучит по крыше, مطر على السطح, βροχή",
    "thunder ⛈️ and a cat 🐱🏿 purring 👩‍🚀🏴‍☠️",
    "",
    " ",
    "  two leading spaces and two trailing spaces  ",
    "tabs\tand  double   spaces\nand a newline\r\nand\u0000 \u0007bell \u001b[31m \u007f \u0085 controls",
    "take 2 of 1024, 44100 Hz, ½ speed, Ⅷ",
    "!",
    "stop! wow!!! that was loud !",
    "<s> literal </s> special <mask> and <|endoftext|> tokens <pad>",
    "snake_case C++ & 'S and 'LL in capitals 'll 've",
    "SHOUTING AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "the slow creak of an old rope, " * 8,
    "wind and rain, " * 60,
]


def longer_than_any(words=4000):
    """A caption of more tokens than any encoder takes."""
    return "rain on leaves " * (words // 3)


def _fade(signal, rate, seconds=0.01):
    n = min(int(rate * seconds), len(signal) // 2)
    ramp = np.ones(len(signal))
    if n:
        ramp[:n] = np.linspace(0, 1, n)
        ramp[-n:] = ramp[:n][::-1]
    return signal * ramp


def _made(rate, window_samples):
    """Noise, chirps and tones with quiet parts, shorter and longer than the window: name to samples in -1..1."""
    random = np.random.default_rng(2026)

    def seconds(n):
        return np.arange(n) / rate

    def chirp(n, low, high):
        t = seconds(n)
        return np.sin(2 * np.pi * (low * t + (high - low) * t * t / (2 * n / rate)))

    def coloured(n, tilt):
        spectrum = np.fft.rfft(random.standard_normal(n))
        spectrum *= (1 + np.arange(len(spectrum)) * rate / n / 100) ** -tilt
        noise = np.fft.irfft(spectrum, n)
        return noise / np.abs(noise).max()

    def gated(signal, periods, quiet):
        on = (np.arange(len(signal)) * periods // len(signal)) % 2 == 0
        return np.where(on, signal, quiet * signal)

    w = window_samples
    return {
        "click": _fade(coloured(307, 0), rate, 0.001),
        "blip": 0.6 * _fade(np.sin(2 * np.pi * 880 * seconds(int(0.25 * rate))), rate),
        "chirps": 0.8 * _fade(gated(chirp(int(3.2 * rate), 100, 9000), 9, 0.003), rate),
        "quiet hiss": 0.002 * coloured(int(1.7 * rate), 0),
        "rumble": 0.9 * gated(coloured(int(5.5 * rate), 1.5), 4, 0.0),
        "window": 0.5 * gated(coloured(w, 0.6), 6, 0.02) + 0.3 * chirp(w, 12000, 200),
        "just longer": 0.2 * sum(np.sign(np.sin(2 * np.pi * f * seconds(w + 150))) for f in (220, 277, 330)),
        "longer": 0.5 * gated(coloured(w + w // 3, 0.3), 11, 0.01) + 0.2 * chirp(w + w // 3, 50, 15000),
        "much longer": np.concatenate([
            0.7 * gated(chirp(w, 80, 2000), 7, 0.05),
            np.zeros(w // 2),
            0.4 * coloured(w, 1.0),
            0.8 * np.sin(2 * np.pi * 3000 * seconds(w // 3)) * np.exp(-3 * seconds(w // 3)),
        ]),
    }


def _recorded(sounds, rate):
    """Recordings, brought to the rate by their spectrum; none where the folder is not there."""
    out = {}
    for name, files in RECORDINGS.items():
        if not all((sounds / file).is_file() for file in files):
            continue
        parts = []
        for file in files:
            samples, its_rate = soundfile.read(sounds / file, dtype="float64", always_2d=True)
            mono = samples.mean(1)
            n = round(len(mono) * rate / its_rate)
            parts.append(np.fft.irfft(np.fft.rfft(mono), n) * (n / len(mono)))
        out[name] = np.concatenate(parts)
    return out


def write_clips(folder, rate, window_seconds, sounds):
    """Writes the clips as WAV files; returns their paths in order."""
    folder = Path(folder)
    folder.mkdir(parents=True)
    clips = _made(rate, round(rate * window_seconds)) | _recorded(Path(sounds), rate)
    paths = []
    for number, (name, samples) in enumerate(clips.items()):
        paths.append(folder / f"{number:02} {name}.wav")
        soundfile.write(paths[-1], np.clip(samples, -1, 1 - 2 ** -15), rate, subtype="PCM_16")
    return paths
