"""An invitation holds until its day, unless it is withdrawn."""

from datetime import UTC, datetime, timedelta

from server.access.invitation import Standing, standing

NOW = datetime(2025, 1, 10, 15, 30, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_without_a_day_it_holds():
    assert standing(expires_at=None, revoked_at=None, now=NOW) is Standing.VALID


def test_it_holds_until_its_moment_and_not_at_it():
    assert standing(expires_at=NOW + SECOND, revoked_at=None, now=NOW) is Standing.VALID
    assert standing(expires_at=NOW, revoked_at=None, now=NOW) is Standing.EXPIRED


def test_withdrawn_counts_for_more_than_too_old():
    assert standing(expires_at=NOW - SECOND, revoked_at=NOW, now=NOW) is Standing.REVOKED
