import { dateAt } from '../../../../shared/business-time.ts'
import type { Clock } from '../../../../shared/clock.ts'
import { sightings } from '../../server/sightings.ts'
import type { PefinAddress, PefinEvent, PefinInclusion, PefinRecord, PefinState } from './pefin-record.ts'
import { isPresent } from './pefin-record.ts'
import type { PefinRefusal } from './pefin-rules.ts'
import { pefinRefusals, refusalOfInclusion } from './pefin-rules.ts'

/** The simulated bureau's records of debts, and the switches of its behaviour. */
export interface PefinLedger {
  /** Every record that ever was, oldest first; live. */
  readonly records: readonly PefinRecord[]
  /** What stands at the bureau now, of one document or of all. */
  live(document?: string): PefinRecord[]
  /** The record of a contract: the one that stands, else the newest; null when there never was one. */
  of(contract: string): PefinRecord | null
  /** How many inclusions of a contract were accepted, doubles and late ones too. */
  inclusions(contract: string): number
  /** `immediate`: the letter leaves and a removal is done at once. `daily`: both wait for `processDay`. */
  mode: 'immediate' | 'daily'
  /** So many processing days after the letter a record is active. */
  letterDays: number
  /** One night of the bureau: received → letter, letter → active after `letterDays`, removing → removed. */
  processDay(): void
  activate(contract: string): void
  returnLetter(contract: string): void
  expire(contract: string): void
  /** The refusal that comes after it was accepted. */
  refuseLater(contract: string, code: string, text: string): void
  /** Somebody else registers it: another program of the provider's. Throws when the bureau refuses it. */
  includeElsewhere(inclusion: PefinInclusion): void
  /** Somebody else clears it: the debtor through the bureau's own app, a court. */
  removeElsewhere(contract: string): void
  /** Inclusions that were taken and are not yet to be seen come into the open. */
  commitLate(): void
  offersLookUp: boolean
  removesBeforeActive: boolean
  refusesDuplicates: boolean
  takesLetters: boolean
  /** The look-up no longer knows what ended. */
  forgetsEnded: boolean
  /** Milliseconds by which the look-up is behind. */
  lookUpLag: number
  readonly reasonsOffered: PefinReasons
  /** Resolves once `count` changes to the state were seen, of one contract or of all. */
  seen(state: PefinState, contract?: string, count?: number): Promise<PefinEvent[]>
}

export interface PefinReasons {
  inclusion: readonly string[]
  removal: readonly string[]
}

export type PefinOutcome =
  | { kind: 'accepted'; protocol: string; reference: string }
  | ({ kind: 'refused' } & PefinRefusal)

/** A record as the look-up shows it, perhaps behind the truth. */
export interface PefinSight {
  record: PefinRecord
  state: PefinState
  event: PefinEvent
}

/** The bureau's own side of the ledger. */
export interface PefinBook extends PefinLedger {
  /** @param when `late` takes it without showing it before `commitLate` */
  include(inclusion: PefinInclusion, when?: 'now' | 'late'): PefinOutcome
  remove(address: PefinAddress, reason: string): PefinOutcome
  look(address: PefinAddress): PefinSight | null
}

export interface PefinBookDeps {
  clock: Clock
  nextProtocol: () => string
  reasons: () => PefinReasons
}

const refused = (refusal: PefinRefusal): PefinOutcome => ({ kind: 'refused', ...refusal })

const isAt =
  ({ creditor, document, environment }: PefinAddress) =>
  (record: PefinRecord): boolean =>
    record.document === document && record.creditor === creditor && record.environment === environment

const newestOf = <Item>(items: readonly Item[], isFirst: (item: Item) => boolean): Item | null =>
  items.findLast(isFirst) ?? items.at(-1) ?? null

export const pefinBook = ({ clock, nextProtocol, reasons }: PefinBookDeps): PefinBook => {
  const records: PefinRecord[] = []
  const byContract = new Map<string, PefinRecord[]>()
  const late: PefinRecord[] = []
  const events = sightings<PefinEvent>()
  const accepted = new Map<string, number>()
  let day = 0

  const move = (
    record: PefinRecord,
    state: PefinState,
    cause: string,
    rest: Partial<PefinEvent> = {},
  ): void => {
    const { contract } = record
    const event = { at: clock(), contract, state, cause, protocol: null, code: null, text: null, ...rest }
    record.state = state
    record.letterDay = state === 'letter' ? day : record.letterDay
    record.events.push(event)
    events.add(event)
  }
  const known = (contract: string): PefinRecord => {
    const record = book.of(contract)
    if (!record) throw new Error(`no record of contract ${contract}`)
    return record
  }
  const ofContract = (contract: string): readonly PefinRecord[] => byContract.get(contract) ?? []
  const allAt = (address: PefinAddress): PefinRecord[] => ofContract(address.contract).filter(isAt(address))
  const isTaken = (inclusion: PefinAddress): boolean => allAt(inclusion).some(({ state }) => isPresent(state))

  const keep = (record: PefinRecord): void => {
    records.push(record)
    byContract.set(record.contract, [...ofContract(record.contract), record])
  }
  const open = (record: PefinRecord): void => {
    keep(record)
    move(record, 'received', 'included', { protocol: record.protocol })
    if (book.mode === 'immediate') move(record, 'letter', 'included')
  }
  const commit = (record: PefinRecord): void => {
    const isDouble = book.refusesDuplicates && isTaken(record)
    if (!isDouble) return open(record)
    keep(record)
    move(record, 'refused', 'double', pefinRefusals.duplicate)
  }
  const night = (record: PefinRecord): void => {
    if (record.state === 'removing') move(record, 'removed', 'day')
    else if (record.state === 'received') move(record, 'letter', 'day')
    else if (record.state === 'letter' && day - (record.letterDay ?? day) >= book.letterDays)
      move(record, 'active', 'day')
  }
  const refusalOfRemoval = (address: PefinAddress, reason: string): PefinRefusal | null => {
    const here = allAt(address)
    const standing = here.filter(({ state }) => isPresent(state))
    const elsewhere = {
      ...address,
      environment: address.environment === 'test' ? 'production' : 'test',
    } as const
    if (standing.length === 0) {
      if (here.some(({ state }) => state === 'removed' || state === 'expired')) return pefinRefusals.removed
      return isTaken(elsewhere) ? pefinRefusals.otherEnvironment : pefinRefusals.absent
    }
    if (!reasons().removal.includes(reason)) return pefinRefusals.badReason
    const isEarly = standing.some(({ state }) => state === 'received' || state === 'letter')
    return isEarly && !book.removesBeforeActive ? pefinRefusals.notActive : null
  }
  const remove = (record: PefinRecord, protocol: string, reason: string): void => {
    if (record.state !== 'removing') move(record, 'removing', 'removal', { protocol, code: reason })
    if (book.mode === 'immediate') move(record, 'removed', 'removal', { protocol, code: reason })
  }
  const sightOf = (record: PefinRecord): PefinSight | null => {
    const event = record.events.findLast(({ at }) => at <= clock() - book.lookUpLag)
    return event ? { record, state: event.state, event } : null
  }

  const book: PefinBook = {
    records,
    mode: 'immediate',
    letterDays: 10,
    offersLookUp: true,
    removesBeforeActive: true,
    refusesDuplicates: true,
    takesLetters: true,
    forgetsEnded: false,
    lookUpLag: 0,
    get reasonsOffered() {
      return reasons()
    },
    live: (document) =>
      records.filter(
        (record) => isPresent(record.state) && (document === undefined || record.document === document),
      ),
    of: (contract) => newestOf(ofContract(contract), ({ state }) => isPresent(state)),
    inclusions: (contract) => accepted.get(contract) ?? 0,
    processDay: () => {
      day += 1
      records.forEach(night)
    },
    activate: (contract) => move(known(contract), 'active', 'activated'),
    returnLetter: (contract) => move(known(contract), 'returned', 'letter-returned'),
    expire: (contract) => move(known(contract), 'expired', 'age'),
    refuseLater: (contract, code, text) => move(known(contract), 'refused', 'refused-later', { code, text }),
    includeElsewhere: (inclusion) => {
      const outcome = book.include(inclusion)
      if (outcome.kind === 'refused') throw new Error(`refused: ${outcome.code}`)
    },
    removeElsewhere: (contract) => move(known(contract), 'removed', 'elsewhere'),
    commitLate: () => late.splice(0).forEach(commit),
    seen: (state, contract, count) =>
      events.seen(
        (event) => event.state === state && (contract === undefined || event.contract === contract),
        count,
      ),
    include: (inclusion, when = 'now') => {
      const terms = { today: dateAt(clock()), takesLetters: book.takesLetters, reasons: reasons().inclusion }
      const refusal = refusalOfInclusion(inclusion, terms)
      if (refusal) return refused(refusal)
      if (book.refusesDuplicates && isTaken(inclusion)) return refused(pefinRefusals.duplicate)
      const protocol = nextProtocol()
      const reference = `P${protocol}`
      const record = {
        ...inclusion,
        protocol,
        reference,
        state: 'received' as const,
        events: [],
        letterDay: null,
      }
      accepted.set(inclusion.contract, book.inclusions(inclusion.contract) + 1)
      if (when === 'late') late.push(record)
      else open(record)
      return { kind: 'accepted', protocol, reference }
    },
    remove: (address, reason) => {
      const refusal = refusalOfRemoval(address, reason)
      if (refusal) return refused(refusal)
      const protocol = nextProtocol()
      const standing = allAt(address).filter(({ state }) => isPresent(state))
      for (const record of standing) remove(record, protocol, reason)
      return { kind: 'accepted', protocol, reference: standing[0]?.reference ?? '' }
    },
    look: (address) => {
      const sights = allAt(address)
        .map(sightOf)
        .filter((sight) => sight !== null)
        .filter(({ state }) => isPresent(state) || !book.forgetsEnded)
      return newestOf(sights, ({ state }) => isPresent(state))
    },
  }
  return book
}
