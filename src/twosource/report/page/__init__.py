"""The parts of the HTML page, each from the report document to plain values for a template."""
