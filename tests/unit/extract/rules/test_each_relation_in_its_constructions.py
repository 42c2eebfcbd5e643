from __future__ import annotations

import pytest

from tests.unit.extract.rules.marked import found, read

ROE, LI, U, R, F, S = (
    "[Ann Roe/P/UTO]",
    "[Bo Li/P/RUR]",
    "[Utopia/C/UTO]",
    "[Ruritania/C/RUR]",
    "[Freedonia/C/FRE]",
    "[Sylvania/C/SYL]",
)
U_, R_, F_ = "[Utopian/c/UTO]", "[Ruritanian/c/RUR]", "[Freedonian/c/FRE]"

STATED = [
    ("MET", f"{ROE} met {LI} on Monday.", {"Ann Roe MET Bo Li"}),
    ("MET", f"{ROE} and {LI} held talks in the capital.", {"Ann Roe MET Bo Li"}),
    ("MET", f"Talks between {ROE} and {LI} lasted an hour.", {"Ann Roe MET Bo Li"}),
    ("MET", f"{ROE}'s meeting with {LI} was cordial.", {"Ann Roe MET Bo Li"}),
    ("MET", f"{ROE} flew in and will hold delegation-level talks with {LI}.", {"Ann Roe MET Bo Li"}),
    ("MET", f"During a phone call with {LI}, {ROE} raised the matter.", {"Ann Roe MET Bo Li"}),
    ("MET", f"A delegation led by {ROE} called on {LI}.", {"Ann Roe MET Bo Li"}),
    ("MET", f"{ROE} co-chaired the dialogue with {LI}.", {"Ann Roe MET Bo Li"}),
    ("VISITED", f"{ROE} of {U} received the visiting minister {LI}.", {"Bo Li VISITED Utopia"}),
    ("VISITED", f"{ROE} visited {R} last week.", {"Ann Roe VISITED Ruritania"}),
    ("VISITED", f"{ROE}, who arrived in {R} on Monday, said little.", {"Ann Roe VISITED Ruritania"}),
    ("VISITED", f"{ROE}'s three-day visit to {R} begins today.", {"Ann Roe VISITED Ruritania"}),
    ("VISITED", f"{LI} welcomed {ROE} to {R}.", {"Ann Roe VISITED Ruritania"}),
    ("PROCURES", f"{U} bought 36 [Falcon/W] jets from {R}.", {"Utopia PROCURES Ruritania: Falcon"}),
    ("PROCURES", f"{R} delivered the first [Falcon/W] jets to {U}.", {"Utopia PROCURES Ruritania: Falcon"}),
    ("PROCURES", f"{R} sold {U} ten [Falcon/W] jets.", {"Utopia PROCURES Ruritania: Falcon"}),
    ("PROCURES", f"The sale of ten [Falcon/W] jets to {U} was cleared.", {"Utopia PROCURES nobody: Falcon"}),
    ("PROCURES", f"Ten [Falcon/W] jets were ordered by {U}.", {"Utopia PROCURES nobody: Falcon"}),
    ("PROCURES", f"{U} signed a deal with [Aero Works/O/RUR] to buy [Falcon/W] jets.", {"Utopia PROCURES Aero Works: Falcon"}),
    ("PROCURES", f"{U_} orders for the [Falcon/W] and the [Gull/W] grew.", {"Utopia PROCURES nobody: Falcon", "Utopia PROCURES nobody: Gull"}),
    ("PROCURES", f"The [Falcon/W] was inducted into the [Utopian Air Force/O/UTO] next to {U}.", {"Utopia PROCURES nobody: Falcon"}),
    ("PROCURES", f"{U} signed a contract worth USD 2.4 billion with {R} for five [Falcon/W] jets.", {"Utopia PROCURES Ruritania: Falcon"}),
    ("EXERCISES_WITH", f"{U_} troops left for {R} to join the exercise.", {"Utopia EXERCISES_WITH Ruritania"}),
    ("EXERCISES_WITH", f"{U} and {R} conducted a naval drill.", {"Utopia EXERCISES_WITH Ruritania"}),
    ("EXERCISES_WITH", f"{U} held the [Blue Wave/X] exercise with {R}.", {"Utopia EXERCISES_WITH Ruritania: Blue Wave"}),
    ("EXERCISES_WITH", f"A drill between {U}, {R} and {F} ended.", {"Utopia EXERCISES_WITH Ruritania", "Utopia EXERCISES_WITH Freedonia", "Ruritania EXERCISES_WITH Freedonia"}),
    ("AGREED_WITH", f"{U} signed the [Sea Lanes Accord/A] with {R}.", {"Utopia AGREED_WITH Ruritania: Sea Lanes Accord"}),
    ("AGREED_WITH", f"{U} and {R} inked a logistics agreement.", {"Utopia AGREED_WITH Ruritania"}),
    ("AGREED_WITH", f"The treaty between {U} and {R} lapsed.", {"Utopia AGREED_WITH Ruritania"}),
    ("CO_PRODUCES", f"{U} and {R} will jointly produce the [Falcon/W].", {"Utopia CO_PRODUCES Ruritania: Falcon"}),
    ("CO_PRODUCES", f"The [Falcon/W] was developed by {U} and {R}.", {"Utopia CO_PRODUCES Ruritania: Falcon"}),
    ("CO_PRODUCES", "[Aero Works/O/RUR] formed a joint venture with [Iron Yard/O/UTO].", {"Aero Works CO_PRODUCES Iron Yard"}),
    ("TRANSFERS_TECHNOLOGY", f"{R} offered full transfer of technology to {U}.", {"Ruritania TRANSFERS_TECHNOLOGY Utopia"}),
    ("TRANSFERS_TECHNOLOGY", f"{R} shared rocket know-how with {U}.", {"Ruritania TRANSFERS_TECHNOLOGY Utopia"}),
    ("TRANSFERS_TECHNOLOGY", f"{U} is seeking {R_} missile technology.", {"Ruritania TRANSFERS_TECHNOLOGY Utopia"}),
    ("PARTICIPATES_IN", f"{U} took part in the [Harbour Forum/F].", {"Utopia PARTICIPATES_IN Harbour Forum"}),
    ("PARTICIPATES_IN", f"{ROE} attended the [Harbour Forum/F].", {"Ann Roe PARTICIPATES_IN Harbour Forum"}),
    ("PARTICIPATES_IN", f"The [Harbour Forum/F], co-chaired by {ROE}, opened.", {"Ann Roe PARTICIPATES_IN Harbour Forum"}),
    ("AIDS", f"{R} donated 20 [Badger/W] vehicles to {U}.", {"Ruritania AIDS Utopia: Badger"}),
    ("AIDS", f"{R} trained {U_} soldiers.", {"Ruritania AIDS Utopia"}),
    ("AIDS", f"{R} will provide {U} with military aid.", {"Ruritania AIDS Utopia"}),
    ("DEPLOYS_TO", f"{R} sent 500 troops to {U}.", {"Ruritania DEPLOYS_TO Utopia"}),
    ("DEPLOYS_TO", f"{R_} troops in {U} were on alert.", {"Ruritania DEPLOYS_TO Utopia"}),
    ("DEPLOYS_TO", f"{R} deployed [Pike/W] missiles in {U}.", {"Ruritania DEPLOYS_TO Utopia: Pike"}),
    ("SANCTIONS", f"{R} imposed sanctions on {U}.", {"Ruritania SANCTIONS Utopia"}),
    ("SANCTIONS", f"{R} lifted its arms embargo against {U}.", {"Ruritania SANCTIONS Utopia"}),
    ("SANCTIONS", f"{U} was sanctioned by {R}.", {"Ruritania SANCTIONS Utopia"}),
    ("OPPOSES", f"{R} accused {U} of piracy.", {"Ruritania OPPOSES Utopia"}),
    ("OPPOSES", f"{U} was attacked by {R}.", {"Ruritania OPPOSES Utopia"}),
    ("OPPOSES", f"{R}'s invasion of {U} failed.", {"Ruritania OPPOSES Utopia"}),
    ("OPPOSES", f"{ROE} condemned {R} for the raid.", {"Ann Roe OPPOSES Ruritania"}),
    ("OPPOSES", f"{R} rejected {U}'s allegations.", {"Ruritania OPPOSES Utopia"}),
    ("OPPOSES", f"{R_} [missiles/W] struck {U}.", {"Ruritania OPPOSES Utopia"}),
    ("OPPOSES", f"{R_} jets violated {U_} airspace.", {"Ruritania OPPOSES Utopia"}),
    ("DEPLOYS_TO", f"{R} will withdraw its forces from {U}.", {"Ruritania DEPLOYS_TO Utopia"}),
    ("DEPLOYS_TO", f"[USS Heron/W/UTO] docked in {R} while {U} watched.", {"Utopia DEPLOYS_TO Ruritania: USS Heron"}),
    ("AIDS", f"{R} has trained more than 1,200 members of the armed forces of {U}.", {"Ruritania AIDS Utopia"}),
    ("AIDS", f"[Badger/W] vehicles for {U}, including [Badger/W] vehicles donated by {R}, came.", {"Ruritania AIDS Utopia: Badger"}),
    ("PARTICIPATES_IN", f"{U}, as co-lead of the [Harbour Forum/F], spoke.", {"Utopia PARTICIPATES_IN Harbour Forum"}),
    ("PARTICIPATES_IN", f"{U} and {R} are [Sea League/O] members.", {"Utopia PARTICIPATES_IN Sea League", "Ruritania PARTICIPATES_IN Sea League"}),
    ("SANCTIONS", f"{R} lifted restrictions on {U_} companies.", {"Ruritania SANCTIONS Utopia"}),
    ("CO_PRODUCES", f"{U} and {R} started the development of the [Falcon/W].", {"Utopia CO_PRODUCES Ruritania: Falcon"}),
    ("PROCURES", f"{R_} arms sales to {U} grew.", {"Utopia PROCURES Ruritania"}),
    ("COOPERATES_WITH", f"Defence cooperation between {U} and {R} grew.", {"Utopia COOPERATES_WITH Ruritania"}),
    ("COOPERATES_WITH", f"{U} deepened military ties with {R}.", {"Utopia COOPERATES_WITH Ruritania"}),
    ("COOPERATES_WITH", f"{U} reaffirmed its support for {R}.", {"Utopia COOPERATES_WITH Ruritania"}),
]  # fmt: skip

NOT_STATED = [
    ("MET", f"{ROE} and {LI} are both lawyers."),
    ("MET", f"{ROE} met the requirements in {R}."),
    ("MET", f"{ROE} spoke about {LI}."),
    ("VISITED", f"{ROE} visited {U} last week."),  # her own country
    ("VISITED", f"{ROE} spoke of {R}."),
    ("VISITED", f"{ROE} received a letter from {R}."),
    ("PROCURES", f"{U} shot down a [Falcon/W] jet."),
    ("PROCURES", f"{R} donated ten [Falcon/W] jets to {U} as aid."),
    ("PROCURES", f"{U} has long operated the [Falcon/W]."),
    ("EXERCISES_WITH", f"{U} watched a drill near {R}."),
    ("EXERCISES_WITH", f"{U} and {R} share a border."),
    ("EXERCISES_WITH", f"{U} should exercise restraint, {R} said."),
    ("AGREED_WITH", f"{U} left the table and blamed {R}."),
    ("AGREED_WITH", f"{U} signed a visitors' book in {R}."),
    ("AGREED_WITH", f"{U} agrees that {R} is near."),
    ("CO_PRODUCES", f"{U} produces rifles, {R} does not."),
    ("CO_PRODUCES", f"{U} and {R} produce nothing of the kind."),
    ("CO_PRODUCES", f"{U} built a joint in {R}."),
    ("TRANSFERS_TECHNOLOGY", f"{U} praised {R} for its technology."),
    ("TRANSFERS_TECHNOLOGY", f"{U} transferred troops near {R}."),
    ("TRANSFERS_TECHNOLOGY", f"Technology is what {U} and {R} lack."),
    ("PARTICIPATES_IN", f"{U} ignored the [Harbour Forum/F]."),
    ("PARTICIPATES_IN", f"{ROE} read about the [Harbour Forum/F]."),
    ("PARTICIPATES_IN", f"The [Harbour Forum/F] opened near {U}."),
    ("AIDS", f"{R} sent vaccines as humanitarian aid to {U}."),
    ("AIDS", f"{R} trained its own pilots."),
    ("AIDS", f"{R} gave {U} a warning."),
    ("DEPLOYS_TO", f"{R} sent a letter about {U}."),
    ("DEPLOYS_TO", f"{R} told {U} of its troops at home."),
    ("DEPLOYS_TO", f"The base of {R}'s power is {U}."),
    ("SANCTIONS", f"{R} discussed sanctions with {U}."),
    ("SANCTIONS", f"Sanctions hurt trade between {R} and {U}."),
    ("SANCTIONS", f"{R} banned fireworks near {U}."),
    ("OPPOSES", f"{R} met {U} at the border."),
    ("OPPOSES", f"{R} and {U} accused nobody."),
    ("OPPOSES", f"{R} helped {U} against the floods."),
    ("COOPERATES_WITH", f"{R} played {U} in the final."),
    ("COOPERATES_WITH", f"{U} has no embassy in {R}."),
    ("COOPERATES_WITH", f"{R} supports higher prices in {U}."),
]  # fmt: skip


@pytest.mark.parametrize(("type_", "sentence", "expected"), STATED)
def test_what_a_sentence_states_is_found(type_: str, sentence: str, expected: set[str]) -> None:
    assert found(read(sentence), type_) == expected


@pytest.mark.parametrize(("type_", "sentence"), NOT_STATED)
def test_what_a_sentence_does_not_state_is_not_found(type_: str, sentence: str) -> None:
    assert found(read(sentence), type_) == set()


def test_an_office_goes_to_its_holder_and_its_owner() -> None:
    reading = read(f"{U_} Defence Minister {ROE} spoke.", offices=(("Defence Minister", "Ann Roe", "Utopia"),))
    assert found(reading, "HOLDS_OFFICE") == {"Ann Roe HOLDS_OFFICE Utopia"}


def test_a_post_in_a_party_or_a_university_is_no_office() -> None:
    reading = read(
        f"{ROE}, director of the [Harbour University/O/UTO], spoke.",
        offices=(("director", "Ann Roe", "Harbour University"),),
    )
    assert found(reading, "HOLDS_OFFICE") == set()


def test_in_a_headline_a_comma_is_an_and() -> None:
    assert found(read(f"{U}, {R} sign [Sea Lanes Accord/A]", section="title"), "AGREED_WITH") == {
        "Utopia AGREED_WITH Ruritania: Sea Lanes Accord"
    }
    assert found(read(f"In {U}, {R} signed nothing."), "AGREED_WITH") == set()


def test_nobody_stands_to_himself() -> None:
    assert found(read(f"{U} held a drill with the {U_} navy."), "EXERCISES_WITH") == set()
