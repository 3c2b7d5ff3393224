"""The budget of one peer: when it is spent, and when it is free again."""

from server.live.outbox import Outbox

BUDGET = 100


class Socket:
    """A socket that takes what it is told to take."""

    def __init__(self):
        self.sent = []
        self.unsent = 0

    def send(self, message):
        self.sent.append(message)
        self.unsent += len(message)

    def close(self, code, reason):
        raise AssertionError

    abort = close


def an_outbox():
    socket = Socket()
    return Outbox(socket, BUDGET), socket


def test_everything_goes_out_while_the_budget_lasts():
    outbox, socket = an_outbox()
    assert not any(outbox.send(bytes(20)) for _ in range(5))
    assert len(socket.sent) == 5


def test_the_message_that_goes_over_the_budget_is_sent_and_told_of_once():
    outbox, socket = an_outbox()
    assert [outbox.send(bytes(60)) for _ in range(3)] == [False, True, False]
    assert len(socket.sent) == 3


def test_a_spent_budget_is_free_again_when_half_of_it_is():
    outbox, socket = an_outbox()
    outbox.send(bytes(150))
    socket.unsent = 51
    assert not outbox.recovers()
    socket.unsent = 50
    assert outbox.recovers()
    assert not outbox.recovers()
    assert outbox.send(bytes(60))


def test_what_is_worth_nothing_later_is_left_out_when_much_is_waiting():
    outbox, socket = an_outbox()
    outbox.offer(b"cursor")
    outbox.send(bytes(20))
    outbox.offer(b"cursor")
    assert socket.sent == [b"cursor", bytes(20)]


def test_it_knows_how_much_the_socket_has_taken():
    outbox, socket = an_outbox()
    outbox.send(bytes(30))
    outbox.send(bytes(30))
    socket.unsent = 10
    assert outbox.taken == 50
