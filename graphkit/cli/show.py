"""`graphkit show`, `explain`, `judge`: what the graph says, why, and who is who."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli import session
from graphkit.cli.console import Format, print_rows, say
from graphkit.cli.options import FormatOption, StoreOption
from graphkit.errors import QuestionError
from graphkit.model.identity import Verdict

if TYPE_CHECKING:
    from graphkit.model.graph import Edge
    from graphkit.workflows.explain import Explanation
    from graphkit.workflows.show import ShowReport

_COLUMNS = (
    "type",
    "status",
    "subject",
    "object",
    "since",
    "until",
    "said",
    "witnesses",
    "confidence",
    "quote",
    "outlet",
    "url",
    "claims",
)


def show(
    entity: Annotated[str, typer.Argument(help="A name or key: 'Rajnath Singh', weapon:s-400.")],
    low: Annotated[bool, typer.Option("--low", help="Also the claims too unsure for the graph.")] = False,
    derived: Annotated[bool, typer.Option("--derived", help="Also the derived relationships.")] = False,
    roles: Annotated[
        bool, typer.Option("--roles", help="Also the claim roles that stand for it, for `judge`.")
    ] = False,
    store: StoreOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Show everything the graph says of somebody or something, each line with its sentence."""
    from graphkit.workflows.show import show as run

    with session.open_graph(store, must_exist=True) as graph:
        report = run(graph, entity, session.gazetteers())
    if form is Format.TABLE:
        _show(report, low=low, derived=derived, roles=roles)
    else:
        print_rows(_COLUMNS, _rows(report, low=low, derived=derived), form)


def _rows(report: ShowReport, *, low: bool, derived: bool) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = [
        {name: getattr(one.edge, name, None) for name in _COLUMNS} | {"subject": one.subject, "object": one.object}
        for one in report.relationships
        if derived or not one.edge.derived
    ]
    for one in report.low if low else ():
        claim = one.claim
        rows.append({
            "type": claim.type, "status": claim.status, "subject": one.subject, "object": one.object or one.item,
            "confidence": claim.confidence, "quote": claim.evidence.quote, "claims": (claim.key,),
        })  # fmt: skip
    return rows


def _show(report: ShowReport, *, low: bool, derived: bool, roles: bool) -> None:
    entity = report.entity
    also = f", also {', '.join(entity.aliases[:8])}" if entity.aliases else ""
    origin = (
        "listed"
        if entity.listed
        else "a placeholder: nobody is named"
        if entity.placeholder
        else "named by articles only"
    )
    say(f"{entity.name} ({entity.kind.value}, {entity.key}; {origin}{also})")
    for one in report.relationships:
        if derived or not one.edge.derived:
            say()
            _edge(one.subject, one.edge, one.object)
    if low and report.low:
        say("\nToo unsure for the graph; read the sentence:")
        for lead in report.low:
            claim = lead.claim
            end = f" {lead.object or lead.item or ''}".rstrip()
            say(
                f"\n{lead.subject} {claim.type}{end} · {claim.status} · confidence {claim.confidence:.2f} · {claim.key}"
            )
            say(f"  “{_one_line(claim.evidence.quote)}”")
    elif report.low:
        say(f"\n{len(report.low)} more claims are too unsure for the graph: --low shows them")
    if roles:
        say("\nClaim roles that stand for it: " + " ".join(report.roles))


def _edge(subject: str, edge: Edge, object_: str) -> None:
    days = f" · {edge.since}" if edge.since else ""
    days += f" to {edge.until}" if edge.until and edge.until != edge.since else ""
    office = f" ({edge.office})" if edge.office else ""
    items = f" · {'; '.join(edge.items)}" if edge.items else ""
    sellers = f" · from {'; '.join(edge.sellers)}" if edge.sellers else ""
    say(f"{subject} {edge.type} {object_}{office} · {edge.status}{days}{items}{sellers}")
    say(f"  “{_one_line(edge.quote)}”")
    source = ", ".join(str(part) for part in (edge.outlet, edge.published, edge.url) if part)
    witnesses = f"{edge.witnesses} witness{'es' if edge.witnesses != 1 else ''}"
    say(f"  {source or 'outlet unknown'} · {witnesses} · confidence {edge.confidence:.2f} · {' '.join(edge.claims)}")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def explain(
    claim: Annotated[str, typer.Argument(help="A claim's key, as `show` prints it.")],
    store: StoreOption = None,
) -> None:
    """Tell why the graph has a claim: its sentence, the rule, what weighed how much, who was meant and why."""
    from graphkit.workflows.explain import explain as run

    with session.open_graph(store, must_exist=True) as graph:
        _explain(run(graph, claim, session.gazetteers()))


def _explain(found: Explanation) -> None:
    claim = found.claim
    tier = "in the graph" if found.high else "too unsure for the graph"
    say(f"{claim.key}: {claim.type}, {claim.status}; confidence {claim.confidence:.2f}, {tier}")
    say(f"  “{_one_line(claim.evidence.quote)}”")
    published = found.article.published.iso if found.article.published else "undated"
    say(f"  {found.outlet or 'outlet unknown'}, {published}, {found.article.url or found.article.file or ''} ({found.article.key},"
        f" characters {claim.evidence.span})")  # fmt: skip
    if claim.when:
        how = " (inferred)" if claim.when.inferred else ""
        say(f"when: {claim.when.iso}, from “{claim.when.words}”{how}")
    say("roles:")
    for role in found.roles:
        points = f", which points to “{_one_line(role.antecedent)}”" if role.antecedent else ""
        stands = f" = {role.name} ({role.key})" if role.key else ""
        say(f"  {role.role}: “{_one_line(role.words)}”{points}{stands}; {role.why}")
    say(f"found by: {claim.origin}")
    for reason in claim.reasons:
        say(f"  {reason}")
    for edge in found.relationships:
        say(f"part of: {edge.caption} ({edge.key}), with {len(edge.claims)} claims of {edge.witnesses} witnesses")


def judge(
    verdict: Annotated[Verdict | None, typer.Argument(help="same, different or unsure.")] = None,
    left: Annotated[str, typer.Argument(help="A claim role (claim:...#subject) or an entity's key.")] = "",
    right: Annotated[str, typer.Argument(help="The other one.")] = "",
    undo: Annotated[str | None, typer.Option("--undo", metavar="JUDGEMENT", help="Take a judgement back.")] = None,
    reason: Annotated[str, typer.Option(help="Why, for those who read it later.")] = "",
    by: Annotated[str | None, typer.Option(help="Who decides; default: the user's name.")] = None,
    store: StoreOption = None,
) -> None:
    """Decide that two things are one, or are not. Nothing is erased: a later judgement outweighs an earlier one.

    Without arguments, lists the judgements that the graph has.
    """
    from graphkit.workflows import judge as workflow

    gazetteers = session.gazetteers()
    who, now = by or getpass.getuser(), datetime.now(UTC).replace(microsecond=0)
    with session.open_graph(store, must_exist=True) as graph:
        if undo:
            report = workflow.undo(graph, gazetteers, undo, by=who, at=now, reason=reason)
        elif verdict and left and right:
            report = workflow.judge(graph, gazetteers, verdict, left, right, by=who, at=now, reason=reason)
        elif verdict:
            raise QuestionError("a judgement needs two things", hint="graphkit judge same person:a person:b")
        else:
            rows = [
                {"judgement": j.key, "verdict": j.verdict.value, "left": j.left, "right": j.right, "by": j.by, "at": j.at.isoformat(),
                 "reason": j.reason, "undone": undone} for j, undone in workflow.judgements(graph)
            ]  # fmt: skip
            print_rows(("judgement", "verdict", "left", "right", "by", "at", "reason", "undone"), rows)
            return
    say(f"{report.judgement.key}; {report.relationships} relationships folded again")
