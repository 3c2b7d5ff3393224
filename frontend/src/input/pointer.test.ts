import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Point } from '../model/types'
import { START, reduce } from './pointer'
import type { Down, Gesture, PointerInput, PointerKind, Policy, Target } from './gesture'

const HAND: Policy = { tool: 'hand', fingerDraws: false }
const PEN: Policy = { tool: 'pen', fingerDraws: true }
const NOTE: Target = { id: 'i1', movable: true }
const FIXED: Target = { id: 't', movable: false }

const down = (id: number, kind: PointerKind, at: Point, time: number, more: Partial<Down> = {}) =>
  ({ type: 'down', id, kind, at, time, button: 0, target: null, ...more }) as const
const move = (id: number, at: Point, time: number) => ({ type: 'move', id, at, time }) as const
const up = (id: number, at: Point, time: number) => ({ type: 'up', id, at, time }) as const
const cancel = (id: number, at: Point, time: number) => ({ type: 'cancel', id, at, time }) as const
const tick = (time: number) => ({ type: 'tick', time }) as const

/** What a row of inputs means: the kind and phase of every gesture, wake-ups left out. */
function meaning(policy: Policy, ...inputs: PointerInput[]): string[] {
  return all(policy, ...inputs)
    .filter(({ type }) => type !== 'wake')
    .map((gesture) => ('phase' in gesture ? `${gesture.type} ${gesture.phase}` : gesture.type))
}

function all(policy: Policy, ...inputs: PointerInput[]): Gesture[] {
  let state = START
  const out: Gesture[] = []
  for (const input of inputs) {
    const [next, gestures] = reduce(state, input, policy)
    state = next
    out.push(...gestures)
  }
  return out
}

test('a short press of the mouse is a tap', () => {
  expect(meaning(HAND, down(1, 'mouse', [5, 5], 0), up(1, [6, 5], 90))).toEqual(['tap'])
})

test('a mouse drags a note at once', () => {
  const said = meaning(
    HAND,
    down(1, 'mouse', [5, 5], 0, { target: NOTE }),
    move(1, [30, 5], 16),
    up(1, [40, 5], 32),
  )
  expect(said).toEqual(['drag start', 'drag move', 'drag end'])
})

test('a mouse on the empty cloth moves the cloth', () => {
  const said = meaning(HAND, down(1, 'mouse', [5, 5], 0), move(1, [30, 5], 16), up(1, [30, 5], 32))
  expect(said).toEqual(['pan'])
})

test('the middle button and space move the cloth even with the pen in hand', () => {
  for (const more of [{ button: 1 }, { pans: true }])
    expect(meaning(PEN, down(1, 'mouse', [0, 0], 0, more), move(1, [9, 9], 9))).toEqual(['pan'])
})

test('the right button asks for the menu', () => {
  const said = meaning(
    HAND,
    down(1, 'mouse', [5, 5], 0, { button: 2, target: NOTE }),
    up(1, [5, 5], 9),
  )
  expect(said).toEqual(['menu'])
})

test('a finger that moves at once over a note moves the cloth', () => {
  const said = meaning(
    HAND,
    down(1, 'touch', [5, 5], 0, { target: NOTE }),
    move(1, [40, 5], 60),
    up(1, [40, 5], 90),
  )
  expect(said).toEqual(['pan'])
})

test('a finger drags a note after the grip sign', () => {
  const said = meaning(
    HAND,
    down(1, 'touch', [5, 5], 0, { target: NOTE }),
    tick(300),
    move(1, [40, 5], 340),
    up(1, [60, 5], 400),
  )
  expect(said).toEqual(['grip', 'drag start', 'drag move', 'drag end'])
})

test('a drag that is cancelled goes back', () => {
  const said = meaning(
    HAND,
    down(1, 'mouse', [5, 5], 0, { target: NOTE }),
    move(1, [40, 5], 20),
    cancel(1, [40, 5], 30),
  )
  expect(said.at(-1)).toBe('drag cancel')
})

test('a long press on the empty cloth asks for the menu and makes nothing', () => {
  const said = meaning(HAND, down(1, 'touch', [5, 5], 0), tick(500), up(1, [5, 5], 600))
  expect(said).toEqual(['menu'])
})

test('a long press on a note asks for the menu when it is let go', () => {
  const said = meaning(
    HAND,
    down(1, 'touch', [5, 5], 0, { target: NOTE }),
    tick(300),
    tick(500),
    up(1, [7, 5], 650),
  )
  expect(said).toEqual(['grip', 'menu'])
})

test('a long press on something fixed asks for the menu without a grip', () => {
  const inputs = [down(1, 'touch', [5, 5], 0, { target: FIXED }), tick(300), tick(500)]
  expect(meaning(HAND, ...inputs)).toEqual(['menu'])
})

test('two quick taps in one place are a double tap', () => {
  const taps = (gap: number, away: number) =>
    meaning(
      HAND,
      down(1, 'touch', [5, 5], 0),
      up(1, [5, 5], 50),
      down(2, 'touch', [5 + away, 5], 50 + gap),
      up(2, [5 + away, 5], 80 + gap),
    )
  expect(taps(100, 10)).toEqual(['tap', 'doubleTap'])
  expect(taps(400, 10)).toEqual(['tap', 'tap'])
  expect(taps(100, 40)).toEqual(['tap', 'tap'])
})

test('two fingers pinch', () => {
  const gestures = all(
    HAND,
    down(1, 'touch', [100, 100], 0),
    down(2, 'touch', [200, 100], 30),
    move(2, [260, 100], 60),
    up(2, [260, 100], 90),
    move(1, [100, 300], 120),
  )
  expect(gestures.filter(({ type }) => type === 'pinch')).toEqual([
    {
      type: 'pinch',
      phase: 'start',
      from: [
        [100, 100],
        [200, 100],
      ],
      to: [
        [100, 100],
        [200, 100],
      ],
    },
    {
      type: 'pinch',
      phase: 'move',
      from: [
        [100, 100],
        [200, 100],
      ],
      to: [
        [100, 100],
        [260, 100],
      ],
    },
    {
      type: 'pinch',
      phase: 'end',
      from: [
        [100, 100],
        [200, 100],
      ],
      to: [
        [100, 100],
        [260, 100],
      ],
    },
  ])
  expect(gestures.some(({ type }) => type === 'pan')).toBe(false)
})

test('a third finger changes nothing', () => {
  const said = meaning(
    HAND,
    down(1, 'touch', [0, 0], 0),
    down(2, 'touch', [100, 0], 10),
    down(3, 'touch', [50, 50], 20),
    move(3, [80, 80], 30),
    up(3, [80, 80], 40),
  )
  expect(said).toEqual(['pinch start'])
})

test('a second finger right after the first turns the fresh stroke into a pinch', () => {
  const said = meaning(
    PEN,
    down(1, 'touch', [0, 0], 0),
    move(1, [30, 0], 60),
    down(2, 'touch', [100, 0], 100),
  )
  expect(said).toEqual(['ink start', 'ink move', 'ink cancel', 'pinch start'])
})

test('a second finger turns a stroke that hardly moved into a pinch, however late', () => {
  const said = meaning(
    PEN,
    down(1, 'touch', [0, 0], 0),
    move(1, [6, 0], 400),
    down(2, 'touch', [100, 0], 900),
  )
  expect(said.slice(-2)).toEqual(['ink cancel', 'pinch start'])
})

test('a second finger beside a settled stroke is ignored', () => {
  const said = meaning(
    PEN,
    down(1, 'touch', [0, 0], 0),
    move(1, [60, 0], 200),
    down(2, 'touch', [100, 0], 240),
    move(2, [150, 0], 260),
    up(1, [60, 0], 300),
    tick(600),
  )
  expect(said).toEqual(['ink start', 'ink move', 'ink end'])
})

test('a palm before the pen leaves nothing and the pen starts afresh', () => {
  const gestures = all(
    PEN,
    down(1, 'touch', [0, 0], 0),
    move(1, [60, 0], 50),
    down(2, 'pen', [300, 300], 120),
    move(2, [310, 310], 140),
    up(2, [310, 310], 160),
    move(1, [90, 0], 170),
    up(1, [90, 0], 200),
  )
  const ink = gestures.flatMap((gesture) => ('stroke' in gesture ? [gesture] : []))
  expect(ink.map(({ stroke, phase }) => [stroke, phase])).toEqual([
    ['1@0', 'start'],
    ['1@0', 'move'],
    ['1@0', 'cancel'],
    ['2@120', 'start'],
    ['2@120', 'move'],
    ['2@120', 'end'],
  ])
  expect(ink.at(-3)?.points).toEqual([[300, 300]])
})

test('a palm that was lifted just before the pen came leaves nothing', () => {
  const said = meaning(
    PEN,
    down(1, 'touch', [0, 0], 0),
    move(1, [60, 0], 200),
    up(1, [60, 0], 240),
    down(2, 'pen', [300, 300], 400),
    tick(540),
  )
  expect(said).toEqual(['ink start', 'ink move', 'pen', 'ink cancel', 'ink start'])
})

test("a finger's stroke is kept when no pen follows", () => {
  const said = meaning(
    PEN,
    down(1, 'touch', [0, 0], 0),
    move(1, [60, 0], 200),
    up(1, [60, 0], 240),
    tick(540),
  )
  expect(said).toEqual(['ink start', 'ink move', 'ink end'])
})

test('a palm during and shortly after the pen is ignored', () => {
  const said = meaning(
    PEN,
    down(1, 'pen', [0, 0], 0),
    down(2, 'touch', [80, 80], 50),
    move(2, [140, 80], 60),
    up(1, [0, 0], 100),
    down(3, 'touch', [80, 80], 550),
    up(3, [80, 80], 580),
  )
  expect(said).toEqual(['pen', 'ink start', 'ink end'])
})

test('a stroke whose pointer is taken away is finished with what was received', () => {
  const said = meaning(PEN, down(1, 'pen', [0, 0], 0), move(1, [9, 9], 9), cancel(1, [9, 9], 20))
  expect(said).toEqual(['pen', 'ink start', 'ink move', 'ink end'])
})

test('a finger moves the cloth once a pen draws', () => {
  const policy: Policy = { tool: 'pen', fingerDraws: false }
  const said = meaning(policy, down(1, 'touch', [0, 0], 0), move(1, [50, 0], 50))
  expect(said).toEqual(['pan'])
})

test('the far end of the pen rubs out whatever the tool', () => {
  const said = meaning(HAND, down(1, 'pen', [0, 0], 0, { eraser: true }), move(1, [9, 0], 9))
  expect(said).toEqual(['pen', 'erase start', 'erase move'])
})

test('skipped points of a stroke arrive in order', () => {
  const gestures = all(PEN, down(1, 'mouse', [0, 0], 0), {
    type: 'move',
    id: 1,
    at: [3, 0],
    time: 8,
    points: [
      [1, 0],
      [2, 0],
      [3, 0],
    ],
  })
  expect(gestures.at(-1)).toMatchObject({
    points: [
      [1, 0],
      [2, 0],
      [3, 0],
    ],
  })
})

test('whatever happens, a stroke, drag or pinch that starts ends at most once and only then', () => {
  const input = fc.record({
    type: fc.constantFrom('down', 'move', 'up', 'cancel', 'tick'),
    id: fc.integer({ min: 1, max: 4 }),
    kind: fc.constantFrom('mouse', 'touch', 'pen'),
    at: fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 90 })),
    button: fc.constantFrom(0, 0, 0, 1, 2),
    target: fc.constantFrom(null, NOTE, FIXED),
    wait: fc.integer({ min: 0, max: 400 }),
  })
  fc.assert(
    fc.property(fc.array(input, { maxLength: 40 }), fc.boolean(), (inputs, draws) => {
      let time = 0
      const row = inputs.map(({ wait, ...rest }) => ({ ...rest, time: (time += wait) }))
      const present = new Set<number>()
      const sane = row.filter(({ type, id }) => {
        if (type === 'down') return !present.has(id) && present.add(id)
        if (type === 'up' || type === 'cancel') return present.delete(id)
        return true
      })
      const open = new Set<string>()
      for (const gesture of all(draws ? PEN : HAND, ...(sane as PointerInput[]))) {
        if (!('phase' in gesture)) continue
        const name = 'stroke' in gesture ? gesture.type + gesture.stroke : gesture.type
        if (gesture.phase === 'start') expect(open.has(name)).toBe(false)
        else expect(open.has(name)).toBe(true)
        if (gesture.phase === 'start') open.add(name)
        if (gesture.phase === 'end' || gesture.phase === 'cancel') open.delete(name)
      }
    }),
  )
})

const LASSO: Policy = { tool: 'lasso', fingerDraws: false }

test('with the lasso a trail over empty cloth goes round things', () => {
  const trail = [down(1, 'pen', [0, 0], 0), move(1, [40, 0], 20), move(1, [40, 40], 40)]
  expect(meaning(LASSO, ...trail, up(1, [0, 40], 60))).toEqual([
    'pen',
    'lasso start',
    'lasso move',
    'lasso move',
    'lasso end',
  ])
})

test('with the lasso a thing under a mouse is still dragged and a tap still chooses', () => {
  const dragged = [down(1, 'mouse', [0, 0], 0, { target: NOTE }), move(1, [30, 0], 20)]
  expect(meaning(LASSO, ...dragged)).toEqual(['drag start', 'drag move'])
  expect(meaning(LASSO, down(1, 'touch', [5, 5], 0), up(1, [5, 5], 80))).toEqual(['tap'])
})

test('a lasso that is taken away takes nothing', () => {
  const trail = [down(1, 'touch', [0, 0], 0), move(1, [60, 0], 200)]
  expect(meaning(LASSO, ...trail, cancel(1, [60, 0], 300)).at(-1)).toBe('lasso cancel')
})
