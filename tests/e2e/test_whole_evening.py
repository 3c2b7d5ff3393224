"""A group makes the example cloth together, live, through the interface."""

import json
from pathlib import Path
from typing import Any

import httpx
from playwright.async_api import Browser, expect

from tests.builders.structures import renamed, said, unordered
from tests.e2e.house import House
from tests.e2e.person import Person
from tests.e2e.tablemate import TableMate

GOLDEN = Path(__file__).parents[1] / "golden"
EXAMPLE = json.loads((GOLDEN / "vrolijk-groot-worden.json").read_text())
EXPECTED = json.loads((GOLDEN / "vrolijk-groot-worden.expected.json").read_text())
NAMES = {"s1": "Iris", "s2": "Noor", "s3": "Sam", "s4": "Jip", "s5": "Bo"}
SEAT_OF = {key: seat for key, (seat, _) in EXAMPLE["ingredients"].items()}
TEXT_OF = {key: text for key, (_, text) in EXAMPLE["ingredients"].items()}
ACTORS = EXAMPLE["actors"]
LABEL_OF = {key: actor["label"] for key, actor in ACTORS.items()}
FACTS = EXAMPLE["ties_factual"]
TO_THEME = set(FACTS["t1"])
TO_INGREDIENTS = [
    (actor, other)
    for actor, others in FACTS.items()
    for other in others
    if actor != "t1" and other.startswith("i")
]
BETWEEN_ACTORS = [
    (actor, other)
    for actor, others in FACTS.items()
    for other in others
    if actor != "t1" and other.startswith("a")
]


def texts_of(seat: str) -> list[str]:
    return [TEXT_OF[key] for key, owner in SEAT_OF.items() if owner == seat]


async def seat_everybody(house: House, browser: Browser) -> tuple[dict[str, Person], str]:
    """Four people with a browser at the table; gives them and the link for the fifth."""
    iris = await Person.arrive(browser, house.address)
    links = await iris.make_cloth(EXAMPLE["theme"]["text"], seats=5)
    table = links["Link voor de tafel"]
    people = {"s1": iris}
    await iris.sit_down(table.split("#")[0], NAMES["s1"], "stoel 1")
    for number in (2, 3, 4):
        seat = f"s{number}"
        people[seat] = await Person.arrive(browser, house.address)
        await people[seat].sit_down(table, NAMES[seat], f"stoel {number}")
    return people, table


async def seat_table_mate(house: House, table: str) -> TableMate:
    """The fifth at the table uses no browser: join, sit down, and connect with a ticket."""
    board, secret = table.rsplit("/k/", 1)[1].split("#")
    headers = {"Origin": house.address}
    async with httpx.AsyncClient(base_url=house.address, headers=headers) as client:
        key = {"secret": secret, "name": NAMES["s5"], "ticket": True}
        joined = (await client.post("/api/join", json=key)).raise_for_status().json()
        seat = await client.patch(f"/api/boards/{board}/me", json={"seat": "s5"})
        seat.raise_for_status()
    return await TableMate.arrive(house.address, board, joined["ticket"])


async def write_all_slips(people: dict[str, Person], mate: TableMate) -> None:
    """Five seats write; one of them loses the connection in the middle and comes back."""
    for seat in ("s1", "s2", "s3"):
        await people[seat].write(*texts_of(seat))
    jip, texts = people["s4"], texts_of("s4")
    await jip.write(*texts[:2])
    await jip.is_saved()
    await jip.page.context.set_offline(True)
    await jip.write(*texts[2:])
    await expect(jip.page.get_by_role("status").filter(has_text="3 bewaard").first).to_be_visible(
        timeout=25_000
    )
    for number, text in enumerate(texts_of("s5")):
        at = (1500 + 200 * number, 1150)
        await mate.write_slip(key=f"bo{number}slipslipslip", seat="s5", text=text, at=at)
    await jip.page.context.set_offline(False)
    for person in people.values():
        await person.is_saved()


async def connect_all(iris: Person, noor: Person) -> None:
    """Find the schakels: from an ingredient to a name, two people in turn."""
    known: set[str] = set()
    for number, (actor, ingredient) in enumerate(TO_INGREDIENTS):
        person = (iris, noor)[number % 2]
        row = person.row(NAMES[SEAT_OF[ingredient]], TEXT_OF[ingredient])
        await person.button(f"Verbind via …: {TEXT_OF[ingredient]}", row).click()
        about: dict[str, Any] = {}
        if actor in known:
            await person.sees_connector(LABEL_OF[actor])
        else:
            known.add(actor)
            about = {key: ACTORS[actor][key] for key in ("sphere", "concreteness")}
            about["theme"] = actor in TO_THEME
        await person.name_connector(LABEL_OF[actor], **about)
    await noor.is_saved()
    for one, other in BETWEEN_ACTORS:
        await iris.sees_connector(LABEL_OF[other])
        await iris.tie(LABEL_OF[one], LABEL_OF[other])
    ((actor, (ingredient,)),) = EXAMPLE["ties_expected"].items()
    row = iris.row(NAMES[SEAT_OF[ingredient]], TEXT_OF[ingredient])
    await iris.button(f"Verbind via …: {TEXT_OF[ingredient]}", row).click()
    await iris.name_connector(LABEL_OF[actor], basis="verwacht")


async def prepare_all_contacts(iris: Person) -> None:
    for contact in EXAMPLE["contacts"].values():
        first, *others = contact["members"]
        inspired = [TEXT_OF[key] for key in EXAMPLE["stories"].get(first, [])]
        story = f"Jij bent al bezig met {', '.join(inspired)}." if inspired else ""
        with_whom = [LABEL_OF[key] for key in others]
        await iris.prepare_contact(LABEL_OF[first], with_whom, (story, inspired))
        for other in others:
            inspired = [TEXT_OF[key] for key in EXAMPLE["stories"].get(other, [])]
            await iris.prepare_contact(LABEL_OF[other], [], ("Kook je mee?", inspired))


async def observe_all_positions(iris: Person) -> None:
    for actor, about in ACTORS.items():
        if not about["on_cloth"]:
            await iris.note_person(LABEL_OF[actor], sphere=about["sphere"])
    for actor, positions in EXAMPLE["involvements"].items():
        if positions:
            await iris.observe(LABEL_OF[actor], *positions)


async def evening(house: House, browser: Browser) -> Person:
    """The whole evening; gives the facilitator, standing before the first moment."""
    people, table = await seat_everybody(house, browser)
    mate = await seat_table_mate(house, table)
    iris, noor = people["s1"], people["s2"]
    await iris.go("regie")
    await iris.step("Ingrediënten")
    await iris.go("kleed")
    await write_all_slips(people, mate)
    slips = await mate.tell(get="ingredients")
    assert sum(1 for key in slips if key.endswith(".text")) == EXPECTED["ingredients"]
    await mate.leave()
    for step, page in (("Schakels", "lijst"), ("Contacten", "lijst"), ("Posities", "lijst")):
        await iris.go("regie")
        await iris.step(step)
        await iris.go(page)
        if step == "Schakels":
            await noor.go(page)
            await connect_all(iris, noor)
        elif step == "Contacten":
            await prepare_all_contacts(iris)
        else:
            await observe_all_positions(iris)
        await iris.is_saved()
    assert [fault for person in people.values() for fault in person.faults] == []
    await iris.go("regie")
    await iris.take_moment("Eerste avond")
    return iris


def example_ids(structure: dict[str, Any]) -> dict[str, str]:
    """Give the example's id for every record of a structure, by label, and by seat and text."""
    actor_ids = {label: key for key, label in LABEL_OF.items()}
    slip_ids = {(seat, TEXT_OF[key]): key for key, seat in SEAT_OF.items()}
    actors = {key: actor_ids[actor["label"]] for key, actor in structure["actors"].items()}
    slips = structure["ingredients"].items()
    return actors | {key: slip_ids[slip["seat"], slip["text"]] for key, slip in slips}


async def fetched(person: Person, path: str, **options: Any) -> Any:
    """Give what the API answers to this person's browser."""
    answer = await person.page.request.get(f"{person.address}/api{path}", **options)
    assert answer.ok, await answer.text()
    return await answer.json()


async def imported(person: Person, export: Any) -> str:
    """Import an export as a new cloth, freeze it, and give the hash."""
    origin = {"Origin": person.address}
    post = person.page.request.post
    made = await post(f"{person.address}/api/import", data=export, headers=origin)
    assert made.ok, await made.text()
    again = (await made.json())["board"]["id"]
    title = {"title": "Opnieuw"}
    path = f"{person.address}/api/boards/{again}/snapshots"
    return (await (await post(path, data=title, headers=origin)).json())["hash"]


async def test_an_evening_gives_the_structure_of_the_golden_file_and_comes_back_whole(
    house, browser
):
    """Four browsers and a Node client build the example; one was offline in the middle."""
    iris = await evening(house, browser)
    every = await fetched(iris, f"/boards/{iris.board}/snapshots")
    (moment,) = [one for one in every if one["title"] == "Eerste avond"]
    path = f"/boards/{iris.board}/snapshots/{moment['id']}"
    structure = (await fetched(iris, path))["structure"]
    found = renamed(structure, example_ids(structure))
    assert {key: unordered(said(found, key)) for key in EXPECTED} == unordered(EXPECTED)

    export = await fetched(iris, f"{path}/export/json", params={"names": "true"})
    assert await imported(iris, export) == moment["hash"]
