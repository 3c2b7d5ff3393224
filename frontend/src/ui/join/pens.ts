import { PENS, type Pen } from '../../model/schema.gen'

const PAIRS: readonly (readonly [Pen, Pen])[] = [
  ['blue', 'brick'],
  ['moss', 'aubergine'],
  ['raspberry', 'slate'],
  ['black', 'ochre'],
]

/** Two felt-tips to alternate, different from those of the chairs beside. */
export function pensFor(chair: number): Pen[] {
  return [...(PAIRS[chair % PAIRS.length] ?? [PENS[0]])]
}
