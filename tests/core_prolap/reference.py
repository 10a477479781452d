"""Random Gaussians, and what the formulas of ProLAP give for them by plain PyTorch: the completed square of the
inclusion measure term by term, losses by loops. Written apart from core/prolap, so that the two check each other.
Prints one JSON object; every tensor is a nested list in double precision."""
import json
import math

import torch

torch.manual_seed(20260)
N, D = 6, 5
normalize = torch.nn.functional.normalize


def gaussians(spread):
    mean = normalize(torch.randn(N, D, dtype=torch.float64), dim=1)
    return mean, torch.randn(N, D, dtype=torch.float64) * spread - 4


def s(m1, l1, m2, l2):
    return (m1 @ m2 - (l1.exp().sum() + l2.exp().sum()) / 2)


def h(m1, l1, m2, l2, scale=1.0, doubled=False):
    v1, v2 = l1.exp() / scale, l2.exp() / scale
    a = 1 / v1 + 1 / (2 * v2)
    b = 2 * m1 / v1 + m2 / v2
    c = m1**2 / v1 + m2**2 / (2 * v2)
    if doubled:
        return (-2 * l1 - l2 - 0.5 * torch.log(a) + b**2 / (4 * a) - c).sum()
    constant = 0.5 * math.log(math.pi) - 1.5 * math.log(2 * math.pi)
    return (-l1 - 0.5 * l2 - 0.5 * torch.log(a) + b**2 / (4 * a) - c + constant).sum()


(ma, la), (mt, lt) = gaussians(1.0), gaussians(0.7)
y = torch.eye(N, dtype=torch.bool)
y[0, 3] = y[3, 0] = y[2, 4] = True
log_scale, bias, log_temperature, steepness = math.log(9.0), -4.0, math.log(12.0), 10.0

ppcl = 0.0
for i in range(N):
    for j in range(N):
        sign = 1.0 if y[i, j] else -1.0
        z = sign * (math.exp(log_scale) * s(ma[i], la[i], mt[j], lt[j]) + bias)
        ppcl += math.log1p(math.exp(-z)) / N

cosines = math.exp(log_temperature) * (ma @ mt.T)
info_nce = 0.0
for logits, truth in ((cosines, y), (cosines.T, y.T)):
    for i in range(N):
        chosen = torch.log_softmax(logits[i], 0)[truth[i]]
        info_nce -= 0.5 * float(chosen.mean()) / N


def inc(m1, l1, m2, l2):
    return (h(m1, l1, m2, l2) - h(m2, l2, m1, l1)) / D


inclusion_loss = sum(math.log1p(math.exp(-steepness * float(inc(ma[i], la[i], mt[i], lt[i])))) for i in range(N)) / N
normal = torch.distributions.Normal
vib = torch.distributions.kl_divergence(normal(ma, (0.5 * la).exp()), normal(torch.zeros(D), torch.ones(D)))

scale = math.exp(-10.0)  # ProLIP multiplies 1/v by e^-10
print(json.dumps({
    "audio_mean": ma.tolist(), "audio_log_var": la.tolist(), "text_mean": mt.tolist(), "text_log_var": lt.tolist(),
    "targets": y.int().tolist(), "log_scale": log_scale, "bias": bias, "log_temperature": log_temperature,
    "steepness": steepness,
    "csd": [float(((ma[i] - mt[i])**2).sum() + la[i].exp().sum() + lt[i].exp().sum()) for i in range(N)],
    "similarity_matrix": [[float(s(ma[i], la[i], mt[j], lt[j])) for j in range(N)] for i in range(N)],
    "inclusion_measure": [float(h(ma[i], la[i], mt[i], lt[i])) for i in range(N)],
    "inclusion_measure_prolip": [float(h(ma[i], la[i], mt[i], lt[i], scale, True)) for i in range(N)],
    "ppcl": float(ppcl), "info_nce": float(info_nce), "inclusion_loss": inclusion_loss,
    "vib": float(vib.sum(1).mean()),
}))
