"""A snapshot shared to read: without a seat, with names covered, until a day, or withdrawn."""

from datetime import timedelta

from tests.builders.house import house, imported, problem


async def shared(running, host, **wishes):
    """A board with a shared snapshot, and the secret that opens it."""
    board = await imported(host)
    made = await host.post(f"{board.url}/snapshots", json={"title": "Avond van Noor"})
    until = (running.clock.now + timedelta(days=7)).isoformat()
    asked = {"snapshot": made.json()["id"], "expiresAt": until, **wishes}
    answer = await host.post(f"{board.url}/shares", json=asked)
    assert answer.status_code == 201, answer.text
    return board, answer.json()


def secret_of(share):
    return {"secret": share["link"].partition("#")[2]}


async def test_whoever_has_the_link_reads_the_snapshot_without_a_seat(tmp_path):
    async with house(tmp_path) as running:
        _, share = await shared(running, running.device())
        page = (await running.device().post("/api/shared", json=secret_of(share))).json()
        assert page["structure"]["totals"]["ingredients"] == 24
        assert page["picture"].startswith("<svg")


async def test_names_are_covered_unless_asked_otherwise(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        _, covered = await shared(running, host)
        _, open_ = await shared(running, host, names=True)
        stranger = running.device()
        page = (await stranger.post("/api/shared", json=secret_of(covered))).text
        assert "rijwielhandelaar" not in page
        assert "Avond van Noor" not in page
        page = (await stranger.post("/api/shared", json=secret_of(open_))).text
        assert "rijwielhandelaar" in page
        assert "Avond van Noor" in page


async def test_after_its_end_date_it_opens_no_more(tmp_path):
    async with house(tmp_path) as running:
        _, share = await shared(running, running.device())
        running.clock.forward(days=8)
        answer = await running.device().post("/api/shared", json=secret_of(share))
        assert problem(answer) == "403 expired"


async def test_what_is_withdrawn_opens_no_more_and_is_listed_as_such(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board, share = await shared(running, host)
        assert (await host.delete(f"{board.url}/shares/{share['id']}")).status_code == 204
        answer = await running.device().post("/api/shared", json=secret_of(share))
        assert problem(answer) == "403 revoked"
        [listed] = (await host.get(f"{board.url}/shares")).json()
        assert listed["standing"] == "revoked"
        assert "link" not in listed


async def test_a_snapshot_that_was_thrown_away_is_shared_no_more(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board, share = await shared(running, host)
        await host.delete(f"{board.url}/snapshots/{share['snapshot']}")
        answer = await running.device().post("/api/shared", json=secret_of(share))
        assert problem(answer) == "404 unknown_snapshot"


async def test_a_guess_opens_nothing(tmp_path):
    async with house(tmp_path) as running:
        await shared(running, running.device())
        answer = await running.device().post("/api/shared", json={"secret": "guess"})
        assert problem(answer) == "403 wrong_secret"


async def test_only_who_leads_shares(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board, share = await shared(running, host)
        guest = await running.joined(board, "participant")
        assert problem(await guest.get(f"{board.url}/shares")) == "403 forbidden"
        answer = await guest.delete(f"{board.url}/shares/{share['id']}")
        assert problem(answer) == "403 forbidden"


async def test_a_share_without_an_end_in_the_coming_year_is_refused(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board, share = await shared(running, host)
        for days in (-1, 400):
            until = (running.clock.now + timedelta(days=days)).isoformat()
            asked = {"snapshot": share["snapshot"], "expiresAt": until}
            answer = await host.post(f"{board.url}/shares", json=asked)
            assert problem(answer) == "422 in_the_past"
