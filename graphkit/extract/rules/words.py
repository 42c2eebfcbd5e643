"""Closed classes of words that the rules lean on."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of a word list written as text."""
    return frozenset(text.split())


PREPOSITIONS = words("""
in of to with from for by at on during between after under into through within about against including amid following
alongside over than as toward towards near off via among across around before since until upon onto per despite without
regarding concerning involving aboard beyond behind like
""")
CONJUNCTIONS = words(
    "and or but nor while whereas as that if when because although though unless where who which whom whose so"
)
DETERMINERS = words("""
the a an its their his her our this that these those both all some any each two three four another other several many his
""")
AUXILIARIES = words("""
is are was were be been being has have had do does did will would shall should may might can could must to not also
""")
PAST = words("""
met held had took made gave sent sold bought went came flew began saw left brought struck won led ran said told built fought
spoke paid put set got became grew kept found shot cut hit hosted sought taught wrote chose
""")
PRESENT = words("""
meets holds has takes makes gives sends sells buys goes comes visits arrives hosts says signs plans wants seeks operates uses
deploys supplies delivers provides joins begins conducts accuses condemns warns agrees offers calls tells remains includes
""")
NOT_VERBS = words("""
united combined advanced related based limited unprecedented detailed shared armed so-called need speed seed feed unmanned
proposed planned integrated retired naked aged hundred sacred indeed
""")
ORGANS = words("""
navy navies army armies military militaries forces troops government governments officials ministry authorities side sides
soldiers marines sailors airmen servicemen delegation delegations team teams contingent contingents warships ships vessels
fighters bombers jets aircraft air-force coastguard administration leadership diplomats envoys negotiators
""")
HONORIFICS = words("""
shri smt mr mrs ms dr prof sir dame gen lt col maj capt cmdr cdr adm vadm radm brig sgt general admiral colonel captain president
minister secretary ambassador prince king queen nsa pm eam cds coas cns cas rm
""")
REPORTING = words("""
said says say told tells added stated announced announces reported confirmed noted claimed stressed explained revealed
""")
OPENERS = words(
    ', ; : — – " “ ” ( and or but that while whereas as when where if because although though after before since until than so |'
)
"""Words after which a noun phrase may be the subject of what follows."""


def is_verb(word: str) -> bool:
    """Whether a lower-case word looks like a finite verb or a participle."""
    if word in AUXILIARIES or word in PAST or word in PRESENT:
        return True
    return word.endswith("ed") and len(word) > 4 and word not in NOT_VERBS and "-" not in word
