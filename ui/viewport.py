"""What the browser is like: narrow or wide, light or dark. A small component reruns the page when either changes."""

from dataclasses import replace

import streamlit as st

from charts.look import DARK, LIGHT, Look

NARROW_PIXELS = 640

_WATCH = f"""
export default function ({{ data, setStateValue, setTriggerValue }}) {{
  const narrow = window.matchMedia('(max-width: {NARROW_PIXELS}px)')
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const resized = () => {{ if (narrow.matches !== data.narrow) setStateValue('narrow', narrow.matches) }}
  const recoloured = () => setTriggerValue('scheme', dark.matches ? 'dark' : 'light')
  narrow.addEventListener('change', resized)
  dark.addEventListener('change', recoloured)
  resized()
  return () => {{
    narrow.removeEventListener('change', resized)
    dark.removeEventListener('change', recoloured)
  }}
}}
"""

_watch = st.components.v2.component("viewport", js=_WATCH)


def watch() -> None:
    """Mounts the watcher. Call once a run, before any chart."""
    state = st.session_state.get("viewport")
    told = state.get("narrow") if state else None
    st.session_state["narrow"] = _first_guess() if told is None else bool(told)
    _watch(key="viewport", data={"narrow": st.session_state["narrow"]}, on_narrow_change=lambda: None, on_scheme_change=lambda: None, height=0)


def _first_guess() -> bool:
    cookie = st.context.cookies.get("narrow")
    return cookie == "1" if cookie in ("0", "1") else "Mobi" in (st.context.headers.get("User-Agent") or "")


def look() -> Look:
    """The look for this visitor's ground and width."""
    base = DARK if st.context.theme.type == "dark" else LIGHT
    return replace(base, narrow=True) if st.session_state.get("narrow") else base
