"""`graphkit neo4j`: what concerns a server only."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graphkit.cli import session
from graphkit.cli.console import say

neo4j = typer.Typer(help="For those who keep their graph in Neo4j.", no_args_is_help=True, rich_markup_mode=None)


@neo4j.command("browser-kit")
def browser_kit(
    folder: Annotated[Path, typer.Argument(help="Where to write; made if missing.")],
) -> None:
    """Write what to drop on the Neo4j Browser's window: the questions as favourites, and our colours."""
    from graphkit.workflows.browser_kit import write_kit

    archive, style = write_kit(folder, session.questions().values())
    say(f"{archive}\n{style}")
    say("drop both on the Browser's window: favourites appear under the star, colours take effect at once")
