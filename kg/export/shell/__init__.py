"""What every exported page is in: one file, no outside request, and data that is only ever text.

A page is a template that extends base.html, style sheets, JSON, libraries as their makers ship them, and a script of
our own in parts. The policy lets run what bears the nonce, and nothing else.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

_HERE = Path(__file__).parent


def shell(
    template: Path,
    *,
    values: Mapping[str, Any],
    data: Mapping[str, Any],
    styles: Sequence[Path],
    libraries: Sequence[Path],
    script: Sequence[Path],
    foreign_styles: Sequence[str] = (),
) -> str:
    """The page as HTML; `data` are JSON by element id, `foreign_styles` hashes of what a library adds by itself."""
    blocks = {name: htmlsafe_json_dumps(value, dumps=_compact) for name, value in data.items()}
    css = "".join(_read(path) for path in (_HERE / "base.css", *styles))
    own = f'"use strict";\n(() => {{\n{"".join(_read(path) for path in script)}}})();\n'
    code = [*(_read(path).replace("</script", "<\\/script") for path in libraries), own]
    everything = [_compact(values), *blocks.values(), css, *code]
    environment = Environment(
        loader=FileSystemLoader([_HERE, template.parent]), autoescape=True, keep_trailing_newline=True
    )
    return environment.get_template(template.name).render(
        **values,
        nonce=hashlib.sha256("\0".join(everything).encode()).hexdigest()[:32],
        foreign_styles=foreign_styles,
        data=blocks,
        css=Markup(css),  # noqa: S704 - our own files
        scripts=[Markup(text) for text in code],  # noqa: S704 - our own, and libraries as they are shipped
    )


def _compact(value: Any, **_: Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
