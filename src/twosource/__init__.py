"""Cross-source corroboration: where documents agree, conflict or rest on one citation.

    import twosource
    report = twosource.corroborate(["docs/a.txt", "docs/b.txt"])
    [cluster.statement for cluster in report.clusters if cluster.verdict == "conflict"]

Importing has no effect and costs next to nothing; the stages are loaded at first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from twosource.api import Comparison, check, compare
    from twosource.drafts import check_draft
    from twosource.errors import CorroborationError
    from twosource.manifest import load_manifest
    from twosource.match.documents import group_documents
    from twosource.model import Report, Verdict
    from twosource.pipeline import corroborate
    from twosource.statements import compare_statements

__version__ = "0.1.0"

__all__ = [
    "Comparison",
    "CorroborationError",
    "Report",
    "Verdict",
    "__version__",
    "check",
    "check_draft",
    "compare",
    "compare_statements",
    "corroborate",
    "group_documents",
    "load_manifest",
]

_HOMES = {
    "Comparison": "api",
    "check": "api",
    "compare": "api",
    "CorroborationError": "errors",
    "Report": "model",
    "Verdict": "model",
    "check_draft": "drafts",
    "compare_statements": "statements",
    "group_documents": "match.documents",
    "corroborate": "pipeline",
    "load_manifest": "manifest",
}


def __getattr__(name: str) -> Any:
    """Load a public name from its module when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'twosource' has no attribute {name!r}")
    return getattr(import_module(f"twosource.{_HOMES[name]}"), name)
