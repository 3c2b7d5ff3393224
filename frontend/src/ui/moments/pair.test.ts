import { describe, expect, test } from 'vitest'
import type { SnapshotInfo } from '../../sync/api'
import { before, firstPair, NOW, pairOf, pairQuery } from './pair'

const taken = (id: string, day: number): SnapshotInfo => ({
  id,
  title: id,
  takenAt: `2025-01-0${day}T10:00:00Z`,
  hash: '',
  phase: 'free',
  note: '',
  counts: null,
})

describe('the pair that is shown first', () => {
  test('is the last two moments, the earlier one first', () => {
    const all = [taken('m3', 3), taken('m1', 1), taken('m2', 2)]
    expect(firstPair(all, true)).toEqual({ from: 'm2', to: 'm3' })
  })

  test('with one moment is that moment against now, for who may see now', () => {
    expect(firstPair([taken('m1', 1)], true)).toEqual({ from: 'm1', to: NOW })
    expect(firstPair([taken('m1', 1)], false)).toBeUndefined()
  })

  test('with no moment is none', () => {
    expect(firstPair([], true)).toBeUndefined()
  })
})

describe('what a moment can be seen beside', () => {
  test('is what was taken before it, the latest first', () => {
    const all = [taken('m3', 3), taken('m1', 1), taken('m2', 2)]
    expect(before(all, 'm3').map((one) => one.id)).toEqual(['m2', 'm1'])
    expect(before(all, 'm1')).toEqual([])
  })
})

describe('the address of a comparison', () => {
  test('leads back to the same pair and keeps what else it says', () => {
    const query = pairQuery('?as=viewer', { from: 'm1', to: NOW })
    expect(pairOf(query)).toEqual({ from: 'm1', to: NOW })
    expect(new URLSearchParams(query).get('as')).toBe('viewer')
  })

  test('with one side only asks for nothing', () => {
    expect(pairOf('?van=m1')).toBeUndefined()
  })
})
