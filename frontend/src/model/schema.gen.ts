/** The names, kinds and limits of the document. Made from board/schema.py: change that instead. */

export const SCHEMA_VERSION = 1
export const THEME_ID = 't'
export const ID_PATTERN = '[0-9a-z]{1,32}'
export const REGISTER_MARK = '.'
export const PAIR_MARK = '~'
export const POSITION_MARK = ':'
export const TEXT_LIMIT = 2000
export const STROKE_POINT_LIMIT = 600
export const SEAT_LIMIT = 16
export const NUMBER_LIMIT = 1000000

/** Steps from the core; equal numbers stand equally far. */
export const POSITION_ORDER = {
  initiator: 0,
  partner: 1,
  connector: 2,
  supplier: 3,
  user: 3,
} as const

/** The outline of each cloth one can choose, in millimetres. */
export const CLOTH_OUTLINES = {
  rectangle: {
    shape: 'rectangle',
    sizeMm: [2400, 1200],
  },
  long: {
    shape: 'rectangle',
    sizeMm: [3000, 1200],
  },
  square: {
    shape: 'rectangle',
    sizeMm: [1800, 1800],
  },
  round: {
    shape: 'round',
    sizeMm: [1800, 1800],
  },
} as const

/** The five positions of involvement (book, chapter 6, instrument 1). */
export const POSITIONS = ['initiator', 'partner', 'connector', 'supplier', 'user'] as const
export type Position = (typeof POSITIONS)[number]

/** Where an actor is at home. */
export const SPHERES = ['local', 'professional', 'both', 'unknown'] as const
export type Sphere = (typeof SPHERES)[number]

/** On what ground a tie or an involvement is drawn. */
export const BASES = ['factual', 'expected', 'wished'] as const
export type Basis = (typeof BASES)[number]

/** How concrete an actor is: by name, by role, or only as a category. */
export const CONCRETENESSES = ['named', 'role', 'category'] as const
export type Concreteness = (typeof CONCRETENESSES)[number]

/** What sort of thing an actor is. */
export const ACTOR_KINDS = ['person', 'group', 'organisation', 'place', 'initiative', 'other'] as const
export type ActorKind = (typeof ACTOR_KINDS)[number]

/** What sort of thing an ingredient is; never asked during the brainstorm. */
export const INGREDIENT_KINDS = ['idea', 'thought', 'means', 'person', 'building', 'software', 'institution', 'image', 'source', 'material', 'other', 'none'] as const
export type IngredientKind = (typeof INGREDIENT_KINDS)[number]

/** Whether a contact is made with one actor or with a group. */
export const CONTACT_MODES = ['individual', 'group'] as const
export type ContactMode = (typeof CONTACT_MODES)[number]

/** How far a contact has come. */
export const CONTACT_STATUSES = ['prepared', 'invited', 'spoken', 'declined', 'follow_up'] as const
export type ContactStatus = (typeof CONTACT_STATUSES)[number]

/** What became of an invitation to take another position. */
export const INVITATION_STATUSES = ['open', 'accepted', 'declined'] as const
export type InvitationStatus = (typeof INVITATION_STATUSES)[number]

/** What people decided about a suggested convergence. */
export const CONVERGENCE_STATES = ['suggested', 'confirmed', 'rejected'] as const
export type ConvergenceState = (typeof CONVERGENCE_STATES)[number]

/** The steps of the method as the session knows them. */
export const PHASES = ['theme', 'rim', 'walk', 'connectors', 'contacts', 'positions', 'free'] as const
export type Phase = (typeof PHASES)[number]

/** What others see of the writing in step 2a. */
export const SILENCES = ['open', 'blank', 'still'] as const
export type Silence = (typeof SILENCES)[number]

/** The instruments of chapter 6 of the book. */
export const INSTRUMENTS = ['network', 'theme', 'environment', 'capacity', 'pattern'] as const
export type Instrument = (typeof INSTRUMENTS)[number]

/** The outline of the cloth. */
export const SHAPES = ['rectangle', 'round'] as const
export type Shape = (typeof SHAPES)[number]

/** The cloths one can choose: two long ones, a square and a round one. */
export const CLOTHS = ['rectangle', 'long', 'square', 'round'] as const
export type Cloth = (typeof CLOTHS)[number]

/** The felt-tip inks, each at least 4.5:1 on paper. */
export const PENS = ['black', 'blue', 'brick', 'moss', 'aubergine', 'ochre', 'raspberry', 'slate'] as const
export type Pen = (typeof PENS)[number]

/** A soft delete as it stands in a register: who, when and, for an actor, the ties seen. */
export interface GoneValue {
  by: string
  when: string
  seen?: readonly string[]
}

export interface MetaRegisters {
  schema: number | null
  instrument: Instrument | null
  size_mm: readonly [number, number] | null
  shape: Shape | null
}

export interface ThemeRegisters {
  text: string | null
  brought_by: string | null
  released: string | null
}

export interface ThemeNamesBirth {
  by: string | null
  text: string | null
}

export interface ThemeNamesRegisters {
  chosen: boolean | null
  gone: GoneValue | null
}

export type SeatsBirth = Record<string, never>

export interface SeatsRegisters {
  angle: number | null
  label: string | null
  actor: string | null
  pens: readonly Pen[] | null
  host: boolean | null
  gone: GoneValue | null
}

export interface IngredientsBirth {
  seat: string | null
  pen: Pen | null
}

export interface IngredientsRegisters {
  text: string | null
  at: readonly [number, number] | null
  kind: IngredientKind | null
  actor: string | null
  turn: number | null
  late: boolean | null
  second_of: string | null
  gone: GoneValue | null
}

export interface ActorsBirth {
  by: string | null
}

export interface ActorsRegisters {
  label: string | null
  kind: ActorKind | null
  sphere: Sphere | null
  concreteness: Concreteness | null
  function: string | null
  on_cloth: boolean | null
  at: readonly [number, number] | null
  same_as: string | null
  gone: GoneValue | null
}

export interface TiesBirth {
  by: string | null
}

export interface TiesRegisters {
  basis: Basis | null
  evidence: string | null
  gone: GoneValue | null
}

export interface StoriesRegisters {
  text: string | null
}

export interface StoriesJoint {
  inspired: boolean | null
}

export interface ContactsBirth {
  by: string | null
}

export interface ContactsRegisters {
  mode: ContactMode | null
  status: ContactStatus | null
  who: string | null
  when: string | null
  shared: boolean | null
  gone: GoneValue | null
}

export interface ContactsJoint {
  member: boolean | null
}

export interface InvolvementsBirth {
  by: string | null
  since: string | null
}

export interface InvolvementsRegisters {
  basis: Basis | null
  evidence: string | null
  until: string | null
}

export interface InvitationsBirth {
  by: string | null
}

export interface InvitationsRegisters {
  text: string | null
  status: InvitationStatus | null
}

export interface ConvergencesBirth {
  by: string | null
}

export interface ConvergencesRegisters {
  label: string | null
  state: ConvergenceState | null
}

export interface ConvergencesJoint {
  member: boolean | null
}

export interface QuestionsBirth {
  on: string | null
  by: string | null
}

export interface QuestionsRegisters {
  text: string | null
  answer: string | null
  gone: GoneValue | null
}

export interface StrokesBirth {
  seat: string | null
  pen: Pen | null
  width: number | null
  points: Uint8Array | null
}

export interface StrokesRegisters {
  caption: string | null
}

/**
 * Every root map. Keys: `fixed` the register names; `single` `id` (birth) and
 * `id.register`; `tie` the same with `lower~higher` for id; `positioned` with
 * `actor:position` for id. A joint register stands under `id~other.register`.
 */
export const ROOTS = {
  meta: {
    key: 'fixed',
    birth: null,
    registers: {
      schema: 'number',
      instrument: 'Instrument',
      size_mm: 'point',
      shape: 'Shape',
    },
    joint: {},
  },
  theme: {
    key: 'fixed',
    birth: null,
    registers: {
      text: 'text',
      brought_by: 'id',
      released: 'date',
    },
    joint: {},
  },
  theme_names: {
    key: 'single',
    birth: {
      by: 'id',
      text: 'text',
    },
    registers: {
      chosen: 'boolean',
      gone: 'gone',
    },
    joint: {},
  },
  seats: {
    key: 'single',
    birth: {},
    registers: {
      angle: 'number',
      label: 'text',
      actor: 'id',
      pens: 'pens',
      host: 'boolean',
      gone: 'gone',
    },
    joint: {},
  },
  ingredients: {
    key: 'single',
    birth: {
      seat: 'id',
      pen: 'Pen',
    },
    registers: {
      text: 'text',
      at: 'point',
      kind: 'IngredientKind',
      actor: 'id',
      turn: 'number',
      late: 'boolean',
      second_of: 'id',
      gone: 'gone',
    },
    joint: {},
  },
  actors: {
    key: 'single',
    birth: {
      by: 'id',
    },
    registers: {
      label: 'text',
      kind: 'ActorKind',
      sphere: 'Sphere',
      concreteness: 'Concreteness',
      function: 'text',
      on_cloth: 'boolean',
      at: 'point',
      same_as: 'id',
      gone: 'gone',
    },
    joint: {},
  },
  ties: {
    key: 'tie',
    birth: {
      by: 'id',
    },
    registers: {
      basis: 'Basis',
      evidence: 'text',
      gone: 'gone',
    },
    joint: {},
  },
  stories: {
    key: 'single',
    birth: null,
    registers: {
      text: 'text',
    },
    joint: {
      inspired: 'boolean',
    },
  },
  contacts: {
    key: 'single',
    birth: {
      by: 'id',
    },
    registers: {
      mode: 'ContactMode',
      status: 'ContactStatus',
      who: 'id',
      when: 'date',
      shared: 'boolean',
      gone: 'gone',
    },
    joint: {
      member: 'boolean',
    },
  },
  involvements: {
    key: 'positioned',
    birth: {
      by: 'id',
      since: 'date',
    },
    registers: {
      basis: 'Basis',
      evidence: 'text',
      until: 'date',
    },
    joint: {},
  },
  invitations: {
    key: 'positioned',
    birth: {
      by: 'id',
    },
    registers: {
      text: 'text',
      status: 'InvitationStatus',
    },
    joint: {},
  },
  convergences: {
    key: 'single',
    birth: {
      by: 'id',
    },
    registers: {
      label: 'text',
      state: 'ConvergenceState',
    },
    joint: {
      member: 'boolean',
    },
  },
  questions: {
    key: 'single',
    birth: {
      on: 'id',
      by: 'id',
    },
    registers: {
      text: 'text',
      answer: 'text',
      gone: 'gone',
    },
    joint: {},
  },
  strokes: {
    key: 'single',
    birth: {
      seat: 'id',
      pen: 'Pen',
      width: 'number',
      points: 'bytes',
    },
    registers: {
      caption: 'text',
    },
    joint: {},
  },
} as const
export type RootName = keyof typeof ROOTS

export interface Births {
  theme_names: ThemeNamesBirth
  seats: SeatsBirth
  ingredients: IngredientsBirth
  actors: ActorsBirth
  ties: TiesBirth
  contacts: ContactsBirth
  involvements: InvolvementsBirth
  invitations: InvitationsBirth
  convergences: ConvergencesBirth
  questions: QuestionsBirth
  strokes: StrokesBirth
}

export interface Registers {
  meta: MetaRegisters
  theme: ThemeRegisters
  theme_names: ThemeNamesRegisters
  seats: SeatsRegisters
  ingredients: IngredientsRegisters
  actors: ActorsRegisters
  ties: TiesRegisters
  stories: StoriesRegisters
  contacts: ContactsRegisters
  involvements: InvolvementsRegisters
  invitations: InvitationsRegisters
  convergences: ConvergencesRegisters
  questions: QuestionsRegisters
  strokes: StrokesRegisters
}

export interface Joints {
  stories: StoriesJoint
  contacts: ContactsJoint
  convergences: ConvergencesJoint
}

/** What a register means that was never written. */
export const DEFAULTS = {
  meta: {
    schema: 1,
    instrument: 'network',
    size_mm: [2400, 1200],
    shape: 'rectangle',
  },
  theme: {
    text: '',
    brought_by: null,
    released: null,
  },
  theme_names: {
    chosen: false,
    gone: null,
  },
  seats: {
    angle: 0,
    label: '',
    actor: null,
    pens: [],
    host: false,
    gone: null,
  },
  ingredients: {
    text: '',
    at: null,
    kind: 'none',
    actor: null,
    turn: null,
    late: false,
    second_of: null,
    gone: null,
  },
  actors: {
    label: '',
    kind: 'other',
    sphere: 'unknown',
    concreteness: 'named',
    function: '',
    on_cloth: true,
    at: null,
    same_as: null,
    gone: null,
  },
  ties: {
    basis: 'factual',
    evidence: '',
    gone: null,
  },
  stories: {
    text: '',
  },
  contacts: {
    mode: 'individual',
    status: 'prepared',
    who: null,
    when: null,
    shared: false,
    gone: null,
  },
  involvements: {
    basis: 'factual',
    evidence: '',
    until: null,
  },
  invitations: {
    text: '',
    status: 'open',
  },
  convergences: {
    label: '',
    state: 'suggested',
  },
  questions: {
    text: '',
    answer: '',
    gone: null,
  },
  strokes: {
    caption: '',
  },
} as const
