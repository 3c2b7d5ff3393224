import { flushSync } from 'svelte'
import { afterEach, expect, test } from 'vitest'
import { replica } from '../../tests/boards'
import * as edits from '../model/edits'
import type { Author, Point } from '../model/types'
import { Scene } from './scene.svelte'

const anna: Author = { participant: 'p1', seat: 's1' }
const measure = (text: string) => [...text].length / 2
const made: Scene[] = []

function table() {
  const { doc, store } = replica()
  for (const [id, angle] of [
    ['s1', 0],
    ['s2', 180],
  ] as const) {
    doc.getMap('seats').set(id, {})
    doc.getMap('seats').set(`${id}.angle`, angle)
  }
  const scene = new Scene(store, { note: measure, strong: measure })
  made.push(scene)
  const lay = (text: string, at: Point | null, seat = 's1') => {
    const id = edits.addIngredient(doc, anna, text, seat, 'blue', at)
    flushSync()
    return id
  }
  return { doc, scene, lay }
}

afterEach(() => {
  for (const scene of made.splice(0)) scene.destroy()
})

const upright = (item: { at: Point }) => ({ at: item.at, angle: 0 })

test('a note lies where it was laid and is found there', () => {
  const { scene, lay } = table()
  const id = lay('fiets', [1200, 1140])
  expect(scene.items.get(id)?.at).toEqual([1200, 1140])
  expect(scene.hit([1205, 1142], upright, 1)?.id).toBe(id)
  expect(scene.hit([1205, 900], upright, 1)).toBe(null)
})

test('a note that moves is found at its new place and not at its old one', () => {
  const { doc, scene, lay } = table()
  const id = lay('fiets', [1200, 1140])
  edits.moveTo(doc, anna, id, [400, 900])
  flushSync()
  expect(scene.hit([400, 900], upright, 1)?.id).toBe(id)
  expect(scene.hit([1200, 1140], upright, 1)).toBe(null)
})

test('what is removed is gone from the cloth', () => {
  const { doc, scene, lay } = table()
  const id = lay('fiets', [1200, 1140])
  edits.remove(doc, anna, id)
  flushSync()
  expect(scene.items.has(id)).toBe(false)
  expect(scene.hit([1200, 1140], upright, 1)).toBe(null)
})

test('a note without a place lies on its own rim, and two of them apart', () => {
  const { scene, lay } = table()
  const [one, two] = [lay('fiets', null), lay('tuin', null)].map((id) => scene.items.get(id)!.at)
  expect(one).toEqual([1200, 1140])
  expect(two).not.toEqual(one)
})

test('the next free place is one where nothing lies', () => {
  const { scene, lay } = table()
  const first = scene.freePlace('s1')!
  lay('fiets', first)
  expect(scene.freePlace('s1')).not.toEqual(first)
})

test('while something is dragged it lies under the hand; let go, where its record says', () => {
  const { scene, lay } = table()
  const id = lay('fiets', [1200, 1140])
  scene.move(id, [700, 700])
  expect(scene.hit([700, 700], upright, 1)?.id).toBe(id)
  scene.settle(id)
  expect(scene.items.get(id)?.at).toEqual([1200, 1140])
})

test('a new place in the record ends a drag that lingers', () => {
  const { doc, scene, lay } = table()
  const id = lay('fiets', [1200, 1140])
  scene.move(id, [700, 700])
  edits.moveTo(doc, anna, id, [300, 300])
  flushSync()
  expect(scene.items.get(id)?.at).toEqual([300, 300])
})

test('an actor off the cloth is no circle; set on the cloth it gets a place on the ring', () => {
  const { doc, scene } = table()
  const id = edits.addActor(doc, anna, { label: 'kapper', onCloth: false })
  flushSync()
  expect(scene.items.has(id)).toBe(false)
  edits.setActor(doc, anna, id, { onCloth: true })
  flushSync()
  expect(scene.items.get(id)?.kind).toBe('connector')
})

test('the theme lies in the middle and can be touched', () => {
  const { scene } = table()
  expect(scene.hit([1200, 600], upright, 1)?.id).toBe('t')
})

test('a stroke is found where it was drawn and gone when erased', () => {
  const { doc, scene } = table()
  const [id] = edits.addStroke(doc, anna, {
    seat: 's1',
    pen: 'blue',
    width: 6,
    points: [
      [100, 100],
      [200, 120],
    ],
  })
  flushSync()
  const near = { left: 140, top: 90, right: 160, bottom: 130 }
  expect(scene.inksIn(near).map((ink) => ink.id)).toEqual([id])
  edits.eraseStroke(doc, anna, id!)
  flushSync()
  expect(scene.inksIn(near)).toEqual([])
})

test('a full rim makes the cloth larger', () => {
  const { scene, lay } = table()
  lay('ver', [1200, 1290])
  expect(scene.area.bottom).toBeGreaterThan(1290)
})
