"""Cross-source corroboration: where documents agree, conflict or rest on one citation."""

__version__ = "0.1.0"
