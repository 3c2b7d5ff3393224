import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Point } from '../model/types'
import { rimPoint } from './geometry'
import type { Outline } from './geometry'
import {
  CONNECTOR_RADIUS,
  PITCH,
  RIM_DEPTH,
  ROW,
  bandPlace,
  bands,
  fromRim,
  nextPlace,
  nextRingPlace,
  onRim,
  rimAt,
  rims,
  withHem,
} from './rim'

const LONG: Outline = { shape: 'rectangle', sizeMm: [2400, 1200] }
const ROUND: Outline = { shape: 'round', sizeMm: [1800, 1800] }
const OVAL: Outline = { shape: 'round', sizeMm: [2400, 1400] }
const outlines = fc.constantFrom<Outline>(LONG, ROUND, { shape: 'rectangle', sizeMm: [1500, 1500] })
const evenly = (count: number) =>
  new Map(Array.from({ length: count }, (_, index) => [`s${index + 1}`, (360 / count) * index]))

function fill(outline: Outline, count: number, notes: number): Map<string, Point[]> {
  return new Map(
    [...rims(outline, evenly(count))].map(([seat, rim]) => {
      const places: Point[] = []
      for (let index = 0; index < notes; index += 1) places.push(nextPlace(rim, places))
      return [seat, places]
    }),
  )
}

test('the first note lies in the middle before its writer', () => {
  const rim = rims(LONG, evenly(4)).get('s1')!
  expect(nextPlace(rim, [])).toEqual([1200, 1140])
})

test('a place on a rim is found back from its point', () => {
  fc.assert(
    fc.property(
      outlines,
      fc.integer({ min: 1, max: 16 }),
      fc.double({ min: -0.5, max: 0.5, noNaN: true }),
      fc.double({ min: -400, max: 250, noNaN: true }),
      (outline, count, share, inward) => {
        for (const rim of rims(outline, evenly(count)).values()) {
          const [right, depth] = fromRim(rim, onRim(rim, share * rim.length, inward))
          expect(right).toBeCloseTo(share * rim.length, 3)
          expect(depth).toBeCloseTo(inward, 3)
        }
      },
    ),
  )
})

test('no two notes of a seat lie on each other, however many there are', () => {
  for (const outline of [LONG, ROUND, OVAL])
    for (const places of fill(outline, 5, 40).values())
      for (const [index, [x, y]] of places.entries())
        for (const [a, b] of places.slice(0, index))
          expect(Math.hypot(x - a, y - b)).toBeGreaterThan(ROW * 0.8)
})

test('notes of neighbours keep apart', () => {
  const all = [...fill(LONG, 8, 6)]
  for (const [seat, places] of all)
    for (const [other, theirs] of all)
      if (seat < other)
        for (const [x, y] of places)
          for (const [a, b] of theirs) expect(Math.hypot(x - a, y - b)).toBeGreaterThan(ROW * 0.8)
})

test('a full rim grows outward, beyond the edge', () => {
  const bottom = fill(LONG, 5, 14).get('s1')!
  expect(bottom.filter(([, y]) => y > 1200).length).toBeGreaterThan(0)
  expect(withHem(LONG, bottom).bottom).toBeGreaterThan(1200)
  expect(withHem(LONG, bottom).top).toBe(0)
})

test('a place that was freed is the next one', () => {
  const rim = rims(LONG, evenly(5)).get('s2')!
  const [first, ...rest] = fill(LONG, 5, 6).get('s2')!
  expect(nextPlace(rim, rest)).toEqual(first)
})

test('every seat has room for a note, sixteen seats too', () => {
  for (const outline of [LONG, ROUND])
    for (const rim of rims(outline, evenly(16)).values())
      expect(rim.length).toBeGreaterThanOrEqual(PITCH - 1)
})

test('a rim faces the side it lies on', () => {
  const facings = [...rims(LONG, evenly(5)).values()].map(({ facing }) => facing)
  expect(facings).toEqual([0, 90, 180, 180, 270])
})

test('a point on a rim belongs to its seat, outward too; the middle to nobody', () => {
  const all = [...rims(LONG, evenly(5)).values()]
  for (const rim of all) {
    expect(rimAt(all, onRim(rim, 0, RIM_DEPTH - 5))).toBe(rim.seat)
    expect(rimAt(all, onRim(rim, 0, -300))).toBe(rim.seat)
  }
  expect(rimAt(all, [1200, 600])).toBe(null)
})

test('schakels lie towards their ingredient and never on each other or on the theme', () => {
  const taken: Point[] = []
  for (let index = 0; index < 24; index += 1) {
    const place = nextRingPlace(LONG, rimPoint(LONG, index * 40), taken)
    for (const [x, y] of [...taken, [1200, 600] as Point])
      expect(Math.hypot(x - place[0], y - place[1])).toBeGreaterThan(2 * CONNECTOR_RADIUS)
    taken.push(place)
  }
  expect(nextRingPlace(LONG, [2400, 600], [])[1]).toBe(600)
})

test('the bands lie around each other', () => {
  for (const outline of [LONG, ROUND]) {
    const widths = bands(outline).map(([width]) => width)
    expect(widths).toEqual([...widths].sort((a, b) => a - b))
  }
})

test('a place in a band lies between its borders, in the direction asked', () => {
  for (const outline of [LONG, ROUND, OVAL])
    for (const toward of [
      [0, 0],
      [2000, 500],
      [900, 1100],
    ] as Point[]) {
      const [cx, cy] = [outline.sizeMm[0] / 2, outline.sizeMm[1] / 2]
      const away = [0, 1, 2, 3].map((band) => {
        const [x, y] = bandPlace(outline, band, toward)
        expect(Math.abs((x - cx) * (toward[1] - cy) - (y - cy) * (toward[0] - cx))).toBeLessThan(1)
        return Math.hypot(x - cx, y - cy)
      })
      expect(away).toEqual([...away].sort((a, b) => a - b))
      expect(away[0]).toBeGreaterThan(120)
    }
})

test('an untouched cloth has no hem', () => {
  expect(
    withHem(LONG, [
      [30, 30],
      [2390, 1190],
    ]),
  ).toEqual({ left: 0, top: 0, right: 2400, bottom: 1200 })
})
