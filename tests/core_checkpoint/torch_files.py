"""Files as PyTorch itself writes them, and what it reads back, for the test of our own reader.

torch_files.py FOLDER [CHECKPOINT...]: saves odd state dicts into FOLDER in each of torch.save's formats, then writes
FOLDER/expected.json: {path: {tensor name: [dtype, shape, SHA-256 of its bytes]}} for them and for the checkpoints.
"""

import collections
import hashlib
import json
import pickle
import sys
from pathlib import Path

import numpy
import torch

NAMES = {torch.float64: "F64", torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16", torch.int64: "I64",
         torch.int32: "I32", torch.int16: "I16", torch.int8: "I8", torch.uint8: "U8", torch.bool: "BOOL"}


def flatten(value, path, found):
    if isinstance(value, torch.Tensor):
        flat = value.detach().contiguous().reshape(-1)
        data = flat.view(torch.uint8).numpy().tobytes() if flat.numel() else b""
        found[path] = [NAMES[value.dtype], list(value.shape), hashlib.sha256(data).hexdigest()]
    elif isinstance(value, dict):
        for key, item in value.items():
            flatten(item, f"{path}.{key}" if path else str(key), found)
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            flatten(item, f"{path}.{index}" if path else str(index), found)
    return found


def odd_state():
    torch.manual_seed(2026)
    base = torch.randn(6, 8)
    state = collections.OrderedDict(
        whole=base,
        row=base[3],
        column=base[:, 2],
        turned=base.t(),
        block=base[1:5, 2:7],
        flipped_axes=torch.randn(2, 3, 4).permute(2, 0, 1),
        spread=torch.randn(1, 5).expand(4, 5),
        scalar=torch.tensor(3.25),
        empty=torch.zeros(0, 7),
        empty_middle=torch.zeros(3, 0, 2),
        parameter=torch.nn.Parameter(torch.randn(3)),
        truth=torch.tensor([True, False, True]),
    )
    for dtype, name in NAMES.items():
        if dtype not in (torch.bool,):
            state["as_" + name] = torch.arange(5).to(dtype)
    return {"epoch": 7, "name": "odd \u00fc", "rate": numpy.float64(1e-4), "steps": numpy.int64(-3), "nothing": None,
            "state_dict": state, "list": [torch.ones(2), (torch.zeros(1), 2**70, 1.5, True)], 5: torch.arange(3)}


class Hostile:
    def __init__(self, target):
        self.target = target

    def __reduce__(self):
        import os
        return os.system, (f"touch '{self.target}'",)


def main(folder, *checkpoints):
    folder = Path(folder)
    state = odd_state()
    torch.save(state, folder / "odd.pt")
    torch.save(state, folder / "odd_protocol4.pt", pickle_protocol=4)
    torch.save(state, folder / "odd_legacy.pt", _use_new_zipfile_serialization=False)
    torch.save(torch.nn.Linear(3, 2).state_dict(), folder / "linear.pt")
    expected = {}
    for file in [folder / name for name in ("odd.pt", "odd_protocol4.pt", "odd_legacy.pt", "linear.pt")] + list(
            checkpoints):
        expected[str(file)] = flatten(torch.load(file, map_location="cpu", weights_only=False), "", {})
    (folder / "expected.json").write_text(json.dumps(expected), encoding="utf-8")

    for name, arguments in (("hostile.pt", {}), ("hostile_protocol4.pt", {"pickle_protocol": 4}),
                            ("hostile_legacy.pt", {"_use_new_zipfile_serialization": False})):
        torch.save({"weight": torch.ones(2), "x": Hostile(folder / "was_run")}, folder / name, **arguments)
    (folder / "hostile.pkl").write_bytes(pickle.dumps(Hostile(folder / "was_run"), protocol=2))
    torch.save(torch.nn.Linear(3, 2), folder / "module.pt")


main(*sys.argv[1:])
