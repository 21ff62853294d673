"""How Argdown draws the parts of a map: as statements, arguments or lines, and by what title.

A statement that is tagged as a sketched argument becomes an argument, unless Argdown wants a
statement where it stands. A relation becomes a line, unless it says more than a line can.
"""

from argmap.claims.formats.argdown.escaping import as_title, is_title
from argmap.claims.formats.argdown.meaning import SKETCH
from argmap.claims.formats.argdown.steps import LONGEST_NAME
from argmap.claims.formats.gathering import FreeNames
from argmap.claims.model import Map, Relation


class Shapes:
    """The shapes of one map's parts.

    Attributes:
        sketches: statements that are written as sketched arguments.
        steps: relations that are written as arguments with premises and a conclusion.
        by_sketch: relations whose undercuts name the sketched argument that they start from.
        titles: the titles of statements and of relations that are arguments.
    """

    def __init__(self, m: Map) -> None:
        self._attackers: dict[str, list[Relation]] = {}
        self._outgoing: dict[str, int] = {}
        for relation in m.relations:
            if relation.undercuts:
                self._attackers.setdefault(relation.target_id, []).append(relation)
            for premise in relation.premises:
                self._outgoing[premise] = self._outgoing.get(premise, 0) + 1
        self.sketches = {s.id for s in m.statements if s.tags[:1] == (SKETCH,)}
        self.by_sketch = {
            r.id: r.source
            for r in m.relations
            if r.id in self._attackers and not _says_more(r) and self._is_undercut_by_lines(r)
        }
        self.steps = {
            r.id
            for r in m.relations
            if _says_more(r) or (r.id in self._attackers and r.id not in self.by_sketch)
        }
        for relation in m.relations:
            self._want_statements(relation)
        for name, source in list(self.by_sketch.items()):
            if source not in self.sketches:
                del self.by_sketch[name]
                self.steps.add(name)
                self._want_statements(m.relations_by_id[name])
        self.titles = self._titles(m)

    def reference(self, name: str) -> str:
        """Refer to a statement or to an argument by its title."""
        title = self.titles[name]
        is_argument = name in self.sketches or name in self.steps
        return f"<{title}>" if is_argument else f"[{title}]"

    def _is_undercut_by_lines(self, relation: Relation) -> bool:
        """Whether all undercuts of a relation can name the sketched argument that it is all of."""
        is_sketch = relation.source in self.sketches and self._outgoing[relation.source] == 1
        return is_sketch and all(
            r.kind == "contrast" and r.id not in self._attackers and not _says_more(r)
            for r in self._attackers[relation.id]
        )

    def _want_statements(self, relation: Relation) -> None:
        """Leave statements what stands as premise or conclusion, or is contradicted."""
        is_step = relation.id in self.steps
        if is_step:
            self.sketches.difference_update(relation.premises)
        if relation.mutual or (is_step and relation.kind == "support" and not relation.undercuts):
            self.sketches.discard(relation.target_id)

    def _titles(self, m: Map) -> dict[str, str]:
        brackets = {s.id: "<" if s.id in self.sketches else "[" for s in m.statements}
        brackets |= {r.id: "<" for r in m.relations if r.id in self.steps}
        titles = {name: name for name, bracket in brackets.items() if is_title(name, bracket)}
        free = FreeNames()
        for name in titles:
            free.take(name)
        for name in brackets:
            if name not in titles:
                titles[name] = free.take(as_title(name))
        return titles


def _says_more(relation: Relation) -> bool:
    """Whether a relation has more than its kind and its two ends."""
    said = (relation.because, relation.certainty, relation.scheme)
    named = relation.id != f"{relation.source}-{relation.target_id}"
    is_long = len(relation.id) > LONGEST_NAME
    return named or is_long or bool(relation.linked) or any(value is not None for value in said)
