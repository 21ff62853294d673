"""Maps and sources of any size, the same for the same seed."""

import random

WORDS = [
    "trade",
    "policy",
    "school",
    "market",
    "union",
    "worker",
    "family",
    "sunday",
    "open",
    "closed",
    "energy",
    "threat",
    "stable",
    "partner",
    "council",
    "price",
    "court",
    "vote",
    "teacher",
    "train",
    "wage",
    "rent",
    "house",
    "tax",
    "river",
    "bridge",
    "letter",
]


def map_text(statements: int, seed: int = 1) -> str:
    """Write a map file shaped like an argument: each statement bears on one or two earlier ones."""
    chance = random.Random(seed)
    lines = ["argmap: 1", "title: Generated", "claims:", *_statement(0, chance), "    main: true"]
    for number in range(1, statements):
        lines += _statement(number, chance)
        lines.append("    supports:" if chance.random() < 0.65 else "    contrasts:")
        count = 1 + (chance.random() < 0.3)
        targets = sorted({chance.randrange(max(0, number - 200), number) for _ in range(count)})
        lines += [_relation(target, chance) for target in targets]
    return "\n".join(lines) + "\n"


def words(count: int, chance: random.Random) -> str:
    """Write some words."""
    return " ".join(chance.choice(WORDS) for _ in range(count))


def _statement(number: int, chance: random.Random) -> list[str]:
    return [
        f"  s{number}:",
        f"    text: {words(14, chance)} {number}.",
        f"    certainty: 0.{chance.randint(1, 9)}",
        f"    tags: [{words(1, chance)}, {words(1, chance)}]",
        f'    quote: "{words(6, chance)} {number}"',
    ]


def _relation(target: int, chance: random.Random) -> str:
    if chance.random() < 0.5:
        return f"      - s{target}"
    return f'      - {{to: s{target}, because: "{words(6, chance)}"}}'
