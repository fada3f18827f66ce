"""kg export: the graph as a file, one subcommand a format."""

import functools
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import store_options
from kg.errors import UnknownEntityError, UsageError
from kg.export import PICTURE_LIMIT, PICTURE_MOST

if TYPE_CHECKING:
    from kg.config import Settings
    from kg.export.graph import Landscape
    from kg.store import Store

Command = Callable[..., Any]
_PREDICATE = "Only this relation, e.g. USES_HARDWARE; repeatable."
_MODALITY = "Only claims so made, e.g. planned; repeatable."


@click.group()
def export() -> None:
    """Write the graph, or the part that the options choose, as a file.

    \b
    kg export html -o graph.html --about NVIDIA --hops 2
    kg export rdf -o graph.ttl
    kg export csv -o tables/
    """


def selecting(limit: int | None = None, most: int | None = None) -> Callable[[Command], Command]:
    """Add the options that choose a part of the graph, and pass that part on as one `landscape`."""

    def decorate(command: Command) -> Command:
        @click.option("--about", multiple=True, metavar="NAME", help="Only what surrounds this entity; repeatable.")
        @click.option("--hops", type=click.IntRange(min=0), default=1, show_default=True, help="How far around it.")
        @click.option("--predicate", "predicates", multiple=True, metavar="P", help=_PREDICATE)
        @click.option("--modality", "modalities", multiple=True, metavar="M", help=_MODALITY)
        @click.option("--limit", type=click.IntRange(1, most), default=limit, show_default=limit is not None,
                      help="Only so many entities, the best-connected.")  # fmt: skip
        @click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")
        @store_options
        @functools.wraps(command)
        def wrapped(
            *args: Any,
            settings: "Settings",
            about: tuple[str, ...],
            hops: int,
            predicates: tuple[str, ...],
            modalities: tuple[str, ...],
            limit: int | None,
            quiet: bool,
            **kwargs: Any,
        ) -> Any:
            from kg.export.graph import Selection, read_landscape
            from kg.export.page import limit_note
            from kg.store import open_store
            from kg.store.doctor import emptiness
            from ontology.load import load_ontology

            ontology = load_ontology()
            chosen = _known("predicate", (name.upper() for name in predicates), ontology.relations)
            moods = _known("modality", (name.lower() for name in modalities), ontology.modalities)
            with open_store(settings) as store:
                _say("Reading the graph …", quiet=quiet)
                roots = tuple(_entity(store, name) for name in about)
                landscape = read_landscape(store, Selection(roots, hops, chosen, moods, limit))
                if not landscape.claims and (empty := emptiness(store)):
                    _say(empty, quiet=quiet)
            for note in limit_note(len(landscape.entities), landscape.found):
                _say(f"{note} --limit takes more, --about NAME a part.", quiet=quiet)
            command(*args, landscape=landscape, **kwargs)
            _say(_summary(landscape), quiet=quiet)

        return wrapped

    return decorate


output_option = click.option(
    "-o", "--output", type=click.Path(allow_dash=True, path_type=Path), default="-", show_default=True, help="File."
)


@export.command()
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="File.")
@click.option("--title", default="AI landscape", show_default=True, help="What the page is called.")
@selecting(limit=PICTURE_LIMIT, most=PICTURE_MOST)
def html(landscape: "Landscape", output: Path, title: str) -> None:
    """Write one page that shows the graph in a browser, with the sentences behind every line.

    \b
    kg export html -o graph.html
    """
    from kg.export.html import write_landscape

    write_landscape(landscape, output, title)


@export.command()
@output_option
@click.option("--format", "form", type=click.Choice(["turtle", "json-ld"]), default="turtle", show_default=True)
@click.option("--base", default="urn:kg:", show_default=True, help="What every address of ours starts with.")
@selecting()
def rdf(landscape: "Landscape", output: Path, form: Any, base: str) -> None:
    """Write RDF: entities, claims with their provenance, and asserted statements.

    \b
    kg export rdf --format json-ld -o graph.jsonld
    """
    from kg.export.rdf import rdf as as_rdf

    _write(output, [as_rdf(landscape, form, base)])


@export.command()
@output_option
@click.option("--shapes", is_flag=True, help="The SHACL shapes that an export satisfies, instead of the OWL ontology.")
@click.option("--base", default="urn:kg:", show_default=True, help="As for rdf.")
def ontology(output: Path, shapes: bool, base: str) -> None:
    """Write the vocabulary of the RDF export, as Turtle; needs no store.

    \b
    kg export ontology -o ontology.ttl
    """
    from ontology.rdf import owl, shacl

    _write(output, [(shacl if shapes else owl)(base).serialize(format="turtle")])


@export.command()
@output_option
@selecting()
def graphml(landscape: "Landscape", output: Path) -> None:
    """Write entities and relations as GraphML, for Gephi, yEd or Cytoscape.

    \b
    kg export graphml -o graph.graphml
    """
    from kg.export.graphml import graphml as as_graphml

    _write(output, [as_graphml(landscape)])


@export.command()
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="Folder.")
@selecting()
def csv(landscape: "Landscape", output: Path) -> None:
    """Write a folder of CSV files, with a script that imports them into Neo4j.

    \b
    kg export csv -o tables/
    """
    from kg.export.tables import write_tables

    write_tables(landscape, output)


@export.command()
@output_option
@selecting()
def jsonl(landscape: "Landscape", output: Path) -> None:
    """Write the claims as they were loaded, one a line.

    \b
    kg export jsonl -o claims.jsonl
    """
    from kg.export.jsonl import jsonl as as_jsonl

    _write(output, as_jsonl(landscape))


def _write(output: Path, pieces: Iterable[str]) -> None:
    from kg.export.writing import write_file

    if str(output) == "-":
        for piece in pieces:
            click.echo(piece, nl=False)
    else:
        write_file(output, pieces)


def _entity(store: "Store", name: str) -> str:
    from kg.query.entities import find_entity
    from kg.query.lens import lens
    from kg.query.view import View

    node, stored = find_entity(View(store, lens()), name)
    if not stored:
        raise UnknownEntityError(f"{node.name} ({node.id}) is in no article of this store.")
    return node.id


def _known(what: str, names: Iterable[str], known: Collection[str]) -> frozenset[str]:
    wanted = frozenset(names)
    if unknown := sorted(wanted - set(known)):
        raise UsageError(f"Unknown {what} {', '.join(unknown)}; there are {', '.join(known)}.")
    return wanted


def _summary(landscape: "Landscape") -> str:
    counts = (len(landscape.entities), len(landscape.edges), len(landscape.claims), len(landscape.articles))
    return "{:,} entities, {:,} relations, {:,} claims, {:,} articles written.".format(*counts)


def _say(words: str, *, quiet: bool) -> None:
    if not quiet:
        click.echo(words, err=True)
