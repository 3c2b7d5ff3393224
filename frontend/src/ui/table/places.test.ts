import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { place, roomiest, spread } from './places'

const CLOTH = { shape: 'rectangle', sizeMm: [2400, 1200] } as const
const ROUND = { shape: 'round', sizeMm: [1800, 1800] } as const

describe('chairs around the table', () => {
  test('a chair at angle 0 stands below the middle of the bottom edge', () => {
    const { at, facing } = place(0, CLOTH)
    expect(at[0]).toBeCloseTo(1200)
    expect(at[1]).toBeGreaterThan(1200)
    expect(facing).toBe(0)
  })

  test('a chair at 90 degrees stands on the left, since angles run clockwise', () => {
    const { at, facing } = place(90, CLOTH)
    expect(at[0]).toBeLessThan(0)
    expect(at[1]).toBeCloseTo(600)
    expect(facing).toBe(90)
  })

  test('no chair ever stands on the cloth', () => {
    const angles = fc.double({ min: 0, max: 360, noNaN: true })
    fc.assert(
      fc.property(angles, fc.constantFrom(CLOTH, ROUND), (angle, outline) => {
        const { at } = place(angle, outline)
        const [rx, ry] = [outline.sizeMm[0] / 2, outline.sizeMm[1] / 2]
        const [x, y] = [(at[0] - rx) / rx, (at[1] - ry) / ry]
        const out =
          outline.shape === 'round' ? Math.hypot(x, y) : Math.max(Math.abs(x), Math.abs(y))
        expect(out).toBeGreaterThan(1)
      }),
    )
  })

  test('spread chairs stand at equal steps along the edge', () => {
    const [first, second, third, fourth] = spread(4).map((angle) => place(angle, CLOTH).at)
    expect(first![0]).toBeCloseTo(1200)
    expect(second![0]).toBeLessThan(0)
    expect(third![0]).toBeCloseTo(1200)
    expect(third![1]).toBeLessThan(0)
    expect(fourth![0]).toBeGreaterThan(2400)
  })
})

describe('put me anywhere', () => {
  const seats = [0, 90, 180, 270].map((angle, index) => ({ id: `s${index + 1}`, angle }))

  test('gives the chair across the table when one is taken', () => {
    expect(roomiest(seats, new Set(['s1']))).toBe('s3')
  })

  test('gives the first chair of an empty table', () => {
    expect(roomiest(seats, new Set())).toBe('s1')
  })

  test('gives nothing when all are taken', () => {
    expect(roomiest(seats, new Set(seats.map((seat) => seat.id)))).toBeNull()
  })
})
