/** The method's own words in the language of this device: one name for each kind, everywhere. */
import type {
  ActorKind,
  Basis,
  Concreteness,
  ContactMode,
  ContactStatus,
  IngredientKind,
  InvitationStatus,
  Pen,
  Phase,
  Position,
  Silence,
  Sphere,
} from '../model/schema.gen'
import { m } from './paraglide/messages.js'

export type Role = 'facilitator' | 'participant' | 'viewer' | 'projector'

type Words<V extends string> = Readonly<Record<V, () => string>>

const positionWords: Words<Position> = {
  initiator: () => m.pages_position_initiator(),
  partner: () => m.pages_position_partner(),
  connector: () => m.pages_position_connector(),
  supplier: () => m.pages_position_supplier(),
  user: () => m.pages_position_user(),
}

const positionHints: Words<Position> = {
  initiator: () => m.pages_position_initiator_hint(),
  partner: () => m.pages_position_partner_hint(),
  connector: () => m.pages_position_connector_hint(),
  supplier: () => m.pages_position_supplier_hint(),
  user: () => m.pages_position_user_hint(),
}

const sphereWords: Words<Sphere> = {
  local: () => m.pages_sphere_local(),
  professional: () => m.pages_sphere_professional(),
  both: () => m.pages_sphere_both(),
  unknown: () => m.pages_sphere_unknown(),
}

const basisWords: Words<Basis> = {
  factual: () => m.pages_basis_factual(),
  expected: () => m.pages_basis_expected(),
  wished: () => m.pages_basis_wished(),
}

const basisHints: Words<Basis> = {
  factual: () => m.pages_basis_factual_hint(),
  expected: () => m.pages_basis_expected_hint(),
  wished: () => m.pages_basis_wished_hint(),
}

const concretenessWords: Words<Concreteness> = {
  named: () => m.pages_concreteness_named(),
  role: () => m.pages_concreteness_role(),
  category: () => m.pages_concreteness_category(),
}

const actorKindWords: Words<ActorKind> = {
  person: () => m.pages_actor_person(),
  group: () => m.pages_actor_group(),
  organisation: () => m.pages_actor_organisation(),
  place: () => m.pages_actor_place(),
  initiative: () => m.pages_actor_initiative(),
  other: () => m.pages_actor_other(),
}

const ingredientKindWords: Words<IngredientKind> = {
  idea: () => m.pages_kind_idea(),
  thought: () => m.pages_kind_thought(),
  means: () => m.pages_kind_means(),
  person: () => m.pages_kind_person(),
  building: () => m.pages_kind_building(),
  software: () => m.pages_kind_software(),
  institution: () => m.pages_kind_institution(),
  image: () => m.pages_kind_image(),
  source: () => m.pages_kind_source(),
  material: () => m.pages_kind_material(),
  other: () => m.pages_kind_other(),
  none: () => m.pages_kind_none(),
}

const contactModeWords: Words<ContactMode> = {
  individual: () => m.pages_mode_individual(),
  group: () => m.pages_mode_group(),
}

const contactStatusWords: Words<ContactStatus> = {
  prepared: () => m.pages_status_prepared(),
  invited: () => m.pages_status_invited(),
  spoken: () => m.pages_status_spoken(),
  declined: () => m.pages_status_declined(),
  follow_up: () => m.pages_status_follow_up(),
}

const invitationStatusWords: Words<InvitationStatus> = {
  open: () => m.pages_invitation_open(),
  accepted: () => m.pages_invitation_accepted(),
  declined: () => m.pages_invitation_declined(),
}

const penWords: Words<Pen> = {
  black: () => m.pages_pen_black(),
  blue: () => m.pages_pen_blue(),
  brick: () => m.pages_pen_brick(),
  moss: () => m.pages_pen_moss(),
  aubergine: () => m.pages_pen_aubergine(),
  ochre: () => m.pages_pen_ochre(),
  raspberry: () => m.pages_pen_raspberry(),
  slate: () => m.pages_pen_slate(),
}

const phaseWords: Words<Phase> = {
  theme: () => m.pages_step_theme(),
  rim: () => m.pages_step_rim(),
  walk: () => m.pages_step_walk(),
  connectors: () => m.pages_step_connectors(),
  contacts: () => m.pages_step_contacts(),
  positions: () => m.pages_step_positions(),
  free: () => m.pages_step_free(),
}

const silenceWords: Words<Silence> = {
  open: () => m.pages_silence_open(),
  blank: () => m.pages_silence_blank(),
  still: () => m.pages_silence_still(),
}

const silenceHints: Words<Silence> = {
  open: () => m.pages_silence_open_hint(),
  blank: () => m.pages_silence_blank_hint(),
  still: () => m.pages_silence_still_hint(),
}

const prompts: Words<Phase> = {
  theme: () => m.pages_prompt_theme(),
  rim: () => m.pages_prompt_rim(),
  walk: () => m.pages_prompt_walk(),
  connectors: () => m.pages_prompt_connectors(),
  contacts: () => m.pages_prompt_contacts(),
  positions: () => m.pages_prompt_positions(),
  free: () => m.pages_prompt_free(),
}

const roleWords: Words<Role> = {
  facilitator: () => m.pages_role_facilitator(),
  participant: () => m.pages_role_participant(),
  viewer: () => m.pages_role_viewer(),
  projector: () => m.pages_role_projector(),
}

export const positionWord = (value: Position): string => positionWords[value]()
export const positionHint = (value: Position): string => positionHints[value]()
export const sphereWord = (value: Sphere): string => sphereWords[value]()
export const basisWord = (value: Basis): string => basisWords[value]()
export const basisHint = (value: Basis): string => basisHints[value]()
export const concretenessWord = (value: Concreteness): string => concretenessWords[value]()
export const actorKindWord = (value: ActorKind): string => actorKindWords[value]()
export const ingredientKindWord = (value: IngredientKind): string => ingredientKindWords[value]()
export const contactModeWord = (value: ContactMode): string => contactModeWords[value]()
export const contactStatusWord = (value: ContactStatus): string => contactStatusWords[value]()
export const invitationStatusWord = (value: InvitationStatus): string =>
  invitationStatusWords[value]()
export const penWord = (value: Pen): string => penWords[value]()
export const phaseWord = (value: Phase): string => phaseWords[value]()
export const silenceWord = (value: Silence): string => silenceWords[value]()
export const silenceHint = (value: Silence): string => silenceHints[value]()
/** The one line that says what a step asks. */
export const promptLine = (value: Phase): string => prompts[value]()
export const roleWord = (value: Role): string => roleWords[value]()

/** The values of a kind as options to choose from. */
export function options<V extends string>(
  values: readonly V[],
  label: (value: V) => string,
  hint?: (value: V) => string,
): { value: V; label: string; hint?: string }[] {
  return values.map((value) => ({ value, label: label(value), hint: hint?.(value) }))
}
