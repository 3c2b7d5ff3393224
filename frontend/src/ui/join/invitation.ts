/** What somebody typed or pasted to get in: a code, a link, or neither; and whether a PIN is asked. */
import { Problem } from '../../sync/api'

export type Invited =
  | { kind: 'code'; code: string }
  | { kind: 'link'; path: string }
  | { kind: 'elsewhere'; host: string }
  | { kind: 'unclear' }

const CODE = /^[0-9A-Z]{6}$/

function readLink(text: string, origin: string): Invited | undefined {
  const address = text.match(/https?:\/\/\S+/)?.[0] ?? (text.startsWith('/k/') ? origin + text : '')
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (!url.pathname.startsWith('/k/')) return undefined
  if (url.origin !== origin) return { kind: 'elsewhere', host: url.host }
  return { kind: 'link', path: url.pathname + url.search + url.hash }
}

/** Reads a code (spaces, dashes and small letters allowed) or a link of this server. */
export function readInvitation(text: string, origin: string): Invited {
  const link = readLink(text.trim(), origin)
  if (link !== undefined) return link
  const code = text.toUpperCase().replace(/[\s.\-–]/g, '')
  return CODE.test(code) ? { kind: 'code', code } : { kind: 'unclear' }
}

/** Whether the key was right, but a PIN is asked beside it. */
export function asksPin(refusal: unknown): boolean {
  return refusal instanceof Problem && refusal.code === 'pin_wanted'
}
