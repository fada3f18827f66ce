"""Where entities are drawn: apart, linked ones near, and the same every time."""

import numpy as np
import pytest

from kg.export.forces import settled
from kg.export.layout import caption_size, layout


@pytest.mark.parametrize("count", [1, 2, 7, 60, 200])
def test_no_caption_covers_another(count: int) -> None:
    names = {f"n{i}": caption_size(f"星空研究所 {i}" if i % 2 else f"Company {i}", 15, 12) for i in range(count)}
    links = [(f"n{i}", f"n{(i * i) % count}") for i in range(1, count)]
    places = layout(names, links)
    boxes = [(x, y, *names[node]) for node, (x, y) in places.items()]
    covered = [
        (one, other)
        for i, one in enumerate(boxes)
        for other in boxes[:i]
        if abs(one[0] - other[0]) < (one[2] + other[2]) / 2 - 3 and abs(one[1] - other[1]) < (one[3] + other[3]) / 2 - 3
    ]
    assert covered == []
    assert places == layout(names, links)


def test_linked_points_lie_near() -> None:
    """Ten cliques of eight in a ring, one link from each to the next."""
    within = [(8 * c + i, 8 * c + j) for c in range(10) for i in range(8) for j in range(i)]
    between = [(8 * c, (8 * c + 8) % 80) for c in range(10)]
    one, other = np.array(within + between).T
    points = settled(80, one, other)
    middles = points.reshape(10, 8, 2).mean(axis=1)
    inside = np.hypot(*(points.reshape(10, 8, 2) - middles[:, None]).reshape(-1, 2).T).mean()
    apart = np.hypot(*(middles - middles[(np.arange(10) + 1) % 10]).T).mean()
    assert apart > 2 * inside
    assert (points == settled(80, one, other)).all()


def test_thousands_of_points_are_apart() -> None:
    count = 5_000
    one = np.arange(1, count)
    points = settled(count, one, one // 2)
    assert np.isfinite(points).all()
    assert len(np.unique(points.round(1), axis=0)) > 0.95 * count
