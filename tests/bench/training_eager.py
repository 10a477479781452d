"""Times training of ProLAP in PyTorch eager: the same sizes, losses and optimiser as tst_training_speed.cpp.

    training_eager.py THREADS STEPS [SOUNDS.safetensors]

Without a file random features stand for those of frozen encoders and the heads alone learn. With one the encoders of
starter-small learn along: it holds `pieces` [N, T, M] of log-mel, and `ids` [C, L] and `mask` [C, L] of the captions'
tokens, four captions a clip. Prints the seconds of the fastest round of STEPS steps.
"""
import json
import sys
import time

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

threads, steps = int(sys.argv[1]), int(sys.argv[2])
torch.set_num_threads(threads)
torch.manual_seed(1)
LEVELS, LABELS, DIM = 4, 324, 256
if len(sys.argv) > 3:
    sounds = load_file(sys.argv[3])
    CLIPS, CAPTIONS, BATCH, AUDIO, TEXT = len(sounds["pieces"]), len(sounds["ids"]), 64, 192, 96
else:
    sounds = None
    CLIPS, CAPTIONS, BATCH, AUDIO, TEXT = 1634, 3000, 256, 512, 384


class Head(nn.Module):
    def __init__(self, features):
        super().__init__()
        self.register_buffer("mean", torch.zeros(features))
        self.register_buffer("std", torch.ones(features))
        self.linear1, self.linear2 = nn.Linear(features, 512), nn.Linear(512, DIM)
        self.u1, self.u2 = nn.Linear(features, 256), nn.Linear(256, DIM)
        nn.init.normal_(self.u2.weight, 0, 0.01)
        nn.init.constant_(self.u2.bias, -7)

    def standardise(self, x):
        return (x - self.mean) / self.std

    def inner(self, x):
        return F.dropout(F.gelu(self.linear1(x)), 0.3, self.training)

    def forward(self, x):
        return F.normalize(self.linear2(self.inner(x)), dim=-1), self.u2(F.gelu(self.u1(x))).clamp(-12, 0)


class Cnn(nn.Module):
    """Blocks of two convolutions with batch norms; mean over mel, maximum over time."""

    def __init__(self, channels):
        super().__init__()
        layers, inside = [], 1
        for i, outside in enumerate(channels):
            for a, b in ((inside, outside), (outside, outside)):
                layers += [nn.Conv2d(a, b, 3, padding=1, bias=False), nn.BatchNorm2d(b), nn.ReLU()]
            if i + 1 < len(channels):
                layers.append(nn.MaxPool2d(2))
            inside = outside
        self.layers = nn.Sequential(*layers)

    def forward(self, pieces):
        return self.layers(pieces.unsqueeze(1)).mean(3).amax(2)


def small_text_encoder():
    from transformers import GPT2Config, GPT2Model
    return GPT2Model(GPT2Config(vocab_size=1500, n_positions=64, n_embd=96, n_layer=2, n_head=4, resid_pdrop=0,
                                embd_pdrop=0, attn_pdrop=0))


if sounds:
    sound_encoder, text_encoder = Cnn((8, 16, 32, 96, 192)), small_text_encoder()
    ids = torch.arange(CAPTIONS).view(CLIPS, LEVELS)
    encoders = (sound_encoder, text_encoder)
    for encoder in encoders:
        encoder.train()
else:
    audio_features, text_features = torch.randn(CLIPS, AUDIO), torch.randn(CAPTIONS, TEXT)
    ids, encoders = torch.randint(CAPTIONS, (CLIPS, LEVELS)), ()


def clip_features(clips):
    return sound_encoder(sounds["pieces"][clips]) if sounds else audio_features[clips]


def caption_features(asked):
    if not sounds:
        return text_features[asked]
    distinct, places = torch.unique(asked, return_inverse=True)
    mask = sounds["mask"][distinct]
    mask = mask[:, :int(mask.sum(1).max())]  # as the batch's longest needs
    states = text_encoder(sounds["ids"][distinct][:, :mask.shape[1]], attention_mask=mask).last_hidden_state
    return states[torch.arange(len(distinct)), mask.sum(1) - 1][places]


labels = torch.randint(LABELS, (CLIPS,))
audio, text, classifier = Head(AUDIO), Head(TEXT), nn.Linear(512, LABELS)
log_scale, bias, log_temperature = (nn.Parameter(torch.tensor(x)) for x in (2.3026, -10.0, 2.6391))
modules = (audio, text, classifier, *encoders)
parameters = [p for m in modules for p in m.parameters()] + [log_scale, bias, log_temperature]
optimiser = torch.optim.AdamW(
    [{"params": [p for p in parameters if p.dim() >= 2], "weight_decay": 0.05},
     {"params": [p for p in parameters if p.dim() < 2], "weight_decay": 0}], lr=1e-3, betas=(0.9, 0.98))
shares = torch.tensor([0.1, 0.15, 0.4, 0.35])


def u(log_var):
    return log_var.exp().sum(1)


def h(m1, l1, m2, l2):
    width = torch.logaddexp(l1, l2 + 0.6931471805599453)
    return (-0.5 * l1 - 0.5 * width - (m1 - m2).square() * (-width).exp()).mean(1)


def inclusion(inner, outer):
    return -F.logsigmoid(10 * (h(*inner, *outer) - h(*outer, *inner))).mean()


def step(clips):
    chosen = ids[clips]
    levels = torch.multinomial(shares.expand(len(clips), LEVELS), 1).squeeze(1)
    shown = chosen.gather(1, levels.unsqueeze(1)).squeeze(1)
    x = audio.standardise(clip_features(clips))
    if not sounds:
        x = x + 0.6 * torch.randn_like(x)
    ma, la = audio(x)
    label = F.cross_entropy(classifier(audio.inner(x)), labels[clips], label_smoothing=0.1)
    mt, lt = text(text.standardise(caption_features(torch.cat([shown, chosen.t().reshape(-1)]))))
    by_level = [(mt[(k + 1) * BATCH:(k + 2) * BATCH], lt[(k + 1) * BATCH:(k + 2) * BATCH]) for k in range(LEVELS)]
    mt, lt = mt[:BATCH], lt[:BATCH]
    same_caption = chosen[:, levels] == shown.unsqueeze(0)
    y = same_caption | (labels[clips].unsqueeze(1) == labels[clips].unsqueeze(0))
    s = ma @ mt.T - 0.5 * (u(la).unsqueeze(1) + u(lt).unsqueeze(0))
    sign = y.float() * 2 - 1
    ppcl = -F.logsigmoid(sign * (log_scale.exp() * s + bias)).sum() / BATCH
    cosines = log_temperature.exp() * (ma @ mt.T)
    truth = y.float()
    nce = -0.5 * ((truth / truth.sum(1, keepdim=True) * F.log_softmax(cosines, 1)).sum(1).mean() +
                  (truth.T / truth.sum(0).unsqueeze(1) * F.log_softmax(cosines.T, 1)).sum(1).mean())
    levels_loss = sum(inclusion(by_level[k + 1], by_level[k]) for k in range(LEVELS - 1)) / (LEVELS - 1)
    vib = sum(0.5 * (l.exp() + m.square() - 1 - l).sum(1).mean() for m, l in ((ma, la), (mt, lt)))
    terms = {"ppcl": (1, ppcl), "info_nce": (3, nce), "label": (1, label),
             "cross": (0.1, inclusion((ma, la), (mt, lt))), "levels": (0.3, levels_loss), "vib": (3e-4, vib)}
    if not all(torch.isfinite(value) for _, value in terms.values()):
        raise ValueError("a term is not finite")
    optimiser.zero_grad()
    sum(weight * value for weight, value in terms.values()).backward()
    nn.utils.clip_grad_norm_(parameters, 5)
    optimiser.step()


best = float("inf")
for _ in range(5):
    begun = time.perf_counter()
    for _ in range(steps):
        step(torch.randperm(CLIPS)[:BATCH])
    best = min(best, time.perf_counter() - begun)
print(json.dumps({"seconds": best}))
