"""Searched words: in one form of writing, in all their word forms, with what means the same; as patterns for SQL and for marking.

Records hold their words in the form that `fold` gives. A word finds all words of the records with the same stem; one that has none finds those that
begin with it. English alone has stems here, as titles and notes are in English.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from snowballstemmer import stemmer

import data
from data import synonyms
from queries.loader import run

SLOTS = 8  # words that count; a search for more is cut
SMALL = frozenset(["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"])
APOSTROPHES, FIELDS_APART = "'’‘ʼ", "\x1f"
WORD = re.compile(r"[^\W_]+")
BETWEEN = rf"[^\w{FIELDS_APART}]+"  # between two words of an expression, within one field of a record
Words = tuple[str, ...]

_phrases: dict[tuple[object, ...], dict[Words, tuple[str, ...]]] = {}


@dataclass(frozen=True)
class Term:
    """One searched word or expression.

    typed: as it was typed, folded; forms: all that counts as found, for telling; pattern: the same as a regular expression on folded text;
    is_known: whether the records hold any of it, so that what is not known can be mended.
    """

    typed: str
    forms: tuple[str, ...]
    pattern: str
    is_known: bool


def fold(text: str) -> str:
    """The text as it is searched: small letters, no accents, no apostrophes."""
    plain = unicodedata.normalize("NFD", text.lower().translate(str.maketrans("", "", APOSTROPHES)))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def split(text: str) -> list[str]:
    """The words of a text, folded: hyphens, dashes and all other signs part words."""
    return WORD.findall(fold(text))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """What the forms of an English word have in common: "drug" for "drugs". A stemmer of its own each time, as one must not be shared by threads."""
    return stemmer("english").stemWord(word)


def terms(text: str) -> tuple[Term, ...]:
    """The words and expressions of a search, at most SLOTS of them; small words count only within an expression, or alone."""
    pieces = _pieces(split(text))
    known = _known({word for _, wordings in pieces for wording in wordings for word in split(wording)})
    return tuple(_term(typed, wordings, known) for typed, wordings in pieces[:SLOTS])


def left_out(text: str) -> int:
    """How many words of a search are too many to count."""
    return max(0, len(_pieces(split(text))) - SLOTS)


def slots(text: str, name: str = "q") -> dict[str, str]:
    """A search as SQL values, "" where there is nothing to find.

    "q_1" to "q_8" hold a pattern each that a record must match, "" where there are fewer words; "q_any" matches what one of them matches;
    "q_phrase" is the pattern of the text as typed, "q_typed" that text, folded.
    """
    sought = patterns(text) if text else []
    filled = [*sought, *[""] * (SLOTS - len(sought))]
    each = {f"{name}_{place}": pattern for place, pattern in enumerate(filled, start=1)}
    return each | {f"{name}_any": _either(sought) if sought else "", f"{name}_phrase": phrase(text), f"{name}_typed": fold(" ".join(text.split()))}


def patterns(text: str) -> list[str]:
    """What a record must match to be found by a search: a regular expression on folded text for each of its words."""
    return [term.pattern for term in terms(text)]


def phrase(text: str) -> str:
    """The pattern of the very words, one after the other; "" where there is none."""
    words = split(text)
    return _bounded(words, BETWEEN.join(words)) if words else ""


def spans(text: str, patterns: Iterable[str]) -> list[tuple[int, int]]:
    """Where the patterns match in a text as it stands: first and last letter (exclusive) of each place, in order, none within another."""
    folded, origin = _traced(text)
    hits = sorted((hit.start(), -hit.end()) for pattern in patterns if pattern for hit in re.finditer(pattern, folded, re.ASCII))
    found: list[tuple[int, int]] = []
    for start, end in ((origin[start], origin[-end - 1] + 1) for start, end in hits if start < -end):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


def mended(text: str) -> str | None:
    """The search with each unknown word replaced by the nearest one there is; None where nothing is unknown, or nothing near."""
    unknown = {word for term in terms(text) if not term.is_known for word in term.typed.split()}
    better = {word: near for word in sorted(unknown) if (near := nearest(word))}
    if not better:
        return None
    return re.sub(r"[^\W_]+(?:['’‘ʼ][^\W_]+)*", lambda word: better.get(fold(word[0]), word[0]), text)


def nearest(word: str) -> str | None:
    """The word of the records that differs least, the most frequent of several: by one letter, or by two that changed places, or, in a word
    of six letters and more, by any two after the first."""
    if len(word) < 3 or not word.isalpha():
        return None
    found = run("common/near_words", {"word": word, "letters": len(word), "most": 2})
    near = [(1 if sorted(row.word) == sorted(word) else int(row.distance), -row.n, row.word) for row in found.itertuples() if row.word not in SMALL]
    return next((each for distance, _, each in sorted(near) if distance == 1 or (len(word) > 5 and each[0] == word[0])), None)


def _pieces(words: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
    """The words parted into expressions that the synonyms know and single words, each with its wordings."""
    phrases = _known_phrases()
    longest = max(map(len, phrases), default=1)
    found: dict[str, tuple[str, ...]] = {}
    place = 0
    while place < len(words):
        size = next((size for size in range(longest, 1, -1) if tuple(map(stem, words[place : place + size])) in phrases), 1)
        typed = words[place : place + size]
        found[" ".join(typed)] = (" ".join(typed), *phrases.get(tuple(map(stem, typed)), ()))
        place += size
    large = {typed: wordings for typed, wordings in found.items() if typed not in SMALL}
    return list((large or found).items())


def _known_phrases() -> Mapping[Words, tuple[str, ...]]:
    """Stems of an expression -> the expressions that it finds, as the file has them; read again when the file changes."""
    folder = data.current().folder
    path = folder / synonyms.FILE
    stat = path.stat() if path.is_file() else None
    key = (folder, stat and stat.st_mtime_ns, stat and stat.st_size)
    kept = _phrases.get(key)
    if kept is None:
        kept = {}
        for notion in synonyms.read(folder)[0]:
            for words in notion.words:
                own = tuple(map(stem, split(words)))
                kept[own] = tuple(dict.fromkeys((*kept.get(own, ()), *notion.words, *notion.finds)))
        _phrases.clear()
        _phrases[key] = kept
    return kept


def _known(words: set[str]) -> dict[str, tuple[str, ...]]:
    """Each word -> the words of the records that have its stem, or else begin with it."""
    openings = sorted({stem(word)[: max(2, len(stem(word)) - 1)] for word in words})
    there = list(run("common/words", {"openings": openings})["word"]) if openings else []
    same = {word: tuple(each for each in there if stem(each) == stem(word)) for word in words}
    return {word: same[word] or tuple(each for each in there if each.startswith(word)) for word in words}


def _term(typed: str, wordings: tuple[str, ...], known: Mapping[str, tuple[str, ...]]) -> Term:
    """One searched word or expression with all its forms. A single word without a form of its own stands for those that begin with it."""
    if len(wordings) == 1 and " " not in typed and not any(stem(each) == stem(typed) for each in known[typed]):
        return Term(typed, known[typed] or (typed,), _bounded([typed], rf"{typed}\w*"), bool(known[typed]))
    parted = {tuple(split(wording)): wording for wording in reversed(wordings)}
    patterns = [_bounded(words, BETWEEN.join(_either((word, *_forms(word, known))) for word in words)) for words in sorted(parted)]
    told = chain.from_iterable(_forms(words[0], known) if len(words) == 1 else [wording] for words, wording in reversed(parted.items()))
    written = {fold(wording): wording for wording in wordings}
    is_known = any(all(_forms(word, known) for word in words) for words in parted)
    return Term(typed, tuple(dict.fromkeys(written.get(form, form) for form in told)), _either(patterns), is_known)


def _forms(word: str, known: Mapping[str, tuple[str, ...]]) -> list[str]:
    return [each for each in known[word] if stem(each) == stem(word)]


def _either(patterns: Sequence[str]) -> str:
    each = sorted(set(patterns))
    return each[0] if len(each) == 1 else f"(?:{'|'.join(each)})"


def _bounded(words: Sequence[str], pattern: str) -> str:
    """The pattern for whole words. The boundary of a word is known for Latin letters alone; others are found within words."""
    left, right = (r"\b" if letter.isascii() else "" for letter in (words[0][0], words[-1][-1]))
    return f"{left}{pattern}{right}"


@lru_cache(maxsize=1_000)
def _traced(text: str) -> tuple[str, Sequence[int]]:
    """The folded text, and for each of its letters where it stood."""
    if text.isascii() and "'" not in text:
        return text.lower(), range(len(text))
    folded = [fold(letter) for letter in text]
    return "".join(folded), [place for place, letters in enumerate(folded) for _ in letters]
