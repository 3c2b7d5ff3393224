import { expect, it } from 'vitest'
import { ANN, replica, slip } from '../../tests/boards'
import * as edits from '../model/edits'
import type { Phase } from '../model/schema.gen'
import { lateSlips } from './late'
import { Outbox } from './outbox'

function writtenOn(phase: Phase) {
  const board = replica()
  const outbox = new Outbox({
    doc: board.doc,
    author: () => ANN,
    phase: () => phase,
    onChange: () => {},
  })
  const id = slip(board)
  edits.setText(board.doc, ANN, id, 'bakfiets')
  return { id, unsent: outbox.waiting }
}

it('slips written on the rim are late when the table has gone on', () => {
  const { id, unsent } = writtenOn('rim')
  expect(lateSlips(unsent, 'walk')).toEqual([id])
})

it('slips are not late while the rim is being written', () => {
  expect(lateSlips(writtenOn('rim').unsent, 'rim')).toEqual([])
})

it('slips written in a later step are not late', () => {
  expect(lateSlips(writtenOn('walk').unsent, 'connectors')).toEqual([])
})
