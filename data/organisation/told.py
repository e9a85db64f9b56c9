"""Which keys a description may tell of a status, an indicator or a share, and whether what it tells has the form that it needs."""

from typing import Any

STATUS = dict.fromkeys(("heading", "plural", "inside", "letter", "measure", "counted"), str) | {"mark": int, "code": int} | dict.fromkeys(("full", "until_founding"), bool)
INDICATOR = dict.fromkeys(("label", "of", "title", "basis", "sign", "gaps"), str) | {"fixed": bool}
SHARE = dict.fromkeys(("measure", "of", "note"), str) | {"indicators": list, "comparable": bool}
EFFECTS = ("found", "grant", "end", "none")
LEVELS = ("summit", "government", "ministerial", "expert", "partner", "external")


def is_texts(value: Any) -> bool:
    """True for a list of texts."""
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def is_named_texts(value: Any) -> bool:
    """True for a text under each name."""
    return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())


def is_steps(value: Any) -> bool:
    """True for a table of kinds of step, each with an effect."""
    return isinstance(value, dict) and all(effect in EFFECTS for effect in value.values())


def is_levels(value: Any) -> bool:
    """True for a table of levels of bodies, each with words."""
    return is_named_texts(value) and set(value) <= set(LEVELS)


def is_tiles(value: Any) -> bool:
    """True for a table of states, each with column and row of its tile, counted from 0, no two in one place."""
    places = list(value.values()) if isinstance(value, dict) else [None]
    sound = all(isinstance(place, list) and len(place) == 2 and all(type(one) is int and 0 <= one < 100 for one in place) for place in places)
    return sound and len(set(map(tuple, places))) == len(places)


def is_statuses(value: Any) -> bool:
    """True for a table of statuses that tells of each no more than the keys of STATUS, each with a value of its kind."""
    return isinstance(value, dict) and all(fits(told, STATUS) for told in value.values())


def is_indicators(value: Any) -> bool:
    """The same for indicators and INDICATOR."""
    return isinstance(value, dict) and all(fits(told, INDICATOR) for told in value.values())


def is_shares(value: Any) -> bool:
    """True for a list of shares that have a measure, what it is a share of, and the indicators beside which its claims stand."""
    return isinstance(value, list) and all(fits(told, SHARE) and {"measure", "of", "indicators"} <= set(told) and is_texts(told["indicators"]) for told in value)


def fits(told: Any, keys: dict[str, type]) -> bool:
    """Whether a table has none but these keys, each with a value of its kind."""
    return isinstance(told, dict) and all(type(one) is keys.get(key) for key, one in told.items())


def listed(keys: dict[str, type]) -> str:
    """The keys with their kinds, in words."""
    return ", ".join(f"{key} ({kind.__name__})" for key, kind in keys.items())


# Name of the description -> whether its value has the right form, and what to call that form.
FORMS = {
    "statuses": (is_statuses, f"a table for each status with none but {listed(STATUS)}"),
    "steps": (is_steps, f"one of {', '.join(EFFECTS)} for each kind of step"),
    "counts": (is_named_texts, "a text under each name"),
    "levels": (is_levels, f"words for none but {', '.join(LEVELS)}"),
    "indicators": (is_indicators, f"a table for each indicator with none but {listed(INDICATOR)}"),
    "shares": (is_shares, f"a list of tables with measure, of, indicators, and none but {listed(SHARE)}"),
    "tiles": (is_tiles, "column and row, from 0 to 99, for each state, no two in one place"),
}
