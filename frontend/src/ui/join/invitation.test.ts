import { describe, expect, test } from 'vitest'
import { readInvitation } from './invitation'

const HERE = 'https://kleed.example'

describe('a code or a link', () => {
  test('a code may be typed in small letters with spaces and dashes', () => {
    expect(readInvitation(' ab3-k 7p ', HERE)).toEqual({ kind: 'code', code: 'AB3K7P' })
  })

  test('a pasted link keeps its secret', () => {
    expect(readInvitation('https://kleed.example/k/b1#geheim', HERE)).toEqual({
      kind: 'link',
      path: '/k/b1#geheim',
    })
  })

  test('a link inside a sentence is found', () => {
    const text = 'Schuif aan via https://kleed.example/k/b1#geheim en tot zo'
    expect(readInvitation(text, HERE)).toEqual({ kind: 'link', path: '/k/b1#geheim' })
  })

  test('a path without a host is a link of this server', () => {
    expect(readInvitation('/k/b1#x', HERE)).toEqual({ kind: 'link', path: '/k/b1#x' })
  })

  test('a link of another server is not followed', () => {
    expect(readInvitation('https://elders.example/k/b1#x', HERE)).toEqual({
      kind: 'elsewhere',
      host: 'elders.example',
    })
  })

  test.each(['', 'ab', 'een heel verhaal', 'https://kleed.example/hulp', 'javascript:alert(1)'])(
    '%j is unclear',
    (text) => {
      expect(readInvitation(text, HERE)).toEqual({ kind: 'unclear' })
    },
  )
})
