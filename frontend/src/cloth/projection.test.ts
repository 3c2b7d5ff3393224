import { flushSync } from 'svelte'
import { afterEach, describe, expect, test } from 'vitest'
import { ANN, replica } from '../../tests/boards'
import { chairs } from '../../tests/seated'
import * as edits from '../model/edits'
import type { Id, Point } from '../model/types'
import { toScreen } from './camera'
import { regionView, type Shown } from './projection'
import { Scene } from './scene.svelte'
import { roomLetter } from './view.svelte'

const WALL: Point = [1900, 820]
const made: Scene[] = []

function cloth() {
  const at = replica()
  chairs(at, 4)
  const scene = new Scene(at.store, { note: (text) => text.length / 2, strong: () => 1 })
  made.push(scene)
  const note = edits.addIngredient(at.doc, ANN, 'gezond eten', 's3', 'blue', [1200, 60])
  const schakel = edits.addActor(at.doc, ANN, { label: 'supermarkt', onCloth: true })
  edits.moveTo(at.doc, ANN, schakel, [1300, 380])
  edits.tie(at.doc, ANN, schakel, note)
  flushSync()
  const view = (region: Shown['region'], target: Id | null = null) =>
    regionView(scene, { region, target }, WALL)
  return { scene, note, schakel, view }
}

afterEach(() => {
  for (const scene of made.splice(0)) scene.destroy()
})

describe('what a projector shows', () => {
  test('a rim lies upright and larger than on the whole cloth', () => {
    const { view } = cloth()
    expect(Math.abs(view('seat', 's3').angle)).toBe(180)
    expect(view('seat', 's3').scale).toBeGreaterThan(1.5 * view('whole').scale)
  })

  test('all that was written at a rim is in the picture', () => {
    const { scene, note, view } = cloth()
    const [x, y] = toScreen(view('seat', 's3'), scene.items.get(note)!.at)
    expect([x > 0, x < WALL[0], y > 0, y < WALL[1]]).toEqual([true, true, true, true])
  })

  test('a schakel is shown with its ingredients and the theme', () => {
    const { scene, note, schakel, view } = cloth()
    const camera = view('connector', schakel)
    expect(camera.angle).toBe(0)
    for (const id of [note, schakel, 't']) {
      const [x, y] = toScreen(camera, scene.item(id)!.at)
      expect([x > 0, x < WALL[0], y > 0, y < WALL[1]]).toEqual([true, true, true, true])
    }
  })

  test('the middle is nearer than the whole and further than it can be', () => {
    const { view } = cloth()
    expect(view('centre').scale).toBeGreaterThan(view('whole').scale)
    expect(view('centre').scale).toBeLessThanOrEqual(1.9)
  })

  test.each([
    ['seat', 'nobody'],
    ['connector', 'gone'],
    ['seat', null],
  ] as const)('all of the cloth is shown where there is no %s %s', (region, target) => {
    const { view } = cloth()
    expect(view(region, target)).toEqual(view('whole'))
  })

  test('notes of the whole cloth are too small for a room and those of one rim are not', () => {
    const { view } = cloth()
    expect(20 * view('whole').scale).toBeLessThan(roomLetter(WALL))
    expect(20 * view('seat', 's3').scale).toBeGreaterThan(roomLetter(WALL))
  })
})
