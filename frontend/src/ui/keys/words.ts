import { m } from '../../i18n/paraglide/messages.js'
import type { CharacterName } from '../../input/keyboard'

/** What each key of one character does. */
export const CHARACTER_WORDS: Readonly<Record<CharacterName, () => string>> = {
  new: m.cloth_key_new,
  connect: m.cloth_key_connect,
  tie: m.cloth_key_tie,
  move: m.cloth_key_move,
  positions: m.cloth_key_positions,
  contact: m.cloth_key_contact,
  ask: m.cloth_key_ask,
  gather: m.cloth_key_gather,
  after: m.cloth_key_after,
  before: m.cloth_key_before,
  lift: m.cloth_key_lift,
  turnLeft: m.device_key_turn_left,
  turnRight: m.device_key_turn_right,
  zoomIn: m.device_key_zoom_in,
  zoomOut: m.device_key_zoom_out,
  all: m.cloth_key_all,
  help: m.device_key_help,
}

/** The keys that have a name on the keyboard; these are always on. */
export const NAMED_KEYS: readonly (readonly [string, () => string])[] = [
  ['← ↑ → ↓', m.cloth_key_go],
  ['Home', m.cloth_key_theme],
  ['PgUp PgDn', m.cloth_key_turn],
  ['Enter', m.cloth_key_open],
  ['F2', m.cloth_key_edit],
  ['Delete', m.device_key_remove],
  ['Ctrl+Z', m.cloth_key_undo],
  ['Ctrl+Shift+Z', m.cloth_key_redo],
  ['Ctrl+Alt+L', m.cloth_key_list],
  ['Esc', m.cloth_key_back],
]
