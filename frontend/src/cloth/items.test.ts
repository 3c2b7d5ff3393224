import { expect, test } from 'vitest'
import type { Point } from '../model/types'
import type { Camera } from './camera'
import { connectorItem, covers, drawnAngle, nearest, noteItem } from './items'

const measure = (text: string) => [...text].length / 2
const note = (id: string, at: Point, text = 'fiets', angle = 0) =>
  noteItem({ id, text, seat: 's1' }, at, angle, measure)
const camera = (angle: number): Camera => ({ centre: [0, 0], angle, scale: 1, size: [800, 600] })

test('a note covers its own box, turned as it is drawn', () => {
  const item = note('i1', [100, 100])
  const [wide] = item.half
  expect(covers(item, [100 + wide - 1, 100], { at: item.at, angle: 0 })).toBe(true)
  expect(covers(item, [100 + wide - 1, 100], { at: item.at, angle: 90 })).toBe(false)
  expect(covers(item, [100, 100 + wide - 1], { at: item.at, angle: 90 })).toBe(true)
})

test('a schakel covers a disc', () => {
  const item = connectorItem({ id: 'a1', label: 'x' }, [0, 0], 0, measure)
  expect(covers(item, [77, 0], { at: [0, 0], angle: 0 })).toBe(true)
  expect(covers(item, [60, 60], { at: [0, 0], angle: 0 })).toBe(false)
})

test('the arrow keys go where the viewer sees it, however the cloth is turned', () => {
  const spots = [
    { id: 'east', at: [100, 0] as Point },
    { id: 'west', at: [-100, 0] as Point },
    { id: 'north', at: [0, -100] as Point },
  ]
  expect(nearest(spots, [0, 0], 'right', camera(0))?.id).toBe('east')
  expect(nearest(spots, [0, 0], 'right', camera(180))?.id).toBe('west')
  expect(nearest(spots, [0, 0], 'right', camera(90))?.id).toBe('north')
  expect(nearest(spots, [0, 0], 'down', camera(0))).toBe(null)
})

test('of two things that way the nearer one is taken', () => {
  const spots = [
    { id: 'far', at: [300, 0] as Point },
    { id: 'near', at: [120, 10] as Point },
  ]
  expect(nearest(spots, [0, 0], 'right', camera(0))?.id).toBe('near')
})

test('what lies mostly aside is gone to only when nothing lies straight ahead', () => {
  const aside = { id: 'aside', at: [40, 90] as Point }
  const ahead = { id: 'ahead', at: [400, 0] as Point }
  expect(nearest([aside, ahead], [0, 0], 'right', camera(0))?.id).toBe('ahead')
  expect(nearest([aside], [0, 0], 'right', camera(0))?.id).toBe('aside')
  expect(nearest([aside], [0, 0], 'left', camera(0))).toBe(null)
})

test('texts lie as on paper, or upright for the viewer', () => {
  const item = note('i1', [0, 0], 'fiets', 90)
  expect(drawnAngle(item, false, 30)).toBe(90)
  expect(drawnAngle(item, true, 30)).toBe(-30)
})
