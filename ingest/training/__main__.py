"""python -m ingest.training check|judge|encoder|reader|modality|words|names: read annotated sentences, or learn."""

from collections import Counter
from typing import cast

import click

from ingest.training.annotated import SENTENCES, Annotated, read_file, read_held, read_sentences
from kg.model import Language
from ontology.load import LANGUAGES

languages = click.argument("langs", nargs=-1, type=click.Choice(LANGUAGES))


@click.group()
def training() -> None:
    """The annotated sentences and the models trained on them; needs the extra `training`."""


@training.command()
def check() -> None:
    """Say what is wrong with the annotated sentences, and count what they claim."""
    wrong = 0
    for lang in LANGUAGES:
        claims: Counter[str] = Counter()
        texts: Counter[str] = Counter()
        sentences = 0
        for path in sorted((SENTENCES / lang).rglob("*.txt")):
            for found in read_file(path):
                if isinstance(found, Exception):
                    wrong += 1
                    click.echo(found, err=True)
                    continue
                texts[found.text] += 1
                sentences += len(found.sentences) - len(found.silent)
                claims.update(claim.relation for claim in found.claims)
        repeated = sum(texts.values()) - len(texts)
        click.echo(f"{lang}: {sentences} sentences in {len(texts)} passages, {repeated} repeated")
        click.echo(", ".join(f"{relation} {count}" for relation, count in claims.most_common()))
    raise SystemExit(1 if wrong else 0)


@training.command()
@click.option("--further", is_flag=True, help="Go on from the stored encoder, for two rounds.")
def encoder(*, further: bool) -> None:
    """Train the encoder on the passages of all languages, and store it; needs the extra `encoder`, takes hours."""
    from ingest.training.encoding.examples import examples
    from ingest.training.encoding.export import export
    from ingest.training.encoding.learn import learn
    from ingest.training.following import with_following
    from ingest.training.joined import joined
    from ingest.training.passages import read

    told = {lang: list(with_following(lang, list(read_sentences(lang)))) for lang in map(_language, LANGUAGES)}
    articles = (article for lang, passages in told.items() for article in read(lang, list(joined(lang, passages))))
    export(learn(list(examples(articles)), click.echo, further=further))


@training.command()
def judge() -> None:
    """Train the judge of relations on what the encoder has not seen, and store its weights."""
    from ingest.judge.model import store
    from ingest.training.judge import train

    click.echo(store({lang: train(lang, list(read_held(lang))) for lang in map(_language, LANGUAGES)}))


@training.command()
@languages
def modality(langs: tuple[str, ...]) -> None:
    """Train the chooser of modalities, and store its weights."""
    from ingest.modality.learned import store
    from ingest.training.modality import train

    for lang in map(_language, langs or LANGUAGES):
        click.echo(store(lang, *train(lang, _all(lang))))


@training.command()
def words() -> None:
    """Collect the common words of Chinese, of which no name is made."""
    from ingest.names.ordinary import COMMON
    from ingest.training.words import common_words

    COMMON.write_text("\n".join(common_words(_alone("zh"))) + "\n", encoding="utf-8")
    click.echo(COMMON)


@training.command()
def names() -> None:
    """Train the recogniser of English names, and store its weights."""
    from ingest.names.english import WEIGHTS
    from ingest.training.naming.english import train

    train(_alone("en")).get_pipe("ner").to_disk(WEIGHTS, exclude=["vocab"])
    click.echo(WEIGHTS)


@training.command()
def reader() -> None:
    """Train the reader of Japanese and Chinese names, and store it; needs the extra `encoder`, takes an hour."""
    from ingest.training.naming.export import export
    from ingest.training.naming.learn import learn

    told = {lang: list(read_sentences(lang)) for lang in map(_language, ("ja", "zh"))}
    export(learn(told, read_sentences("en"), click.echo))


def _all(lang: str) -> list[Annotated]:
    return [*read_sentences(lang), *read_held(lang)]


def _alone(lang: str) -> list[Annotated]:
    return [sentence for passage in _all(lang) for sentence in passage.alone()]


def _language(name: str) -> Language:
    return cast("Language", name)


training()
