"""How a network learns: steps that grow at first and then shrink, longer ones for what does not come from the base."""

from collections.abc import Collection
from typing import Any

import torch

_RISE, _LEAST, _HEAD = 0.06, 0.01, 5
"""For which share of the steps they grow, what is left of the longest at the end, and how many times longer those of
what is new are."""
_DECAY, _STEEPEST = 0.01, 1.0


class Steps:
    """The steps of one training: `own` are the parts of the network that are new, `longest` is the step of the rest."""

    def __init__(self, network: Any, own: Collection[str], longest: float, count: int) -> None:
        named = [(name.partition(".")[0] in own, weight) for name, weight in network.named_parameters()]
        body, head = ([weight for new, weight in named if new == wanted] for wanted in (False, True))
        groups = [{"params": body, "lr": longest}, {"params": head, "lr": _HEAD * longest}]
        self._weights = body + head
        self._optimizer = torch.optim.AdamW(groups, weight_decay=_DECAY)
        self._scheduler = torch.optim.lr_scheduler.LambdaLR(
            self._optimizer, lambda step: min(1, (step + 1) / (_RISE * count + 1)) * max(_LEAST, 1 - step / count)
        )

    def take(self, lost: Any) -> float:
        """One step that lessens what was lost, which is returned as a number."""
        self._optimizer.zero_grad()
        lost.backward()
        torch.nn.utils.clip_grad_norm_(self._weights, _STEEPEST)
        self._optimizer.step()
        self._scheduler.step()
        return float(lost.detach())
