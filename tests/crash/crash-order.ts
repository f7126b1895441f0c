/** Where a process may be told to die. `write` and `rename` are those of the store's own files; `torn` leaves half of a line behind. */
export const crashPoints = [
  'write-before',
  'write-torn',
  'write-after',
  'sync-before',
  'sync-after',
  'rename-before',
  'rename-after',
  'request-before',
  'request-after',
] as const
export type CrashPoint = (typeof crashPoints)[number]

export interface CrashOrder {
  /** `any` counts every point. */
  at: CrashPoint | 'any'
  /** So many points of this kind pass unharmed first. */
  after: number
}
