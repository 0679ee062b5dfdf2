"""Put the nodes of a directed graph in layers, the same way every time.

In: nodes and edges by name. Out: for each layer its nodes from top to bottom, and the edges
that close a cycle. No clock, no chance: ties go by the order of the nodes given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

Edge = tuple[str, str]
SWEEPS = 6


def cycle_edges(nodes: Sequence[str], edges: Sequence[Edge]) -> list[Edge]:
    """Edges that lead back to a node still being walked; without them no cycle is left."""
    after = _after(nodes, edges)
    state: dict[str, int] = {}
    back: list[Edge] = []
    for root in nodes:
        if root in state:
            continue
        state[root] = 1
        stack = [(root, iter(after[root]))]
        while stack:  # a stack of our own: chains of citations may be long
            node, rest = stack[-1]
            child = next(rest, None)
            if child is None:
                state[node] = 2
                stack.pop()
            elif state.get(child) == 1:
                back.append((node, child))
            elif child not in state:
                state[child] = 1
                stack.append((child, iter(after[child])))
    return back


def _after(nodes: Sequence[str], edges: Sequence[Edge]) -> dict[str, list[str]]:
    after: dict[str, list[str]] = {node: [] for node in nodes}
    for start, end in edges:
        after[start].append(end)
    return after


def layers(
    nodes: Sequence[str], edges: Sequence[Edge]
) -> tuple[list[list[str]], dict[Edge, list[str]]]:
    """Nodes by their longest way from a root, ordered to cross few edges.

    Returns:
        The layers; an edge over several of them has a bend, a node of its own, in each between.
        The bends of those edges.
    """
    closing = set(cycle_edges(nodes, edges))
    forward = [edge for edge in edges if edge not in closing]
    depth = _depths(nodes, forward)
    rows: list[list[str]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for node in nodes:
        rows[depth[node]].append(node)
    bends = {(a, b): _bends(a, b, depth) for a, b in forward}
    near: dict[str, list[str]] = {node: [] for node in nodes}
    for (start, end), names in bends.items():
        for at, name in enumerate(names, depth[start] + 1):
            rows[at].append(name)
        for left, right in pairwise([start, *names, end]):
            near.setdefault(left, []).append(right)
            near.setdefault(right, []).append(left)
    for sweep in range(SWEEPS):
        for row in rows if sweep % 2 == 0 else reversed(rows):
            _settle(row, near, _heights(rows))
    return rows, bends


def _bends(start: str, end: str, depth: Mapping[str, int]) -> list[str]:
    # a line break stands in no name, so a bend is never taken for a node
    return [f"{start}\n{end}\n{at}" for at in range(depth[start] + 1, depth[end])]


def _depths(nodes: Sequence[str], edges: Sequence[Edge]) -> dict[str, int]:
    after, waiting = _after(nodes, edges), dict.fromkeys(nodes, 0)
    for _, end in edges:
        waiting[end] += 1
    depth = dict.fromkeys(nodes, 0)
    ready = [node for node in nodes if waiting[node] == 0]
    for node in ready:  # grows while it is walked
        for end in after[node]:
            depth[end] = max(depth[end], depth[node] + 1)
            waiting[end] -= 1
            if waiting[end] == 0:
                ready.append(end)
    return depth


def _heights(rows: Sequence[Sequence[str]]) -> dict[str, float]:
    """Where a node stands in its layer, 0 at the top and 1 at the bottom."""
    return {node: (at + 0.5) / len(row) for row in rows for at, node in enumerate(row)}


def _settle(row: list[str], near: Mapping[str, Sequence[str]], heights: dict[str, float]) -> None:
    """Order a layer by the middle of each node's neighbours; those without stay where they are."""

    def middle(node: str) -> float:
        found = sorted(heights[other] for other in near[node])
        return round(sum(found) / len(found), 6) if found else heights[node]

    row.sort(key=middle)
