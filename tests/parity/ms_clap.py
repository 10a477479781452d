"""MS-CLAP 2023 by msclap's own code, and what it gives for clips and captions.

Around the original, what it would fetch or what needs large packages is replaced: `gpt2` from the hub by a GPT-2 and a
tokenizer made here; torchaudio.load by soundfile (the same samples for WAV files); librosa's mel bank and window, which
torchlibrosa asks for, by transformers' and the formula (they end up as tensors of the checkpoint, which both sides
read); `encode_plus`, gone from transformers 5, by calling the tokenizer. Of what the original computes only the draw
where the crop of a long clip starts is replaced: in the middle, as prolap documents.
"""
import contextlib
import copy
import functools
import sys
import types
from unittest import mock

import byte_bpe
import numpy as np
import soundfile
import torch
from random_weights import centre, randomise
from transformers import AutoModel, AutoTokenizer, GPT2Config, GPT2Model
from transformers.audio_utils import mel_filter_bank

RATE, WINDOW_SECONDS = 44100, 7

HTSAT = {"small": dict(embed_dim=8, depths=[1, 2, 2, 1], num_heads=[1, 2, 4, 8]), "full": {}}
YML = {"small": dict(out_emb=64, transformer_embed_dim=48, d_proj=40), "full": {}}
GPT2 = {"small": dict(n_embd=48, n_layer=2, n_head=4), "full": {}}


def _mel(sr, n_fft, n_mels, fmin, fmax):
    return mel_filter_bank(n_fft // 2 + 1, n_mels, fmin, fmax, sr, norm="slaney", mel_scale="slaney").T.astype("f4")


def _window(name, length, fftbins):
    assert name == "hann" and fftbins
    return 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(length) / length)


def _load(path):
    samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    return torch.from_numpy(samples.T.copy()), rate


def _stand_in(name, **members):
    module = sys.modules[name] = types.ModuleType(name)
    module.__dict__.update(members)
    return module


def _import_msclap():
    if "msclap" not in sys.modules:
        filters = _stand_in("librosa.filters", mel=_mel, get_window=_window)
        util = _stand_in("librosa.util", pad_center=lambda window, size: window)  # they are of one length
        _stand_in("librosa", filters=filters, util=util)
        _stand_in("torchaudio", load=_load, transforms=_stand_in("torchaudio.transforms"))
    import msclap.CLAPWrapper
    import msclap.models.htsat
    return msclap


def _open(file, size):
    """msclap's wrapper of a checkpoint of one of our sizes."""
    msclap = _import_msclap()
    wrapper = msclap.CLAPWrapper.CLAPWrapper
    folder = file.parent / "tokenizer"
    vocabulary = len(AutoTokenizer.from_pretrained(folder))
    htsat = msclap.models.htsat.HTSAT_Swin_Transformer
    start, read, load_tokenizer = htsat.__init__, wrapper.read_config_as_args, AutoTokenizer.from_pretrained

    def read_config(self, *arguments, **named):
        args = read(self, *arguments, **named)
        args.__dict__.update(YML[size])
        return args

    with contextlib.ExitStack() as patches:
        patches.enter_context(mock.patch.object(htsat, "__init__", functools.partialmethod(start, **HTSAT[size])))
        patches.enter_context(mock.patch.object(wrapper, "read_config_as_args", read_config))
        patches.enter_context(mock.patch.object(
            AutoModel, "from_pretrained", lambda _: GPT2Model(GPT2Config(vocab_size=vocabulary, **GPT2[size]))))
        patches.enter_context(mock.patch.object(AutoTokenizer, "from_pretrained", lambda _: load_tokenizer(folder)))
        opened = wrapper(model_fp=str(file), version="2023")
    tokenizer = opened.tokenizer
    tokenizer.encode_plus = lambda text, **named: tokenizer(text, **named)
    return opened


def make(architecture, size, folder):
    """Writes CLAP_weights_2023.pth with the tokenizer beside it; returns the file, which is what a user would open."""
    byte_bpe.write_gpt2(folder / "tokenizer")
    file = folder / "CLAP_weights_2023.pth"
    torch.save({"model": {}}, file)  # the original takes what is there and leaves the rest at its start values
    torch.manual_seed(1)
    _publish(randomise(_open(file, size).clap), file)
    return file


def _publish(clap, file):
    state = {name: tensor.float() for name, tensor in clap.state_dict().items()}
    positions = clap.caption_encoder.base.wpe.weight.shape[0]
    for i in range(len(clap.caption_encoder.base.h)):  # buffers that GPT-2 had when the file was published
        state[f"caption_encoder.base.h.{i}.attn.bias"] = torch.ones(positions, positions).tril()[None, None]
        state[f"caption_encoder.base.h.{i}.attn.masked_bias"] = torch.tensor(-1e4)
    file.unlink()  # the weights at hand may be mapped from it: it must not be written over
    torch.save({"model": state}, file)


class Original:
    longest_caption_fits = False  # it fails beyond 1024 tokens

    def __init__(self, file, size):
        self._file, self._size = file, size
        self._wrapper = _open(file, size)

    def centre(self, architecture, clips, captions):
        """Makes the embeddings of different inputs differ, and publishes the checkpoint anew."""
        clap = self._wrapper.clap
        centre(clap.audio_encoder.projection.layer_norm, lambda: self.embed_audio(clips, 1))
        centre(clap.caption_encoder.projection.layer_norm, lambda: self.embed_text(captions, 1))
        _publish(clap, self._file)
        self._wrapper = _open(self._file, self._size)

    def _samples(self, clips):
        with mock.patch("random.randrange", lambda choices: choices // 2):
            return self._wrapper.preprocess_audio([str(clip) for clip in clips], resample=True)

    @torch.no_grad()
    def log_mels(self, clips):
        """What the audio encoder makes of each clip first: [1, 965, 64].

        By the original's layers, but in float64: in float32 their convolution is up to 0.1 dB off in bands that lie far
        below the frame's loudest, as here beside pure tones.
        """
        htsat = self._wrapper.clap.audio_encoder.base.htsat
        spectrogram = copy.deepcopy(htsat.spectrogram_extractor).double()
        log_mel = copy.deepcopy(htsat.logmel_extractor).double()
        return [log_mel(spectrogram(self._samples([clip])[0].double()))[0] for clip in clips]

    def embed_audio(self, clips, batch):
        with mock.patch("random.randrange", lambda choices: choices // 2):
            return torch.cat(list(self._wrapper.get_audio_embeddings_per_batch([str(c) for c in clips], batch)))

    def tokens(self, captions):
        rows = [self._wrapper.preprocess_text([caption]) for caption in captions]
        return [row["input_ids"][0][row["attention_mask"][0] == 1].tolist() for row in rows]

    def embed_text(self, captions, batch):
        """In batches of captions padded to one length: one of more than 77 tokens the original takes only alone."""
        fits = [len(ids) <= 77 for ids in self.tokens(captions)]
        short = [caption for caption, fit in zip(captions, fits) if fit]
        rows = iter(torch.cat(list(self._wrapper.get_text_embeddings_per_batch(short, batch))))
        return torch.stack([next(rows) if fit else self._wrapper.get_text_embeddings([caption])[0]
                            for caption, fit in zip(captions, fits)])
