"""Compares prolap with the original software on checkpoints in the published layouts.

    compare.py --prolap PROLAP --log-mels PARITY_LOG_MELS --size small|full [ARCHITECTURE...]
    compare.py --prolap PROLAP --log-mels PARITY_LOG_MELS --table

Prints what was measured for each architecture. --table measures all and writes docs/models.md's table of it.
Exit status: 0 all bars held, 1 one was missed, 77 none was missed, but an architecture could not be tried.
"""
import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import originals

REPOSITORY = Path(__file__).resolve().parents[2]
SOUNDS = REPOSITORY.parent / "shared/sounds"
FP32_COSINE, BF16_COSINE = 0.9999, 0.999
AUDIBLE_DB = 80  # below a frame's loudest band
LOG_MEL_DB = 1e-3
# MS-CLAP's transform is a convolution whose kernels were rounded to float32, which is heard 100 dB below a pure tone.
INAUDIBLE_LOG_MEL_DB = {"msclap-2023": 0.1}
MARKERS = ("<!-- parity table: begin -->", "<!-- parity table: end -->")


class Program:
    """prolap on one checkpoint."""

    def __init__(self, prolap, log_mels, model, out):
        self._prolap, self._log_mels, self._model, self._out = prolap, log_mels, model, out

    def _run(self, command, *arguments):
        done = subprocess.run([self._prolap, command, "--model", self._model, "--json", "--quiet", *arguments],
                              capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"prolap {command} ended with {done.returncode}: {done.stderr.strip()[-800:]}")
        return json.loads(done.stdout)

    def _embed(self, precision, *arguments):
        """Embeddings [N, D] of length 1, float64."""
        from safetensors.torch import load_file
        file = self._out / "ours.safetensors"
        self._run("embed", "--device", "cpu", "--precision", precision, "--out", str(file), *arguments)
        rows = load_file(file)["mean"].double()
        file.unlink()
        return rows

    def audio(self, clips, precision="fp32"):
        return self._embed(precision, "--whole", "--audio", *clips)

    def text(self, captions, precision="fp32"):
        file = self._out / "some captions.json"
        file.write_text(json.dumps(captions), encoding="utf-8")
        return self._embed(precision, "--text-file", str(file))

    def tokens(self, captions_file):
        return [item["ids"] for item in self._run("tokenize", "--text-file", str(captions_file))["items"]]

    def log_mels(self, clips):
        from safetensors.torch import load_file
        file = self._out / "log mels.safetensors"
        subprocess.run([self._log_mels, self._model, str(file), *clips], check=True)
        return load_file(file)


def has_bf16_units():
    return "avx512_bf16" in Path("/proc/cpuinfo").read_text()


def unit(rows):
    return rows.double() / rows.double().norm(dim=1, keepdim=True)


def largest_difference(ours, theirs, range_db=float("inf")):
    """Of log-mel [channels, frames, bands] that lie in a range below their frame's loudest band."""
    assert ours.shape == theirs.shape, f"log-mel of shape {tuple(ours.shape)}, expected {tuple(theirs.shape)}"
    heard = theirs >= theirs.amax(-1, keepdim=True) - range_db
    return (ours - theirs).abs()[heard].max().item()


def least_cosine(ours, theirs):
    return (unit(ours) * unit(theirs)).sum(1).min().item()


def closest_two(rows):
    """The largest cosine between two different inputs: embeddings that are all alike would agree in any case."""
    cosines = unit(rows) @ unit(rows).T
    return cosines.fill_diagonal_(-1).max().item()


def measure(architecture, size, programs, folder):
    """What was measured and whether it holds: a list of (key, value to show, held)."""
    import soundfile
    from safetensors.torch import load_file
    originals.make(architecture, size, folder, SOUNDS)
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    theirs = load_file(folder / "expected.safetensors")
    clips = expected["clips"]
    long = [soundfile.info(clip).frames > expected["window_samples"] for clip in clips]
    captions = json.loads((folder / "captions.json").read_text(encoding="utf-8"))
    ours = Program(*programs, expected["model"], folder)
    found = []

    def add(key, value, held=True, digits=6):
        found.append((key, f"{value:.{digits}f}" if isinstance(value, float) else str(value), held))

    tokens = ours.tokens(folder / "captions.json")
    same = sum(a == b for a, b in zip(tokens, expected["tokens"]))
    add("captions with equal tokens", f"{same} of {len(captions)}", tokens == expected["tokens"])

    mels = ours.log_mels(clips)
    pairs = [(mels[f"log_mel.{i}"], theirs[f"log_mel.{i}"]) for i in range(len(clips))]
    off = max(largest_difference(*pair, AUDIBLE_DB) for pair in pairs)
    add(f"log-mel to {AUDIBLE_DB} dB below a frame's loudest band, dB off at most", off, off <= LOG_MEL_DB)
    off = max(largest_difference(*pair) for pair in pairs)
    add("log-mel, dB off at most", off, off <= INAUDIBLE_LOG_MEL_DB.get(architecture, LOG_MEL_DB))

    audio, text = ours.audio(clips), ours.text(captions)
    for key, which in (("short", False), ("long", True)):
        rows = [i for i in range(len(clips)) if long[i] == which]
        cosine = least_cosine(audio[rows], theirs["audio.1"][rows])
        add(f"fp32 {key} clips", cosine, cosine >= FP32_COSINE)
    cosine = least_cosine(text, theirs["text.1"])
    add("fp32 captions", cosine, cosine >= FP32_COSINE)
    for kind, rows in (("clips", audio), ("captions", text)):
        cosine = least_cosine(rows, theirs[f"{kind_key(kind)}.{originals.BATCH}"])
        add(f"fp32 {kind}, original in batches of {originals.BATCH}", cosine, cosine >= FP32_COSINE)

    alone = all((ours.audio([clips[i]]) == audio[[i]]).all() for i in (0, len(clips) - 1))
    seven = (ours.audio(clips[:originals.BATCH]) == audio[:originals.BATCH]).all()
    seven = seven and (ours.text(captions[:originals.BATCH]) == text[:originals.BATCH]).all()
    same = bool(alone and seven and (ours.text(captions[:1]) == text[:1]).all())
    add("1 or 7 inputs a call give the same bits", "yes" if same else "no", same)

    if has_bf16_units():
        for kind, rows in (("clips", ours.audio(clips, "bf16")), ("captions", ours.text(captions, "bf16"))):
            cosine = least_cosine(rows, theirs[f"{kind_key(kind)}.1"])
            add(f"bf16 {kind}", cosine, cosine >= BF16_COSINE)
    else:
        try:
            ours.text(captions[:1], "bf16")
            add("bf16 without bf16 units", "taken", False)
        except RuntimeError:
            add("bf16 without bf16 units", "refused")
    add("closest two clips of the original", closest_two(theirs["audio.1"]), digits=3)
    add("closest two captions of the original", closest_two(theirs["text.1"]), digits=3)
    return found


def kind_key(kind):
    return {"clips": "audio", "captions": "text"}[kind]


def markdown(results):
    """results: {(architecture, size): found}. One column an architecture and size."""
    keys = list(dict.fromkeys(key for found in results.values() for key, _, _ in found))
    columns = [f"{architecture} {size}" for architecture, size in results]
    lines = ["| least cosine to the original unless said otherwise | " + " | ".join(columns) + " |",
             "|---" * (len(columns) + 1) + "|"]
    for key in keys:
        cells = [next((value for k, value, _ in found if k == key), "") for found in results.values()]
        lines.append(f"| {key} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def write_table(results):
    page = REPOSITORY / "docs/models.md"
    text = page.read_text(encoding="utf-8")
    before, rest = text.split(MARKERS[0])
    after = rest.split(MARKERS[1])[1]
    page.write_text(f"{before}{MARKERS[0]}\n{markdown(results)}\n{MARKERS[1]}{after}", encoding="utf-8")


def run(wanted, programs):
    """Measures each (architecture, size). Returns results, whether all bars held, whether one could not be tried."""
    results, held, untried = {}, True, False
    for architecture, size in wanted:
        with tempfile.TemporaryDirectory(prefix="prolap-parity-") as folder:
            try:
                found = measure(architecture, size, programs, Path(folder))
            except ModuleNotFoundError as error:
                print(f"{architecture} {size}: not tried, the package {error.name} is not installed")
                untried = True
                continue
        results[architecture, size] = found
        for key, value, ok in found:
            print(f"{architecture} {size}: {key}: {value}{'' if ok else '   MISSED'}", flush=True)
            held = held and ok
    return results, held, untried


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("architectures", nargs="*", metavar="ARCHITECTURE", help=", ".join(originals.ARCHITECTURES))
    parser.add_argument("--size", choices=originals.SIZES)
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--prolap", default=str(REPOSITORY / "build/release/bin/prolap"))
    parser.add_argument("--log-mels", default=str(REPOSITORY / "build/release/bin/parity_log_mels"))
    arguments = parser.parse_args()
    architectures = arguments.architectures or originals.ARCHITECTURES
    sizes = [arguments.size] if arguments.size else originals.SIZES
    results, held, untried = run([(a, s) for a in architectures for s in sizes],
                                 (arguments.prolap, arguments.log_mels))
    if arguments.table and not untried:
        write_table(results)
    sys.exit(1 if not held else originals.MISSING if untried else 0)


if __name__ == "__main__":
    main()
