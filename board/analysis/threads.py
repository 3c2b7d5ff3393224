"""Single threads: the ties without which something falls off the cloth."""

from bisect import bisect_left, bisect_right
from collections import defaultdict

from board.analysis.graph import Fabric, Flow

Span = tuple[int, int]


def single_threads(fabric: Fabric) -> set[str]:
    """Give the ties without which at least one ingredient loses its way to the theme.

    Such a tie is the only way into its far end from what does not itself hang on that end, and
    an ingredient hangs there. Definition: as for sole reach, with a tie in place of an actor.
    """
    spans = dominated(fabric.flow)
    ways: dict[Span, list[str]] = defaultdict(list)
    for (start, end), tie in fabric.arcs.items():
        if start in spans:
            number, (first, last) = spans[start][0], spans[end]
            if not first <= number <= last:
                ways[first, last].append(tie)
    numbers = sorted(spans[key][0] for key in fabric.tied if key in spans)
    return {
        ties[0]
        for (first, last), ties in ways.items()
        if len(ties) == 1 and bisect_right(numbers, last) > bisect_left(numbers, first)
    }


def dominated(flow: Flow) -> dict[str, Span]:
    """Give every reachable node its span: d dominates n exactly when d's span holds n's.

    The span is from a node's number in a walk of the dominator tree to that of the last below it.
    """
    below: dict[str, list[str]] = defaultdict(list)
    for node, above in flow.dominator.items():
        below[above].append(node)
    order, stack = [], [flow.theme]
    while stack:
        node = stack.pop()
        order.append(node)
        stack += below[node]
    first = {node: number for number, node in enumerate(order)}
    last = dict(first)
    for node in reversed(order[1:]):
        above = flow.dominator[node]
        last[above] = max(last[above], last[node])
    return {node: (first[node], last[node]) for node in order}
