"""The one table: a line for each figure, a column for each program, the best of the line in bold."""


def shown(value):
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return f"{value:,}"
    return f"{value:.3f}" if abs(value) < 1 else f"{value:.1f}"


class Table:
    """Rows are (label, better, {peer: value}); better is min, max, or None where no one is better."""

    def __init__(self, names):
        self.names, self.rows = names, []

    def row(self, label, better, values):
        self.rows.append((label, better, values))

    def _best(self, better, values):
        numbers = [value for value in values.values() if isinstance(value, (int, float))]
        return better(numbers) if better and len(numbers) > 1 else None

    def lines(self):
        yield "| " + " | ".join(["", *self.names]) + " |"
        yield "|" + "---|" * (len(self.names) + 1)
        for label, better, values in self.rows:
            best = self._best(better, values)
            cells = []
            for name in self.names:
                value = values.get(name)
                text = shown(value)
                cells.append(f"**{text}**" if best is not None and value == best else text)
            yield "| " + " | ".join([label, *cells]) + " |"

    def beaten(self, ours):
        """Lines on the figures at which another program is better than ours."""
        for label, better, values in self.rows:
            best, own = self._best(better, values), values.get(ours)
            if best is None or own is None or own == best:
                continue
            winner = next(name for name in self.names if values.get(name) == best)
            high, low = max(best, own), min(best, own)
            by = f", {high / low:.2f} times" if low > 0 else ""
            yield f"- {label}: {winner} {shown(best)}, {ours} {shown(own)}{by}"
