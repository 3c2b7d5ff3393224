import { flushSync } from 'svelte'
import { expect, test } from 'vitest'
import { seated } from '../../tests/desks'
import type { Point } from '../model/types'
import { Moving, within } from './moving'

const SQUARE: Point[] = [
  [0, 0],
  [100, 0],
  [100, 100],
  [0, 100],
]

/** Goes round a rectangle of the cloth with the lasso. */
function round(at: ReturnType<typeof seated>, moving: Moving, [x, y]: Point, side: number): void {
  const { camera } = at.desk.view
  const points = SQUARE.map(([px, py]): Point => [x + (px * side) / 100, y + (py * side) / 100])
  const onScreen = points.map(([px, py]): Point => [
    (px - camera.centre[0]) * camera.scale + camera.size[0] / 2,
    (py - camera.centre[1]) * camera.scale + camera.size[1] / 2,
  ])
  moving.lasso({ type: 'lasso', phase: 'start', stroke: 's', points: onScreen.slice(0, 1) })
  moving.lasso({ type: 'lasso', phase: 'move', stroke: 's', points: onScreen.slice(1) })
  moving.lasso({ type: 'lasso', phase: 'end', stroke: 's', points: [] })
}

function laid() {
  const at = seated()
  const moving = new Moving(at.desk)
  const lay = (text: string, place: Point) => at.table.edit.addIngredient(text, 's1', 'blue', place)
  const [one, two, three] = [
    lay('een', [300, 300]),
    lay('twee', [500, 300]),
    lay('ver', [1500, 900]),
  ]
  flushSync()
  return { at, moving, one, two, three }
}

test('a point is inside a trail when the trail goes round it', () => {
  expect(within(SQUARE, [50, 50])).toBe(true)
  expect(within(SQUARE, [150, 50])).toBe(false)
})

test('a lasso takes the things it went round and no others', () => {
  const { at, moving, one, two, three } = laid()
  round(at, moving, [200, 200], 400)
  expect([...at.desk.group].sort()).toEqual([one, two].sort())
  expect(at.desk.group.has(three)).toBe(false)
})

test('what a lasso took moves together and comes back with one undo', () => {
  const { at, moving, one, two } = laid()
  round(at, moving, [200, 200], 400)
  at.desk.shift(new Map([one, two].map((id) => [id, at.desk.scene.item(id)!.at])), [50, -20])
  expect(at.table.board.ingredients.get(one)?.at).toEqual([350, 280])
  expect(at.table.board.ingredients.get(two)?.at).toEqual([550, 280])
  at.table.undo.undo()
  expect(at.table.board.ingredients.get(one)?.at).toEqual([300, 300])
  expect(at.table.board.ingredients.get(two)?.at).toEqual([500, 300])
})

test('a drawing is taken whole, moves with its words, and stays one drawing', () => {
  const { at, moving } = laid()
  const ink = { seat: 's1', pen: 'blue', width: 3 } as const
  const line = (x: number): Point[] => [
    [x, 700],
    [x + 40, 720],
  ]
  const [first = ''] = at.table.edit.addStroke({ ...ink, points: line(700) })
  at.table.edit.addStroke({ ...ink, points: line(900), drawing: first })
  at.table.edit.caption(first, 'een brug')
  flushSync()
  round(at, moving, [680, 650], 120)
  expect(at.desk.group.size).toBe(2)
  at.desk.shift(new Map(), [100, 0])
  const strokes = [...at.table.board.strokes.values()]
  expect(strokes.map(({ caption }) => caption).sort()).toEqual(['', 'een brug'])
  expect(new Set(strokes.map(({ id }) => id.slice(0, 16))).size).toBe(1)
  expect(at.desk.group.size).toBe(2)
  at.table.undo.undo()
  expect(at.table.board.strokes.has(first)).toBe(true)
})
