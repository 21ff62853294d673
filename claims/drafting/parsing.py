"""Who holds a sentence, by spaCy's parse: the subject of a verb of saying that has a content."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

from argmap.claims.drafting.attribution import Attribution, attributed
from argmap.claims.drafting.lexicon import words
from argmap.claims.drafting.quoted import BLANK, unquoted

MODEL = "en_core_web_sm"
_CONTENT = ("ccomp", "parataxis")
_SUPPOSED = frozenset(("can", "could", "may", "might", "would", "should", "must"))
_WITH_CONTENT = ("says", "adds", "that", "tells")


def parsed(sentences: Iterable[str]) -> Iterator[Attribution | None]:
    """Find for each sentence the holder and the words that name it; None if nobody is named.

    The grammar of attribution is asked first, the parse where the grammar finds nobody.

    Raises:
        ModuleNotFoundError: spaCy or its small English model is not installed.
    """
    spacy = import_module("spacy")
    try:
        pipeline = spacy.load(MODEL, exclude=["ner", "lemmatizer"])
    except OSError as error:
        raise ModuleNotFoundError(f"spaCy has no model {MODEL}", name=MODEL) from error
    for doc in pipeline.pipe(sentences):
        yield attributed(doc.text) or subject_of_saying(doc)


def subject_of_saying(doc: Any) -> Attribution | None:  # noqa: ANN401  # spaCy is optional
    """Give the subject of the first verb of saying in a parsed sentence that has a content.

    What is quoted is passed over, and what somebody only might say.
    """
    plain = unquoted(doc.text)
    verbs = frozenset().union(*(words("saying", kind) for kind in _WITH_CONTENT))
    for token in doc:
        if token.lower_ not in verbs or token.pos_ != "VERB" or plain[token.idx] == BLANK:
            continue
        if any(child.lower_ in _SUPPOSED for child in token.children):
            continue
        subject = next((c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        content = any(child.dep_ in _CONTENT for child in token.children)
        if subject is None or not content or subject.lower_ in words("word_classes", "nobody"):
            continue
        name = doc[subject.left_edge.i : subject.i + 1].text
        return Attribution((name,), f"{name} {token.text}")
    return None
