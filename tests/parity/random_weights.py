"""Random weights that tell inputs apart.

The start values of the originals are of no use here: with them every sound has nearly the same embedding, many tensors
are all 0 or 1, and a mix-up of two would not show.
"""
import math

import torch
from torch import nn


def _fill(tensor, generator, spread, centre=0.0):
    if tensor is not None:
        tensor.copy_(centre + spread * torch.randn(tensor.shape, generator=generator))


def _fill_mel_norm(norm, generator):
    """Statistics as those of log-mel in dB: bands get quieter upwards, and vary by some 20 dB."""
    bands = norm.num_features
    norm.running_mean.copy_(-15 - 40 * torch.arange(bands) / bands + 2 * torch.randn(bands, generator=generator))
    norm.running_var.copy_((20 + 3 * torch.randn(bands, generator=generator)).square())


@torch.no_grad()
def randomise(model, seed=2026):
    """Replaces all weights; returns the model in eval mode."""
    generator = torch.Generator().manual_seed(seed)
    for name, module in model.named_modules():
        for own, parameter in module.named_parameters(recurse=False):
            if own.endswith("relative_position_bias_table"):
                _fill(parameter, generator, 0.7)
        if isinstance(module, nn.Linear):
            _fill(module.weight, generator, module.in_features ** -0.5)
            _fill(module.bias, generator, 0.1)
        elif type(module).__name__ == "Conv1D":  # GPT-2's linear layers, (in, out)
            _fill(module.weight, generator, module.weight.shape[0] ** -0.5)
            _fill(module.bias, generator, 0.1)
        elif isinstance(module, nn.Conv2d):
            _fill(module.weight, generator, math.prod(module.weight.shape[1:]) ** -0.5)
            _fill(module.bias, generator, 0.1)
        elif isinstance(module, nn.Embedding):
            _fill(module.weight, generator, 1.0 if "word" in name or "wte" in name else 0.3)
        elif isinstance(module, nn.LayerNorm):
            _fill(module.weight, generator, 0.2, 1.0)
            _fill(module.bias, generator, 0.2)
        elif isinstance(module, nn.BatchNorm2d):
            _fill(module.weight, generator, 0.1, 1.0)
            _fill(module.bias, generator, 0.1)
            module.num_batches_tracked.fill_(1234)
            if name.endswith(("batch_norm", "bn0")):
                _fill_mel_norm(module, generator)
            else:
                _fill(module.running_mean, generator, 0.2)
                module.running_var.copy_(0.5 + torch.rand(module.running_var.shape, generator=generator))
    for name, parameter in model.named_parameters():
        if name.startswith("logit_scale"):
            parameter.fill_(math.log(20.0))
    return model.eval()


@torch.no_grad()
def centre(layer, run):
    """Takes off the layer's bias what its outputs have in common while run() is called.

    Random networks give every input much the same features; trained ones do not.
    """
    sums, count = 0, 0

    def look(_, __, output):
        nonlocal sums, count
        rows = output.detach().double().flatten(0, -2)
        sums, count = sums + rows.sum(0), count + len(rows)

    hook = layer.register_forward_hook(look)
    run()
    hook.remove()
    layer.bias -= (sums / count).float()
