"""The statements of the logs, in SQLAlchemy's language; each log compiles them once."""

from sqlalchemy import ARRAY, String, any_, bindparam, insert, select, update

from server.store.tables import boards, clients, updates

HEAD_OF_ONE = select(boards.c.id, boards.c.epoch, boards.c.head).where(
    boards.c.id == bindparam("board")
)
# in the order of their ids, so that two instances never wait for each other in a circle
LOCK_HEADS = (
    select(boards.c.id, boards.c.epoch, boards.c.head)
    .where(boards.c.id == any_(bindparam("board", type_=ARRAY(String))))
    .order_by(boards.c.id)
    .with_for_update()
)
WRITE_ROW = insert(updates)
WRITE_HEAD = (
    update(boards)
    .values(head=bindparam("seq"), used_at=bindparam("at"))
    .where(boards.c.id == bindparam("board"))
)
READ_ROW = select(updates.c.payload).where(
    updates.c.board == bindparam("board"),
    updates.c.epoch == bindparam("epoch"),
    updates.c.seq == bindparam("seq"),
)
READ_BINDING = select(clients.c.participant).where(
    clients.c.board == bindparam("board"), clients.c.client == bindparam("client")
)
WRITE_BINDING = insert(clients)
TOUCH = update(boards).values(used_at=bindparam("at")).where(boards.c.id == bindparam("board"))
