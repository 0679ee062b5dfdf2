"""What the patterns of the grammar mean: a module for each sort of date."""
