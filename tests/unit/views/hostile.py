"""Text as somebody who wants to break the page would write it, in every field that holds text."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from graphkit.model.claims import Kind, Status
from graphkit.views.facts import Coverage, Graph, Place, make_graph
from tests.unit.views.invented import entity, fact, line

MARK = "window.__broken=(window.__broken||0)+1"
PAYLOADS = (
    f"<img src=x onerror=\"{MARK}\">",
    f"</script><script>{MARK}</script>",
    f"<a href='javascript:{MARK}'>href</a>",
    f"javascript:{MARK}//",
    f"data:text/html,<script>{MARK}</script>",
    f"\"><svg onload={MARK}>",
    f"'-{MARK}-'",
    f"{{{{ {MARK} }}}}{{% raw %}}",
    f"=HYPERLINK(\"http://x.example\",\"{MARK}\")",
    f"<!--<script>{MARK}",
    f"]]><script>{MARK}</script>",
    f"${{{MARK}}}`",
    f"\u2028{MARK}\u2029//",
    f"</style><style>*{{background:url(http://x.example)}}</style><script>{MARK}</script>",
    f"</title><script>{MARK}</script>",
    f"__proto__{MARK}constructor",
)  # fmt: skip


def hostile_graph(payload: str) -> Graph:
    """A small graph in which every string is the payload, keys apart from their prefix."""
    one = entity(f"country:{payload}", Kind.COUNTRY, payload, aliases=(payload, payload + " again"), country=payload)
    other = entity(f"person:{payload}", Kind.PERSON, payload + " href", country=payload)
    system = entity(f"weapon:{payload}", Kind.WEAPON_SYSTEM, payload)
    told = [
        fact(
            i, payload + " href", status=status, outlet=payload, url=url, title=payload, origin=payload, when=payload,
            article=payload + str(i), group=payload + str(i), seller=other.key,
            details=(("stage", payload), ("quantity", payload), ("amount", payload), (payload, payload)),
        )
        for i, (status, url) in enumerate(
            [(Status.DONE, payload), (Status.PLANNED, f"javascript:{MARK}"), (Status.PROPOSED, f"https://x.example/{payload}"), (Status.DENIED, None)]
        )
    ]  # fmt: skip
    more = {
        "stages": (payload,),
        "places": (payload,),
        "forums": (payload,),
        "editions": (payload,),
        "items": (payload,),
    }
    lines = [line(i, other, "MET", one, (each,), item=system.key, **more) for i, each in enumerate(told)]
    lines += [line(10 + i, one, "PROCURES", system, (each,), **more) for i, each in enumerate(told)]
    lines += [line(20, other, "HOLDS_OFFICE", one, (told[0],), office=payload)]
    lines = [replace(each, edge=replace(each.edge, key=each.edge.key + payload)) for each in lines]
    return make_graph(
        {e.key: e for e in (one, other, system)}, lines, coverage=Coverage(articles=4, outlets=((payload, 4),)),
        places={payload: Place(payload, 10.0, 20.0)}, notes=(payload,),
    )  # fmt: skip


class Skeleton(HTMLParser):
    """Elements and the names of their attributes, in order: what text must not be able to change."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, ...]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, *(name for name, _ in attrs)))
