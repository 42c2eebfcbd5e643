"""Deciding who is who, and taking it back: every decision is a record, and nothing is erased."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from graphkit.errors import QuestionError
from graphkit.gazetteers.entries import Gazetteers
from graphkit.model.identity import Judgement, Verdict
from graphkit.resolve.groups import member
from graphkit.resolve.judging import UNDOES, in_order, standing
from graphkit.resolve.listing import Listing, family
from graphkit.stores.base import Reader, Store, Writer
from graphkit.workflows.find import find_entity
from graphkit.workflows.graphs.change import Change, apply
from graphkit.workflows.ingest import listing_of

_HINT = "give a role of a claim as `show` prints it (claim:...#subject), or the key of an entity"


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeReport:
    """The judgement that was added, and how many relationships were folded again because of it."""

    judgement: Judgement
    relationships: int


def judge(
    store: Store,
    gazetteers: Gazetteers | Listing,
    verdict: Verdict,
    left: str,
    right: str,
    *,
    by: str,
    at: datetime,
    reason: str = "",
) -> JudgeReport:
    """Record that two things are the same, different, or that nobody can tell, and fold what that touches.

    `left` and `right` are claim roles or entity keys or names; what is unlisted goes by its smallest claim role. `at` is UTC;
    it is moved on by a second where the graph has a judgement as late, so that the new one is the latest.

    Raises:
        QuestionError: a side is not there, both are one, or they are of different kinds.
    """
    listing = listing_of(gazetteers)

    def work(writer: Writer) -> JudgeReport:
        sides = (_side(writer, left, listing), _side(writer, right, listing))
        _check(writer, sides, verdict, listing)
        judgement = Judgement(
            left=sides[0], right=sides[1], verdict=verdict, reason=reason, by=by, at=_latest(writer, at)
        )
        return _record(writer, judgement, listing)

    return store.write(work)


def undo(
    store: Store, gazetteers: Gazetteers | Listing, key: str, *, by: str, at: datetime, reason: str = ""
) -> JudgeReport:
    """Record that the judgement `key` shall not count: as if it had never been made. An undoing can be undone.

    Raises:
        QuestionError: there is no such judgement.
    """
    listing = listing_of(gazetteers)

    def work(writer: Writer) -> JudgeReport:
        old = next((judgement for judgement in writer.judgements() if judgement.key == key), None)
        if old is None:
            known = ", ".join(judgement.key for judgement in writer.judgements()[-3:]) or "none"
            raise QuestionError("no such judgement", where=key, hint=f"the graph has: {known}")
        words = f"{UNDOES}{key}; {reason}" if reason else f"{UNDOES}{key}"
        judgement = Judgement(
            left=old.left, right=old.right, verdict=Verdict.UNSURE, reason=words, by=by, at=_latest(writer, at)
        )
        return _record(writer, judgement, listing)

    return store.write(work)


def judgements(store: Store) -> list[tuple[Judgement, bool]]:
    """Return all judgements in order of time, each with whether it is undone or itself an undoing."""
    kept = store.judgements()
    counting = {judgement.key for judgement in standing(kept)}
    return [(judgement, judgement.key not in counting) for judgement in in_order(kept)]


def _record(writer: Writer, judgement: Judgement, listing: Listing) -> JudgeReport:
    done = apply(writer, Change(judgements=[judgement]), listing)
    return JudgeReport(judgement=judgement, relationships=done.relationships)


def _latest(reader: Reader, at: datetime) -> datetime:
    at = at.astimezone(UTC).replace(microsecond=0)
    last = max((judgement.at for judgement in reader.judgements()), default=None)
    return at if last is None or at > last else last + timedelta(seconds=1)


def _side(reader: Reader, side: str, listing: Listing) -> str:
    """The side as it goes on record: nothing of the record refers to the key of an unlisted entity."""
    if "#" in side:
        claim, _, role = side.partition("#")
        if not any(link.role == role for link in reader.links([claim])):
            raise QuestionError("no such role of a claim in the graph", where=side, hint=_HINT)
        return side
    if listing.known(side):
        return side
    key = find_entity(reader, side, listing).key
    if listing.known(key):
        return key
    claims = sorted(claim.key for claim in reader.claims(entities=[key]))
    roles = [link for link in reader.links(claims[:1]) if link.entity == key]
    return member(claims[0], max(roles, key=lambda link: link.role).role)  # subject before object before item


def _check(reader: Reader, sides: Sequence[str], verdict: Verdict, listing: Listing) -> None:
    if sides[0] == sides[1]:
        raise QuestionError("both sides are the same thing", where=sides[0], hint=_HINT)
    prefixes = {_prefix(reader, side, listing) for side in sides}
    if verdict is Verdict.SAME and len(prefixes) > 1:
        raise QuestionError(f"a {' and a '.join(sorted(prefixes))} are never the same", where=" ".join(sides))


def _prefix(reader: Reader, side: str, listing: Listing) -> str:
    claim, _, role = side.partition("#")
    if not role:
        entity = listing.entity(side)
        assert entity is not None
        return family(entity.kind)
    key = next(link.entity for link in reader.links([claim]) if link.role == role)
    return key.partition(":")[0]
