"""Known names in running text: the longest, whole, in their own case where they are short."""

import pytest

from ingest.gazetteer import Gazetteer

CASES = [
    ("Alibaba Cloud grew.", ["org:alibaba-cloud"]),
    ("アリババクラウドが成長。", ["org:alibaba-cloud"]),
    ("GPT-4o and GPT-4 differ.", ["model:gpt-4o", "model:gpt-4"]),
    ("It sold H100 parts and H200 parts.", ["chip:h100", "chip:h200"]),
    ("The H100e is no H-100x.", []),
    ("英伟达与輝達。", ["org:nvidia", "org:nvidia"]),
    ("埃隆 · 马斯克起诉萨姆·奥尔特曼。", ["person:elon-musk", "person:sam-altman"]),
    ("She broke her arm on a meta level.", []),
]


@pytest.mark.parametrize(("text", "ids"), CASES)
def test_names_in_text(text: str, ids: list[str]) -> None:
    assert [m.entity.id for m in Gazetteer.load().find(text) if m.entity] == ids
