"""Hugging Face's ClapModel in the published layouts, and what it gives for clips and captions.

The processor draws at random in three places. Only the draw is replaced, by the choice that prolap documents:
- `rand_trunc`: where the crop of a long clip starts: in the middle;
- `fusion`: where each of the three crops starts: in the middle of its third;
- `fusion` without a longer clip in the batch: the processor marks a random one as longer, hence always the clip of a
  batch of one. What a clip gives shall not hang on its neighbours: batches of 7 are put together from the features and
  flags that the processor gives for each clip alone.
"""
import json
from unittest import mock

import byte_bpe
import numpy as np
import soundfile
import torch
from random_weights import centre, randomise
from safetensors.torch import save_file
from transformers import AutoTokenizer, ClapConfig, ClapFeatureExtractor, ClapModel

RATE, WINDOW_SECONDS = 48000, 10

AUDIO = {
    ("hf-unfused", "small"): dict(depths=[1, 1, 2, 1], num_attention_heads=[1, 2, 4, 8], patch_embeds_hidden_size=8),
    ("hf-unfused", "full"): {},
    ("hf-fused", "small"): dict(depths=[2, 2, 1, 1], num_attention_heads=[2, 4, 8, 16], patch_embeds_hidden_size=16,
                                enable_fusion=True, fusion_type="aff_2d"),
    ("hf-fused", "full"): dict(enable_fusion=True, fusion_type="aff_2d"),
    ("hf-larger", "small"): dict(depths=[1, 2, 3, 1], num_attention_heads=[2, 4, 8, 16], patch_embeds_hidden_size=12),
    ("hf-larger", "full"): dict(depths=[2, 2, 12, 2], patch_embeds_hidden_size=128),
}
TEXT = {
    "small": dict(hidden_size=48, intermediate_size=96, num_attention_heads=4, num_hidden_layers=2),
    "full": {},
}


def _config(architecture, size, vocabulary):
    audio = dict(AUDIO[architecture, size])
    audio["hidden_size"] = 8 * audio.get("patch_embeds_hidden_size", 96)
    joint = 40 if size == "small" else 512
    return ClapConfig(audio_config=audio | {"projection_dim": joint},
                      text_config=TEXT[size] | {"vocab_size": vocabulary, "projection_dim": joint},
                      projection_dim=joint)


def _publish(model, architecture, folder):
    """Saves in the container that the published checkpoint of this architecture has."""
    for file in folder.glob("*model*"):  # the weights at hand may be mapped from it: it must not be written over
        file.unlink()
    model.config.architectures = ["ClapModel"]
    model.config.save_pretrained(folder)
    state = {name: tensor.contiguous() for name, tensor in model.state_dict().items()}
    if architecture == "hf-fused":
        torch.save(state, folder / "pytorch_model.bin")
    elif architecture == "hf-larger":
        names, shards, total = sorted(state), 3, sum(t.numel() * t.element_size() for t in state.values())
        where = {}
        for i in range(shards):
            file = f"model-{i + 1:05}-of-{shards:05}.safetensors"
            part = names[i * len(names) // shards:(i + 1) * len(names) // shards]
            save_file({name: state[name] for name in part}, folder / file, {"format": "pt"})
            where |= {name: file for name in part}
        index = {"metadata": {"total_size": total}, "weight_map": where}
        (folder / "model.safetensors.index.json").write_text(json.dumps(index, indent=1))
    else:
        save_file(state, folder / "model.safetensors", {"format": "pt"})


def make(architecture, size, folder):
    """Writes a checkpoint folder; returns its path, which is what a user would open."""
    vocabulary = byte_bpe.write_roberta(folder, merges_as_pairs=architecture == "hf-larger")
    torch.manual_seed(1)
    _publish(randomise(ClapModel(_config(architecture, size, vocabulary))), architecture, folder)
    ClapFeatureExtractor(frequency_min=50, frequency_max=14000, padding="repeatpad",
                         truncation="fusion" if architecture == "hf-fused" else "rand_trunc").save_pretrained(folder)
    return folder


class Original:
    longest_caption_fits = True  # its tokenizer cuts them

    def __init__(self, folder, size):
        self._folder, self._prepared_clips = folder, {}
        self._model = ClapModel.from_pretrained(folder).eval()
        self._features = ClapFeatureExtractor.from_pretrained(folder)
        self._tokenizer = AutoTokenizer.from_pretrained(folder)

    def centre(self, architecture, clips, captions):
        """Makes the embeddings of different inputs differ, and publishes the checkpoint anew."""
        centre(self._model.audio_projection.linear2, lambda: self.embed_audio(clips, 1))
        centre(self._model.text_projection.linear2, lambda: self.embed_text(captions, 1))
        _publish(self._model, architecture, self._folder)
        self._model = ClapModel.from_pretrained(self._folder).eval()

    def log_mels(self, clips):
        """What the audio encoder receives for each clip: [1 or 4, 1001, 64]."""
        return [self._prepared(clip)["input_features"][0] for clip in clips]

    def _prepared(self, clip):
        if clip not in self._prepared_clips:
            self._prepared_clips[clip] = self._prepare(clip)
        return self._prepared_clips[clip]

    def _prepare(self, clip):
        samples, _ = soundfile.read(clip, dtype="float32")
        with mock.patch("numpy.random.randint", lambda low, high: (low + high - 1) // 2), \
             mock.patch("numpy.random.choice", lambda third: third[(len(third) - 1) // 2]):
            return self._features(samples, sampling_rate=RATE, return_tensors="pt")

    @torch.no_grad()
    def embed_audio(self, clips, batch):
        rows, prepared = [], [self._prepared(clip) for clip in clips]
        for i in range(0, len(clips), batch):
            part = prepared[i:i + batch]
            rows.append(self._model.get_audio_features(
                input_features=torch.cat([p["input_features"] for p in part]),
                is_longer=torch.cat([torch.as_tensor(p["is_longer"]) for p in part])).pooler_output)
        return torch.cat(rows)

    def _tokens(self, captions):
        # The position table ends at 512 tokens; without truncation the original fails there.
        return self._tokenizer(captions, padding=True, truncation=True, max_length=512, return_tensors="pt")

    def tokens(self, captions):
        return [self._tokens([caption])["input_ids"][0].tolist() for caption in captions]

    @torch.no_grad()
    def embed_text(self, captions, batch):
        rows = [self._model.get_text_features(**self._tokens(captions[i:i + batch])).pooler_output
                for i in range(0, len(captions), batch)]
        return torch.cat(rows)

