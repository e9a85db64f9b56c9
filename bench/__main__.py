"""`python -m bench` measures everything and prints one table; `python -m bench work click` only those parts.

`--beside dash=http://127.0.0.1:8050` measures the first chart of another running page by turns with ours; bench/others/ has two such pages.
"""
import argparse
import sys
from collections.abc import Iterator

from bench import click, crowd, exports, start, story, work
from bench.browser import DRAWN, SLOW, SLOW_3G, browser, median_first_chart, median_first_words
from bench.serving import BARE, DASHBOARD, serving
from bench.table import Row, beside, compared, limited, text

PICTURE = "#first svg[role=img]"
PARTS = ("start", "work", "first", "click", "exports", "story", "crowd")


def first_charts(urls: dict[str, str], rounds: int) -> Iterator[Row]:
    """Time to the first words and to the first chart of a cold visit, here and over slow lines, and the bytes it took. `urls`: "ours", "bare" and any others."""
    with browser() as running:
        for what, line, limit in (("this machine", None, 0.5), ("20 Mbit/s and 40 ms", SLOW, 0.5), ("slow 3G", SLOW_3G, 2.5)):
            ours = median_first_words(running, urls["ours"], line, rounds) / 1000
            bare = "" if line is SLOW_3G else f"{median_first_words(running, urls['bare'], line, rounds) / 1000:,.2f} s"  # minutes
            yield limited(f"first words, cold browser, {what}", ours, "s", limit, bare)
        for what, slow in (("this machine", False), ("20 Mbit/s and 40 ms", True)):
            seen = median_first_chart(running, {"ours": urls["ours"]}, slow, rounds, drawn=f"{PICTURE}, {DRAWN}")["ours"]
            yield limited(f"first chart to be seen, as a picture, cold browser, {what}", seen.milliseconds / 1000, "s", 0.5)
        here = median_first_chart(running, urls, slow=False, rounds=rounds)
        far = median_first_chart(running, urls, slow=True, rounds=rounds)
    yield compared("first chart, cold browser, this machine", here["ours"].milliseconds / 1000, here["bare"].milliseconds / 1000, "s", 1.05)
    yield compared("first chart, cold browser, 20 Mbit/s and 40 ms", far["ours"].milliseconds / 1000, far["bare"].milliseconds / 1000, "s", 0.58)
    for name in [name for name in urls if name not in ("ours", "bare")]:
        yield beside(f"first chart, cold browser, this machine, beside {name}", here["ours"].milliseconds / 1000, here[name].milliseconds / 1000, "s")
        yield beside(f"first chart, cold browser, 20 Mbit/s and 40 ms, beside {name}", far["ours"].milliseconds / 1000, far[name].milliseconds / 1000, "s")
    yield limited("bytes to the first chart", here["ours"].bytes / 1e6, "MB", 2.4, f"{here['bare'].bytes / 1e6:,.2f} MB")


def measure(parts: list[str], rounds: int, others: dict[str, str]) -> Iterator[Row]:
    """The rows of the named parts, in the order of PARTS; `others`: names and addresses of pages to measure beside ours."""
    if "start" in parts:
        yield from start.measure(rounds)
    if set(PARTS[1:]).isdisjoint(parts):
        return
    with serving(BARE) as bare, serving(DASHBOARD) as ours:
        if "work" in parts:
            yield from work.measure(bare, ours, rounds * 4)
        if "first" in parts:
            yield from first_charts({"bare": bare.url, "ours": ours.url, **others}, rounds)
        if "click" in parts:
            with browser() as running:
                yield click.measure(running, bare, ours, rounds)
        if "exports" in parts:
            yield from exports.measure(ours, rounds)
        if "story" in parts:
            with browser() as running:
                yield from story.measure(running, ours, rounds)
        if "crowd" in parts:
            yield from crowd.measure(ours, clicks=6)
    if "crowd" in parts:
        with serving(DASHBOARD) as fresh:
            yield from crowd.kept(fresh)


def main() -> int:
    """Measure, print, and give exit code 1 where a limit is not kept."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"what to measure, of {', '.join(PARTS)} (default: all)")
    parser.add_argument("--rounds", type=int, default=5, help="repetitions behind each median (default: 5)")
    parser.add_argument("--beside", action="append", default=[], metavar="NAME=URL", help="another page whose first chart is measured by turns with ours")
    asked = parser.parse_args()
    others = dict(one.partition("=")[::2] for one in asked.beside)
    if unknown := set(asked.parts) - set(PARTS):
        parser.error(f"{', '.join(sorted(unknown))}: not one of {', '.join(PARTS)}")
    rows = []
    for row in measure(asked.parts or list(PARTS), asked.rounds, others):
        rows.append(row)
        print(f"{row.what}: {row.ours}", file=sys.stderr)
    print(text(rows))
    return 0 if all(row.kept is not False for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
