// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { epochOfCopy, noteEpoch } from './memory'
import { markShared } from './offline'
import { pathTo } from './table.svelte'

describe('the epoch of the copy on this device', () => {
  beforeEach(() => localStorage.clear())

  it('is not known before a server told it', () => {
    expect(epochOfCopy('b1', 'p1')).toBeNull()
  })

  it('is kept per board and person', () => {
    noteEpoch('b1', 'p1', 3)
    expect([epochOfCopy('b1', 'p1'), epochOfCopy('b1', 'p2'), epochOfCopy('b2', 'p1')]).toEqual([
      3,
      null,
      null,
    ])
  })

  it('is not kept on a shared device, where there is no copy', () => {
    markShared(true)
    noteEpoch('b1', 'p1', 3)
    expect(epochOfCopy('b1', 'p1')).toBeNull()
  })
})

describe('the way to a socket', () => {
  it('tells the epoch of our copy, so that an older one is not mixed with a renewed board', () => {
    expect(pathTo('b 1', 'facilitator', 2)).toBe('/sync/b%201?as=facilitator&epoch=2')
  })

  it('tells none where there is no copy', () => {
    expect(pathTo('b1', undefined, null)).toBe('/sync/b1')
  })
})
