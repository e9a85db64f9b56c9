"""A citation in the form a reader chooses, to copy or to save."""

import streamlit as st

from exports import citation


def show(work: citation.Work, key: str) -> None:
    """The citation as text, BibTeX, RIS or CSL-JSON, with a button to save it."""
    names = list(citation.FORMS)
    name = st.segmented_control("Form of the citation", names, default=names[0], required=True, key=f"cite-form-{key}", label_visibility="collapsed")
    form = citation.FORMS[name or names[0]]
    written = form.write(work)
    st.code(written, language=None, wrap_lines=True)
    st.download_button(
        f"Save as .{form.ending}", data=written, file_name=f"{work.key}_r{work.release}.{form.ending}", mime=form.mime, key=f"cite-{key}", on_click="ignore"
    )
