import { expect, test } from 'vitest'
import { actor, ANN, BOB, replica, slip } from '../../../tests/boards'
import { chairs, tableAt } from '../../../tests/seated'
import { veil } from '../../cloth/steps'
import { seatsInOrder } from '../naming'
import { readingOrder } from './order'

function order(setting: Parameters<typeof tableAt>[1] = {}) {
  const at = replica()
  chairs(at, 2)
  const [theirs, mine] = [slip(at, 'tuin', BOB), slip(at, 'fiets', ANN)]
  const [winkel, bieb] = [actor(at, 'winkel'), actor(at, 'bieb')]
  const table = tableAt(at, setting)
  const { session, me, board } = table
  const seats = seatsInOrder(board)
  const ids = readingOrder({
    table,
    seats,
    seat: me.seat,
    veilOf: (seat) => veil(session, me.seat, seat),
  })
  return { ids, theirs, mine, winkel, bieb }
}

test('the cloth is read from its middle outward, each thing once, from one’s own chair on', () => {
  const { ids, theirs, mine, winkel, bieb } = order({ author: BOB })
  expect(ids).toEqual(['t', bieb, winkel, 'seat:s2', theirs, 'seat:s1', mine])
})

test('what is turned down is passed over', () => {
  const { ids, theirs, mine } = order({ phase: 'rim', silence: 'blank' })
  expect(ids).toContain(mine)
  expect(ids).not.toContain(theirs)
})
