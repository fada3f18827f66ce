"""Starts and stops a server of one line of Neo4j in a folder. Wants Maven and a JDK that the line runs on."""

import contextlib
import json
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent / ".neo4j"
"""Jars, and the folders of servers that people start for themselves; tests bring folders of their own."""
_START_SECONDS = 180
_STOP_SECONDS = 60
_FOLDERS = ("conf", "data", "logs", "run", "plugins", "import", "licenses", "labs", "certificates", "web")
# Without an empty web/ folder the server does not look for Browser in its class path.
_JAVA_OPTIONS = (
    "-Xms512m", "-Xmx1g", "-Dfile.encoding=UTF-8", "-Djava.awt.headless=true", "-Dlog4j2.disable.jmx=true",
    "--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED", "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """A release line: the pom's profile, the Java versions it runs on, its main class."""

    name: str
    java: tuple[int, ...]
    main: str


LINES = {
    "lts": Line("lts", (17, 21), "org.neo4j.server.CommunityEntryPoint"),
    "current": Line("current", (21, 25), "org.neo4j.server.Neo4jCommunity"),
}


class ServerError(Exception):
    """Why there is no server."""


@dataclass(frozen=True)
class Running:
    """A server that listens; the password is in `password_file`."""

    home: str
    pid: int
    bolt: int
    http: int

    @property
    def password_file(self) -> Path:
        return Path(self.home) / "password"

    @property
    def uri(self) -> str:
        """The address with its login, as KG_TEST_NEO4J takes it."""
        return f"bolt://neo4j:{self.password_file.read_text(encoding='utf-8')}@127.0.0.1:{self.bolt}"


def running(home: Path) -> Running | None:
    """The server of a folder where it is up."""
    try:
        found = Running(**json.loads((home / "server.json").read_text(encoding="utf-8")))
        os.kill(found.pid, 0)
        # After a restart of the machine another process may have the number, but none listens there.
        socket.create_connection(("127.0.0.1", found.bolt), timeout=5).close()
    except (OSError, ValueError, TypeError):
        return None
    return found


def start(line: Line, home: Path) -> Running:
    """Start a server in a folder on free ports, unless it is up; raises `ServerError` with the end of its log."""
    if up := running(home):
        return up
    java, jars = _java(line), _jars(line)
    for folder in _FOLDERS:
        (home / folder).mkdir(parents=True, exist_ok=True)
    bolt, http = _free_ports()
    _configure(home, bolt, http)
    _set_password(home, java, jars)
    log = home / "logs" / "console.log"
    classes = f"{home}/plugins/*:{home}/conf:{jars}/*"
    folders = (f"--home-dir={home}", f"--config-dir={home}/conf")
    command = [java, *_JAVA_OPTIONS, "-cp", classes, line.main, *folders, "--console-mode"]
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, start_new_session=True
        )
    if not _listens(process, log):
        process.kill()
        told = log.read_text(encoding="utf-8", errors="replace")
        raise ServerError(f"Neo4j ({line.name}) did not start:\n{told[-2000:]}")
    up = Running(str(home), process.pid, bolt, http)
    (home / "server.json").write_text(json.dumps(up.__dict__), encoding="utf-8")
    return up


def stop(home: Path) -> None:
    """Stop the server of a folder, if it is up."""
    up = running(home)
    (home / "server.json").unlink(missing_ok=True)
    if not up:
        return
    os.kill(up.pid, signal.SIGTERM)
    for _ in range(_STOP_SECONDS * 5):
        with contextlib.suppress(ChildProcessError):
            os.waitpid(up.pid, os.WNOHANG)
        try:
            os.kill(up.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.2)
    raise ServerError(f"Neo4j (process {up.pid}) does not stop; end it by hand")


def _listens(process: "subprocess.Popen[bytes]", log: Path) -> bool:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        if "Started." in log.read_text(encoding="utf-8", errors="replace"):
            return True
        time.sleep(0.2)
    return False


def _jars(line: Line) -> Path:
    jars, partial = ROOT / f"lib-{line.name}", ROOT / f"lib-{line.name}.part"
    if not jars.is_dir():
        shutil.rmtree(partial, ignore_errors=True)
        command = ["mvn", "-B", "-q", "-f", str(HERE / "pom.xml"), "-P", line.name, f"-Dout={partial}", "package"]
        try:
            subprocess.run(command, check=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise ServerError(f"Neo4j ({line.name}) can't be fetched with Maven: {error}") from error
        partial.rename(jars)
    return jars


def _configure(home: Path, bolt: int, http: int) -> None:
    options = {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": f":{bolt}",
        "server.http.listen_address": f":{http}",
        "server.https.enabled": "false",
        "dbms.usage_report.enabled": "false",
        "server.memory.heap.initial_size": "512m",
        "server.memory.heap.max_size": "1g",
        "server.memory.pagecache.size": "256m",
    }
    text = "".join(f"{key}={value}\n" for key, value in options.items())
    (home / "conf" / "neo4j.conf").write_text(text, encoding="utf-8")


def _set_password(home: Path, java: str, jars: Path) -> None:
    """A random password; the server takes one only before its first start, so it stays with the data.

    Letters and figures only: the tool takes one that starts with a hyphen for an option.
    """
    file = home / "password"
    if file.exists():
        return
    password = secrets.token_hex(18)
    environment = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    command = [java, "-cp", f"{jars}/*", "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", password]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    file.touch(mode=0o600)
    file.write_text(password, encoding="utf-8")


def _java(line: Line) -> str:
    """The oldest Java here that the line runs on."""
    found = {_version(java): java for java in _javas()}
    for version in line.java:
        if version in found:
            return found[version]
    wanted = " or ".join(map(str, line.java))
    raise ServerError(f"Neo4j ({line.name}) needs Java {wanted}; install it or set JAVA_HOME. Found: {sorted(found)}")


def _javas() -> Iterator[str]:
    if (java := shutil.which("java")) is not None:
        yield java
    for home in sorted(Path("/usr/lib/jvm").glob("*")):
        if (home / "bin" / "java").exists():
            yield str(home / "bin" / "java")
    if home := os.environ.get("JAVA_HOME"):
        yield f"{home}/bin/java"


def _version(java: str) -> int:
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    match = re.search(r'version "(\d+)', told)
    return int(match.group(1)) if match else 0


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]
