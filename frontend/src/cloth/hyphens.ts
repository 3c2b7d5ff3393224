/** Where a long word may be cut: the common rules of Dutch (English suffers little under them). */

const VOWELS = 'aeiouyáàäâéèëêíìïîóòöôúùüû'
/** Consonants that begin a syllable together. */
const ONSETS = /^(?:sch|[bcdfgkptv]r|[bcfgkpsv]l|kn|sp|st|zw|wr|th|ch|ph|qu)$/
const SHORTEST = 3

/** The places in a word where it may be cut, as numbers of characters before the cut. */
export function cuts(word: string): number[] {
  const letters = [...word.toLowerCase()]
  const vowel = letters.map((letter, index) => isVowel(letters, letter, index))
  const places: number[] = []
  let from = vowel.indexOf(true)
  while (from >= 0) {
    const end = runEnd(vowel, from)
    const next = vowel.indexOf(true, end)
    if (next < 0) break
    places.push(cutIn(letters, end, next))
    from = next
  }
  const last = letters.length - SHORTEST
  return places.filter((place) => place >= SHORTEST && place <= last)
}

/** The second half of "ij" sounds as a vowel. */
function isVowel(letters: readonly string[], letter: string, index: number): boolean {
  return VOWELS.includes(letter) || (letter === 'j' && letters[index - 1] === 'i')
}

function runEnd(vowel: readonly boolean[], from: number): number {
  let end = from
  while (vowel[end]) end += 1
  return end
}

/** Consonants from `start` to `end` stand between two vowels: which of them go along? */
function cutIn(letters: readonly string[], start: number, end: number): number {
  const count = end - start
  if (count <= 1) return start
  for (const size of [3, 2])
    if (count > size && ONSETS.test(letters.slice(end - size, end).join(''))) return end - size
  return end - 1
}
