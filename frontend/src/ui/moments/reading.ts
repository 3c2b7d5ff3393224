/** Reading a position structure: what things are called and which notes stand behind a number. */
import type { Position } from '../../model/schema.gen'
import type { Id } from '../../model/types'
import type { Finding, State, Structure } from './structure'

/** The words this needs from the page's language. */
export interface Words {
  list(items: readonly string[]): string
  position(position: Position): string
  seat(number: string): string
  nameless: string
}

const NUMBERED = /^stoel (\d+)$/

/** What a subject is called: a schakel, a slip, a seat or a position. */
export function nameOf(structure: Structure, id: Id, words: Words): string {
  const named = structure.actors[id]?.label ?? structure.ingredients[id]?.text
  if (named !== undefined) return named || words.nameless
  if (id in structure.seats) return seatOf(structure, id, words)
  if (id in structure.positions) return words.position(id as Position)
  return id === structure.theme.id ? structure.theme.text : id
}

function seatOf(structure: Structure, id: Id, words: Words): string {
  const label = structure.seats[id]?.label ?? ''
  const number = NUMBERED.exec(label)?.[1]
  if (label !== '' && number === undefined) return label
  return words.seat(number ?? String(Object.keys(structure.seats).indexOf(id) + 1))
}

/** The ingredients in any of these states. */
export function ofState(structure: Structure, ...states: State[]): Id[] {
  return Object.keys(structure.ingredients).filter((id) =>
    states.includes(structure.ingredients[id]!.state),
  )
}

/** The actors drawn on the cloth that pass a test. */
export function drawn(
  structure: Structure,
  holds: (actor: Structure['actors'][Id]) => boolean = () => true,
): Id[] {
  return Object.keys(structure.actors).filter((id) => {
    const actor = structure.actors[id]!
    return actor.on_cloth && holds(actor)
  })
}

/** The findings of one rule together, in the order in which the rules come. */
export function byRule(findings: readonly Finding[]): [rule: string, hits: Finding[]][] {
  const rules = new Map<string, Finding[]>()
  for (const finding of findings) {
    rules.set(finding.rule, [...(rules.get(finding.rule) ?? []), finding])
  }
  return [...rules]
}
