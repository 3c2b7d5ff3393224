/** The last day on which something shared can be read. */

const DAY_MS = 24 * 3600 * 1000

/** A date as a date field holds it, some days from now. */
export function dayFrom(now: Date, days: number): string {
  const day = new Date(now.getTime() + days * DAY_MS)
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

/** The end of a day as a moment; nothing when it is no day in the coming year. */
export function endOf(day: string, now: Date): string | undefined {
  const end = new Date(`${day}T23:59:59`)
  const ahead = end.getTime() - now.getTime()
  return ahead > 0 && ahead <= 365 * DAY_MS ? end.toISOString() : undefined
}
