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


def softplus(x):
    return max(x, 0) + math.log1p(math.exp(-abs(x)))


# Three views of the clips that get wider: what masks do.
views = [(ma, la)] + [(gaussians(0.5)[0], la + 0.4 * k * torch.randn(N, D, dtype=torch.float64)) for k in (1, 2)]
hierarchical = sum(softplus(-steepness * float(inc(inner[0][i], inner[1][i], outer[0][i], outer[1][i]))) / N
                   for inner, outer in zip(views, views[1:]) for i in range(N))
repulsive, pairs = 0.0, 0
for level in (1, 2):
    for other in (0, level):
        for i in range(N):
            for j in range(N):
                if not y[i, j]:
                    similarity = float(s(views[level][0][i], views[level][1][i], views[other][0][j], views[other][1][j]))
                    repulsive += softplus(math.exp(log_scale) * similarity + bias)
                    pairs += 1
chain = sum(softplus(-steepness * float(inc(inner[0][i], inner[1][i], outer[0][i], outer[1][i]))) / N
            for inner, outer in zip(views, views[1:]) for i in range(N)) / 2
second = sum(softplus(-steepness * float(inc(mt[i], lt[i], views[2][0][i], views[2][1][i]))) / N for i in range(N))
siglip = 0.0
for i in range(N):
    for j in range(N):
        siglip += softplus(-(1.0 if y[i, j] else -1.0) * (math.exp(log_scale) * float(ma[i] @ mt[j]) + bias)) / N


def h_each(m1, l1, m2, l2, scale):
    v1, v2 = l1.exp() / scale, l2.exp() / scale
    a = 1 / v1 + 1 / (2 * v2)
    b = 2 * m1 / v1 + m2 / v2
    return -2 * l1 - l2 - 0.5 * torch.log(a) + b**2 / (4 * a) - (m1**2 / v1 + m2**2 / (2 * v2))


each = h_each(ma, la, mt, lt, math.exp(-10.0)) - h_each(mt, lt, ma, la, math.exp(-10.0))
inclusion_loss_prolip = float(torch.nn.functional.softplus(-1000 * each).mean())
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
    "view_means": [v[0].tolist() for v in views], "view_log_vars": [v[1].tolist() for v in views],
    "hierarchical": hierarchical, "repulsive": repulsive / pairs, "mixture": 0.5 * (chain + second), "siglip": siglip,
    "inclusion_loss_prolip": inclusion_loss_prolip,
    "ppcl": float(ppcl), "info_nce": float(info_nce), "inclusion_loss": inclusion_loss,
    "vib": float(vib.sum(1).mean()), "distillation": 1 - sum(float(ma[i] @ mt[i]) for i in range(N)) / N,
}))
