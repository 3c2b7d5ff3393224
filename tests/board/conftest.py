"""What holds for the tests of the domain: a busy machine is no reason to fail."""

from hypothesis import settings

settings.register_profile("board", deadline=None)
settings.load_profile("board")
