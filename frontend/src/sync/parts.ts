/** A large message that comes in parts. */
import { ProtocolError } from './protocol'

export class Parts {
  #whole: Uint8Array | null = null
  #got = 0

  /** Put a part behind those before it; gives the message when it is whole. */
  add(whole: number, bytes: Uint8Array): Uint8Array | null {
    this.#whole ??= new Uint8Array(whole)
    if (this.#whole.length !== whole || this.#got + bytes.length > whole) {
      throw new ProtocolError('parts of different messages')
    }
    this.#whole.set(bytes, this.#got)
    this.#got += bytes.length
    return this.#got === whole ? this.#take() : null
  }

  /** The rest will not come. */
  drop(): void {
    this.#take()
  }

  #take(): Uint8Array | null {
    const whole = this.#whole
    this.#whole = null
    this.#got = 0
    return whole
  }
}
