/** What goes wrong in the year, and when: all of it known beforehand from the seed. */
export const erpFaults = [
  'down',
  'hang',
  'reset',
  'cut',
  'error-500',
  'error-503',
  'rate',
  'page',
  'business-error',
  'nonsense',
  'empty',
] as const
export type ErpFault = (typeof erpFaults)[number]

export const bureauFaults = [
  'down',
  'hang',
  'reset',
  'error-500',
  'rate',
  'page',
  'accept-then-reset',
  'accept-then-cut',
  'accept-then-500',
  'accept-then-page',
  'lag',
] as const
export type BureauFault = (typeof bureauFaults)[number]

interface Span {
  from: number
  until: number
}

/** Of so many calls the fault strikes this share. */
export type Outage<Fault> = Span & { fault: Fault; share: number }

export interface Trouble {
  erp: Outage<ErpFault>[]
  bureau: Outage<BureauFault>[]
  /** Until a person renews the password. */
  expiredErp: Span[]
  expiredBureau: Span[]
  /** Hardly anything fits on the disk. */
  diskFull: (Span & { room: number })[]
  /** The machine sleeps; whether its monotonic clock goes on. */
  sleeps: (Span & { isCounted: boolean })[]
  /** The wall clock is so many milliseconds ahead. */
  wrongClocks: (Span & { ahead: number })[]
  /** The process ends and is started again; it dies at some act, or stops as for an upgrade. */
  ends: (Span & { kind: 'killed' | 'power-cut' | 'upgraded' })[]
}

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

interface Rhythm {
  /** Mean time from one to the next. */
  every: number
  shortest: number
  longest: number
}

const spans = (roll: () => number, { from, until }: Span, rhythm: Rhythm): Span[] => {
  const found: Span[] = []
  const { every, shortest, longest } = rhythm
  for (let at = from; ;) {
    at += every * (0.2 + 1.6 * roll())
    // Most are short.
    const length = shortest * (longest / shortest) ** roll()
    if (at + length >= until) return found
    found.push({ from: at, until: at + length })
    at += length
  }
}

/** @param calm months, from 0, in which the process is never ended */
export const troubleOf = (roll: () => number, year: Span, calm: readonly number[]): Trouble => {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(roll() * items.length)]!
  const of = (rhythm: Rhythm): Span[] => spans(roll, year, rhythm)
  const monthOf = ({ from, until }: Span): number[] =>
    [from, until].map((at) => Math.floor((at - year.from) / (30.5 * day)))
  const share = (): number => (roll() < 0.6 ? 1 : 0.2 + 0.7 * roll())
  const off = [1.5, 7.2].map((month) => {
    const from = year.from + month * 30.5 * day
    return { from, until: from + 4 * day, kind: 'power-cut' as const }
  })
  const ends = of({ every: 2.5 * day, shortest: minute, longest: 12 * hour }).map((span) => ({
    ...span,
    kind: pick(['killed', 'killed', 'power-cut', 'upgraded'] as const),
  }))
  return {
    erp: of({ every: 5 * day, shortest: 5 * minute, longest: 3 * day }).map((span) => ({
      ...span,
      fault: pick(erpFaults),
      share: share(),
    })),
    bureau: of({ every: 5 * day, shortest: 5 * minute, longest: 2 * day }).map((span) => ({
      ...span,
      fault: pick(bureauFaults),
      share: share(),
    })),
    expiredErp: of({ every: 80 * day, shortest: 6 * hour, longest: 3 * day }),
    // Long enough for names to run late.
    expiredBureau: of({ every: 55 * day, shortest: 8 * day, longest: 12 * day }),
    diskFull: of({ every: 30 * day, shortest: 30 * minute, longest: 8 * hour }).map((span) => ({
      ...span,
      room: Math.floor(20_000 * roll()),
    })),
    sleeps: of({ every: 9 * day, shortest: 20 * minute, longest: 16 * hour }).map((span) => ({
      ...span,
      isCounted: roll() < 0.5,
    })),
    wrongClocks: of({ every: 25 * day, shortest: 30 * minute, longest: 12 * hour }).map((span) => ({
      ...span,
      ahead: Math.round((roll() < 0.5 ? 1 : -1) * (1 + 30 * roll()) * hour),
    })),
    ends: [
      ...off,
      ...ends.filter((span) => !off.some(({ from, until }) => span.from < until && span.until > from)),
    ]
      .filter((span) => !monthOf(span).some((month) => calm.includes(month)))
      .toSorted((one, other) => one.from - other.from),
  }
}

/** The one of these that holds now. */
export const current = <Kind extends Span>(found: readonly Kind[], now: number): Kind | undefined =>
  found.find(({ from, until }) => from <= now && now < until)
