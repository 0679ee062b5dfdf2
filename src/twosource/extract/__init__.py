"""Read values, names and events out of sentences.

In:  segmented documents. Out: assertions.
"""
