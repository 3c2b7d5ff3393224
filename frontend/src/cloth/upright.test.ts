import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Point } from '../model/types'
import { CLOTH_OUTLINES } from '../model/schema.gen'
import { turn } from './camera'
import { connectorItem, noteItem } from './items'
import type { Item } from './items'
import { nextPlace, rims } from './rim'
import { uprightPlaces } from './upright'

const measure = (text: string) => [...text].length / 2
const WORDS = ['fiets', 'het oude schoolplein met de kastanje', 'samen koken']

/** A cloth with chairs around it and so many notes on every rim. */
function table(cloth: keyof typeof CLOTH_OUTLINES, chairs: number, each: number): Item[] {
  const outline = CLOTH_OUTLINES[cloth]
  const angles = Array.from({ length: chairs }, (_, index): [string, number] => [
    `s${index}`,
    (360 / chairs) * index,
  ])
  return [...rims(outline, new Map(angles)).values()].flatMap((rim) => {
    const taken: Point[] = []
    return Array.from({ length: each }, (_, index) => {
      taken.push(nextPlace(rim, taken))
      const note = { id: `${rim.seat}i${index}`, text: WORDS[index % 3]!, seat: rim.seat }
      return noteItem(note, taken.at(-1)!, rim.facing, measure)
    })
  })
}

function overlaps(
  items: readonly Item[],
  angle: number,
  places: ReadonlyMap<string, Point>,
): number {
  const boxes = items.map(({ id, at, half: [wide, high] }) => {
    const [x, y] = turn(places.get(id) ?? at, -angle)
    return { left: x - wide, top: y - high, right: x + wide, bottom: y + high }
  })
  const over = (a: (typeof boxes)[0], b: (typeof boxes)[0]) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1.5
  return boxes.flatMap((a, index) => boxes.slice(index + 1).filter((b) => over(a, b))).length
}

const cloths = fc.constantFrom('rectangle', 'long', 'square', 'round')

test('no note lies on another for who reads them upright, however full the table', () => {
  fc.assert(
    fc.property(cloths, fc.integer({ min: 1, max: 16 }), fc.integer(), (cloth, chairs, turned) => {
      const items = table(cloth as 'round', chairs, 6)
      const angle = cloth === 'round' ? turned % 360 : (turned % 4) * 90
      const places = uprightPlaces(items, angle, CLOTH_OUTLINES[cloth as 'round'])
      expect(overlaps(items, angle, places)).toBe(0)
    }),
    { numRuns: 60 },
  )
})

test('at a round table the notes of one row lie a note apart, further in as well', () => {
  const inner = table('round', 1, 12).filter(({ at: [x, y] }) => Math.hypot(x - 900, y - 900) < 760)
  const places = inner.map(({ at }) => at)
  for (const [x, y] of places) {
    const near = places.map((other) => Math.hypot(other[0] - x, other[1] - y)).sort((a, b) => a - b)
    expect(near[1]).toBeGreaterThan(215)
  }
})

test('a note with room around it stays where it lies', () => {
  const note = noteItem({ id: 'i1', text: 'fiets', seat: 's1' }, [800, 500], 90, measure)
  expect(uprightPlaces([note], 0, CLOTH_OUTLINES.rectangle).size).toBe(0)
})

test('a note that would hang over the edge comes in', () => {
  const note = noteItem({ id: 'i1', text: 'samen koken', seat: 's1' }, [60, 600], 90, measure)
  const [x, y] = uprightPlaces([note], 0, CLOTH_OUTLINES.rectangle).get('i1')!
  expect(x).toBeCloseTo(note.half[0])
  expect(y).toBe(600)
})

test('a note makes way for a schakel', () => {
  const circle = connectorItem({ id: 'a1', label: 'x' }, [800, 500], 0, measure)
  const note = noteItem({ id: 'i1', text: 'fiets', seat: 's1' }, [840, 520], 90, measure)
  const [x, y] = uprightPlaces([note, circle], 0, CLOTH_OUTLINES.rectangle).get('i1')!
  expect(Math.abs(x - 800) >= 78 || Math.abs(y - 500) >= 78).toBe(true)
})
