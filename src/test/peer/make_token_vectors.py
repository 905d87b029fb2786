"""Makes src/test/resources/known-good/tokens.json with Hugging Face transformers.

    python make_token_vectors.py WORDPIECE_FOLDER CLIP_FOLDER OUT

Awkward texts and their ids under both tokenizers, special tokens parsed and escaped
(split_special_tokens), without the padding.
Needs: pip install transformers==5.23.0 tokenizers==0.23.3
"""
import json
import random
import sys
import unicodedata

import tokenizers
import transformers

TEXTS = [
    "", " ", "\n\t ", "a", "a photo of a cat", "A Misty  PINE forest,\n at dawn!!",
    "snowy mountains at dusk with a full moon", "it's o'clock, we'll go; they've been, I'd've, rock'n'roll",
    "'s 't 're 've 'm 'll 'd 'S 'T 'RE '", "''s '''t \"'ll\" x'", "don\u2019t \u2018quoted\u2019 \u201cquoted\u201d",
    "caf\u00e9 na\u00efve fa\u00e7ade \u2014 \u201cquoted\u201d", "cafe\u0301 nai\u0308ve", "\u00c5ngstr\u00f6m \u212bngstr\u00f6m A\u030angstro\u0308m",
    "\u0130stanbul I\u0307 \u0131 \u0130", "STRASSE stra\u00dfe \u1e9e", "\u039f\u0394\u039f\u03a3 \u03c3\u03c2 \u03a3", "\u01c4 \u01c5 \u01c6",
    "\ufb01lm \ufb00 \ufb03 \u2163 \u2460 \u00bd \u00b2", "\uff26\uff55\uff4c\uff4c\uff57\uff49\uff44\uff54\uff48 \uff11\uff12\uff13",
    "1234567890 3.14 4k 8K 1/2 10%", "\u0661\u0662\u0663 \u0967\u0968 \u06f4\u06f5 \u4e00\u4e8c", "v1.2.3-beta_4", "#hash @at $5 100% ^caret ~tilde `tick` |pipe| <tag>",
    "word-with-dashes_and_underscores/and\\slashes", "a.b,c;d:e!f?g(h)i[j]k{l}m", "...... !!!!! ????? ----- =====", "!@#$%^&*()_+-=[]{}|;':\",./<>?`~",
    "emoji \U0001f3d4\ufe0f\U0001f305 ok", "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 family", "\U0001f1e9\U0001f1ea\U0001f1eb\U0001f1f7", "\U0001f44d\U0001f3fd\U0001f44d\U0001f3ff thumbs",
    "\u2764\ufe0f\u2764 heart \u263a", "\U0001fae0\U0001faf6\U0001fac2 new", "keycap 1\ufe0f\u20e3 #\ufe0f\u20e3", "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f flag",
    "\u65e5\u672c\u306e\u5c71", "\u6771\u4eac tower \u5854", "\u4e2d\u6587\u5b57\u7b26test\u6df7\u5408123", "\u3053\u3093\u306b\u3061\u306f\u3001\u4e16\u754c\u3002", "\u30ab\u30bf\u30ab\u30ca \uff76\uff80\uff76\uff85 \u30ac \u30ab\u3099",
    "\uc548\ub155\ud558\uc138\uc694 \ud55c\uad6d", "\u1112\u1161\u11ab\u1100\u116e\u11a8", "\U00020000\U0002a6d6 \U0002b820\U0002b91f \U0002ceb0", "\uf900\ufa0e\U0002f800 compat", "\u9fa6\u9fff\u3400\u4dbf\u4dc0",
    "\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645", "\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f", "\u05e9\u05c1\u05b8\u05dc\u05d5\u05b9\u05dd \u05e2\u05d5\u05dc\u05dd", "\u202eright to left\u202c \u200fmark\u200e",
    "\u061c\u2066isolate\u2069", "\u0928\u092e\u0938\u094d\u0924\u0947 \u0926\u0941\u0928\u093f\u092f\u093e", "\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35\u0e0a\u0e32\u0e27\u0e42\u0e25\u0e01", "\u1019\u103c\u1014\u103a\u1019\u102c \u1780\u1798\u17d2\u1796\u17bb\u1787\u17b6",
    "\u0421\u043d\u0435\u0433 \u0438 \u0401\u043b\u043a\u0430 \u0439\u0419", "\u0393\u03b5\u03b9\u03ac \u03c3\u03bf\u03c5 \u039a\u03cc\u03c3\u03bc\u03b5 \u1f88\u1ffc", "\u0540\u0561\u0575\u0561\u057d\u057f\u0561\u0576 \u0587", "\u10d2\u10d0\u10db\u10d0\u10e0\u10ef\u10dd\u10d1\u10d0 \u1c90\u1c91",
    "Z\u0351\u036b\u0343\u036a\u0302\u036bA\u0334\u0335\u031c\u0330LGO\u0322\u0353", "a\u0301\u0327\u0328e\u0327\u0301", "\u0344\u0958\u2adc", "\u1e69 s\u0323\u0307 s\u0307\u0323", "e\u0301\u200d\u0301",
    "nul\u0000inside", "bell\u0007 esc\u001b[31m del\u007f", "\u0080\u0085\u009f c1", "vt\u000b ff\u000c fs\u001c gs\u001d", "line\u2028sep para\u2029sep", "cr\rlf\ncrlf\r\n",
    "nb\u00a0sp\u202fnarrow\u2007figure", "zero\u200bwidth\u200cjoin\u200der\ufeffbom\u2060", "soft\u00adhyphen", "\u1680ogham\u180emongol\u2000quad\u3000ideographic", "\u205fmath\u2009thin",
    "replacement \ufffd char", "private \ue000\uf8ff \U000f0000 \U0010ffff", "noncharacters \ufdd0\ufffe\uffff", "unassigned \u0378\u0e7f\U000e0fff", "tag \U000e0001\U000e0020",
    "variation a\ufe0e\ufe0fb \U000e0100", "\u0600\u06dd\u070f arabic controls", "\u0890\u08e2 later controls", "\u1734\U0001171e moved marks \u166d\U000111c9",
    "\u1abf\u1df6\u08ca\U0001e000 later marks", "\u061d\u2e43\u2e52\u1b7d later signs", "\u0300 lone \u0301", "\u20dd\u20e3 enclosing", "\u093e\u0903 spacing marks",
    "[CLS] [SEP] [PAD] [MASK] [UNK]", "[cls] [Sep] [ MASK ]", "a[SEP]b[MASK].", "[[SEP]]", "x [MASK]  y", "[SE P] [SEP", "[CLS][CLS][SEP][SEP]",
    "<|endoftext|> inside", "<|startoftext|>a<|endoftext|>b", "<|ENDOFTEXT|> <|EndOfText|>", "<|endoftext|>!!! x<|endoftext|>'s", "<|endoftext", "|endoftext|>", "!<|startoftext|>!", "<|startoftext|><|endoftext|>",
    "##ing ## ing", "</w> a</w> <w>", "\u0120hello \u010a\u0100", "un##aff##able", "!", "hello! world!", "!!!", "! ! !",
    "supercalifragilisticexpialidocious antidisestablishmentarianism", "a" * 100, "a" * 101, "\u00e9" * 100, "e\u0301" * 60, "\U0001f600" * 101, "\U0001d400\U0001d401 \U0001d7d8 math",
    "x" * 99 + "!", "abcdefghijklmnopqrstuvwxyz" * 3 + " " + "q" * 50, "0" * 30, "-" * 80, "\u4e2d" * 70, " ".join("abcdefghij" * 7),
    "https://example.org/a?b=c&d=%20e#f", "C:\\Temp\\new.txt", "{\"json\": [1, 2.5e-3, null]}", "f(x)=x^2+\u221ay\u2260\u221e", "\u20ac100 \u00a35 \u00a52 \u20b93 \u20bf", "\u2192\u21d2\u2211\u222b\u2202 arrows", "\u2500\u2502\u250c box", "\u00ab guillemets \u00bb \u2039x\u203a", "\u2026 \u00b7 \u2022 \u00a7 \u00b6 \u2020",
    "\u00aa\u00ba\u00b5\u00b9", "H\u2082O CO\u2082 x\u00b3", "\u2122\u00ae\u00a9\u2120", "\u2160\u2161 \u3007 \u0bf0 \u1369", "\u02b0\u02c6\u02d0 modifiers \u02c2", "\u0e46 \u0eaf \u1843", "matte painting, 4k, highly detailed, unreal engine, trending on artstation, (masterpiece:1.2)",
]
LONG = [
    ["a misty pine forest at dawn, ", 345], ["x", 10000], ["\U0001f305", 5000], ["\u65e5\u672c", 5000], [" ", 10000], ["e\u0301", 5000], ["!", 10000], ["\u200b", 10000], ["ab1!", 2500], ["<|endoftext|>[SEP]", 600], ["aA", 5000],
]
BLOCKS = [(0x20, 0x7e), (0xa0, 0x24f), (0x300, 0x36f), (0x370, 0x52f), (0x590, 0x6ff), (0x900, 0xdff), (0x1e00, 0x1fff),
          (0x2000, 0x206f), (0x2100, 0x27bf), (0x3000, 0x30ff), (0x4e00, 0x9fff), (0xac00, 0xd7a3), (0x1f300, 0x1faff)]


def fuzz(count):
    """Strings of neighbours from few blocks, with blanks and signs between; only long-assigned characters."""
    dice = random.Random(4)
    for _ in range(count):
        blocks = [BLOCKS[0]] + dice.sample(BLOCKS, 2)
        length = dice.randint(3, 40)
        text = "".join(chr(dice.randint(*dice.choice(blocks))) if dice.random() < 0.85 else dice.choice(" .,'\u0301\n")
                       for _ in range(length))
        yield "".join(c for c in text if unicodedata.category(c) != "Cn")


def ids(tokenizer, text, escaped):
    encoded = tokenizer(text, truncation=True, max_length=tokenizer.model_max_length, split_special_tokens=escaped)
    return encoded["input_ids"]


def shared(tokenizer, texts):
    """The ids of each text; those with specials escaped only where they differ."""
    parsed = [ids(tokenizer, text, False) for text in texts]
    escaped = [ids(tokenizer, text, True) for text in texts]
    return [{"ids": p} if p == e else {"ids": p, "escaped": e} for p, e in zip(parsed, escaped)]


if __name__ == "__main__":
    wordpiece = transformers.AutoTokenizer.from_pretrained(sys.argv[1])
    clip = transformers.CLIPTokenizer.from_pretrained(sys.argv[2])
    short = TEXTS + list(fuzz(60))
    texts = short + [part * times for part, times in LONG]
    written = short + [{"part": part, "times": times} for part, times in LONG]
    cases = [{"text": text, "wordpiece": w, "clip": c}
             for text, w, c in zip(written, shared(wordpiece, texts), shared(clip, texts))]
    with open(sys.argv[3], "w") as out:
        library = "transformers " + transformers.__version__ + ", tokenizers " + tokenizers.__version__
        out.write('{"about": ' + json.dumps(__doc__) + ',\n"library": "' + library + '",\n"cases": [\n')
        out.write(",\n".join(json.dumps(case, separators=(",", ":")) for case in cases))
        out.write("\n]}\n")
    print(len(cases), "texts")
