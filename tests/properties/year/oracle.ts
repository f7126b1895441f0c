import type { Store } from '../../../proxy/store/store.ts'
import type { BureauDesk } from './bureau-desk.ts'
import type { Debt, Debts } from './debts.ts'
import type { ErpDesk } from './erp-desk.ts'
import { dayOf, deadlineOf, promised, promisedByAudit, step, workdaysAfter } from './promise.ts'
import { day, hour } from './trouble.ts'
import type { YearTime } from './year-time.ts'

interface OracleDeps {
  time: YearTime
  debts: Debts
  erp: () => ErpDesk
  bureau: () => BureauDesk
}

/** Business of the year in figures. */
export interface Figures {
  included: number
  removed: number
  /** Received after the five business days; nobody could help it. */
  overdue: number
  /** Of these with an alarm that had to be there. */
  alarmed: number
  /** The longest that a removal lay while everything was possible, in minutes. */
  longestMinutes: number
}

/** Ticks of a process that is up, after which a removal that runs late must have been told. */
const ticksToTell = 36

interface Since {
  ticked: number
  at: number
}

/** Holds what is promised against what the world knows. */
export const oracle = ({ time, debts, erp, bureau }: OracleDeps) => {
  const breaches: string[] = []
  const figures: Figures = { included: 0, removed: 0, overdue: 0, alarmed: 0, longestMinutes: 0 }
  /** Names that are listed and whose removal is owed, and since when everything is possible. */
  const owed = new Map<Debt, Since | null>()
  const standing = new Set<Debt>()
  const late = new Map<Debt, number>()
  const received: Debt[] = []
  /** So much time was ticked away; a long tick counts as a short one. */
  let ticked = 0

  const breach = (debt: Debt, text: string): void =>
    void breaches.push(
      `${new Date(time.now()).toISOString()} ${debt.contract} (${debt.story}, ${debt.invoiceIds.join('+')}): ${text}`,
    )
  const debtOf = (contract: string): Debt => {
    const debt = debts.ofContract(contract)
    if (!debt) throw new Error(`nobody owes ${contract}`)
    return debt
  }
  const waited = (debt: Debt): number => {
    const since = owed.get(debt)
    return since ? ticked - since.ticked : 0
  }
  const isOverTime = (debt: Debt, since: Since): boolean =>
    debt.isForAudit ? time.now() - since.at > promisedByAudit : ticked - since.ticked > promised

  return {
    breaches,
    figures,
    onInclude: (contract: string): void => {
      const debt = debtOf(contract)
      if (debt.invoiceIds.some((id) => erp().toldPaid.has(id)))
        breach(debt, 'included after the payment was known')
    },
    onDone: (call: 'include' | 'remove', contract: string): void => {
      const debt = debtOf(contract)
      if (call === 'remove') {
        if (debt.receivedAt === null) {
          figures.removed += 1
          received.push(debt)
          const minutes = Math.round(waited(debt) / 60_000)
          if (!debt.isForAudit) figures.longestMinutes = Math.max(figures.longestMinutes, minutes)
        }
        debt.receivedAt ??= time.now()
        standing.delete(debt)
        owed.delete(debt)
        return
      }
      figures.included += 1
      debt.includedAt ??= time.now()
      debt.contract = contract
      standing.add(debt)
      const live = bureau()
        .pefin.live()
        .filter((record) => record.contract === contract)
      if (live.length > 1) breach(debt, `stands at the bureau ${live.length} times`)
    },
    /** After every step. @param isPossible whether everything that a removal needs is there */
    look: async (isPossible: boolean, store: Store | null): Promise<void> => {
      const now = time.now()
      ticked += step
      for (const debt of standing) {
        if (debt.clearedAt === null || debt.isSettled) owed.delete(debt)
        else owed.set(debt, isPossible ? (owed.get(debt) ?? { ticked, at: now }) : null)
      }
      for (const [debt, since] of owed) {
        if (since && isOverTime(debt, since)) {
          breach(debt, `possible since ${new Date(since.at).toISOString()} and not removed`)
          owed.delete(debt)
          standing.delete(debt)
        }
        // From the second business day on, while the process is there to tell.
        const credit = debt.creditDay
        const deadline = deadlineOf(debt)
        if (store && credit && deadline && dayOf(now) <= deadline && now - (debt.clearedAt ?? now) > hour) {
          const [record] = await store.query('negativations', { contract: debt.contract ?? '' })
          const isLate =
            record?.removal && dayOf(now) > workdaysAfter(dayOf(Date.parse(`${credit}T15:00:00Z`)), 2)
          if (isLate) late.set(debt, (late.get(debt) ?? 0) + 1)
        }
      }
      if (!store) return
      for (const debt of received.splice(0)) {
        const deadline = deadlineOf(debt)
        if (debt.clearedAt === null || deadline === null) continue
        const [record] = await store.query('negativations', { contract: debt.contract ?? '' })
        const told = record?.removal?.deadline
        if (told && told !== deadline && debt.story !== 'undone')
          breach(debt, `the deadline is ${deadline}, the service says ${told}`)
        if (dayOf(debt.receivedAt ?? now) <= deadline) continue
        figures.overdue += 1
        if ((late.get(debt) ?? 0) < ticksToTell) continue
        figures.alarmed += 1
        const tasks = await store.query('tasks', { negativationId: record?.id ?? '' })
        const inTime = tasks.some(
          ({ kind, openedAt }) => kind === 'removal-late' && dayOf(Date.parse(openedAt)) <= deadline,
        )
        if (!inTime) breach(debt, 'ran late, and nobody was told before the deadline')
      }
    },
    /** What must hold once everything has worked again for some days. */
    atRest: async (store: Store): Promise<string[]> => {
      const found: string[] = []
      const listed = new Set(
        bureau()
          .pefin.live()
          .map(({ contract }) => contract),
      )
      for (const debt of debts.all) {
        const isListed = debt.contract !== null && listed.has(debt.contract)
        if (isListed && debt.clearedAt !== null && time.now() - debt.clearedAt > 2 * day)
          found.push(`${debt.contract} is paid and stands at the bureau`)
      }
      for (const record of await store.query('negativations')) {
        const { state, contract, id, removal } = record
        const tasks = await store.query('tasks', { negativationId: id, isOpen: true })
        const isTold = tasks.length > 0
        const isUnderWay = ['sending', 'removing', 'verifying', 'removal-requested', 'unknown'].includes(
          state,
        )
        if (isUnderWay && !(isTold && (state === 'unknown' || removal?.isHeld)))
          found.push(`${contract} came to no end: ${state}`)
        const isListed = listed.has(contract)
        if (['removed', 'not-included', 'rejected'].includes(state) && isListed)
          found.push(`${contract} is ${state} and stands at the bureau`)
        if ((state === 'sent' || state === 'active') && !isListed)
          found.push(`${contract} is ${state} and does not stand at the bureau`)
      }
      for (const batch of await store.query('batches'))
        if (batch.state === 'running' || batch.state === 'reading') found.push(`${batch.id} still runs`)
      return found
    },
  }
}
export type Oracle = ReturnType<typeof oracle>
