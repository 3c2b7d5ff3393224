"""What is generated from Python is up to date."""

from board.typescript import typescript
from server.settings import documentation
from tests.project.repository import ROOT


def test_the_typescript_schema_is_what_the_python_schema_gives():
    assert (ROOT / "frontend/src/model/schema.gen.ts").read_text() == typescript()


def test_every_setting_stands_in_the_documentation():
    assert (ROOT / "docs/settings.md").read_text() == documentation()
