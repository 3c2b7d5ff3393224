/**
 * The only writer: everything people can do to what lies on the cloth.
 *
 * Each function is one transaction with its author as origin, so that it can be undone as one.
 */
import * as fabric from './edits/fabric'
import * as merging from './edits/merging'
import * as middle from './edits/middle'
import * as slips from './edits/slips'
import * as strokes from './edits/strokes'
import * as talk from './edits/talk'
import { together } from './write'

export * from './edits/fabric'
export * from './edits/merging'
export * from './edits/middle'
export * from './edits/slips'
export * from './edits/strokes'
export * from './edits/talk'
export { together } from './write'

/** All edits by name, for whoever binds them to a document and an author. */
export const edits = { ...slips, ...middle, ...fabric, ...talk, ...strokes, ...merging, together }
export type EditName = keyof typeof edits
