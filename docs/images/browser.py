"""Takes the pictures of docs/browser.md: the example articles in the Neo4j Browser of a new server."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from kg.config import Settings
from kg.export.grass import grass
from tests.neo4j.browser import Tab, logged_in
from tests.neo4j.server import LINES, Running, start, stop

HERE = Path(__file__).parent
ARTICLES = HERE.parent.parent / "examples" / "articles"
HARDWARE = """
MATCH p = (:Organization)-[:USES_HARDWARE|DESIGNS_CHIP]->(chip:Chip) WHERE chip.name IN ['H20', 'MI400']
RETURN p"""
EVIDENCE = """
MATCH p = (:Entity {name: 'ASML'})<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(:Entity {name: 'Mistral AI'})
MATCH q = (c)-[:IN]->(:Article)
RETURN p, q"""


def main() -> None:
    """Start a server, read the examples into it, and take the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            settings = _filled(start(LINES["lts"], Path(folder)))
            with logged_in(settings, width=1100, height=760) as tab:
                _take(tab)
        finally:
            stop(Path(folder))


def _filled(up: Running) -> Settings:
    password = up.password_file.read_text(encoding="utf-8")
    settings = Settings(uri=f"bolt://127.0.0.1:{up.bolt}", user="neo4j", password=password)
    run = {**os.environ, "NEO4J_URI": settings.uri or "", "NEO4J_USERNAME": "neo4j", "NEO4J_PASSWORD": password}
    subprocess.run([sys.executable, "-m", "kg", "ingest", "-q", str(ARTICLES)], env=run, check=True)
    return settings


def _take(tab: Tab) -> None:
    tab.drop("kg.grass", grass())
    tab.run(HARDWARE)
    tab.picture(HERE / "browser-relationship.png", "svg g.relationship:has-text('planned')")
    tab.run(EVIDENCE)
    tab.picture(HERE / "browser-claim.png", "svg g.node:has-text('INVESTED')")


if __name__ == "__main__":
    main()
