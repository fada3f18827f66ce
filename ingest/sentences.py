"""Splitting a text into sentences, alike for every language and without a parser."""

import regex

from ingest.text import Sentence

_ABBREVIATIONS = (
    r"(?<!\b(?:Mr|Ms|Mrs|Dr|Prof|St|Sr|Jr|vs|No|Inc|Corp|Ltd|Co|Rep|Sen|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Hon|Jan|Feb|Mar|Apr|Jun"
    r"|Jul|Aug|Sep|Sept|Oct|Nov|Dec|approx|est|al|cf|e\.g|i\.e|[A-Z]|U\.S|U\.K|E\.U|U\.N|a\.m|p\.m))"
)
# Latin full stops end a sentence before white space and something that can begin one; CJK marks always do, but not
# inside a quotation that goes on, which is why closing quotes are taken along. Between CJK words a hyphen set apart
# begins a bullet of a list that has lost its line ends. What stands in 【】 before a paragraph tells where or by whom
# it was written, and is none of its words, unless the paragraph goes on with a particle.
_BOUNDARY = regex.compile(
    rf"""(?:{_ABBREVIATIONS}\.|[!?]|…)["”’')\]]*(?=\s+["“‘'(\[]?(?:[\p{{Lu}}\p{{N}}\p{{Lo}}$€£]|\p{{Ll}}{{1,2}}\p{{Lu}}))"""
    r"""|(?:[。！？]|(?<=[\p{Han}\p{Hiragana}\p{Katakana}])[!?])[」』”’）)】]*(?![とという」』])"""
    r"""|(?<=[\p{Han}\p{Hiragana}\p{Katakana}。」）]) (?=[-•] )| (?=[-•] [\p{Han}\p{Hiragana}\p{Katakana}])"""
    r"""|(?m:^)[ \t\u3000]*【[^】\n]{1,40}】(?![はがをにのもとでや])"""
    r"""|\n+(?!(?<=[^\n.!?:;]\n)[ \t]*\p{Ll})""",
)


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, trimmed, with their offsets; line ends separate, but for those inside a wrapped line."""
    found: list[Sentence] = []
    begin = 0
    for end in [*(match.end() for match in _BOUNDARY.finditer(text)), len(text)]:
        piece = text[begin:end]
        trimmed = piece.strip().replace("\n", " ")
        if trimmed:
            start = begin + len(piece) - len(piece.lstrip())
            found.append(Sentence(len(found), start, start + len(trimmed), trimmed))
        begin = end
    return tuple(found)
