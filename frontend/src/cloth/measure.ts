/** How text lies in a note: lines, letter size and room, measured once per text and face. */

import { cuts } from './hyphens'

/** Gives the width of a text in units of its own letter size. */
export type Measure = (text: string) => number

export interface Setting {
  readonly lines: readonly string[]
  /** Letter size in millimetres. */
  readonly font: number
  readonly width: number
  readonly height: number
}
export interface Frame {
  /** The widest a line may be, in millimetres. */
  readonly width: number
  /** Letter sizes from the one we want to the least. */
  readonly fonts: readonly number[]
  readonly lines: number
}

export const LEADING = 1.22
export const NOTE_FRAME: Frame = { width: 172, fonts: [22, 18], lines: 3 }
export const CONNECTOR_FRAME: Frame = { width: 124, fonts: [22, 19, 16], lines: 3 }
export const THEME_FRAME: Frame = { width: 188, fonts: [44, 36, 28, 22], lines: 3 }
const LONGEST = 140
/** Stands at the end of a line where a word was cut; a hyphen is drawn there. */
export const CUT = '\u00ad'

/** The lines of a text that are no wider than `width` letters; a word too long is cut. */
export function wrap(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (measure(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const parts = cut(word, width, measure)
    lines.push(...parts.slice(0, -1))
    line = parts.at(-1) ?? ''
  }
  return line === '' ? lines : [...lines, line]
}

/** A word in pieces that each fit, cut between syllables where that can be. */
function cut(word: string, width: number, measure: Measure): string[] {
  if (measure(word) <= width) return [word]
  const letters = [...word]
  const part = (from: number, to?: number) => letters.slice(from, to).join('')
  const syllables = cuts(word).filter((place) => measure(`${part(0, place)}-`) <= width)
  // Two halves of much the same length read best; a longer word fills its first line.
  const halves = syllables.filter((place) => measure(part(place)) <= width)
  const even = (place: number) => Math.abs(2 * place - letters.length)
  const place = halves.sort((a, b) => even(a) - even(b))[0] ?? syllables.at(-1)
  if (place !== undefined) return [part(0, place) + CUT, ...cut(part(place), width, measure)]
  const fits = fitting(letters, width, measure)
  return [part(0, fits), ...cut(part(fits), width, measure)]
}

/** How many whole characters fit; at least one. */
function fitting(letters: readonly string[], width: number, measure: Measure): number {
  let count = 1
  while (count < letters.length && measure(letters.slice(0, count + 1).join('')) <= width)
    count += 1
  return count
}

/** A text set in a frame: the largest letters with which it fits, shortened when none do. */
export function set(text: string, frame: Frame, measure: Measure): Setting {
  const short = [...text].length > LONGEST ? `${[...text].slice(0, LONGEST - 1).join('')}…` : text
  const settings = frame.fonts.map((font) => setAt(short, font, frame.width, measure))
  const words = short.trim().split(/\s+/).join(' ')
  const broken = (lines: readonly string[]) => lines.join(' ').replaceAll(`${CUT} `, '') !== words
  return (
    settings.find(({ lines }) => lines.length <= frame.lines && !broken(lines)) ??
    settings.at(-1) ?? { lines: [], font: 0, width: 0, height: 0 }
  )
}

function setAt(text: string, font: number, width: number, measure: Measure): Setting {
  const lines = wrap(text, width / font, measure)
  const widest = Math.max(0, ...lines.map((line) => measure(line.replace(CUT, '-')))) * font
  return { lines, font, width: widest, height: Math.max(1, lines.length) * font * LEADING }
}

const SAMPLE = 100

/** A measure for a font of the browser, with a memory; forget it when fonts have loaded. */
export function browserMeasure(face: string, weight = 400): Measure {
  const context = document.createElement('canvas').getContext('2d')
  const known = new Map<string, number>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (context) context.font = `${weight} ${SAMPLE}px ${face}`
    const width = (context?.measureText(text).width ?? text.length * SAMPLE * 0.53) / SAMPLE
    if (known.size > 20_000) known.clear()
    known.set(text, width)
    return width
  }
}
