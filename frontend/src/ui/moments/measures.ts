/** The measures of a snapshot as rows: label, number in words, one sentence, the notes behind it. */
import type { Id } from '../../model/types'
import { drawn, nameOf, ofState, type Words } from './reading'
import type { Structure, Totals } from './structure'
import { say, type Wording } from './wording'

export interface Row {
  key: string
  label: string
  /** The number in words; null when there is nothing to count from. */
  said: string | null
  /** What it means, in one sentence. */
  text: string
  /** The notes, schakels or lines behind the number. */
  behind: string[]
}

/** Sentences that the page has and the server does not. */
export interface Phrases extends Words {
  localProfessional(local: number, professional: number): string
  sphereReach(local: number, professional: number, both: number): string
  ring(steps: number, actors: number, ingredients: number): string
  number(value: number): string
}

interface Counted {
  count: number
  whole?: number
  /** Written out when the sentence for a count does not do. */
  said?: string | null
  behind?: string[]
}

type Rule = (structure: Structure, totals: Totals, phrases: Phrases) => Counted

const names = (structure: Structure, ids: readonly Id[], phrases: Phrases): string[] =>
  ids.map((id) => nameOf(structure, id, phrases))

/** "gezond eten: supermarkt en actieve ouder" for each. */
function carried(structure: Structure, ids: readonly Id[], phrases: Phrases): string[] {
  return ids.map((id) => {
    const carriers = names(structure, structure.ingredients[id]?.carriers ?? [], phrases)
    return `${nameOf(structure, id, phrases)}: ${phrases.list(carriers)}`
  })
}

function tied(structure: Structure, basis: string, phrases: Phrases): string[] {
  return structure.ties
    .filter((tie) => tie.basis === basis)
    .map(({ ends }) => names(structure, ends, phrases).join(' – '))
}

const RULES: Readonly<Record<string, Rule>> = {
  coverage: (s, t, p) => ({
    count: t.reachable,
    whole: t.ingredients,
    behind: names(s, ofState(s, 'carried', 'single'), p),
  }),
  vulnerability: (s, t, p) => ({
    count: t.single_carried,
    whole: t.reachable,
    behind: carried(s, ofState(s, 'single'), p),
  }),
  mean_carriers: (s, t, p) => ({
    count: t.reachable,
    whole: t.reachable,
    said: t.mean_carriers === null ? null : p.number(t.mean_carriers),
    behind: carried(s, ofState(s, 'carried', 'single'), p),
  }),
  touched: (s, t, p) => ({
    count: t.touched,
    behind: names(s, ofState(s, 'carried', 'single', 'hanging'), p),
  }),
  hanging: (s, t, p) => ({ count: t.hanging.length, behind: names(s, t.hanging, p) }),
  expected_only: (s, t, p) => ({
    count: t.expected_only.length,
    behind: names(s, t.expected_only, p),
  }),
  loose: (s, t, p) => ({ count: t.loose.length, behind: names(s, t.loose, p) }),
  cloth_actors: (s, t, p) => ({ count: t.cloth_actors, behind: names(s, drawn(s), p) }),
  concreteness: (s, t, p) => ({
    count: t.concreteness[0],
    whole: t.concreteness[1],
    behind: names(
      s,
      drawn(s, ({ concreteness }) => concreteness === 'named'),
      p,
    ),
  }),
  sphere_count: (s, t, p) => ({
    count: t.sphere_count.local,
    said: p.localProfessional(t.sphere_count.local, t.sphere_count.professional),
    behind: names(
      s,
      drawn(s, ({ sphere }) => sphere === 'local' || sphere === 'both'),
      p,
    ),
  }),
  sphere_reach: (_, t, p) => ({
    count: t.sphere_reach.local,
    said: p.sphereReach(t.sphere_reach.local, t.sphere_reach.professional, t.sphere_reach.both),
  }),
  only_professional: (s, t, p) => ({
    count: t.sphere_reach.only_professional.length,
    behind: names(s, t.sphere_reach.only_professional, p),
  }),
  facilitator_dependence: (s, t, p) => ({
    count: t.leaning.length,
    whole: t.reachable,
    behind: names(s, t.leaning, p),
  }),
  factual_share: (s, t, p) => ({
    count: t.ties_factual,
    whole: t.ties_factual + t.ties_expected + t.ties_wished,
    behind: tied(s, 'factual', p),
  }),
  ties_expected: (s, t, p) => ({ count: t.ties_expected, behind: tied(s, 'expected', p) }),
  ties_wished: (s, t, p) => ({ count: t.ties_wished, behind: tied(s, 'wished', p) }),
  rings: (_, t, p) => ({
    count: Object.keys(t.rings).length,
    said: Object.entries(t.rings)
      .map(([steps, { actors, ingredients }]) => p.ring(Number(steps), actors, ingredients))
      .join('; '),
  }),
  contacts_ready: (s, t, p) => ({
    count: t.contacts_ready.ready,
    whole: t.cloth_actors,
    behind: names(
      s,
      drawn(s, ({ contact, story }) => contact && story),
      p,
    ),
  }),
  several_positions: (s, t, p) => ({
    count: t.several_positions.length,
    behind: names(s, t.several_positions, p),
  }),
  no_position: (s, t, p) => ({ count: t.no_position.length, behind: names(s, t.no_position, p) }),
  convergence: (s, _, p) => ({
    count: s.converging.length,
    behind: s.converging.map(({ ingredients }) => p.list(names(s, ingredients, p))),
  }),
}

/** All measures that the language has words for, in reading order. */
export function rows(structure: Structure, wording: Wording, phrases: Phrases): Row[] {
  return Object.entries(RULES).flatMap(([key, rule]) => {
    const words = wording.measures[key]
    if (!words) return []
    const { count, whole, said, behind = [] } = rule(structure, structure.totals, phrases)
    const sentence = words.said
      ? say(words.said, count, whole === undefined ? {} : { whole })
      : String(count)
    const shown = whole === 0 ? null : said === undefined ? sentence : said || null
    return [{ key, label: words.label, said: shown, text: words.text, behind }]
  })
}
