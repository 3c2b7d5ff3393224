/** How text lies in a note: lines, letter size and room, measured once per text and face. */

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
export const NOTE_FRAME: Frame = { width: 188, fonts: [22, 18], lines: 3 }
export const CONNECTOR_FRAME: Frame = { width: 124, fonts: [22, 19, 16], lines: 3 }
export const THEME_FRAME: Frame = { width: 188, fonts: [44, 36, 28, 22], lines: 3 }
const LONGEST = 140

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

/** A word in pieces that each fit, whole characters only. */
function cut(word: string, width: number, measure: Measure): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece !== '' && measure(piece + letter) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece]
}

/** A text set in a frame: the largest letters with which it fits, shortened when none do. */
export function set(text: string, frame: Frame, measure: Measure): Setting {
  const short = [...text].length > LONGEST ? `${[...text].slice(0, LONGEST - 1).join('')}…` : text
  const settings = frame.fonts.map((font) => setAt(short, font, frame.width, measure))
  const broken = (lines: readonly string[]) =>
    lines.join(' ') !== short.trim().split(/\s+/).join(' ')
  return (
    settings.find(({ lines }) => lines.length <= frame.lines && !broken(lines)) ??
    settings.at(-1) ?? { lines: [], font: 0, width: 0, height: 0 }
  )
}

function setAt(text: string, font: number, width: number, measure: Measure): Setting {
  const lines = wrap(text, width / font, measure)
  const widest = Math.max(0, ...lines.map(measure)) * font
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
