"""Tokenizer files in the two published layouts, with a small byte-level vocabulary trained here."""
import json
import random

from inputs import CAPTIONS
from tokenizers import Tokenizer, models, pre_tokenizers, trainers

WORDS = """a an the of and or in on with at rain dog barking door slam footsteps wind thunder siren engine bird birds
chirping water dripping glass breaking metal wooden short long loud quiet low high pitched single repeated distant close
sound hum hiss click buzz rumble whoosh creak crowd cheering child laughing man woman speaking don't we'll it's they've
music drum loop bass synth pad impact explosion gun shot footstep gravel leaves fire crackling night city
street""".split()


def _train(vocabulary):
    """The 256 byte symbols in byte order and the merges, best first."""
    generator = random.Random(2026)
    corpus = [" ".join(generator.choices(WORDS, k=12)) for _ in range(4000)] + CAPTIONS * 3
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    trainer = trainers.BpeTrainer(vocab_size=vocabulary, show_progress=False,
                                  initial_alphabet=pre_tokenizers.ByteLevel.alphabet())
    tokenizer.train_from_iterator(corpus, trainer)
    model = json.loads(tokenizer.to_str())["model"]
    # Bytes that print as themselves come first, then the others: the order that GPT-2's ids have.
    symbols = sorted(pre_tokenizers.ByteLevel.alphabet(), key=ord)
    return symbols, [merge if isinstance(merge, list) else merge.split(" ") for merge in model["merges"]]


def _write(folder, name, value):
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=1)
    (folder / name).write_text(text, encoding="utf-8")


def _write_all(folder, vocabulary, merges, special, processor, config, merges_as_pairs):
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder, "vocab.json", vocabulary)
    _write(folder, "merges.txt", "#version: 0.2\n" + "".join(f"{a} {b}\n" for a, b in merges))
    _write(folder, "tokenizer_config.json", config)
    _write(folder, "tokenizer.json", {
        "version": "1.0", "truncation": None, "padding": None,
        "added_tokens": [
            {"id": vocabulary[token], "content": token, "single_word": False, "lstrip": token == "<mask>",
             "rstrip": False, "normalized": False, "special": True} for token in special],
        "normalizer": None,
        "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True},
        "post_processor": processor,
        "decoder": {"type": "ByteLevel", "add_prefix_space": True, "trim_offsets": True, "use_regex": True},
        "model": {"type": "BPE", "dropout": None, "unk_token": None, "continuing_subword_prefix": "",
                  "end_of_word_suffix": "", "fuse_unk": False, "byte_fallback": False, "ignore_merges": False,
                  "vocab": vocabulary, "merges": merges if merges_as_pairs else [f"{a} {b}" for a, b in merges]},
    })


def write_gpt2(folder, vocabulary=1000):
    """GPT-2's layout: bytes, then one id a merge, then <|endoftext|>. Returns the number of ids."""
    symbols, merges = _train(vocabulary)
    names = symbols + [a + b for a, b in merges] + ["<|endoftext|>"]
    byte_level = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True}
    config = {"model_max_length": 1024, "tokenizer_class": "GPT2Tokenizer"}
    _write_all(folder, {name: i for i, name in enumerate(names)}, merges, ["<|endoftext|>"], byte_level, config, False)
    return len(names)


def write_roberta(folder, vocabulary=1000, merges_as_pairs=False):
    """RoBERTa's layout: four special ids, tokens by frequency (here shuffled), <mask>. Returns the number of ids."""
    symbols, merges = _train(vocabulary)
    tokens = symbols + [a + b for a, b in merges]
    random.Random(7).shuffle(tokens)
    names = ["<s>", "<pad>", "</s>", "<unk>"] + tokens + ["<mask>"]
    processor = {"type": "RobertaProcessing", "sep": ["</s>", 2], "cls": ["<s>", 0], "trim_offsets": True,
                 "add_prefix_space": False}
    roles = {"bos_token": "<s>", "eos_token": "</s>", "unk_token": "<unk>", "sep_token": "</s>", "pad_token": "<pad>",
             "cls_token": "<s>"}
    config = roles | {"mask_token": "<mask>", "add_prefix_space": False, "errors": "replace", "trim_offsets": True,
                      "model_max_length": 512, "processor_class": "ClapProcessor",
                      "tokenizer_class": "RobertaTokenizer"}
    _write_all(folder, {name: i for i, name in enumerate(names)}, merges,
               ["<s>", "<pad>", "</s>", "<unk>", "<mask>"], processor, config, merges_as_pairs)
    mask = {"content": "<mask>", "lstrip": True, "normalized": False, "rstrip": False, "single_word": False}
    _write(folder, "special_tokens_map.json", roles | {"mask_token": mask})
    return len(names)
