import { expect, test } from 'vitest'
import { nameIn } from './download'

test('a file is kept under the name the server gave it', () => {
  expect(nameIn('attachment; filename="tafelkleed-2025-01-10-1530.pdf"')).toBe(
    'tafelkleed-2025-01-10-1530.pdf',
  )
  expect(nameIn(null)).toBe('tafelkleed')
})
