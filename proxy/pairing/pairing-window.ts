import { createHash, timingSafeEqual } from 'node:crypto'
import type { Scope } from '../../shared/api.ts'
import type { Clock, Random } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import { pairingCode, typedCode } from './pairing-code.ts'

export const windowSeconds = 120
const maxWrong = 5

interface Window {
  code: string
  scopes: Scope[]
  until: number
  wrong: number
}

export interface PairingWindow {
  /** Opens the one window and answers its code; a window that was open is closed by it, its code is worth nothing. */
  open(scopes: Scope[]): string
  isOpen: () => boolean
  /** The scopes to grant, and the window is closed; throws `pairing-closed`, `pairing-code-wrong` or `pairing-locked`. */
  enter(typed: string): Scope[]
}

const same = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())

/**
 * The pairing window: opened by a local act only, 120 seconds, one code, five guesses (GHSA-9pvm-fcf6-9234 is what happens without).
 * `enter` has no gap between looking and counting, so that parallel guesses count each.
 */
export const pairingWindow = (clock: Clock, random: Random): PairingWindow => {
  let window: Window | null = null
  const current = (): Window | null => {
    if (window && clock() >= window.until) window = null
    return window
  }
  return {
    open: (scopes) => {
      const code = pairingCode(random)
      window = { code, scopes, until: clock() + windowSeconds * 1000, wrong: 0 }
      return code
    },
    isOpen: () => (current()?.wrong ?? maxWrong) < maxWrong,
    enter: (typed) => {
      const open = current()
      if (!open) throw new AppError('pairing-closed')
      if (open.wrong >= maxWrong) throw new AppError('pairing-locked')
      if (same(typedCode(typed), open.code)) {
        window = null
        return open.scopes
      }
      open.wrong += 1
      const left = maxWrong - open.wrong
      if (left === 0) throw new AppError('pairing-locked')
      throw new AppError('pairing-code-wrong', { params: { left } })
    },
  }
}
