/** Fetching a file that may take a while, so that it can be shown as busy and stopped. */
import { Problem } from '../../sync/api'

/** Fetches a file and gives it with the name the server calls it by. */
export async function fetchFile(
  path: string,
  signal?: AbortSignal,
): Promise<{ blob: Blob; name: string }> {
  const answer = await fetch(path, {
    credentials: 'same-origin',
    headers: { 'Accept-Language': document.documentElement.lang },
    ...(signal && { signal }),
  })
  if (!answer.ok) throw new Problem(answer.status, await answer.json().catch(() => ({})))
  return { blob: await answer.blob(), name: nameIn(answer.headers.get('Content-Disposition')) }
}

/** The file name in a Content-Disposition. */
export function nameIn(disposition: string | null): string {
  return /filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? 'tafelkleed'
}

/** Hands a file to the browser to keep. */
export function keepFile({ blob, name }: { blob: Blob; name: string }): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 0)
}
