import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { places, roomiest, spread } from './places'

const CLOTH = { shape: 'rectangle', sizeMm: [2400, 1200] } as const
const ROUND = { shape: 'round', sizeMm: [1800, 1800] } as const

const around = (...angles: number[]) => angles.map((angle, index) => ({ id: `s${index}`, angle }))

describe('chairs around the table', () => {
  test('a chair at angle 0 stands below the middle of the bottom edge', () => {
    const { at, facing } = places(around(0, 180), CLOTH).get('s0')!
    expect(at[0]).toBeCloseTo(1200)
    expect(at[1]).toBeGreaterThan(1200)
    expect(facing).toBe(0)
  })

  test('the second of four chairs stands on the left, since one walks clockwise', () => {
    const { at, facing } = places(around(...spread(4, CLOTH)), CLOTH).get('s1')!
    expect(at[0]).toBeLessThan(0)
    expect(at[1]).toBeCloseTo(600)
    expect(facing).toBe(90)
  })

  test('every chair stands beside the cloth with its card on the cloth before it', () => {
    const counts = fc.integer({ min: 1, max: 16 })
    fc.assert(
      fc.property(counts, fc.constantFrom(CLOTH, ROUND), (count, outline) => {
        const [rx, ry] = [outline.sizeMm[0] / 2, outline.sizeMm[1] / 2]
        const out = ([px, py]: readonly [number, number]): number => {
          const [x, y] = [(px - rx) / rx, (py - ry) / ry]
          return outline.shape === 'round' ? Math.hypot(x, y) : Math.max(Math.abs(x), Math.abs(y))
        }
        const all = [...places(around(...spread(count, outline)), outline).values()]
        expect(all).toHaveLength(count)
        expect(all.every(({ at }) => out(at) > 1)).toBe(true)
        expect(all.every(({ card }) => out(card) < 1)).toBe(true)
      }),
    )
  })

  test('six chairs stand two at each long side and one at each end', () => {
    const facing = [...places(around(...spread(6, CLOTH)), CLOTH).values()].map(
      (place) => place.facing,
    )
    expect(facing.sort((a, b) => a - b)).toEqual([0, 0, 90, 180, 180, 270])
  })
})

describe('put me anywhere', () => {
  const seats = around(0, 90, 180, 270)

  test('gives the chair across the table when one is taken', () => {
    expect(roomiest(seats, new Set(['s0']))).toBe('s2')
  })

  test('gives the first chair of an empty table', () => {
    expect(roomiest(seats, new Set())).toBe('s0')
  })

  test('gives nothing when all are taken', () => {
    expect(roomiest(seats, new Set(seats.map((seat) => seat.id)))).toBeNull()
  })
})
