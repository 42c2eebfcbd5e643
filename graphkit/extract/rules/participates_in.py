"""PARTICIPATES_IN: taking part in, hosting or belonging to a named forum, alliance, fair or multilateral exercise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graphkit.extract.reading import How
from graphkit.extract.rules.found import Found
from graphkit.extract.rules.patterns import SUBJECT, Pattern, run
from graphkit.extract.rules.scene import Scene
from graphkit.model.claims import Kind

TYPE = "PARTICIPATES_IN"
GATE = re.compile(r"<[FX]|<O")
_AT = r"(?:at|in|during|on the sidelines of|on the margins of|for|to)"
_EVENT = "FX"

PATTERNS = (
    Pattern("took_part", r"(?P<t>participat(?:e|es|ed|ing)|tak(?:e|es|ing) part|took part|partak\w+|compet\w+) ~6in ~6{o:FXO}", subject=SUBJECT, role="participant"),
    Pattern("attended", r"(?P<t>attend(?:ed|s|ing)?) ~6{o:FX}", subject=SUBJECT, role="participant"),
    Pattern("exhibits", r"(?P<t>showcas\w+|exhibit\w*|display\w*|present(?:ed|s|ing)?|demonstrat\w+|unveil\w*) (?:[^;<]|<[WcC]\d+>){0,90}?(?:at|during|in) =4{o:FX}", subject=SUBJECT, letters="CO", role="participant"),
    Pattern("spoke_at", r"(?P<t>spoke|speaking|addressed|addressing|said|told|address|speech|remarks) ~5(?:at|to) ~4{o:F}", subject=SUBJECT, letters="P", role="participant"),
    Pattern("addressed", r"(?P<t>addressed|addressing|address|addresses) ~3{o:F}", subject=SUBJECT, letters="P", role="participant"),
    Pattern("hosts", r"(?P<t>host(?:ed|s|ing)?) ~6{o:FX}", subject=SUBJECT, role="host"),
    Pattern("hosted_by", r"{o:FX} ,? ?~4(?P<t>hosted|organised|organized|convened) ~2by ~3{s:ANY}", role="host"),
    Pattern("chaired", r"(?P<t>co-?chair(?:ed|s|ing)?|chair(?:ed|s|ing)?|presided over|led) ~6{o:F}", subject=SUBJECT, role="chair"),
    Pattern("chaired_by", r"{o:F} ,? ?~6(?P<t>co-?chaired|chaired|headed|led) ~2by ~3{s:ANY}", role="chair"),
    Pattern("joined", r"(?P<t>join(?:ed|s|ing)?|acced\w+|accession|entered) ~4{o:FXO}", subject=SUBJECT, letters="C", role="member"),
    Pattern("member_of", r"{s:C*} [^;<]{0,40}?(?P<t>members?|membership|signatory|co-leaders?|leaders|part) ~2(?:of|in) =4{o:FO}", role="member"),
    Pattern("members", r"{o:FO} ~1(?P<t>members?|allies|ally|partners|nations|states|countries|membership|member states?) ,? ?~4{s:C}", role="member"),
    Pattern("his_membership", r"{s:C's} ~4(?P<t>membership|accession|entry|bid|application|aspirations?) ~5{o:FO}", role="member"),
    Pattern("grouping", r"{o:FO} (?:- |– |— |, )~3(?:grouping|alliance|bloc|made up|comprising|consisting|which includes|including|composed) ~5(?P<t>of |)~2{s:C}", role="member"),
    Pattern("his_participation", r"{s:ANY's} ~5(?P<t>participation|attendance|contributions?|role|involvement|co-hosting|hosting|membership) ~2(?:in|to|at|of) =5{o:FX}", role="participant"),
    Pattern("participation_of", r"(?P<t>participation|attendance|presence) (?:of|by) =2{s:ANY} =2(?:in|at) =4{o:FX}", role="participant"),
    Pattern("namely", r"{o:FX} [^;]{0,60}?(?P<t>namely|comprising|consisting of|participants?|comprises) =2{s:C}", role="participant"),
    Pattern("held", r"(?P<t>hold|held|holds|holding|convened?|convenes|conducted|will have|had|co-hosts?|co-hosted) =4{o:F}", subject=SUBJECT, letters="CP", role="participant"),
    Pattern("is_ally", r"{s:C*} [^;<]{0,30}?(?:as|is|are|being|both) =1{o:FO} (?P<t>ally|allies|members?|partners?)", role="member"),
    Pattern("on_joining", r"{s:C} (?:on|about|over) (?P<t>joining|membership of|entering) =2{o:FO}", role="member"),
    Pattern("nations_including", r"{o:FO} =3(?P<t>nations|countries|members|states|allies|powers|economies) ,? ?(?:including|such as|namely) =1{s:C}", role="member"),
    Pattern("as_leads", r"{s:C} ,? ?as =2(?P<t>(?:co-)?(?:leads?|chairs?|hosts?|members?)) of =3{o:F}", role="chair"),
    Pattern("held_jointly", r"{s:C} =3(?:will )?(?P<t>hold|held|have|convene) =3{o:F}", role="participant"),
    Pattern("met_at_forum", r"(?P<t>met|meets|meet|spoke|said|told|talks|held|discussed|discuss) [^;]{0,90}?(?:on the (?:sidelines|margins) of|during|at) =3{o:F}", subject=SUBJECT, letters="P", role="participant"),
    Pattern("met_there", r"(?P<t>met|meet|meets|talks|meeting) =4(?:with )?=3{s:P} [^;<]{0,40}?(?:on the (?:sidelines|margins) of|during|at) =3{o:F}", role="participant"),
    Pattern("went_for", r"(?P<t>visit\w*|travel\w*|arriv\w*|went|flew|gathered|met) [^;]{0,60}?(?:for|to attend|to participate in|to take part in|ahead of attending) =3{o:F}", subject=SUBJECT, letters="P", role="participant"),
    Pattern("led_to", r"(?P<t>led|leads|lead|leading|headed|heading|represented|represents|represent) =3(?:<[Cc]\d+> )?=2(?:delegation )?(?:to|at) =3{o:F}", subject=SUBJECT, letters="P", role="participant"),
    Pattern("be_there_for", r"(?P<t>is|was|will be|are|were) in [^;<]{0,20}?<C\d+> =1for =3{o:F}", subject=SUBJECT, letters="P", role="participant"),
    Pattern("attending", r"(?:to|of|after|before|while) (?P<t>attend|attending|join|joining|participating in) =3{o:F}", subject=SUBJECT, letters="PC", role="participant"),
    Pattern("organised", r"(?P<t>organi[sz]ed|launched|initiated|inaugurated|opened) =3{o:FX}", subject=SUBJECT, letters="PC", role="host"),
    Pattern("will_be_at", r"(?P<t>arrived|arrives|travel\w*|went|visit\w*|going|flew|leaving|left|heading) ~6(?:for|to attend|to participate in|at) ~4{o:F}", subject=SUBJECT, letters="P", role="participant"),
    Pattern("signed_at", r"(?P<t>signed|inked|announced|unveiled|concluded) [^;]{0,70}? at ~2{o:F}", subject=SUBJECT, letters="CO", role="participant"),
    Pattern("owned_event", r"{s:C's} ~2{o:F} (?P<t>membership|presidency|chairmanship)", role="chair"),
)  # fmt: skip


def in_scene(scene: Scene) -> Iterator[Found]:
    """Yield who takes part in what."""
    if not GATE.search(scene.line):
        return
    for found in (*run(scene, TYPE, PATTERNS), *_named_after_two(scene)):
        assert found.object is not None
        name = scene.reading.parties[found.object.party].name
        nameless = name.islower() and not any(c.isdigit() for c in name)  # "a joint military drill" is no forum
        if found.subject.party != found.object.party and not nameless:
            yield found


def _named_after_two(scene: Scene) -> Iterator[Found]:
    """The two countries in whose name a dialogue is: "the Utopia-Ruritania Defence Dialogue"."""
    by_word = {
        word.lower(): party
        for party in scene.reading.parties
        if party.kind is Kind.COUNTRY
        for word in (party.name, *party.also)
    }
    for unit in scene.units:
        for forum in scene.members(unit) if unit.letter == "F" else ():
            pair = re.match(r"(?:the )?([A-Z][\w.]+)\s?[-–—]\s?([A-Z][\w.]+)\s", forum.words)
            sides = [by_word.get(word.lower()) for word in pair.groups()] if pair else []
            for party in sides:
                if party is not None and None not in sides:
                    side = replace(forum, party=party.number, how=How.IMPLIED)
                    yield Found(
                        sentence=scene.number, type=TYPE, rule="participates_in.named_after", trigger=unit.last,
                        subject=side, object=forum, role="participant",
                    )  # fmt: skip
