import { expect, test } from 'vitest'
import results from '../../../tests/golden/geometry.json'
import type { Shape } from '../model/schema.gen'
import type { Point } from '../model/types'
import { facing, rimPoint, stretches } from './geometry'
import type { Stretch } from './geometry'

interface Golden {
  outlines: {
    shape: Shape
    size: Point
    rim: { angle: number; depth: number; facing: number; point: Point }[]
  }[]
  stretches: { angles: Record<string, number>; stretches: Record<string, Stretch> }[]
}
const golden = results as unknown as Golden

test.each(golden.outlines)('the edge of a $shape of $size lies where Python lays it', (one) => {
  const outline = { shape: one.shape, sizeMm: one.size }
  for (const { angle, depth, facing: side, point } of one.rim) {
    expect(facing(outline, angle)).toBeCloseTo(side, 4)
    const [x, y] = rimPoint(outline, angle, depth)
    expect(x).toBeCloseTo(point[0], 3)
    expect(y).toBeCloseTo(point[1], 3)
  }
})

test.each(golden.stretches)('seats at $angles share the edge as in Python', (one) => {
  const found = stretches(new Map(Object.entries(one.angles)))
  expect([...found.keys()].sort()).toEqual(Object.keys(one.stretches).sort())
  for (const [seat, [from, to]] of Object.entries(one.stretches)) {
    expect(found.get(seat)?.[0]).toBeCloseTo(from, 4)
    expect(found.get(seat)?.[1]).toBeCloseTo(to, 4)
  }
})
