"""`python -m ingest.training check`: reads all annotated sentences, and says what is wrong and how many there are."""

import sys
from collections import Counter

import click

from ingest.training.annotated import SENTENCES, read_line


def main() -> int:
    wrong = 0
    for folder in sorted(SENTENCES.iterdir()):
        claims: Counter[str] = Counter()
        seen: Counter[str] = Counter()
        for path in sorted(folder.glob("*.txt")):
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if not line.strip() or line.startswith("#"):
                    continue
                try:
                    sentence = read_line(line)
                except ValueError as error:
                    wrong += 1
                    click.echo(f"{path.name}:{number}: {error}", err=True)
                    continue
                seen[sentence.text] += 1
                claims.update(claim.relation for claim in sentence.claims)
                claims["(none)"] += not sentence.claims
        repeated = sum(n - 1 for n in seen.values())
        click.echo(f"{folder.name} {len(seen)} sentences; {repeated} repeated; {dict(claims)}")
    return 1 if wrong else 0


sys.exit(main())
