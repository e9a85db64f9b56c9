"""What a timeline says: on its marks, in its title, in its description."""

import pandas as pd

from charts.look import ordered
from charts.timeline.marks import Mark
from charts.words import day, number, plural, sentence_case, verb, wrapped

LANES = {"meetings": "Meetings", "documents": "Documents", "events": "Events", "membership_steps": "Membership", "priorities": "Priorities"}
NOUNS = {"meetings": "meetings", "documents": "documents", "events": "events", "membership_steps": "steps", "priorities": "priorities"}
LISTED, SHORT, LINE = 5, 64, 52


def when(first: pd.Timestamp, last: pd.Timestamp, precision: str) -> str:
    """The date of a row, as precise as it is known: "9 June 2017", "8–9 June 2017", "30 June to 2 July 2017", "June 2017", "April to June 2017", "2017"."""
    if precision == "month" and (first.year, first.month) != (last.year, last.month):
        return f"{first:%B}{'' if first.year == last.year else f' {first.year}'} to {day(last, precision)}"
    if precision != "day" or first == last:
        return day(first, precision)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    return f"{first.day} {first:%B}{'' if first.year == last.year else f' {first.year}'} to {day(last)}"


def hover(lane: str, mark: Mark, titles: list[str], kinds: list[str]) -> str:
    """The card of a mark: the record, or how many there are, when, and the first few titles."""
    dates = when(_stamp(mark.first), _stamp(mark.last), mark.precision)
    if mark.n == 1:
        row = mark.rows[0]
        return f"<b>{wrapped(titles[row], LINE)}</b><br>{dates} · {kinds[row]}"
    shown = [f"{titles[row][:SHORT]}{'…' if len(titles[row]) > SHORT else ''}" for row in mark.rows[:LISTED]]
    rest = sum(mark.counts[LISTED:])
    more = [f"and {rest} more"] if rest else []
    return f"<b>{plural(mark.n, NOUNS[lane])}, {dates}</b><br>" + "<br>".join([*shown, *more])


def sparse(first: int, start: int) -> str:
    """What is said of a lane between the first day shown and its first record (days since 1970): nothing of the time before, which a filter may hide."""
    begin = _stamp(first)
    if begin.day_of_year > 1 or begin.year == _stamp(start).year:
        return "none recorded here"
    last = _stamp(start).year - 1
    return f"none recorded, {begin.year}–{last}" if begin.year < last else f"none recorded, {last}"


def _stamp(days_since_1970: int) -> pd.Timestamp:
    return pd.Timestamp(days_since_1970, unit="D")


def _counts(frame: pd.DataFrame) -> dict[str, int]:
    counts = frame.groupby("lane")["n"].sum()
    return {lane: int(counts[lane]) for lane in ordered(list(counts.index), list(LANES))}


def describe(frame: pd.DataFrame) -> str:
    """Alt text: how many records on each lane, from when to when, and how many dates are not known to the day."""
    lanes = "; ".join(f"{LANES[lane]}: {number(n)}, {span(frame[frame['lane'] == lane])}" for lane, n in _counts(frame).items())
    return f"Timeline from {day(frame['from_day'].iloc[0])} to {day(frame['to_day'].iloc[0])}. {lanes}. Known to the month or year only: {number(imprecise(frame))}."


def span(frame: pd.DataFrame) -> str:
    """From the first to the last date of the rows, each as precise as it is known; of records gathered in a row the last day counts."""
    first, last = frame.iloc[0], frame.iloc[-1]
    start, end = day(first["first_day"], first["date_precision"]), day(last["first_day" if last["n"] == 1 else "last_day"], last["date_precision"])
    return start if start == end else f"{start} to {end}"


def imprecise(frame: pd.DataFrame) -> int:
    """How many records are dated to the month or year only."""
    return int(frame.loc[frame["date_precision"] != "day", "n"].sum())


def finding(frame: pd.DataFrame) -> str:
    """How many entries, and how many of them are not dated to the day; a meeting and an event that are one occasion are one."""
    vague = imprecise(frame)
    rest = f"; {number(vague)} known to the month or year only" if vague else "; all known to the day"
    return f"{plural(int(frame['n'].sum()), 'dated entries')}, {sentence_case(span(frame))}{rest}"


def counted_once(frame: pd.DataFrame) -> str:
    """That meetings which are recorded as events too count once, and how many records stand behind the entries; "" where there are none."""
    twins, n = int(frame["n_twins"].sum()), int(frame["n"].sum())
    if not twins:
        return ""
    kind = "an event" if twins == 1 else "events"
    told = f"{plural(twins, 'meetings')} {verb(twins, 'are')} recorded as {kind} too and {verb(twins, 'count')} once"
    return f"{told}: {plural(n + twins, 'records')} {verb(n + twins, 'stand')} behind {plural(n, 'entries')}."
