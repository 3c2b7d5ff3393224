/** A photo made fit to send: upright, no larger than the screen needs, without where it was taken. */

const MOST_SIDE = 2400
const QUALITY = 0.85

/** The size of a picture with no side over `most`; a small one stays as it is. */
export function within(width: number, height: number, most = MOST_SIDE): [number, number] {
  const part = Math.min(1, most / Math.max(width, height))
  return [Math.max(1, Math.round(width * part)), Math.max(1, Math.round(height * part))]
}

/** Draw a photo anew, as one looks at it; throws when the browser cannot read it. */
export async function readied(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const canvas = document.createElement('canvas')
  ;[canvas.width, canvas.height] = within(picture.width, picture.height)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise((resolve, reject) => {
    const done = (blob: Blob | null) => (blob ? resolve(blob) : reject(new Error('not drawn')))
    canvas.toBlob(done, 'image/jpeg', QUALITY)
  })
}

/**
 * Sends the newest of what changes fast, one at a time: what comes while one is on its way waits,
 * and only the last value of each part is sent.
 */
export function newestOnly<T extends object>(send: (change: Partial<T>) => Promise<unknown>) {
  let waiting: Partial<T> | undefined
  let busy = false
  return async function change(part: Partial<T>): Promise<void> {
    waiting = { ...waiting, ...part }
    if (busy) return
    busy = true
    while (waiting) {
      const next: Partial<T> = waiting
      waiting = undefined
      await send(next)
    }
    busy = false
  }
}
