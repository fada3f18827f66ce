"""Questions about one relation, a row for each relationship: rivals and restrictions."""

from kg.answer import Edge, Node
from kg.query.question import Found, Parameter, Question, Row
from kg.query.view import View
from kg.query.words import label, status_text, sureness
from ontology.lexicon import load_lexicon

_STATUS_COLUMNS = ("status", "confidence", "first said", "last said")


def rivals(view: View, *, who: Node) -> Found:
    """Who competes with, outperforms or is outperformed by an organisation, model, chip or product."""
    rows = []
    for edge in sorted(view.around(["COMPETES_WITH", "OUTPERFORMS"], [who.id]), key=sureness):
        is_subject = edge.subject.id == who.id
        other = edge.object if is_subject else edge.subject
        rows.append(
            Row((other.name, other.type, label(edge.predicate, inverse=not is_subject), *_status(edge)), (edge,))
        )
    return Found(f"Rivals of {who.name}", ("rival", "type", f"{who.name} …", *_STATUS_COLUMNS), rows)


def restrictions(view: View, *, by: Node | None, on: Node | None) -> Found:
    """Export controls, bans and sanctions: all, or those by or on an entity."""
    if by:
        edges = view.out(["RESTRICTS"], _authorities(by))
    elif on:
        edges = view.into(["RESTRICTS"], [on.id])
    else:
        edges = view.all(["RESTRICTS"])
    rows = [
        Row((edge.subject.name, edge.object.name, edge.object.type, edge.date, *_status(edge)), (edge,))
        for edge in sorted(edges, key=sureness)
        if on is None or edge.object.id == on.id
    ]
    title = "Restrictions" + (f" by {by.name}" if by else "") + (f" on {on.name}" if on else "")
    return Found(title, ("by", "on", "type", "date", *_STATUS_COLUMNS), rows)


def _authorities(by: Node) -> set[str]:
    """The ids of who acts: the entity itself, for a country also its government and ministries, by lexicon."""
    lexicon = load_lexicon()
    place = lexicon.get(by.id)
    if place is None or not place.code:
        return {by.id}
    return {by.id, *(entry.id for entry in lexicon if (entry.type, entry.country) == ("Government", place.code))}


def _status(edge: Edge) -> tuple[str, float, str, str]:
    return status_text(edge.status, contested=edge.contested), edge.confidence, edge.first_said, edge.last_said


RIVALS = Question(
    name="rivals",
    help="Who competes with, outperforms or is outperformed by an organisation, model, chip or product.",
    function=rivals,
    example="rivals NVIDIA",
    arguments=(Parameter("who", "The organisation, model, chip or product."),),
)
RESTRICTIONS = Question(
    name="restrictions",
    help="Export controls, bans and sanctions.",
    function=restrictions,
    example="restrictions --on China",
    options=(
        Parameter("by", "Only those by this government, or by all of this country's.", types=("Government",)),
        Parameter("on", "Only those on this.", types=("Place",)),
    ),
)
