import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Point } from '../model/types'
import {
  between,
  css,
  fit,
  hold,
  keepWithin,
  matrix,
  nearestAngle,
  normal,
  pan,
  pinch,
  toCloth,
  toScreen,
  turnAt,
  visible,
  zoomAt,
} from './camera'
import type { Camera } from './camera'

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const point = (reach: number) => fc.tuple(number(-reach, reach), number(-reach, reach))
const cameras: fc.Arbitrary<Camera> = fc.record({
  centre: point(3000),
  angle: number(-180, 180),
  scale: number(0.05, 8),
  size: fc.tuple(number(200, 4000), number(200, 3000)),
})
const near = (a: Point, b: Point, within: number) => Math.hypot(a[0] - b[0], a[1] - b[1]) <= within

test('screen to cloth and back ends within a hundredth of a pixel', () => {
  fc.assert(
    fc.property(cameras, point(4000), (camera, place) =>
      near(toScreen(camera, toCloth(camera, place)), place, 0.01),
    ),
  )
})

test('two viewers with different angles see the same point of the cloth under their pointers', () => {
  fc.assert(
    fc.property(cameras, cameras, point(2000), (mine, yours, spot) =>
      near(toCloth(mine, toScreen(mine, spot)), toCloth(yours, toScreen(yours, spot)), 0.01),
    ),
  )
})

test('a pan moves every point by the same pixels', () => {
  fc.assert(
    fc.property(cameras, point(500), point(2000), (camera, [dx, dy], spot) => {
      const [x, y] = toScreen(camera, spot)
      return near(toScreen(pan(camera, dx, dy), spot), [x + dx, y + dy], 0.01)
    }),
  )
})

test('zooming and turning keep what lies under the pointer', () => {
  fc.assert(
    fc.property(
      cameras,
      point(2000),
      number(0.5, 2),
      number(-180, 180),
      (camera, place, by, to) => {
        const spot = toCloth(camera, place)
        const after = turnAt(zoomAt(camera, place, by), place, to)
        return near(toScreen(after, spot), place, 0.01)
      },
    ),
  )
})

test('two fingers keep the points they touch when they do not twist', () => {
  fc.assert(
    fc.property(cameras, point(300), number(60, 300), number(0.6, 1.6), (camera, at, gap, by) => {
      const from: [Point, Point] = [at, [at[0] + gap, at[1]]]
      const to: [Point, Point] = [at, [at[0] + gap * by, at[1]]]
      const after = pinch(camera, { from, to })
      if (camera.scale * by > 8 || camera.scale * by < 0.05) return true
      return near(toScreen(after, toCloth(camera, from[1])), to[1], 0.05)
    }),
  )
})

test('a small twist does not turn, a clear twist snaps to a seat', () => {
  const camera = fit({ left: 0, top: 0, right: 2400, bottom: 1200 }, 0, [1000, 800])
  const twist = (degrees: number) => {
    const r = (degrees * Math.PI) / 180
    const from: [Point, Point] = [
      [400, 400],
      [600, 400],
    ]
    const to: [Point, Point] = [
      [400, 400],
      [400 + 200 * Math.cos(r), 400 + 200 * Math.sin(r)],
    ]
    return pinch(camera, { from, to }, [0, 90, 180, -90]).angle
  }
  expect(twist(15)).toBe(0)
  expect(twist(60)).toBe(90)
})

test('fitting shows all of the area, whatever the angle', () => {
  const area = { left: -200, top: 0, right: 2400, bottom: 1300 }
  fc.assert(
    fc.property(number(-180, 180), number(300, 2000), number(300, 2000), (angle, w, h) => {
      const camera = fit(area, angle, [w, h], { left: 10, top: 50, right: 10, bottom: 80 })
      const places = [
        [-200, 0],
        [2400, 0],
        [2400, 1300],
        [-200, 1300],
      ] as Point[]
      return places
        .map((spot) => toScreen(camera, spot))
        .every(([x, y]) => x > 9.9 && x < w - 9.9 && y > 49.9 && y < h - 79.9)
    }),
  )
})

test('what is visible holds every corner of the screen', () => {
  fc.assert(
    fc.property(cameras, (camera) => {
      const seen = visible(camera)
      const [x, y] = toCloth(camera, [camera.size[0], 0])
      return x <= seen.right + 1e-6 && x >= seen.left - 1e-6 && y >= seen.top - 1e-6
    }),
  )
})

test('holding a point shows it at the place asked', () => {
  fc.assert(
    fc.property(cameras, point(2000), point(900), (camera, spot, place) =>
      near(toScreen(hold(camera, spot, place), spot), place, 0.01),
    ),
  )
})

test('halfway between two views the cloth turns the short way', () => {
  const one = { centre: [0, 0] as Point, angle: 170, scale: 1, size: [100, 100] as Point }
  expect(Math.abs(between(one, { ...one, angle: -170 }, 0.5).angle)).toBe(180)
})

test('the nearest seat angle is found across the turn from 180 to -180', () => {
  expect(nearestAngle(175, [0, 90, -178])).toBe(-178)
  expect(nearestAngle(12, [])).toBe(12)
})

test('angles stay between -180 and 180', () => {
  fc.assert(fc.property(number(-2000, 2000), (a) => normal(a) > -180 - 1e-9 && normal(a) <= 180))
})

test('the view cannot leave the cloth', () => {
  const camera = { centre: [9000, -50] as Point, angle: 0, scale: 1, size: [100, 100] as Point }
  const kept = keepWithin(camera, { left: 0, top: 0, right: 100, bottom: 100 })
  expect(kept.centre).toEqual([100, 0])
})

test('what is drawn lies on whole pixels, half of one away at most', () => {
  fc.assert(
    fc.property(cameras, fc.constantFrom(1, 2), (camera, pixels) => {
      const shown = css(camera, pixels).slice(7, -1).split(',').map(Number)
      const exact = matrix(camera)
      expect(Math.abs((shown[4]! * pixels) % 1)).toBe(0)
      expect(Math.abs(shown[4]! - exact[4])).toBeLessThanOrEqual(0.5 / pixels)
      expect(shown.slice(0, 4).map(String)).toEqual(exact.slice(0, 4).map((one) => String(one + 0)))
    }),
  )
})
