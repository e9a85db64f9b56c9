"""A button for one file of a view, which is made when it is asked for; the workbook, which takes the longest of rows, is begun when the menu opens."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

import streamlit as st

import data
from exports.errors import CannotMake
from exports.formats import FORMATS
from exports.view import View
from exports.workbook import xlsx_file
from ui.card import turns

log = logging.getLogger("dashboard")
_hand = ThreadPoolExecutor(1, "files begun early")


def show(label: str, view: View, ending: str, mime: str, make: Callable[[View], bytes], disabled: bool = False, name: str = "") -> None:
    """The button; `name` is that of the file without its ending, where it is not the view's own."""
    def made() -> bytes:
        try:
            with turns.turn(ending), data.bound_to(view.database):
                return make(view)
        except CannotMake as reason:  # server/instead/downloads.py tells it in the menu
            log.warning("%s of %s was not made: %s", ending, view.figure.name, reason)
            raise
        except Exception:
            log.exception("%s of %s could not be made", ending, view.figure.name)
            raise

    key = f"{ending}-{name or view.figure.name}"
    st.download_button(
        label,
        data=made,
        file_name=f"{name}.{ending}" if name else view.file_name(ending),
        mime=mime,
        key=key,
        on_click="ignore",
        disabled=disabled,
        help=FORMATS[ending].holds if ending in FORMATS and not name else None,
    )


def begin(view: View) -> Future[None]:
    """Begin with the workbook of a view, beside the page; not where it is large, nor while others have files made."""
    return _hand.submit(_make, view)


def _make(view: View) -> None:
    try:
        with turns.spare("xlsx") as mine, data.bound_to(view.database):
            if mine and xlsx_file.is_short(view):
                xlsx_file.to_xlsx(view)
    except CannotMake:
        pass  # whoever asks for the file is told why
    except Exception:
        log.exception("xlsx of %s could not be made early", view.figure.name)
