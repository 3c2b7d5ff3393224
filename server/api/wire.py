"""The shapes of requests and answers: JSON in camelCase, nothing unknown let in."""

import unicodedata
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic.alias_generators import to_camel

from board.schema import ID_PATTERN, TEXT_LIMIT

NAME_LIMIT = 60
TITLE_LIMIT = 200
KEEP_DAYS_LIMIT = 3650


class Wire(BaseModel):
    """A piece of JSON that goes over the wire."""

    model_config = ConfigDict(
        alias_generator=to_camel,
        populate_by_name=True,
        extra="forbid",
        frozen=True,
        allow_inf_nan=False,
    )


def clean(text: str) -> str:
    """Give a text in one normal form, without control characters and outer blanks."""
    kept = (
        character
        for character in unicodedata.normalize("NFC", text)
        if character == "\n" or unicodedata.category(character) not in {"Cc", "Cs"}
    )
    return "".join(kept).strip()


def one_line(text: str) -> str:
    """Give a clean text on one line."""
    return " ".join(clean(text).split())


Language = Literal["nl", "en"]
Name = Annotated[str, StringConstraints(max_length=NAME_LIMIT), AfterValidator(one_line)]
Title = Annotated[str, StringConstraints(max_length=TITLE_LIMIT), AfterValidator(one_line)]
Text = Annotated[str, StringConstraints(max_length=TEXT_LIMIT), AfterValidator(clean)]
Id = Annotated[str, StringConstraints(pattern=f"^{ID_PATTERN}$")]
KeepDays = Annotated[int, Field(ge=1, le=KEEP_DAYS_LIMIT)]


def changes_of(asked: Wire) -> dict[str, Any]:
    """Give what a request wants to change, under our names; null means: leave it."""
    return asked.model_dump(exclude_unset=True, exclude_none=True)
