"""A page inside a notebook: in a frame of its own, so that neither its styles nor its script touch the rest."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class InlinePage:
    """An HTML page that Jupyter, VS Code and Colab show where it stands.

    The frame may run the page's script and nothing else: no forms, no cookies, no access to the notebook.
    `height` is in pixels.
    """

    html: str
    height: int = 720

    def _repr_html_(self) -> str:
        return (
            f'<iframe srcdoc="{escape(self.html, quote=True)}" sandbox="allow-scripts allow-downloads allow-popups" '
            f'style="width:100%;height:{int(self.height)}px;border:0" loading="lazy" title="graphkit"></iframe>'
        )
