"""Tell whether a text is English, by the small words that every text of a language is full of."""

import re
from collections import Counter

_SAMPLE = 20_000
_FEWEST_WORDS = 12
_LETTERS_OF_ANOTHER_SCRIPT = 0.4
_FEWEST_DIFFERENT = 3
_LEAD, _LEAST_SHARE = 1.2, 0.08
_WORD = re.compile(r"[^\W\d_]+")
# Words that are frequent in one of these languages; the language with the most of them is told.
_SMALL_WORDS = {
    "English": "the of and to in is that for it was with as are on be this by not from have has "
    "which but they their at an or were been would can will there what when who its more than we "
    "you he his she her",
    "German": "der die und das ist von zu den nicht mit ein eine auf dem des für im auch sich wird "
    "als wie es aus bei nach werden oder aber einer eines haben sind über dass",
    "French": "le la les de des et est un une du en que qui dans pour pas sur au par plus ne ce "
    "sont avec il elle nous vous mais ou leur aux été cette être",
    "Spanish": "el la los las de y que en un una es por con para no se del al lo como más pero sus "
    "su son ha este esta también fue entre muy",
    "Italian": "il lo la gli le di e che è un una per non con del della dei delle nel nella sono "
    "si al da come più ma anche questo questa ha alla dal",
    "Portuguese": "o os as de e que em um uma do da dos das não é para com por no na nos nas se "
    "mais como mas ao foi são também pela pelo ser",
    "Dutch": "de het een en van is dat op te in niet zijn met voor die aan er ook om als maar door "
    "wordt bij nog naar worden heeft hun wel",
    "Swedish": "och att det som en är på av för med den till inte har de ett om men var sig från "
    "vi kan så eller när också",
    "Danish": "og at det som en er på af for med den til ikke har de et om men var sig fra vi kan "
    "så eller når også blev",
    "Polish": "i w na z nie się że do to jest jak o ale za od po przez dla co tym są oraz był może "
    "przy tego które który",
    "Czech": "a v na se je že do to s z o jako ale za od po pro by jsou však také který které při "
    "ve být podle nebo",
    "Turkish": "ve bir bu da de için ile olarak olan çok daha gibi ne en var kadar sonra ama değil "
    "her ki mi",
    "Indonesian": "yang dan di ini itu dengan untuk dari tidak dalam pada akan adalah ke oleh juga "
    "atau sebagai ada bahwa telah",
}
_SCRIPTS = (
    ("Greek", "\u0370", "\u03ff"),
    ("Russian or another language in Cyrillic", "\u0400", "\u04ff"),
    ("Hebrew", "\u0590", "\u05ff"),
    ("Arabic or another language in its script", "\u0600", "\u06ff"),
    ("Hindi or another language in Devanagari", "\u0900", "\u097f"),
    ("Thai", "\u0e00", "\u0e7f"),
    ("Japanese", "\u3040", "\u30ff"),
    ("Chinese", "\u4e00", "\u9fff"),
    ("Korean", "\uac00", "\ud7a3"),
)
_LANGUAGES_OF: dict[str, list[str]] = {}
for _language, _words in _SMALL_WORDS.items():
    for _one in _words.split():
        _LANGUAGES_OF.setdefault(_one, []).append(_language)


def other_language(text: str) -> str | None:
    """Name the language that a text seems to be in, if it is not English.

    A sample from the beginning, the middle and the end is looked at, so that the time does not
    grow with the text. A text of a few words is not judged.

    Returns:
        The language; None for English, and where the words do not tell.
    """
    sample = _sampled(text)
    letters = sum(map(str.isalpha, sample))
    others = [character for character in sample if character >= _SCRIPTS[0][1]]
    in_script = {name: sum(first <= c <= last for c in others) for name, first, last in _SCRIPTS}
    name, most = max(in_script.items(), key=lambda item: item[1])
    if letters >= _FEWEST_WORDS and most > _LETTERS_OF_ANOTHER_SCRIPT * letters:
        return "Japanese" if name == "Chinese" and in_script["Japanese"] else name
    words = _WORD.findall(sample.casefold())
    if len(words) < _FEWEST_WORDS:
        return None
    return _by_small_words(words)


def _by_small_words(words: list[str]) -> str | None:
    """Name the language with the most small words, if they are several and clearly the most."""
    found = Counter(language for word in words for language in _LANGUAGES_OF.get(word, ()))
    best, times = max(found.items(), key=lambda item: item[1], default=("English", 0))
    different = sum(best in _LANGUAGES_OF.get(word, ()) for word in set(words))
    is_much = times > _LEAD * found["English"] and times > _LEAST_SHARE * len(words)
    is_clear = is_much and different >= _FEWEST_DIFFERENT
    return best if is_clear and best != "English" else None


def language_note(text: str) -> str | None:
    """Say that a text is not English, and what follows; None if it is."""
    language = other_language(text)
    if language is None:
        return None
    return (
        f"This text seems to be {language}; the rules of the draft know English only, "
        "so expect little of it."
    )


def _sampled(text: str) -> str:
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return f"{text[:_SAMPLE]} {text[middle : middle + _SAMPLE]} {text[-_SAMPLE:]}"
