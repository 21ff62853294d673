"""Gather the parts of a foreign file into a map, repairing what a map cannot hold."""

import html
import re
from collections.abc import Iterable, Sequence
from os.path import basename
from typing import Any

import msgspec

from argmap.claims import consistency
from argmap.claims.errors import MapError, Problem, printable
from argmap.claims.formats.features import UNTITLED, holder_id
from argmap.claims.formats.settling import plain_parts, settled_statements
from argmap.claims.ledger import Ledger, Reading
from argmap.claims.model import (
    Expectation,
    Holder,
    Link,
    LinkKind,
    Map,
    Position,
    Relation,
    RelationKind,
    RelationRef,
    Source,
    Statement,
    link_name,
)
from argmap.claims.unseen import has_unseen, without_unseen

NO_TEXT = "(no text)"
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_SPACE = re.compile(r"\s+")
_PLAIN = re.compile("[!-~]+").fullmatch
_FIRST_ENDINGS = (
    *(".aif", ".xaif", ".ova", ".sadface", ".arguebuf"),
    *(".arggraph", ".lkif", ".carneades", ".kialo"),
)


def escaped(text: str) -> str:
    """Write text so that a reader who takes markup and entities out gives it back."""
    if "<" not in text and "&" not in text:
        return text
    return text if html.unescape(_TAG.sub("", text)) == text else html.escape(text, quote=False)


def title_of(path: str) -> str:
    """Name a map after its file, for want of a title."""
    name = basename(path)  # noqa: PTH119  # many times as fast as Path
    name = name.rpartition(".")[0] or name
    for ending in _FIRST_ENDINGS:
        name = name.removesuffix(ending)
    return printable(name)


class FreeNames:
    """Gives each name once; who comes later gets a number behind it."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}

    def take(self, wanted: str) -> str:
        """Give the wanted name, or one made of it that is free."""
        name = wanted
        while name in self._taken:
            self._last[wanted] = self._last.get(wanted, 1) + 1
            name = f"{wanted}-{self._last[wanted]}"
        self._taken.add(name)
        return name


class Gathering:
    """Statements, relations and links of one file, by the keys that the file gives them.

    A part may name another one that comes later: relations are judged at the end. What cannot
    stand in a map is left out or mended, and the ledger says so: ids that are taken or no words,
    text without words, relations that lead nowhere, to themselves, or twice the same way.
    Without `markup` the texts of the format have none: `<b>` and `&amp;` are just words.
    """

    def __init__(self, path: str, *, markup: bool = True) -> None:
        self.path = path
        self.markup = markup
        self.ledger = Ledger()
        self._statements: dict[str, Statement] = {}
        self._relations: dict[str, Relation] = {}
        self._links: dict[str, Link] = {}
        self._holders: dict[str, Holder] = {}
        self._declared: list[Holder] = []
        self._ids: dict[str, str] = {}
        self._main: str | None = None
        self._names = FreeNames()
        self._keys = FreeNames()
        self._holder_ids = FreeNames()
        self._positions: dict[str, Position] = {}

    def add_statement(
        self,
        key: str,
        text: str,
        *,
        place: Position | None = None,
        **fields: Any,  # noqa: ANN401
    ) -> None:
        """Add a statement under the file's key for it; `fields` are those of the model.

        A key that is there already is noted as lost.
        """
        if key in self._statements:
            self.ledger.lost("second statement of the same id", key, text)
            return
        fields.setdefault("kind", "claim")
        name = self._ids[key] = self._name(key, "s")
        self._statements[key] = Statement(id=name, text=self.clean(text, key), **fields)
        if place:
            self._positions[name] = place

    def change_statement(self, key: str, **fields: Any) -> None:  # noqa: ANN401
        """Set fields of a statement that was added before."""
        self._statements[key] = msgspec.structs.replace(self._statements[key], **fields)

    def mark_main(self, key: str) -> None:
        """Mark the main claim; a second one is noted as lost."""
        if self._main is None:
            self._main = key
            self.change_statement(key, main=True)
        elif key != self._main:
            self.ledger.lost("second main claim", key)

    def statement(self, key: str) -> Statement | None:
        """Look up a statement by its key."""
        return self._statements.get(key)

    def add_holder(self, name: str) -> str:
        """Declare somebody by name, once however often; return the id."""
        plain = without_unseen(self._without_markup(name))
        clean = _SPACE.sub(" ", plain).strip()
        if clean not in self._holders:
            base = holder_id(clean)
            self._holders[clean] = Holder(id=self._holder_ids.take(base), name=clean or base)
            if plain != name:
                self.ledger.repaired("markup or control characters in a name", name)
        return self._holders[clean].id

    def declare_holder(self, holder: Holder) -> None:
        """Declare somebody of whom the file tells more than a name; who is there already stays."""
        name = without_unseen(holder.name)
        if name != holder.name:
            self.ledger.repaired("control characters in 'name'", holder.id)
            holder = msgspec.structs.replace(holder, name=name or holder.id)
        if holder.id != self._holder_ids.take(holder.id):
            self.ledger.lost("holder that is there twice", holder.id)
        else:
            self._declared.append(holder)
            self._holders.setdefault(holder.name, holder)

    def add_relation(
        self,
        key: str | None,
        premises: Sequence[str],
        target: str,
        kind: RelationKind,
        *,
        undercuts: bool = False,
        place: Position | None = None,
        **fields: Any,  # noqa: ANN401
    ) -> None:
        """Add a relation from linked premises to a target, all by key.

        Without a key it is named after its ends. `undercuts` says that the target is the key
        of a relation.
        """
        wanted = f"{premises[0]}-{target}" if key is None else key
        is_named = key is not None
        key = self._keys.take(wanted)
        if is_named and key != wanted:
            self.ledger.repaired("relation of an id that was taken", wanted)
        self._relations[key] = Relation(
            id=key,
            source=premises[0],
            linked=tuple(premises[1:]),
            target=RelationRef(target) if undercuts else target,
            kind=kind,
            **fields,
        )
        if place:
            self._positions[key] = place

    def add_link(
        self, key: str | None, source: str, target: str, kind: LinkKind, scheme: str | None = None
    ) -> None:
        """Add a link from one statement to another, by key."""
        key = self._keys.take(link_name(source, target, kind) if key is None else key)
        self._links[key] = Link(id=key, source=source, target=target, kind=kind, scheme=scheme)

    def clean(self, text: str, where: str) -> str:
        """Make text plain: no markup, no entities, no characters that cannot be seen."""
        words = self._without_markup(text)
        plain = without_unseen(words).strip()
        if plain != text.strip() and (words != text or has_unseen(text)):
            self.ledger.repaired("markup or control characters in a text", where, text)
        if not plain:
            self.ledger.repaired("statement without text", where)
        return plain or NO_TEXT

    def _without_markup(self, text: str) -> str:
        has_markup = self.markup and ("<" in text or "&" in text)
        return html.unescape(_TAG.sub("", text)) if has_markup else text

    def finish(
        self,
        *,
        title: str = "",
        source: Source | None = None,
        text: str | None = None,
        expect: Sequence[Expectation] = (),
        ignore: Sequence[str] = (),
    ) -> Reading:
        """Build the map; `text` is the source's text if the file has it.

        Without a title it is named after its file.

        Raises:
            MapError: parts contradict each other in a way that has no repair.
        """
        statements = list(settled_statements(list(self._statements.values()), text, self.ledger))
        relations = list(plain_parts(self._sound_relations(), self.ledger))
        links = list(plain_parts(list(self._sound_links()), self.ledger))
        named = {holder.id: holder for holder in (*self._declared, *self._holders.values())}
        holders = list(plain_parts(list(named.values()), self.ledger))
        flaws = consistency.flaws(statements, relations, links, holders, expect)
        problems = [Problem(self.path, None, None, flaw.what, flaw.cure) for flaw in flaws]
        if problems:
            raise MapError(problems)
        read = Map(
            title=_SPACE.sub(" ", without_unseen(title)).strip() or title_of(self.path) or UNTITLED,
            statements=tuple(statements),
            relations=tuple(relations),
            links=tuple(links),
            holders=tuple(holders),
            source=next(plain_parts([source or Source()], self.ledger, "source")),
            expect=tuple(expect),
            ignore=tuple(ignore),
            path=self.path,
            text=text,
            positions=self._positions,
        )
        return Reading(read, self.ledger.losses)

    def _name(self, key: str, otherwise: str) -> str:
        clean = key if _PLAIN(key) else _SPACE.sub(" ", without_unseen(key)).strip()
        name = self._names.take(clean or otherwise)
        if name != key:
            self.ledger.repaired("id that is taken or cannot be seen", key, name)
        return name

    def _sound_relations(self) -> list[Relation]:
        """Resolve keys to ids; drop what leads nowhere, and with it all that undercuts it."""
        attackers: dict[str, list[str]] = {}
        for key, relation in self._relations.items():
            if relation.undercuts:
                attackers.setdefault(relation.target_id, []).append(key)
        dropped: set[str] = set()
        queue = [key for key, relation in self._relations.items() if not self._leads(relation)]
        while queue:
            key = queue.pop()
            if key not in dropped:
                dropped.add(key)
                queue += attackers.get(key, ())
        steps: dict[tuple[object, ...], str] = {}
        names: dict[str, str] = {}
        same: dict[str, str] = {}
        for key in self._targets_first(dropped):
            relation = self._relations[key]
            target = relation.target_id
            target = same.get(target, target) if relation.undercuts else target
            told: list[tuple[object, ...]]
            told = [(relation.kind, relation.source, relation.linked, relation.undercuts, target)]
            if relation.mutual:  # from either end, it is the same
                told.append(("mutual", *sorted((relation.source, target))))
            same[key] = next((steps[step] for step in told if step in steps), key)
            steps |= dict.fromkeys(told, same[key])
        for key, relation in self._relations.items():
            if key in dropped:
                what = "relation without two ends, or from a statement to itself"
                self.ledger.lost(what, key, msgspec.to_builtins(relation))
            elif same[key] != key:
                self.ledger.lost("relation that is there twice", key)
            else:
                names[key] = self._name(key, "r")
        return [self._resolved(self._relations[key], names, same) for key in names]

    def _targets_first(self, dropped: set[str]) -> Iterable[str]:
        """Order the relations: those of statements, then each after the one that it undercuts."""
        told = set(dropped)
        for first in self._relations:
            chain = []
            key = first
            while key in self._relations and key not in told:
                told.add(key)
                chain.append(key)
                relation = self._relations[key]
                key = relation.target_id if relation.undercuts else ""
            yield from reversed(chain)

    def _leads(self, relation: Relation) -> bool:
        target = relation.target_id
        if relation.undercuts:
            ends = target in self._relations and target != relation.id
        else:
            ends = target in self._statements and target not in relation.premises
        return ends and all(premise in self._statements for premise in relation.premises)

    def _resolved(
        self, relation: Relation, names: dict[str, str], same: dict[str, str]
    ) -> Relation:
        premises = list(dict.fromkeys(self._ids[premise] for premise in relation.premises))
        target = relation.target_id
        return msgspec.structs.replace(
            relation,
            id=names[relation.id],
            source=premises[0],
            linked=tuple(premises[1:]),
            target=RelationRef(names[same[target]]) if relation.undercuts else self._ids[target],
        )

    def _sound_links(self) -> Iterable[Link]:
        ties: set[tuple[str, str, str]] = set()
        for key, link in self._links.items():
            tie = (link.kind, link.source, link.target)
            raw = msgspec.to_builtins(link)
            if link.source not in self._statements or link.target not in self._statements:
                self.ledger.lost(f"{link.kind} with an end that is not there", key, raw)
            elif link.source == link.target:
                self.ledger.lost(f"{link.kind} of a statement and itself", key, raw)
            elif tie in ties:
                self.ledger.lost(f"{link.kind} that is there twice", key, raw)
            else:
                ties.add(tie)
                yield msgspec.structs.replace(
                    link,
                    id=self._name(key, "k"),
                    source=self._ids[link.source],
                    target=self._ids[link.target],
                )
