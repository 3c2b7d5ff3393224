"""A terminal in which `tafelkleed` is typed."""

import json
from pathlib import Path

from server.cli import main


class Terminal:
    """A terminal on one data folder; answers come back parsed."""

    def __init__(self, folder: Path, capsys):
        self.folder = folder
        self.capsys = capsys

    def run(self, *arguments: object) -> tuple[int, str, str]:
        """Run a command; give exit code, standard output and standard error."""
        code = main([*(str(argument) for argument in arguments), "--data", str(self.folder)])
        said = self.capsys.readouterr()
        return code, said.out, said.err

    def ask(self, *arguments: object):
        """Run a command that must succeed and speak JSON alone."""
        code, out, err = self.run(*arguments, "--json")
        assert (code, err) == (0, "")
        return json.loads(out)
