"""What the original software computes, for the tests of core/model.

    make_references.py nets OUT_FOLDER             small random networks of transformers: weights, inputs, outputs
    make_references.py aisfx CHECKPOINT OUT_FILE   the published aiSFX encoder's tensors as safetensors
"""
import sys
from pathlib import Path

import torch
from safetensors.torch import save_file


def randomise(module, seed):
    """Replaces the start values, many of which are 0 or 1 and would hide mistakes."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, tensor in sorted(module.state_dict().items()):
            if not tensor.is_floating_point():
                continue
            noise = torch.randn(tensor.shape, generator=generator)
            if name.endswith("running_var"):
                tensor.copy_(1 + 0.5 * torch.rand(tensor.shape, generator=generator))
            elif tensor.dim() == 1:
                tensor.add_(0.2 * noise)
            else:
                tensor.copy_(noise / max(1, tensor[0].numel()) ** 0.5)
    return module.eval()


def write(path, module, **tensors):
    weights = {"net." + name: t.contiguous().clone() for name, t in module.state_dict().items() if t.is_floating_point()}
    save_file({**weights, **{name: t.contiguous().clone() for name, t in tensors.items()}}, path)


def masked_htsat(model, mel, masked, mask_token):
    """Pooled features of a ClapAudioModel of 64 x 64 images in patches of 4, with patches hidden: masked [B, rows,
    columns] in time and mel. mel [B, 1, T, M] has exactly the frames that are folded."""
    encoder = model.audio_encoder
    shown_as_sound = masked.float().repeat_interleave(4, 1).repeat_interleave(4, 2).unsqueeze(1)
    hidden = encoder.reshape_mel2img(shown_as_sound)[:, 0, ::4, ::4] > 0.5
    states = []

    def hide(module, inputs, output):
        return torch.where(hidden.flatten(1).unsqueeze(2), mask_token, output)

    hooks = [encoder.patch_embed.register_forward_hook(hide),
             encoder.norm.register_forward_hook(lambda module, inputs, output: states.append(output))]

    with torch.no_grad():
        model(input_features=mel, is_longer=torch.zeros(len(mel), 1, dtype=torch.bool))
    for hook in hooks:
        hook.remove()
    side = round(states[0].shape[1] ** 0.5)
    covered = 16 // side
    rows = []
    for image, tokens in zip(hidden, states[0]):
        shares = [1 - image[r * covered:(r + 1) * covered, c * covered:(c + 1) * covered].float().mean()
                  for r in range(side) for c in range(side)]
        shares = torch.ones(side * side) if image.all() else torch.stack(shares)
        rows.append(sum(share * token for share, token in zip(shares, tokens)) / shares.sum())
    return torch.stack(rows)


def nets(folder):
    from transformers import (BertConfig, BertModel, ClapAudioConfig, ClapAudioModel, ClapTextConfig, ClapTextModel,
                              GPT2Config, GPT2Model)

    torch.manual_seed(1)
    for name, frames, window, depths, heads in (("htsat_resized", 200, 4, [2, 2, 2], [1, 2, 4]),
                                                ("htsat_exact", 256, 8, [2, 3], [2, 4])):
        config = ClapAudioConfig(spec_size=64, num_mel_bins=16, window_size=window, depths=depths,
                                 num_attention_heads=heads, patch_embeds_hidden_size=8,
                                 hidden_size=8 * 2 ** (len(depths) - 1), num_hidden_layers=len(depths))
        model = randomise(ClapAudioModel(config), 2)
        mel = torch.randn(3, 1, frames, 16)
        with torch.no_grad():
            out = model(input_features=mel, is_longer=torch.zeros(3, 1, dtype=torch.bool))
        mask_token = torch.randn(8)
        masked = torch.rand(3, 64, 4) < 0.8
        masked[1, :16] = True  # a whole row of the last stage's tokens
        masked[2] = True
        full = torch.randn(3, 1, 256, 16)
        write(folder / f"{name}.safetensors", model.audio_encoder, input=mel[:, 0], pooled=out.pooler_output,
              **{"net.mask_token": mask_token, "masked": masked.long(), "masked_input": full[:, 0],
                 "masked_pooled": masked_htsat(model, full, masked, mask_token)})

    mask = torch.tensor([[1] * 9, [1] * 4 + [0] * 5, [1] * 1 + [0] * 8])
    ids = torch.randint(2, 90, (3, 9))

    gpt2 = randomise(GPT2Model(GPT2Config(vocab_size=90, n_embd=24, n_layer=3, n_head=3, n_positions=20)), 3)
    with torch.no_grad():
        states = gpt2(input_ids=ids, attention_mask=mask).last_hidden_state
    last = states[torch.arange(3), mask.sum(1) - 1]
    mask_token = torch.randn(24)
    masked_ids = ids.clone()
    masked_ids[:, ::2] = 90  # one beyond the vocabulary
    with torch.no_grad():
        words = gpt2.wte(ids)
        words[:, ::2] = mask_token
        states = gpt2(inputs_embeds=words, attention_mask=mask).last_hidden_state
    write(folder / "gpt2.safetensors", gpt2, ids=ids, mask=mask, pooled=last,
          **{"net.mask_token": mask_token, "masked_ids": masked_ids,
             "masked_pooled": states[torch.arange(3), mask.sum(1) - 1]})

    sizes = dict(vocab_size=90, hidden_size=24, num_hidden_layers=3, num_attention_heads=3, intermediate_size=40)
    bert = randomise(BertModel(BertConfig(max_position_embeddings=20, layer_norm_eps=1e-12, **sizes),
                               add_pooling_layer=False), 4)
    with torch.no_grad():
        states = bert(input_ids=ids * mask, attention_mask=mask).last_hidden_state
    weight = mask.unsqueeze(2).float()
    mean = torch.nn.functional.normalize((states * weight).sum(1) / weight.sum(1))
    write(folder / "bert.safetensors", bert, ids=ids * mask, mask=mask, pooled=mean)

    padded = ids * mask + (1 - mask)  # RoBERTa's pad is 1
    roberta = randomise(ClapTextModel(ClapTextConfig(max_position_embeddings=22, layer_norm_eps=1e-5, **sizes)), 5)
    with torch.no_grad():
        pooled = roberta(input_ids=padded, attention_mask=mask).pooler_output
    write(folder / "roberta.safetensors", roberta, ids=padded, mask=mask, pooled=pooled)


def aisfx(checkpoint, out):
    state = torch.load(checkpoint, map_location="cpu", weights_only=False)[0]
    save_file({name: tensor.float().contiguous() for name, tensor in state.items()
               if name.startswith("embedding_net.") and not name.endswith("num_batches_tracked")}, out)


if __name__ == "__main__":
    if sys.argv[1] == "nets":
        nets(Path(sys.argv[2]))
    else:
        aisfx(sys.argv[2], sys.argv[3])
