"""The words of the API in English."""

from collections.abc import Mapping

from server.errors import Refusal

REFUSALS: Mapping[Refusal, tuple[str, str]] = {
    Refusal.MALFORMED: (
        "This request cannot be read",
        "What was sent is not a valid request. Load the page again and try once more.",
    ),
    Refusal.NOT_JOINED: (
        "You are not at this cloth yet",
        "This device is not known here. Open the link or scan the code you were given.",
    ),
    Refusal.WRONG_SECRET: (
        "This link or code is not right",
        "Check that you have the whole link or the right code, or ask for a new one.",
    ),
    Refusal.WRONG_CREATION_KEY: (
        "Not everyone can make a cloth here",
        "This server asks for a key word. Ask its keeper for it and fill it in.",
    ),
    Refusal.EXPIRED: (
        "This link is too old",
        "The link held until a certain day, which has passed. Ask the facilitator for a new one.",
    ),
    Refusal.REVOKED: (
        "This link no longer holds",
        "The facilitator has withdrawn the link. Ask for a new one if you want to take part.",
    ),
    Refusal.REMOVED: (
        "You were taken off this cloth",
        "This device may no longer come in here. Ask the facilitator for a new link.",
    ),
    Refusal.DOOR_SHUT: (
        "It is full before the door",
        "Many people wait already. Ask the facilitator to let them in first.",
    ),
    Refusal.WAITING: (
        "You stand before the door",
        "The facilitator will let you in. Leave this page open; it goes on by itself.",
    ),
    Refusal.PIN_WANTED: (
        "This cloth has a PIN",
        "Ask the facilitator for the PIN and fill it in.",
    ),
    Refusal.WRONG_PIN: (
        "This PIN is not right",
        "Look at the digits once more, or ask the facilitator.",
    ),
    Refusal.NOT_THE_SAME: (
        "These are not the same roles",
        "Who comes back takes the place of somebody in the same role. Choose somebody else.",
    ),
    Refusal.UNKNOWN_PROJECTOR: (
        "This projector is not there",
        "Look at the four digits on the projector. They hold for ten minutes.",
    ),
    Refusal.FORBIDDEN: (
        "You may not do that here",
        "Your role does not allow this. Ask the facilitator if it should.",
    ),
    Refusal.CROSS_ORIGIN: (
        "This request comes from another site",
        "For your safety this can only be done from the pages of this server itself.",
    ),
    Refusal.UNKNOWN_ROUTE: (
        "There is nothing here",
        "This address does not exist. Check that it was copied well, or begin at the start page.",
    ),
    Refusal.UNKNOWN_BOARD: (
        "This cloth is not there",
        "There is no cloth by this id. Is the link complete? It may have been cleared away.",
    ),
    Refusal.UNKNOWN_SNAPSHOT: (
        "This snapshot is not there",
        "It does not belong to this cloth or was thrown away. Look in the list of snapshots.",
    ),
    Refusal.UNKNOWN_SHARE: (
        "This shared page is not known here",
        "It may have been taken away. Load the page again.",
    ),
    Refusal.UNKNOWN_INVITATION: (
        "This invitation is not there",
        "It does not belong to this cloth. Look in the list of invitations.",
    ),
    Refusal.UNKNOWN_PARTICIPANT: (
        "This participant is not there",
        "Nobody with this id sits at this cloth. They may have left the table already.",
    ),
    Refusal.INVALID_PHOTO: (
        "This photo cannot be used",
        "Choose a JPEG, PNG or WebP file of at most {most} million pixels.",
    ),
    Refusal.UNKNOWN_PHOTO: (
        "This photo is not there any more",
        "A facilitator can lay down a new one.",
    ),
    Refusal.UNKNOWN_FORMAT: (
        "We do not know this kind of file",
        "Choose one of these: {formats}.",
    ),
    Refusal.UNKNOWN_LANGUAGE: (
        "This language is not there",
        "Choose Dutch (nl) or English (en).",
    ),
    Refusal.WRONG_METHOD: (
        "That cannot be done here",
        "This address exists, but does not allow this action.",
    ),
    Refusal.SEAT_TAKEN: (
        "This seat is taken",
        "Somebody else sits here already. Choose another seat, or ask the facilitator to free it.",
    ),
    Refusal.TOO_MANY_SNAPSHOTS: (
        "There are too many snapshots",
        "This cloth has {limit} already. Throw one away that you no longer need.",
    ),
    Refusal.TOO_MANY_INVITATIONS: (
        "There are too many invitations",
        "This cloth has {limit} already. Withdraw one that nobody needs any more.",
    ),
    Refusal.WRONG_MOMENT: (
        "That cannot be done now",
        "The clock or the step has changed meanwhile. See how things stand and try again.",
    ),
    Refusal.SERVER_RUNS: (
        "The server is running",
        "Erase this name on the card of the schakel, or stop the server first.",
    ),
    Refusal.NOBODY: (
        "There is no name to erase",
        "Whom you mean is not on this cloth, or has no name any more.",
    ),
    Refusal.BOARD_BROKEN: (
        "This cloth cannot be opened now",
        "Something kept is not right. Nothing was thrown away: ask the server's keeper to look.",
    ),
    Refusal.TOO_BIG: (
        "That is too big",
        "What you send is larger than is allowed here ({limit}). Make it smaller or split it.",
    ),
    Refusal.INVALID: (
        "Something is not right in what you filled in",
        "Look at the places named, mend them and try again.",
    ),
    Refusal.INVALID_FILE: (
        "This file cannot be used",
        "Nothing was changed. Look at the places in the file that are named.",
    ),
    Refusal.IN_THE_PAST: (
        "That moment has passed already",
        "An invitation can only hold until a moment in the future. Choose a later one.",
    ),
    Refusal.UNKNOWN_ACTOR: (
        "This person or group is not there",
        "Choose somebody who lies on one of the cloths. They may have been taken away meanwhile.",
    ),
    Refusal.UNKNOWN_SEAT: (
        "This seat is not there",
        "There is no seat by this id at this cloth. Choose one of the seats around the table.",
    ),
    Refusal.UNKNOWN_ACTOR: (
        "This schakel is not there",
        "Nobody with this number is on this cloth. Choose one of the schakels on it.",
    ),
    Refusal.TOO_MANY_TRIES: (
        "Wait a moment",
        "There were too many tries. Wait {seconds} seconds and then try again.",
    ),
    Refusal.OURS: (
        "Something went wrong on our side",
        "This is our mistake, not yours. What was kept is still there. Try again in a moment.",
    ),
    Refusal.STORE_AWAY: (
        "Nothing can be kept just now",
        "What was kept is still there. Try again in a minute.",
    ),
}

# per kind of fault as pydantic names it; the words in braces come with the fault
FAULTS: Mapping[str, str] = {
    "missing": "this is missing",
    "extra_forbidden": "we do not know this; take it out",
    "json_invalid": "this is not valid JSON",
    "string_type": "this must be a text",
    "string_too_long": "this is too long: at most {max_length} characters",
    "string_too_short": "this is too short: at least {min_length} character",
    "too_short": "this is too short: at least {min_length} character",
    "string_pattern_mismatch": "this does not have the right form",
    "int_type": "this must be a whole number",
    "int_parsing": "this must be a whole number",
    "int_from_float": "this must be a whole number",
    "float_type": "this must be a number",
    "float_parsing": "this must be a number",
    "finite_number": "this must be an ordinary number",
    "bool_type": "this must be true or false",
    "bool_parsing": "this must be true or false",
    "greater_than": "this must be more than {gt}",
    "greater_than_equal": "this must be at least {ge}",
    "less_than": "this must be less than {lt}",
    "less_than_equal": "this must be at most {le}",
    "enum": "choose one of these: {expected}",
    "literal_error": "choose one of these: {expected}",
    "model_attributes_type": "this must be an object",
    "dict_type": "this must be an object",
    "datetime_parsing": "this must be a date with a time",
    "datetime_from_date_parsing": "this must be a date with a time",
    "datetime_type": "this must be a date with a time",
    "timezone_aware": "add a time zone",
    "one_of_both": "give exactly one of both: secret or code",
    "seconds_missing": "say how many seconds",
}
FAULT = "this is not right here"
MISSING_FRONTEND = (
    "The pages have not been built yet",
    "The server runs. Build the pages with this command and load this page again:",
)

STEP_ENDED = "End of step {step}"
