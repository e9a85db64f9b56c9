"""One picture for light and dark grounds, fit to stand in a page: shapes and words alone, in colours that follow the reader's."""

import re
from collections.abc import Iterator
from hashlib import sha256
from xml.etree import ElementTree

from exports.plain_text import for_xml

SVG = "http://www.w3.org/2000/svg"
SHAPES = {"svg", "g", "path", "rect", "circle", "line", "polygon", "text", "tspan", "defs", "clipPath", "linearGradient", "radialGradient", "stop", "pattern"}
LEFT_OUT = {"class", "data", "cursor", "pointer-events", "overflow", "role", "href"}
STYLES_LEFT_OUT = re.compile(r"\s*(?:pointer-events|cursor|user-select|-webkit-user-select): [\w-]+;")
ADDRESS = re.compile(r"url\((?!['\"]?#)", re.I)
COLOUR = re.compile(r"rgba?\([\d., %]+\)|#[0-9a-fA-F]{3,8}\b")
ElementTree.register_namespace("", SVG)


def joined(light: str, dark: str) -> str:
    """Two drawings of a chart as one SVG. Where they differ in more than colours, the light one alone. Raises ParseError for anything but XML."""
    first, second = (_cleaned(ElementTree.fromstring(for_xml(text))) for text in (light, dark))
    name = f"p{sha256(light.encode()).hexdigest()[:8]}"
    for tree in (first, second):
        _rename(tree, name)
    if _shape(first) != _shape(second):
        second = first
    names: dict[tuple[str, str], str] = {}
    for element, key, other in _painted(first, second):
        twins = iter(COLOUR.findall(other))
        element.set(key, COLOUR.sub(lambda found: f"var(--{names.setdefault((found[0], next(twins)), f'c{len(names)}')})", element.get(key, "")))  # noqa: B023
    grounds = ["".join(f"--{short}:{pair[ground]};" for pair, short in names.items()) for ground in (0, 1)]
    first.attrib = {"id": name, "viewBox": f"0 0 {first.get('width', '0')} {first.get('height', '0')}", "preserveAspectRatio": "xMinYMin meet"}
    style = ElementTree.Element(f"{{{SVG}}}style")
    style.text = f"#{name}{{{grounds[0]}}}@media (prefers-color-scheme: dark){{#{name}{{{grounds[1]}}}}}"
    first.insert(0, style)
    return ElementTree.tostring(first, encoding="unicode")


def _cleaned(element: ElementTree.Element) -> ElementTree.Element:
    """The element without what is no shape and no word: no links, pictures, scripts or addresses."""
    for child in list(element):
        if child.tag.removeprefix(f"{{{SVG}}}") in SHAPES:
            _cleaned(child)
        elif child.tag == f"{{{SVG}}}a":
            child.tag, child.attrib = f"{{{SVG}}}tspan", {}
            _cleaned(child)
        else:
            element.remove(child)
    for key, value in list(element.attrib.items()):
        if key in LEFT_OUT or key.startswith(("on", "data-", "{", "aria-")) or ADDRESS.search(value):
            del element.attrib[key]
        elif key == "style":
            element.set(key, STYLES_LEFT_OUT.sub("", value))
    return element


def _rename(tree: ElementTree.Element, name: str) -> None:
    """Ids become those of this picture; Plotly draws lots for them."""
    ids = {old: f"{name}-{number}" for number, element in enumerate(tree.iter()) if (old := element.get("id"))}
    for element in tree.iter():
        for key, value in element.attrib.items():
            if key == "id":
                element.set(key, ids[value])
            elif "url(" in value:
                element.set(key, re.sub(r"#([\w-]+)", lambda found: f"#{ids.get(found[1], 'none')}", value))


def _shape(tree: ElementTree.Element) -> list[tuple[object, ...]]:
    """All of a drawing but its colours."""
    return [(one.tag, one.text, one.tail, sorted((key, COLOUR.sub("", value)) for key, value in one.attrib.items())) for one in tree.iter()]


def _painted(first: ElementTree.Element, second: ElementTree.Element) -> Iterator[tuple[ElementTree.Element, str, str]]:
    """Every attribute with a colour in it, with the same one of the second drawing."""
    for one, other in zip(first.iter(), second.iter(), strict=True):
        for key in one.attrib:
            if COLOUR.search(one.get(key, "")):
                yield one, key, other.get(key, "")
