"""Nothing of what is drawn and written changes by chance."""

import pytest

from tests.approved import FILE, marks

pytestmark = pytest.mark.broad


def test_what_is_drawn_and_written_is_as_it_was_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    kept = {_name(line): line for line in lines}
    assert len(kept) == len(lines), "two lines of one name hide each other"
    made = {_name(line): line for line in marks(monkeypatch)}
    changed = [f"{name}: {', '.join(sorted(_changed(kept.get(name, ''), made.get(name, ''))))}" for name in kept | made if kept.get(name) != made.get(name)]
    assert not changed, "\n".join([*changed[:40], f"{len(changed)} in all. If this is meant, look at them, then run python -m tests.approved."])


def _name(line: str) -> str:
    """What a line is of: the words before its marks."""
    return " ".join(word for word in line.split() if "=" not in word)


def _changed(before: str, after: str) -> set[str]:
    return {word.partition("=")[0] for word in set(before.split()) ^ set(after.split())}
