/** Boards to look at: the worked example, cloths of any kind, and B1 to measure with. */
import type * as Y from 'yjs'
import example from '../../tests/golden/vrolijk-groot-worden.json'
import { rimsAround, nextPlace, nextRingPlace } from '../src/cloth/rim'
import { chance } from '../src/cloth/hand'
import { pack } from '../src/model/ink'
import { CLOTH_OUTLINES, PENS } from '../src/model/schema.gen'
import type { Cloth } from '../src/model/schema.gen'
import type { Point } from '../src/model/types'
import { spread } from '../src/ui/table/places'

const ANGLES: Readonly<Record<number, readonly number[]>> = {
  5: [30, 90, 180, 270, 330],
  8: [0, 40, 90, 140, 180, 220, 270, 320],
  12: [15, 45, 75, 105, 135, 165, 195, 225, 255, 285, 315, 345],
}
const OUTLINE = CLOTH_OUTLINES.rectangle

function put(doc: Y.Doc, root: string, values: Record<string, unknown>): void {
  const map = doc.getMap(root)
  for (const [key, value] of Object.entries(values)) map.set(key, value)
}

function seats(doc: Y.Doc, count: number, theme: string, labels: string[] = []): void {
  around(doc, 'rectangle', ANGLES[count]!, theme, labels)
}

function around(
  doc: Y.Doc,
  cloth: Cloth,
  angles: readonly number[],
  theme: string,
  labels: string[] = [],
): void {
  doc.transact(() => {
    const { shape, sizeMm } = CLOTH_OUTLINES[cloth]
    put(doc, 'meta', { schema: 1, instrument: 'network', size_mm: sizeMm, shape })
    put(doc, 'theme', { text: theme })
    angles.forEach((angle, index) => {
      const id = `s${index + 1}`
      const pens = [PENS[index % 8], PENS[(index + 3) % 8]]
      const label = labels[index] ?? `stoel ${index + 1}`
      put(doc, 'seats', {
        [id]: {},
        [`${id}.angle`]: angle,
        [`${id}.label`]: label,
        [`${id}.pens`]: pens,
      })
    })
  })
}

const NAMES = 'Anna,Bilal,Chris de Wit,Dewi,Esra,Femke van der Ploeg,Gijs,Hanna,Iris,Joost'.split(
  ',',
)
const WORDS = [
  'buurttuin achter de school',
  'samen koken',
  'oma Bep',
  'het oude schoolplein met de kastanje',
  'muziek',
  'een fiets die van iedereen is',
  'speeltuin zonder hek',
  'Stichting Jeugd & Toekomst Zuid-Oost',
]

/** Any cloth with chairs around it, so many notes at each, and schakels between them. */
export function laid(doc: Y.Doc, cloth: Cloth, chairs: number, notes: number): void {
  const outline = CLOTH_OUTLINES[cloth]
  const angles = spread(chairs, outline)
  const labels = angles.map((_, index) => NAMES[index] ?? `stoel ${index + 1}`)
  around(doc, cloth, angles, 'Vrolijk groot worden', labels)
  const seated = new Map(angles.map((angle, index) => [`s${index + 1}`, { angle }]))
  const rims = rimsAround({ meta: outline, seats: seated })
  doc.transact(() => {
    const ring: Point[] = []
    for (const [seat, rim] of rims) {
      const taken: Point[] = []
      for (let index = 0; index < notes; index += 1) {
        const [id, at] = [`${seat}i${index}`, nextPlace(rim, taken)]
        taken.push(at)
        const text = WORDS[Math.floor(chance(id, 1) * WORDS.length)]
        put(doc, 'ingredients', {
          [id]: { seat, pen: PENS[(ring.length + index) % 8] },
          [`${id}.text`]: text,
          [`${id}.at`]: at,
        })
      }
      if (notes === 0) continue
      const [id, at] = [`a${seat}`, nextRingPlace(outline, taken[0]!, ring)]
      ring.push(at)
      put(doc, 'actors', {
        [id]: { by: seat },
        [`${id}.label`]: NAMES[(ring.length + 3) % NAMES.length],
        [`${id}.at`]: at,
        [`${id}.sphere`]: ring.length % 3 ? 'local' : 'professional',
      })
      put(doc, 'ties', { [`${id}~t`]: { by: seat } })
      for (let index = 0; index < Math.min(3, notes); index += 1)
        put(doc, 'ties', { [`${id}~${seat}i${index}`]: { by: seat } })
    }
  })
}

function rimsOf(count: number) {
  const angles = ANGLES[count]!
  const around = new Map(angles.map((angle, index) => [`s${index + 1}`, { angle }]))
  return rimsAround({ meta: OUTLINE, seats: around })
}

/** `tests/golden/vrolijk-groot-worden.json`. */
export function golden(doc: Y.Doc): void {
  const labels = Object.values(example.seats).map(({ label }) => label)
  seats(doc, 5, example.theme.text, labels)
  const rims = rimsOf(5)
  const places = new Map<string, Point>()
  doc.transact(() => {
    Object.entries(example.seats).forEach(([id, { actor }]) =>
      put(doc, 'seats', { [`${id}.actor`]: actor }),
    )
    const taken: Record<string, Point[]> = {}
    Object.entries(example.ingredients).forEach(([id, [seat = '', text]], index) => {
      const at = nextPlace(rims.get(seat)!, (taken[seat] ??= []))
      taken[seat].push(at)
      places.set(id, at)
      const pen = PENS[(Number(seat[1]) - 1 + (index % 2) * 3) % 8]
      put(doc, 'ingredients', { [id]: { seat, pen }, [`${id}.text`]: text, [`${id}.at`]: at })
    })
    middle(doc, places)
  })
}

/** Every line of the example: its two ends and its ground. */
const LINES = [
  ...Object.entries(example.ties_factual).flatMap(([a, others]) =>
    others.map((b) => [a, b, 'factual'] as const),
  ),
  ['a03', 'i10', 'expected'] as const,
]

function middle(doc: Y.Doc, places: Map<string, Point>): void {
  actors(doc, places)
  for (const [a, b, basis] of LINES) {
    const [one, two] = [a, b].map((id) => (id === 't1' ? 't' : id)).sort()
    put(doc, 'ties', { [`${one}~${two}`]: { by: 's1' }, [`${one}~${two}.basis`]: basis })
  }
  for (const [id, { mode, members }] of Object.entries(example.contacts)) {
    put(doc, 'contacts', { [id]: { by: 's1' }, [`${id}.mode`]: mode })
    for (const actor of members) put(doc, 'contacts', { [`${id}~${actor}.member`]: true })
  }
  for (const [actor, positions] of Object.entries(example.involvements))
    for (const position of positions)
      put(doc, 'involvements', { [`${actor}:${position}`]: { by: 's1', since: '2025-01-10' } })
}

function actors(doc: Y.Doc, places: Map<string, Point>): void {
  const taken: Point[] = []
  for (const [id, actor] of Object.entries(example.actors)) {
    put(doc, 'actors', {
      [id]: { by: 's1' },
      [`${id}.label`]: actor.label,
      [`${id}.sphere`]: actor.sphere,
      [`${id}.concreteness`]: actor.concreteness,
      [`${id}.on_cloth`]: actor.on_cloth,
    })
    if (!actor.on_cloth) continue
    const at = nextRingPlace(OUTLINE, towards(id, places), taken)
    taken.push(at)
    put(doc, 'actors', { [`${id}.at`]: at })
  }
}

/** The middle of the ingredients that an actor is tied to. */
function towards(actor: string, places: Map<string, Point>): Point {
  const near = LINES.flatMap(([a, b]) => {
    const other = a === actor ? b : b === actor ? a : ''
    const at = places.get(other)
    return at ? [at] : []
  })
  if (near.length === 0) return [1200, 0]
  const sum = near.reduce(([x, y], at): Point => [x + at[0], y + at[1]], [0, 0])
  return [sum[0] / near.length, sum[1] / near.length]
}

/** B1: 2,000 notes, 1,500 strokes, 150 schakels, 2,500 ties, 12 seats. */
export function b1(doc: Y.Doc): void {
  seats(doc, 12, 'Een heel groot kleed')
  const rims = rimsOf(12)
  doc.transact(() => {
    const words =
      'buurt tuin fiets school samen koken muziek spelen eten rust plein oma bal hulp'.split(' ')
    const taken: Record<string, Point[]> = {}
    for (let index = 0; index < 2000; index += 1) {
      const [id, seat] = [`i${index}`, `s${(index % 12) + 1}`]
      const at = nextPlace(rims.get(seat)!, (taken[seat] ??= []))
      taken[seat].push(at)
      const text = [0, 1, 2]
        .map((turn) => words[Math.floor(chance(id, turn) * words.length)])
        .join(' ')
      put(doc, 'ingredients', {
        [id]: { seat, pen: PENS[index % 8] },
        [`${id}.text`]: text,
        [`${id}.at`]: at,
      })
    }
    const ring: Point[] = []
    for (let index = 0; index < 150; index += 1) {
      const id = `a${index}`
      const at: Point = [
        Math.round(250 + chance(id, 1) * 1900),
        Math.round(250 + chance(id, 2) * 700),
      ]
      ring.push(at)
      put(doc, 'actors', {
        [id]: { by: 's1' },
        [`${id}.label`]: `schakel ${index}`,
        [`${id}.at`]: at,
        [`${id}.sphere`]: index % 3 ? 'local' : 'professional',
      })
      put(doc, 'ties', { [`${id}~t`]: { by: 's1' } })
    }
    for (let index = 0; index < 2350; index += 1) {
      const tie = `a${index % 150}~i${Math.floor(chance('tie', index) * 2000)}`
      put(doc, 'ties', {
        [tie]: { by: 's1' },
        [`${tie}.basis`]: index % 9 ? 'factual' : 'expected',
      })
    }
    for (let index = 0; index < 1500; index += 1)
      put(doc, 'strokes', { [`x${index}`]: scribble(index) })
  })
}

function scribble(index: number) {
  const name = `x${index}`
  const [x, y] = [chance(name, 1) * 2400, chance(name, 2) * 1200]
  const points = Array.from({ length: 60 }, (_, step): Point => [
    x + step * 2 + Math.sin(step / 3) * 12 * chance(name, 3),
    y + Math.cos(step / (2 + chance(name, 4) * 4)) * 26,
  ])
  return {
    seat: `s${(index % 12) + 1}`,
    pen: PENS[index % 8],
    width: [3, 6, 12][index % 3],
    points: pack(points),
  }
}
