"""Maps to lay out, draw and read in the tests."""

import random
from dataclasses import replace
from typing import cast

from msgspec import structs

from argmap.claims.model import (
    EvidenceType,
    Holder,
    Map,
    Quote,
    Relation,
    RelationKind,
    RelationRef,
    Source,
    Statement,
    Suggestion,
)

ARTICLE = (
    "Sunday trading\n\n"
    "Shops should open on Sundays. In a survey of 2,000 employees, 61 % wanted Sunday shifts.\n\n"
    "The weather was fine all week.\n\n"
    "Unions disagree: Sunday work strains family life.\n"
)
# What must stay text wherever it stands, and what breaks careless writers.
HOSTILE = (
    "</script><script>window.broken=1</script><!--<script>"
    '<img src=x onerror="window.broken=1"> href javascript:alert(1) {{7*7}} {% raw %} ${7*7} '
    '$title \\" \\N &amp; &lt; '
    "\u2028\u2029\u202e rtl \u0000\u0007 \ud800 👨‍👩‍👧 日本語 e\u0301 __proto__ ' \\"
)


def quote_of(text: str, words: str) -> Quote:
    start = text.index(words)
    return Quote(quote=words, start=start, end=start + len(words), match="exact")


def small(text: str | None = ARTICLE) -> Map:
    """Every kind of statement and relation, with its article; quotes overlap."""

    def quotes(words: str) -> tuple[Quote, ...]:
        return (quote_of(ARTICLE, words) if text else Quote(quote=words),)

    return Map(
        title="Should shops open on Sundays?",
        holders=(Holder(id="author", name="The author"), Holder(id="unions", name="Unions")),
        source=Source(title="Sunday trading", publisher="The Example", url="https://example.org/"),
        text=text,
        statements=(
            Statement(
                id="open",
                kind="claim",
                text="Shops should be allowed to open on Sundays.",
                title="Open on Sundays",
                holder=("author",),
                quotes=quotes("Shops should open on Sundays"),
                main=True,
            ),
            Statement(
                id="strain",
                kind="claim",
                text="Sunday work strains family life.",
                holder=("author", "unions"),
                quotes=quotes("Sunday work strains family life"),
                certainty=0.6,
                tags=("family",),
            ),
            Statement(
                id="survey",
                kind="evidence",
                text="In a survey of 2,000 employees, 61 % wanted Sunday shifts.",
                quotes=quotes("In a survey of 2,000 employees, 61 % wanted Sunday shifts"),
                type="statistic",
                origin="Retail Institute",
            ),
            Statement(
                id="willing",
                kind="claim",
                text="Employees are willing.",
                quotes=quotes("61 % wanted Sunday shifts"),
                note="A note.",
            ),
            Statement(
                id="wishes",
                kind="claim",
                text="What employees want should count.",
                implicit=True,
            ),
        ),
        relations=(
            Relation(
                id="strain-open", source="strain", target="open", kind="contrast", mutual=True
            ),
            Relation(id="survey-willing", source="survey", target="willing", kind="support"),
            Relation(
                id="willing-open",
                source="willing",
                target="open",
                kind="support",
                linked=("wishes",),
                because="They decide together.",
            ),
            Relation(
                id="undercut",
                source="survey",
                target=RelationRef("strain-open"),
                kind="contrast",
                because="Those asked do not feel strained.",
            ),
        ),
    )


def drafted() -> Map:
    """A draft of which some is settled: what is proposed, suggested, and has no place yet."""
    settled = small()
    known = settled.by_id
    noise = Statement(
        id="noise",
        kind="claim",
        text="Sunday noise strains neighbours.",
        status="proposed",
    )
    survey = structs.replace(known["survey"], status="proposed", signal="'survey'")
    return replace(
        settled,
        statements=(
            known["open"],
            known["strain"],
            known["willing"],
            known["wishes"],
            noise,
            survey,
        ),
        relations=(
            *(r for r in settled.relations if r.id != "survey-willing"),
            Relation(
                id="survey-willing",
                source="survey",
                target="willing",
                kind="support",
                certainty=0.62,
                status="proposed",
                signal="'for' opens a reason",
            ),
        ),
        suggested=(
            Suggestion(source="noise", target="open", kind="contrast", signal="'noise'"),
            Suggestion(source="strain", target="willing", kind="contrast", certainty=0.5),
            Suggestion(source="strain", target="willing", kind="support", certainty=0.4),
            Suggestion(source="survey", target="willing", kind="support", certainty=0.5),
        ),
        to_place=("noise", "wishes"),
    )


def hostile() -> Map:
    """A map with hostile text in every field that can hold text, ids and headings among them."""
    ids = ("__proto__", 'a"b\\', "</script>")
    headings = ("First <b>{{7*7}}</b></script><script>window.broken=1</script>", "Second $title")
    text = f"{headings[0]}\n\n{HOSTILE} one\n\n{headings[1]}\n\n{HOSTILE} two"
    # Each in a section of its own, but for the last two, which share theirs and overlap.
    starts = (text.index(HOSTILE), text.rindex(HOSTILE), text.rindex(HOSTILE) + 3)
    chains = ((HOSTILE, "constructor"), (HOSTILE,), ("constructor", HOSTILE))
    return Map(
        title=HOSTILE,
        text=text,
        holders=(Holder(id=HOSTILE, name=HOSTILE, aliases=(HOSTILE,)),),
        source=Source(
            file=HOSTILE,
            title=HOSTILE,
            author=f"{HOSTILE} author",
            publisher=f"{HOSTILE} publisher",
            date=f"{HOSTILE} date",
            url="javascript:alert(1)",
        ),
        statements=tuple(
            Statement(
                id=name,
                kind="claim" if k else "evidence",
                text=f"{HOSTILE} {k}",
                title=HOSTILE if k else None,
                holder=chains[k],
                quotes=(
                    Quote(quote=HOSTILE, start=starts[k], end=starts[k] + 40, match="exact"),
                    Quote(quote=HOSTILE, match="missing"),
                ),
                tags=(HOSTILE,),
                note=HOSTILE,
                origin=HOSTILE,
                type=cast("EvidenceType", HOSTILE),
                main=k == 1,
                status="proposed" if k else None,
                signal=HOSTILE,
            )
            for k, name in enumerate(ids)
        ),
        relations=(
            Relation(
                id="r<1>",
                source=ids[0],
                target=ids[1],
                kind="support",
                because=HOSTILE,
                scheme=HOSTILE,
                status="proposed",
                signal=HOSTILE,
            ),
            Relation(
                id="r&2",
                source=ids[2],
                target=RelationRef("r<1>"),
                kind="contrast",
                because=HOSTILE,
                scheme=HOSTILE,
            ),
            Relation(id=HOSTILE, source=ids[2], target=ids[1], kind="contrast", because=HOSTILE),
        ),
        suggested=(
            Suggestion(source=ids[1], target=ids[2], kind="support", signal=HOSTILE),
            Suggestion(source=ids[2], target=ids[0], kind="contrast", signal=HOSTILE),
        ),
        to_place=ids,
    )


def grown(size: int, *, seed: int = 7, extra: float = 0.1, parts: int = 1) -> Map:
    """A made-up map of any size: trees of reasons, with some more relations across."""
    chance = random.Random(seed)
    words = ("the", "war", "policy", "threat", "Europe", "stability", "because", "energy", "indeed")
    statements = [
        Statement(
            id=f"s{k}",
            kind="evidence" if k > size / 2 and chance.random() < 0.5 else "claim",
            text=" ".join(chance.choices(words, k=chance.randint(4, 24))),
            main=k == 0,
        )
        for k in range(size)
    ]
    relations: list[Relation] = []
    for k in range(parts, size):
        target = k % parts + parts * chance.randrange(max(1, k // (2 * parts)))
        kind: RelationKind = "support" if chance.random() < 0.7 else "contrast"
        free = [
            r.id for r in relations[-20:] if not r.mutual and int(r.source[1:]) % parts == k % parts
        ]
        undercut = bool(free) and chance.random() < 0.08
        linked = (f"s{k - parts}",) if k >= 2 * parts and k - parts != target else ()
        relations.append(
            Relation(
                id=f"r{k}",
                source=f"s{k}",
                target=RelationRef(chance.choice(free)) if undercut else f"s{target}",
                kind=kind,
                linked=linked if chance.random() < 0.08 else (),
            )
        )
    for k in range(int(size * extra)):
        one, other = chance.sample(range(size), 2)
        if one % parts == other % parts:
            relations.append(
                Relation(id=f"x{k}", source=f"s{one}", target=f"s{other}", kind="support")
            )
    return Map(title=f"{size} statements", statements=tuple(statements), relations=tuple(relations))
