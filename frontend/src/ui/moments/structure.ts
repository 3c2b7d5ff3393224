/** The position structure as the server sends it: as much of it as the pages show. */
import type { Position, Sphere } from '../../model/schema.gen'
import type { Id } from '../../model/types'

export type State = 'carried' | 'single' | 'hanging' | 'expected_only' | 'loose'

export interface ActorFacts {
  label: string
  kind: string
  sphere: Sphere
  concreteness: string
  on_cloth: boolean
  positions: Position[]
  inmost: Position | null
  involvements: {
    position: Position
    since: string | null
    until: string | null
    active: boolean
  }[]
  distance: number | null
  reach: number | null
  sole_reach: number | null
  sole: Id[]
  seats: number | null
  bridged_pairs: number | null
  contact: boolean
  story: boolean
}

export interface IngredientFacts {
  text: string
  seat: Id
  carriers: Id[]
  distance: number | null
  state: State
}

export const LEVELS = ['equal', 'probable', 'resembles'] as const
export type Level = (typeof LEVELS)[number]

export interface Finding {
  rule: string
  subjects: Id[]
  weight: number
}

export interface Totals {
  ingredients: number
  cloth_actors: number
  actors: number
  ties_factual: number
  ties_expected: number
  ties_wished: number
  factual_share: number | null
  touched: number
  loose: Id[]
  expected_only: Id[]
  hanging: Id[]
  reachable: number
  coverage: number | null
  coverage_per_seat: Record<Id, [number, number]>
  single_carried: number
  vulnerability: number | null
  mean_carriers: number | null
  sphere_count: { local: number; professional: number }
  sphere_reach: {
    local: number
    professional: number
    both: number
    only_local: number
    only_professional: Id[]
  }
  leaning: Id[]
  facilitator_dependence: number | null
  concreteness: [number, number]
  contacts_ready: { with_contact: number; with_story: number; ready: number }
  rings: Record<string, { actors: number; ingredients: number }>
  several_positions: Id[]
  no_position: Id[]
}

export interface Structure {
  theme: { id: Id; text: string }
  seats: Record<Id, { label: string; actor: Id | null; host: boolean }>
  actors: Record<Id, ActorFacts>
  ingredients: Record<Id, IngredientFacts>
  ties: { id: Id; ends: [Id, Id]; basis: string }[]
  contested: Id[]
  totals: Totals
  positions: Record<Position, Id[]>
  /** Pairs of ingredients whose words are alike, by how much. */
  convergence: Record<Level, Id[][]>
  convergence_truncated?: boolean
  converging: { id: Id; label: string; ingredients: Id[]; seats: Id[] }[]
  findings: Finding[]
}
