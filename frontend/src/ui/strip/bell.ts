const TONES = [523.25, 784] as const
const SECONDS = 1.8

/** Rings a soft bell, where the browser allows sound. */
export function ringBell(): void {
  try {
    const audio = new AudioContext()
    for (const [index, tone] of TONES.entries()) {
      const voice = audio.createOscillator()
      const loudness = audio.createGain()
      const start = audio.currentTime + index * 0.12
      voice.frequency.value = tone
      loudness.gain.setValueAtTime(0.0001, start)
      loudness.gain.exponentialRampToValueAtTime(0.12, start + 0.03)
      loudness.gain.exponentialRampToValueAtTime(0.0001, start + SECONDS)
      voice.connect(loudness).connect(audio.destination)
      voice.start(start)
      voice.stop(start + SECONDS)
    }
    setTimeout(() => void audio.close(), (SECONDS + 1) * 1000)
  } catch {
    // Without sound the line of text says the same.
  }
}
