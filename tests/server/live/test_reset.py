"""A document that can no longer be trusted is built again from the store, and the case kept."""

from server.store import cases, updates
from server.store.cases import Case
from server.sync.replica import fingerprint
from tests.builders.guests import Guest, running_hub
from tests.builders.stores import NOW, Pen, opened
from tests.builders.table import a_pass


async def test_an_update_that_broke_the_board_before_goes_and_the_others_come_back(url):
    """RM8, RM9"""
    poison = Pen(7).slip(1)
    async with opened(url, "b1") as database:
        await cases.keep(database, Case("b1", cases.CRASH, fingerprint(poison), ""), NOW)
        async with running_hub(database) as hub:
            ann = await Guest(1).join(hub)
            eve = await Guest(7).join(hub, pass_=a_pass("eve"))
            ann.slip(1)
            await ann.until_stored()
            eve.write(poison)
            await eve.until(lambda g: g.closed == 4400)
            await ann.until(lambda g: g.closed == 1012)
            again = await Guest(2).join(hub)
            await again.until(lambda g: "i1" in g.slips)
            again.slip(2)
            await again.until_stored()
        kept = (await cases.of_board(database, "b1"))[-1]
        assert (kept.kind, kept.payload) == (cases.RESET, poison)
        assert (await updates.load(database, "b1")).head == 2
