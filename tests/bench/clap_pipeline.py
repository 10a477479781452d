"""From sound files to embeddings with a published CLAP checkpoint, as its software is used.

    clap_pipeline.py make FOLDER             writes laion/clap-htsat-unfused's layout and size with random weights
    clap_pipeline.py run FOLDER THREADS FILE...

`run`: soundfile, soxr (what librosa.load resamples with), ClapFeatureExtractor and ClapModel in float32, once one file
a call and once eight. Prints one JSON object: for each, the seconds of each step, {"1": {"read": s, ...}, "8": ...}.
"""
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "parity"))


def read(file, rate):
    import soundfile
    import soxr
    samples, its_rate = soundfile.read(file, dtype="float32", always_2d=True)
    mono = samples.mean(1)
    return mono if its_rate == rate else soxr.resample(mono, its_rate, rate, quality="HQ")


def run(folder, threads, files):
    import torch
    from transformers import ClapFeatureExtractor, ClapModel
    torch.set_num_threads(threads)
    features, model = ClapFeatureExtractor.from_pretrained(folder), ClapModel.from_pretrained(folder).eval()
    seconds = {}
    for batch in (1, 8):
        steps = seconds[batch] = dict.fromkeys(("read", "log-mel", "encoder"), 0.0)
        for i in range(0, len(files), batch):
            start = time.perf_counter()
            sounds = [read(file, features.sampling_rate) for file in files[i:i + batch]]
            heard = time.perf_counter()
            inputs = features(sounds, sampling_rate=features.sampling_rate, return_tensors="pt")
            seen = time.perf_counter()
            with torch.inference_mode():
                model.get_audio_features(**inputs)
            for step, time_taken in zip(steps, (heard - start, seen - heard, time.perf_counter() - seen)):
                steps[step] += time_taken
    print(json.dumps(seconds))


if sys.argv[1] == "make":
    import hugging_face
    hugging_face.make("hf-unfused", "full", Path(sys.argv[2]))
else:
    run(sys.argv[2], int(sys.argv[3]), sys.argv[4:])
