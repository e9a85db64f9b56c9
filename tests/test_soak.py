"""The soak notes what is wrong, and nothing else."""

import asyncio
import time
from pathlib import Path

import pytest

from bench.serving import ROOT, Serving
from bench.soak import TABLE, Soak


@pytest.fixture
def seen(tmp_path: Path) -> Soak:
    return Soak(Serving("http://127.0.0.1:9", 0, 1, tmp_path / "log"), tmp_path, time.monotonic() + 0.05)


def test_what_raises_is_noted_and_the_work_goes_on(seen: Soak) -> None:
    asyncio.run(seen.for_ever(seen.take, 0.01))
    assert seen.wrong and all(told.startswith("take: URLError") for told in seen.wrong)


def test_a_tag_of_two_texts_is_wrong(seen: Soak, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.soak.TAKEN", (f"tables/{TABLE}.csv",))
    answers = iter([("a", b"1"), ("a", b"1"), ("b", b"2"), ("a", b"2")])
    monkeypatch.setattr(seen, "_get", lambda path: next(answers))
    for wrong in (0, 0, 0, 1):
        asyncio.run(seen.take())
        assert len(seen.wrong) == wrong


def test_data_are_replaced_by_turns(seen: Soak) -> None:
    whole = (ROOT / "data" / f"{TABLE}.csv").read_bytes()
    for wanted in (whole.splitlines(keepends=True)[:-1], whole.splitlines(keepends=True)):
        asyncio.run(seen.replace())
        assert (seen.folder / f"{TABLE}.csv").read_bytes().splitlines(keepends=True) == wanted
