/** Keeps the screen awake while the page is open, where the browser can; gives how to stop. */
export function stayAwake(): () => void {
  let lock: WakeLockSentinel | undefined
  let over = false

  const ask = async (): Promise<void> => {
    if (over || document.visibilityState !== 'visible') return
    // No wake lock without a secure connection or with an empty battery: the screen may then sleep.
    lock = await navigator.wakeLock?.request('screen').catch(() => undefined)
    if (over) void lock?.release()
  }
  const again = (): void => void ask()

  again()
  document.addEventListener('visibilitychange', again)
  return () => {
    over = true
    document.removeEventListener('visibilitychange', again)
    void lock?.release()
  }
}
