"""kg extract: articles in, claims as JSON Lines out."""

import sys
from contextlib import ExitStack
from pathlib import Path

import click

from ingest.parallel import extract_all
from kg.cli.reading import Rejections, jobs_option, reading
from kg.export.writing import writing
from kg.model import dump_line


@click.command()
@click.argument("inputs", nargs=-1, required=True)
@click.option("-o", "--output", default="-", help="File for the claims; - is standard output.", show_default=True)
@click.option("--mentions", type=click.Path(path_type=Path), help="File for the entities that each article names.")
@click.option("--articles", type=click.Path(path_type=Path), help="File for title, date and publisher of each article.")
@jobs_option
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")
def extract(
    inputs: tuple[str, ...], output: str, mentions: Path | None, articles: Path | None, jobs: int, quiet: bool
) -> None:
    """Write the claims of INPUTS: files, folders, feeds, http(s) addresses or - for standard input.

    \b
    kg extract article.txt -o claims.jsonl
    kg extract articles/ -o claims.jsonl --mentions mentions.jsonl --articles articles.jsonl
    """
    rejections = Rejections()
    count = claims = 0
    with ExitStack() as stack:
        claim_file = sys.stdout if output == "-" else stack.enter_context(writing(Path(output)))
        mention_file = stack.enter_context(writing(mentions)) if mentions else None
        article_file = stack.enter_context(writing(articles)) if articles else None
        for extraction in extract_all(reading(inputs, rejections, quiet=quiet), jobs, on_reject=rejections.add):
            count += 1
            claims += len(extraction.claims)
            claim_file.writelines(dump_line(claim.record()) for claim in extraction.claims)
            if mention_file:
                mention_file.writelines(dump_line(m.record()) for m in extraction.mentions)
            if article_file:
                article_file.write(dump_line(extraction.article.record()))
    if not quiet:
        click.echo(f"{count} articles, {claims} claims, {len(rejections.errors)} rejected.", err=True)
    rejections.exit()
