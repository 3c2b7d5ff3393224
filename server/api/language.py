"""In which language to answer: Dutch unless the request asks for English first."""

from types import ModuleType

from starlette.requests import HTTPConnection

from server.api.texts import en, nl

TEXTS = {"nl": nl, "en": en}
SOURCE = "nl"


def preferred(header: str) -> str:
    """Give the language of ours that an `Accept-Language` header likes best."""
    wishes = [_wish(part) for part in header.split(",")]
    liked = [(quality, tag) for quality, tag in wishes if tag in TEXTS and quality > 0]
    best = max(liked, key=lambda wish: wish[0], default=(0.0, SOURCE))
    return best[1]


def language_of(connection: HTTPConnection) -> str:
    """Give the language in which to answer this request."""
    return preferred(connection.headers.get("accept-language", ""))


def texts(language: str) -> ModuleType:
    """Give the words of a language."""
    return TEXTS[language]


def _wish(part: str) -> tuple[float, str]:
    tag, _, quality = part.partition(";q=")
    try:
        weight = float(quality) if quality else 1.0
    except ValueError:
        weight = 0.0
    return weight, tag.strip().lower().split("-")[0]
