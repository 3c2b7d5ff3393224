import { beforeAll, describe, expect, test } from 'vitest'
import { boardPath, go, hideFragment, parse, router } from './router.svelte'

describe('an address', () => {
  test.each([
    ['/', { page: 'start' }],
    ['/hulp', { page: 'help' }],
    ['/toegankelijkheid/', { page: 'accessibility' }],
    ['/k/b1/kleed', { page: 'cloth', board: 'b1' }],
    ['/k/b1/lijst', { page: 'list', board: 'b1' }],
    ['/k/b1/regie', { page: 'regie', board: 'b1' }],
    ['/k/b1/beamer', { page: 'beamer', board: 'b1' }],
    ['/k/b1/momenten', { page: 'moments', board: 'b1' }],
    ['/k/b1/vergelijk', { page: 'compare', board: 'b1' }],
    ['/k/b1/momenten/s9', { page: 'moment', board: 'b1', snapshot: 's9' }],
  ])('%s leads to its page', (path, route) => {
    expect(parse(path)).toEqual(route)
  })

  test('an invitation carries its secret in the fragment', () => {
    expect(parse('/k/b1', '#geheim')).toEqual({ page: 'join', board: 'b1', secret: 'geheim' })
  })

  test('a shared snapshot carries its secret in the fragment too', () => {
    expect(parse('/gedeeld', '#geheim')).toEqual({ page: 'shared', secret: 'geheim' })
  })

  test.each(['/kleed', '/k', '/k/b1/onzin', '/k/b1/lijst/s9', '/k/b%201', '/k/b1/momenten/s9/x'])(
    '%s is lost',
    (path) => {
      expect(parse(path).page).toBe('lost')
    },
  )

  test('every page of a board has an address that leads back to it', () => {
    for (const page of ['cloth', 'list', 'regie', 'beamer', 'moments', 'compare'] as const) {
      expect(parse(boardPath('b1', page))).toEqual({ page, board: 'b1' })
    }
  })
})

describe('going somewhere', () => {
  beforeAll(() => {
    // the test's browser cannot scroll
    window.scrollTo = () => undefined
  })

  test('shows the page and counts as a move', () => {
    const before = router.moves
    go('/hulp')
    expect(router.route.page).toBe('help')
    expect(router.moves).toBe(before + 1)
  })

  test('a secret is taken out of the address', () => {
    go('/k/b1#geheim')
    hideFragment()
    expect(location.href).not.toContain('geheim')
  })
})
