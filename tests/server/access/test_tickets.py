"""A ticket admits once, soon, and to nothing else."""

from server.access.tickets import VALID_SECONDS, Tickets, ticket_of


def test_a_ticket_gives_whom_it_was_given_to():
    tickets = Tickets()
    assert tickets.use(tickets.give("p1", now=0), now=1) == "p1"


def test_a_ticket_works_once():
    tickets = Tickets()
    ticket = tickets.give("p1", now=0)
    tickets.use(ticket, now=1)
    assert tickets.use(ticket, now=1) is None


def test_a_ticket_is_too_old_after_thirty_seconds():
    tickets = Tickets()
    ticket = tickets.give("p1", now=0)
    assert VALID_SECONDS == 30
    assert tickets.use(ticket, now=30) is None


def test_a_ticket_nobody_gave_admits_nobody():
    tickets = Tickets()
    tickets.give("p1", now=0)
    assert tickets.use("guess", now=1) is None


def test_old_tickets_are_forgotten_when_a_new_one_is_given():
    tickets = Tickets()
    for second in range(100):
        tickets.give("p1", now=second)
    assert len(tickets) <= VALID_SECONDS


def test_tickets_take_bounded_memory():
    tickets = Tickets(most=10)
    given = [tickets.give(number, now=0) for number in range(50)]
    assert len(tickets) <= 10
    assert tickets.use(given[-1], now=1) == 49


def test_the_ticket_is_found_among_the_subprotocols():
    assert ticket_of(["tafelkleed.1", "ticket.abc"]) == "abc"


def test_without_a_ticket_there_is_none():
    assert ticket_of(["tafelkleed.1"]) is None
