"""A Neo4j Community server for development and tests: `python -m tests.neo4j.server start|stop|env`.

With Docker where `docker info` answers, else the Java server that Maven publishes (`pom.xml`). Everything it
needs and writes stands in the git-ignored folder `.neo4j/`; the password is made up once and kept there.
"""

from __future__ import annotations

import json
import os
import secrets
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
HOME = ROOT / ".neo4j"
LIB = HOME / "lib"  # the same for every server
POM = Path(__file__).with_name("pom.xml")
IMAGE = "neo4j:5.26-community"
WAIT_S = 120.0  # a first start beside other work took 23 s; Docker fetches its image before
SETTINGS = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.bolt.advertised_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.http.advertised_address=127.0.0.1:{http}
server.memory.pagecache.size=64m
dbms.usage_report.enabled=false
db.tx_log.preallocate=false
db.tx_log.rotation.size=16m
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
"""


class NoServer(Exception):
    """The server cannot be had on this machine; the message says what is missing."""


def state(home: Path = HOME) -> dict[str, Any]:
    """What is known of the server under `home`: bolt, http, password, and pid or container while it runs."""
    file = home / "server.json"
    return json.loads(file.read_text()) if file.is_file() else {}


def start(home: Path = HOME) -> dict[str, Any]:
    """Start the server under `home`, or take the one that runs; return its state once it answers."""
    known = state(home)
    if known and answers(known):
        return known
    home.mkdir(parents=True, exist_ok=True)
    known = {
        "bolt": free_port(known.get("bolt", 7687)),
        "http": free_port(known.get("http", 7474)),
        "password": known.get("password") or secrets.token_urlsafe(12),
    }
    known |= start_docker(known) if docker_answers() else start_java(home, known)
    save(home, known)
    wait(home, known)
    return known


def stop(home: Path = HOME) -> bool:
    """End the server under `home`; False if none was running. Its data stay."""
    known = state(home)
    if "container" in known:
        subprocess.run(["docker", "rm", "-f", known["container"]], check=True, capture_output=True)
    elif not (known.get("pid") and alive(known)):
        return False
    else:
        end(known["pid"])
    save(home, {name: value for name, value in known.items() if name not in ("pid", "container")})
    return True


def kill(home: Path) -> None:
    """End the server as a power cut would."""
    os.kill(state(home)["pid"], signal.SIGKILL)
    while alive(state(home)):
        time.sleep(0.05)


def environment(known: dict[str, Any]) -> dict[str, str]:
    """The variables by which graphkit finds the server."""
    return {
        "NEO4J_URI": f"neo4j://localhost:{known['bolt']}",
        "NEO4J_USERNAME": "neo4j",
        "NEO4J_PASSWORD": known["password"],
    }


def save(home: Path, known: dict[str, Any]) -> None:
    file = home / "server.json"
    file.touch(mode=0o600)
    file.write_text(json.dumps(known, indent=1))


def free_port(wanted: int) -> int:
    """`wanted` if nobody listens there, else a port of the system's choice."""
    for port in (wanted, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise NoServer("no free port")


def docker_answers() -> bool:
    return bool(shutil.which("docker")) and subprocess.run(["docker", "info"], capture_output=True).returncode == 0


def start_docker(known: dict[str, Any]) -> dict[str, Any]:
    command = ["docker", "run", "-d", "--rm", "-v", "graphkit-neo4j:/data"]
    command += ["-p", f"127.0.0.1:{known['http']}:7474", "-p", f"127.0.0.1:{known['bolt']}:7687"]
    command += ["-e", f"NEO4J_AUTH=neo4j/{known['password']}"]
    command += ["-e", f"NEO4J_server_bolt_advertised__address=localhost:{known['bolt']}", IMAGE]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise NoServer(f"docker could not start {IMAGE}: {done.stderr.strip()}")
    return {"container": done.stdout.strip()}


def start_java(home: Path, known: dict[str, Any]) -> dict[str, Any]:
    java = os.environ.get("GRAPHKIT_JAVA", "java")
    check_java(java)
    jars = f"{fetch_jars()}/*"  # no shell between: the star must reach java
    for folder in ("conf", "logs"):
        (home / folder).mkdir(parents=True, exist_ok=True)
    (home / "conf/neo4j.conf").write_text(SETTINGS.format(**known))
    env = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    if not (home / "data").exists():  # only before the first start does the server take a password
        first = [java, "-cp", jars, "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", known["password"]]
        subprocess.run(first, env=env, check=True, capture_output=True)
    opens = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in ("java.nio", "java.io", "sun.nio.ch")]
    command = [java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms256m", "-Xmx512m", *opens, "-cp", jars]
    command += ["org.neo4j.server.CommunityEntryPoint", f"--home-dir={home}", f"--config-dir={home}/conf"]
    with (home / "logs/console.log").open("ab") as log:
        process = subprocess.Popen(
            command, env=env, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        )
    process.returncode = 0  # it outlives us: nobody waits for it
    return {"pid": process.pid}


def check_java(java: str) -> None:
    needs = "Neo4j needs Docker, or Java 17 or newer (set GRAPHKIT_JAVA to another java) and Maven (mvn)"
    if not shutil.which(java):
        raise NoServer(f"{needs}; there is no {java!r} here")
    words = subprocess.run([java, "-version"], capture_output=True, text=True).stderr.split('"')
    version = words[1] if len(words) > 1 else "?"
    major = version.split(".")[0].split("-")[0]
    if not major.isdigit() or int(major) < 17:
        raise NoServer(f"{needs}; {java!r} is {version}")


def fetch_jars(lib: Path = LIB) -> Path:
    """The server's jars, about 140 MB, fetched once through Maven."""
    complete = lib / ".complete"
    if complete.is_file() and complete.read_text() == POM.read_text():
        return lib
    if not shutil.which("mvn"):
        raise NoServer("Neo4j needs Docker, or Java 17 or newer and Maven; there is no 'mvn' here")
    shutil.rmtree(lib, ignore_errors=True)
    goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={lib}"]
    done = subprocess.run(["mvn", "-q", "-B", "-f", str(POM), *goal], capture_output=True, text=True)
    if done.returncode:
        raise NoServer(f"Maven could not fetch Neo4j:\n{done.stdout[-2000:]}")
    complete.write_text(POM.read_text())
    return lib


def alive(known: dict[str, Any]) -> bool:
    """Whether the process of `known` still runs and is the server: a pid may be another's by now."""
    with suppress(ChildProcessError):
        os.waitpid(known["pid"], os.WNOHANG)  # a dead child of ours would look alive until somebody asks
    done = subprocess.run(["ps", "-ww", "-o", "stat=,args=", "-p", str(known["pid"])], capture_output=True, text=True)
    return "CommunityEntryPoint" in done.stdout and not done.stdout.lstrip().startswith("Z")


def end(pid: int) -> None:
    os.kill(pid, signal.SIGTERM)
    deadline = time.monotonic() + 30
    while alive({"pid": pid}):
        if time.monotonic() > deadline:
            os.kill(pid, signal.SIGKILL)
        time.sleep(0.1)


def answers(known: dict[str, Any]) -> bool:
    """Whether a query comes back; a wrong password raises."""
    import neo4j

    address = f"bolt://127.0.0.1:{known['bolt']}"
    with neo4j.GraphDatabase.driver(address, auth=("neo4j", known["password"]), connection_timeout=2) as driver:
        try:
            with driver.session(database="neo4j") as session:
                session.run("RETURN 1").consume()
        except (neo4j.exceptions.ServiceUnavailable, neo4j.exceptions.TransientError):
            return False
        except neo4j.exceptions.DatabaseUnavailable:
            return False
    return True


def wait(home: Path, known: dict[str, Any]) -> None:
    deadline = time.monotonic() + WAIT_S
    while not answers(known):
        if "pid" in known and not alive(known):
            raise NoServer(f"the server ended while starting; see {home}/logs/console.log")
        if time.monotonic() > deadline:
            stop(home)
            raise NoServer(f"the server did not answer within {WAIT_S:.0f} s; see {home}/logs")
        time.sleep(0.2)


def main(arguments: list[str]) -> int:
    verbs = {"start": started, "stop": stopped, "env": exports}
    if len(arguments) != 1 or arguments[0] not in verbs:
        sys.stderr.write("usage: python -m tests.neo4j.server start|stop|env\n")
        return 2
    try:
        sys.stdout.write(verbs[arguments[0]]())
    except NoServer as error:
        sys.stderr.write(f"{error}\n")
        return 4
    return 0


def started() -> str:
    known = start()
    browser = f"http://localhost:{known['http']}/browser/"
    return (
        f"Neo4j answers at neo4j://localhost:{known['bolt']}, its Browser at {browser}\n"
        'eval "$(make -s neo4j-env)" lets graphkit find it; make neo4j-stop ends it\n'
    )


def stopped() -> str:
    return "Neo4j is stopped; its data stay in .neo4j/\n" if stop() else "no Neo4j of this folder was running\n"


def exports() -> str:
    known = state()
    if not known or not answers(known):
        raise NoServer("no Neo4j of this folder answers; start it: make neo4j")
    return "".join(f"export {name}={shlex.quote(value)}\n" for name, value in environment(known).items())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
