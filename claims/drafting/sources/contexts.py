"""What an element of HTML says of the words in it: which sort of block they are."""

import re
from dataclasses import dataclass, replace

from argmap.claims.drafting.document import BlockKind


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


BLOCKS = _names("""
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav
    ol p pre search section summary table tbody td tfoot th thead tr ul
    """)
VOID = _names("""
    area base br col embed hr img input link meta param source track wbr frame keygen
    """)
_UNREAD = _names("""
    audio button canvas datalist dialog iframe math noembed noframes noscript object optgroup
    option rp rt script select style svg template textarea title video xmp
    """)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WHOLE = ("html", "body", "main", "article")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_KINDS: dict[str, BlockKind] = {
    "address": "credit",
    "aside": "navigation",
    "blockquote": "pull quote",
    "caption": "caption",
    "dd": "list item",
    "dt": "list item",
    "figcaption": "caption",
    "figure": "caption",
    "footer": "navigation",
    "li": "list item",
    "menu": "navigation",
    "nav": "navigation",
    "pre": "code",
    "search": "navigation",
    **dict.fromkeys(_HEADINGS, "heading"),
}
_ROLES: dict[str, BlockKind] = {
    "banner": "navigation",
    "complementary": "navigation",
    "contentinfo": "navigation",
    "doc-endnotes": "footnote",
    "doc-footnote": "footnote",
    "doc-pullquote": "pull quote",
    "menu": "navigation",
    "navigation": "navigation",
    "search": "navigation",
}
_FURNITURE = (
    "nav|navbar|navigation|menu|breadcrumbs?|sidebar|related|share|sharing|social|newsletter"
    "|subscribe|promo|adverts?|advertisement|ads?|cookies?|consent|comments?|footer|toolbar"
    "|tags|skip[-_]links?|paywall|recommended|recommendations"
)
# What the names that authors give their classes begin with, as far as their habits agree.
_CLASS_WORDS: tuple[tuple[BlockKind, str], ...] = (
    ("pull quote", "pull[-_]?quotes?|quote[-_]pull"),
    ("caption", "captions?"),
    ("credit", "by[-_]?lines?|credits?|copyright|authors?|datelines?|timestamps?|meta"),
    ("standfirst", "standfirst|sub[-_]?titles?|sub[-_]?headlines?|dek|deck|chapo|strapline"),
    ("footnote", "footnotes?|endnotes?|references|reflist"),
    ("navigation", _FURNITURE),
)
_CLASSES = tuple(
    (kind, re.compile(rf"(?:[a-z]{{1,8}}[-_]{{1,2}})?(?:{words})(?![a-z])"))
    for kind, words in _CLASS_WORDS
)
# Kinds that an element gives all that is in it, and which of two such kinds wins.
_LASTING: tuple[BlockKind, ...] = ("navigation", "footnote", "code", "credit", "caption")
_STRONG: tuple[BlockKind, ...] = (*_LASTING, "pull quote", "standfirst")


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the words at some place of the page.

    Attributes:
        kind: The sort of block.
        by_name: Whether only the name of a class says so, which may mislead.
        plain_kind: The sort of block if names of classes are left aside.
        is_unread: Whether they are no words of the page: scripts, controls, hidden parts.
        article: The number of the innermost `article`; 0 outside of any.
        in_main, in_header: Whether they are in such an element.
        level: The level of the heading they are in, 0 for none.
        table, row, group: The numbers of the innermost table, its row, and the list.
    """

    kind: BlockKind = "paragraph"
    by_name: bool = False
    plain_kind: BlockKind = "paragraph"
    is_unread: bool = False
    article: int = 0
    in_main: bool = False
    in_header: bool = False
    level: int = 0
    table: int = 0
    row: int = 0
    group: int = 0


def entered(context: Context, name: str, attributes: dict[str, str], number: int) -> Context:
    """Give the context inside an element; `number` is one that no element had before."""
    if context.is_unread:
        return context
    if name in _UNREAD or (name not in _WHOLE and _is_hidden(attributes)):
        return replace(context, is_unread=True)
    if name not in BLOCKS:
        return context
    given = _ROLES.get(attributes.get("role", "")) or _KINDS.get(name)
    plain = _winning(context.plain_kind, given)
    named = None if name in _WHOLE else _named(attributes)
    kind = _winning(context.kind, named or given)
    return replace(
        context,
        kind=kind,
        plain_kind=plain,
        by_name=kind != plain,
        article=number if name == "article" else context.article,
        in_main=context.in_main or name == "main" or attributes.get("role") == "main",
        in_header=context.in_header or name in ("header", "hgroup"),
        level=_HEADINGS.index(name) + 1 if name in _HEADINGS else context.level,
        table=number if name == "table" else context.table,
        row=number if name in ("table", "tr") else context.row,
        group=number if name in ("ul", "ol", "dl") else context.group,
    )


def _winning(outer: BlockKind, inner: BlockKind | None) -> BlockKind:
    if inner is None or outer in _LASTING:
        return outer
    if outer in _STRONG and inner not in _STRONG:
        return outer
    return inner


def _is_hidden(attributes: dict[str, str]) -> bool:
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(attributes.get("style", "")))
    )


def _named(attributes: dict[str, str]) -> BlockKind | None:
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower().split()
    return next(
        (kind for kind, pattern in _CLASSES if any(pattern.match(name) for name in names)), None
    )
