"""Known names in running text: the longest, whole, in their own case where they are short."""

import pytest

from ingest.gazetteer import Gazetteer
from ingest.mentions import known_names

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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("1.ELYZA-Med-Base-1.0-Qwen2.5-72Bを公開した。", "ELYZA-Med-Base-1.0-Qwen2.5-72B"),
        ("2.Moss-1-Llama-3-8B is next.", "Moss-1-Llama-3-8B"),
        ("Moss-2.5-Qwen2.5-72B is next.", "Moss-2.5-Qwen2.5-72B"),
    ],
)
def test_a_model_built_on_another_is_named_whole_without_the_number_of_a_list(text: str, name: str) -> None:
    found = {mention.text for mention in known_names(text)}
    assert name in found
    assert not any(other.startswith(("1.", "2.M")) for other in found)
