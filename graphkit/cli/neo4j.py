"""`graphkit neo4j`: what concerns a server only."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from graphkit.cli import session
from graphkit.cli.console import say, warn
from graphkit.cli.options import StoreOption
from graphkit.errors import SettingsError
from graphkit.stores.opening import is_server

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


@neo4j.command()
def check(store: StoreOption = None) -> None:
    """Say what graphkit would create in a database, and what of other people's is there; nothing is changed."""
    from graphkit.stores.inspection import inspect

    where = session.address(store)
    if not is_server(where):
        raise SettingsError("this looks at servers only", where=where, hint="--store neo4j://localhost:7687")
    found = inspect(where, session.login())
    say(f"store: {found.address}")
    say(f"schema: {found.schema if found.schema is not None else 'none yet'}")
    say(f"would create: {', '.join(found.missing) or 'nothing'}")
    _counts("of graphkit", found.ours)
    _counts("of other people, never touched", {**found.foreign, **found.foreign_types})
    _counts("of other people under a name that graphkit uses too, never touched", found.mixed)
    for clash in found.clashing:
        warn(f"in the way: {clash}")


def _counts(what: str, counts: Mapping[str, int]) -> None:
    say(f"{what}: {', '.join(f'{number} {name}' for name, number in counts.items() if number) or 'nothing'}")
