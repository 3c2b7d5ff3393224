import { tell } from '../controls/announce.svelte'
import { problemText } from '../problem'

/** Does something with the server; a refusal is told in words. Gives whether it was done. */
export async function ask(deed: () => Promise<unknown>): Promise<boolean> {
  try {
    await deed()
    return true
  } catch (error) {
    tell(problemText(error), { tone: 'alarm' })
    return false
  }
}
