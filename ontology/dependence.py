"""Which relations say that one depends on another, and which end it is."""

from collections.abc import Mapping
from typing import Literal

Role = Literal["need", "part", "whole"]
"""Why one depends on another: it needs it, it is a part of it (a chip of its designer), or owns it as a part."""

DEPENDENT_SUBJECT: Mapping[str, Role] = {
    "USES_HARDWARE": "need",
    "USES_CLOUD": "need",
    "TRAINED_ON": "need",
    "RUNS_ON": "need",
    "DESIGNS_CHIP": "whole",
    "DEVELOPS": "whole",
    "SUBSIDIARY_OF": "part",
}
"""Relations whose subject depends on the object."""
DEPENDENT_OBJECT: Mapping[str, Role] = {
    "SUPPLIES": "need",
    "MANUFACTURES": "need",
    "DESIGNS_CHIP": "part",
    "DEVELOPS": "part",
    "SUBSIDIARY_OF": "whole",
}
"""Relations whose object depends on the subject."""
