"""The status that follows from claims: one claim alone is told as many are."""

from hypothesis import given
from hypothesis import strategies as st

from kg.derive import derive
from kg.store.relations import StoredClaim
from ontology.load import load_ontology

CLAIMS = st.builds(
    StoredClaim,
    article=st.just("a"),
    modality=st.sampled_from(sorted(load_ontology().modalities)),
    confidence=st.floats(0, 1),
    said=st.sampled_from(["", "2025", "2025-06-30"]),
    date=st.sampled_from(["", "2024-12"]),
    speaker=st.sampled_from(["", "Vera Castell"]),
    amount_usd=st.none() | st.floats(1, 1e12),
)


@given(CLAIMS)
def test_a_claim_told_twice_by_its_article_says_what_it_says_once(claim: StoredClaim) -> None:
    assert derive([claim, claim])._replace(claims=1) == derive([claim])
