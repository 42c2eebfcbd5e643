"""A graph small enough to know by heart: two friends, a quarrel, a system, two offices of one minister, a doubtful talk."""

from __future__ import annotations

from datetime import date

from graphkit.model.claims import Kind, Status
from graphkit.views.facts import Coverage, Graph, make_graph
from tests.unit.views.invented import PLACES, entity, fact, line

INDIA = entity("country:IND", Kind.COUNTRY, "India", country="IND", aliases=("Bharat",))
RUSSIA = entity("country:RUS", Kind.COUNTRY, "Russia", country="RUS")
FRANCE = entity("country:FRA", Kind.COUNTRY, "France", country="FRA")
JAPAN = entity("country:JPN", Kind.COUNTRY, "Japan", country="JPN")
ELISE = entity("person:elise-mueller", Kind.PERSON, "Élise Müller", country="FRA", aliases=("Lisette Mueller",))
ARUN = entity("person:arun-sato", Kind.PERSON, "Arun Sato", country="IND")
FALCON = entity("weapon:falcon", Kind.WEAPON_SYSTEM, "Falcon launcher", country="RUS")
TIDE = entity("exercise:blue-tide", Kind.EXERCISE, "Blue Tide")
CORAL = entity("org:coral-sea-dialogue", Kind.FORUM, "Coral Sea Dialogue")

WEEK, YEAR = date(2019, 11, 5), (date(2021, 1, 1), date(2021, 12, 31))


def story() -> Graph:
    lines = [
        line(1, ARUN, "MET", ELISE, (
            fact(0, "Sato sat down with Müller over lunch.", since=WEEK, until=WEEK, published=date(2019, 11, 6), confidence=0.95),
            fact(5, "The two talked for an hour, Müller's office said.", since=WEEK, until=WEEK, published=date(2019, 11, 8), confidence=0.8),
        )),
        line(2, ARUN, "MET", ELISE, (fact(10, "They met again in spring.", since=date(2022, 4, 2), until=date(2022, 4, 2), published=date(2022, 4, 3)),)),
        line(3, ARUN, "MET", ELISE, (fact(15, "A third meeting is set for May.", status=Status.PLANNED, since=date(2023, 5, 1), until=date(2023, 5, 31), published=date(2023, 2, 1)),)),
        line(4, INDIA, "PROCURES", FALCON, (fact(20, "India may buy the launcher.", status=Status.PROPOSED, seller=RUSSIA.key, published=date(2020, 6, 1), details=(("stage", "sought"),)),), stages=("sought",)),
        line(5, INDIA, "PROCURES", FALCON, (fact(25, "India has dropped the launcher.", status=Status.DENIED, seller=RUSSIA.key, since=YEAR[0], until=YEAR[1], published=date(2021, 7, 1), details=(("stage", "cancelled"),)),), stages=("cancelled",)),
        line(6, INDIA, "EXERCISES_WITH", FRANCE, (fact(30, "Ships of both sailed together.", since=YEAR[0], until=YEAR[1], published=date(2021, 9, 9)),), item=TIDE.key),
        line(7, INDIA, "JOINED", TIDE, (fact(30, "Ships of both sailed together.", since=YEAR[0], until=YEAR[1], published=date(2021, 9, 9)),), derived=True),
        line(8, ARUN, "HOLDS_OFFICE", INDIA, (fact(35, "Defence minister Arun Sato spoke.", published=date(2019, 11, 6)),), office="defence-minister"),
        line(9, ARUN, "HOLDS_OFFICE", INDIA, (fact(40, "Arun Sato, the minister of trade, spoke.", published=None, url="javascript:alert(1)"),), office="trade-minister"),
        line(10, ELISE, "VISITED", INDIA, (fact(45, "Müller landed at noon.", since=date(2022, 4, 1), until=date(2022, 4, 3), published=date(2022, 4, 2)),)),
        line(11, FRANCE, "PARTICIPATES_IN", CORAL, (fact(50, "France sent a team to the dialogue.", published=date(2018, 3, 3)),), role="participant"),
        line(12, JAPAN, "PARTICIPATES_IN", CORAL, (fact(55, "Japan was the host.", published=date(2018, 3, 3)),), role="host"),
        line(13, JAPAN, "OPPOSES", RUSSIA, (fact(60, "Japan protested against the flight.", since=date(2017, 2, 2), until=date(2017, 2, 2), published=date(2017, 2, 3)),)),
        line(14, RUSSIA, "SUPPLIES", INDIA, (fact(20, "India may buy the launcher.", status=Status.PROPOSED, seller=RUSSIA.key, published=date(2020, 6, 1), details=(("stage", "sought"),)),), derived=True, item=FALCON.key),
        line(15, JAPAN, "COOPERATES_WITH", INDIA, (fact(65, "They might work on spare parts.", confidence=0.3, published=date(2020, 1, 1)),), low=True),
        line(16, RUSSIA, "OPPOSES", RUSSIA, (fact(70, "It took back what it had said.", published=date(2016, 1, 1)),)),
    ]  # fmt: skip
    everybody = (INDIA, RUSSIA, FRANCE, JAPAN, ELISE, ARUN, FALCON, TIDE, CORAL)
    return make_graph(
        {e.key: e for e in everybody}, lines, places=PLACES, threshold=0.5,
        coverage=Coverage(articles=24, undated_articles=1, first=date(2016, 1, 1), last=date(2023, 2, 1), outlets=(("Harbour Gazette", 20),)),
    )  # fmt: skip
