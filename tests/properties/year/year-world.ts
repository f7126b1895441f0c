import { keepApiUser } from '../../../proxy/erps/erp-access.ts'
import { keepCredentials } from '../../../proxy/integrations/credentials.ts'
import type { Request } from '../../../proxy/net/request.ts'
import { defaultInclusionPolicy, saveInclusionPolicy } from '../../../proxy/policy/inclusion-policy.ts'
import { isFull } from '../../../proxy/store/reserve.ts'
import { memoryVault } from '../../../proxy/vault/memory-vault.ts'
import { asAppError } from '../../../shared/errors.ts'
import { pefinPair } from '../../cases/credit-service.ts'
import { apiUser } from '../../cases/debt-desk.ts'
import { dice } from '../batch-faults.ts'
import { erpId, integrationId, setUp } from '../integration-setup.ts'
import { bureauDesk } from './bureau-desk.ts'
import type { BureauDesk } from './bureau-desk.ts'
import { debtsOf } from './debts.ts'
import { deskOf } from './desk.ts'
import { erpDesk } from './erp-desk.ts'
import { memoryDrive } from './memory-drive.ts'
import { oracle } from './oracle.ts'
import { dayOf, isWorkday, stepAt } from './promise.ts'
import { connectUrl, newFate, openLife } from './service-life.ts'
import type { ServiceLife } from './service-life.ts'
import { current, day, hour, minute, troubleOf } from './trouble.ts'
import type { Outage } from './trouble.ts'
import { yearTime } from './year-time.ts'

/** Midnight of New Year in Brazil. */
export const newYear = Date.parse('2026-01-01T03:00:00Z')

interface YearOptions {
  seed: number
  days: number
  /** Months, from 0, in which the process is never ended. */
  calm: readonly number[]
}

const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })

/** So many turns without an act and something to wait for: nothing goes on before time does. */
const still = 4
/** So many without anything to wait for: something is stuck. */
const stuck = 5_000
/** The room that the service keeps for outcomes is far from used up. */
const roomForOutcomes = 100_000

/** A provider, its debtors, its ERP, the bureau and one service that lives among them. */
export const yearWorld = async ({ seed, days, calm }: YearOptions) => {
  const end = newYear + days * day
  const roll = dice(seed)
  const time = yearTime(newYear)
  const trouble = troubleOf(dice(seed + 1), { from: newYear + day, until: end }, calm)
  const drive = memoryDrive()
  const vault = memoryVault()
  const erp = erpDesk(time)
  const debts = debtsOf({ ...erp, time, roll: dice(seed + 2), until: end - 2 * day })
  const watching = oracle({ time, debts, erp: () => erp, bureau: () => bureau })
  const bureau: BureauDesk = bureauDesk({ time, password: pefinPair.password, ...watching })
  bureau.pefin.mode = 'daily'
  bureau.pefin.letterDays = 10
  // The service alone sees to it that nobody is listed twice.
  bureau.pefin.refusesDuplicates = false
  const failures = new Map<string, number>()
  const onFailure = (thrown: unknown): void => {
    const { code } = isFull(thrown) ? { code: 'disk-full' } : asAppError(thrown)
    failures.set(code, (failures.get(code) ?? 0) + 1)
    if (code === 'internal') watching.breaches.push(`a mistake of the program: ${String(thrown)}`)
  }
  let isHealed = false
  let lives = 0
  let life: ServiceLife | null = null
  /** Nobody starts it before. */
  let downUntil = 0
  /** A clock that went back brings waits near again, the longest of which is an hour. */
  let wrongUntil = 0
  let isExpiredErp = false
  let isExpiredBureau = false
  let renewals = 0

  const meet = <Fault>(outages: readonly Outage<Fault>[]): Fault | null => {
    const outage = isHealed ? undefined : current(outages, time.now())
    return outage && roll() < outage.share ? outage.fault : null
  }
  const request: Request = (call) => {
    if (!call.url.startsWith(connectUrl)) return erp.answer(call, meet(trouble.erp))
    return bureau.answer(call, meet(trouble.bureau))
  }

  /** Lets an act go on until it is done, until it waits for time to go by, or, while time may go by, for so long. */
  const settle = async (act: Promise<unknown>, fate: ServiceLife['fate'], mayPass = 0): Promise<void> => {
    const end: { isThere: boolean; failure: { thrown: unknown } | null } = { isThere: false, failure: null }
    void act.then(
      () => void (end.isThere = true),
      (thrown: unknown) => {
        end.failure = { thrown }
        end.isThere = true
      },
    )
    let passed = 0
    for (let idle = 0, acts = fate.acts; !end.isThere && !fate.isDead; idle += 1) {
      await turn()
      if (fate.acts !== acts) idle = 0
      acts = fate.acts
      if (idle < still) continue
      if (!time.isAwaited()) {
        if (idle > stuck) throw new Error('nothing goes on and nothing is waited for')
        continue
      }
      if (passed >= mayPass) return
      time.pass(500)
      passed += 500
      idle = 0
    }
    if (end.failure) throw end.failure.thrown
  }
  const during = (act: Promise<unknown>): Promise<void> =>
    life ? settle(act, life.fate, 8 * minute) : Promise.resolve()
  const desk = deskOf({ debts, bureau: () => bureau, roll: dice(seed + 3), during })

  const begin = async (): Promise<void> => {
    lives += 1
    const fate = newFate()
    const outside = { drive, vault, time, request, seed: seed * 1_000 + lives, onFailure }
    const opening = openLife(fate, outside).then((opened) => void (life = opened))
    await settle(opening, fate, 8 * minute).catch(onFailure)
  }
  const die = (isPowerCut: boolean): void => {
    life?.fate.kill()
    life = null
    diedAt = time.now()
    if (isPowerCut) drive.cutPower(roll)
  }
  const stop = async (): Promise<void> => {
    if (!life) return
    await settle(life.stop(), life.fate, 8 * minute)
    // The process ends with whatever it has not come to the end of.
    die(false)
  }

  const follow = (): void => {
    const now = time.now()
    const full = isHealed ? undefined : current(trouble.diskFull, now)
    if (!full) drive.limit(Infinity)
    else if (drive.room() === Infinity) drive.limit(full.room)
    const wrong = isHealed ? undefined : current(trouble.wrongClocks, now)
    time.setWrong(wrong?.ahead ?? 0)
    if (wrong) wrongUntil = now + 70 * minute
    bureau.pefin.lookUpLag = !isHealed && current(trouble.bureau, now)?.fault === 'lag' ? 30 * hour : 0
  }
  const renew = async (): Promise<void> => {
    const [isErpDue, isBureauDue] = [trouble.expiredErp, trouble.expiredBureau].map(
      (spans) => !isHealed && current(spans, time.now()) !== undefined,
    )
    const next = (): string => `nova-senha-${(renewals += 1)}`
    if (isErpDue && !isExpiredErp) erp.changePassword(next())
    if (isBureauDue && !isExpiredBureau) bureau.password = next()
    if (life && !isErpDue && isExpiredErp) await desk.renewErp(life, erp.password())
    if (life && !isBureauDue && isExpiredBureau) await desk.renewBureau(life, bureau.password)
    if (isErpDue || (life && !life.fate.isDead)) isExpiredErp = isErpDue ?? false
    if (isBureauDue || (life && !life.fate.isDead)) isExpiredBureau = isBureauDue ?? false
  }

  const isPossible = (): boolean => {
    const now = time.now()
    const isDisturbed = !isHealed && (current(trouble.erp, now) ?? current(trouble.bureau, now)) !== undefined
    return (
      life !== null &&
      !isDisturbed &&
      !isExpiredErp &&
      !isExpiredBureau &&
      now >= wrongUntil &&
      drive.room() > -1_000_000 + roomForOutcomes
    )
  }

  /** When the process was last there with a right clock and a disk that kept its sign of life. */
  let beatAt: number | null = null
  /** The tick before it: an ERP that hangs holds up the sign of life until some time has gone by. */
  let beatBefore: number | null = null
  let diedAt = 0
  let wasDown = false
  /** A start tells for how long nobody looked (case G74). */
  const tellsGap = async (): Promise<void> => {
    if (!life || life.fate.isDead) {
      wasDown = true
      return
    }
    const isTrue = time.clock() === time.now() && drive.room() === Infinity
    // A sign of life by a wrong clock tells nothing here.
    const from = beatAt === null ? null : beatBefore
    const isFirst = wasDown
    wasDown = false
    beatBefore = beatAt
    beatAt = isTrue ? time.now() : null
    if (!isFirst || !isTrue || from === null) return
    const { gapMinutes } = await life.services.handlers.removalsStatus({}, { client: null })
    const [least, most] = [diedAt, from].map((moment) => Math.floor((time.now() - moment) / minute)) as [
      number,
      number,
    ]
    if (gapMinutes < least - 1 || gapMinutes > most + 1)
      watching.breaches.push(`${least} to ${most} minutes were missed, and ${gapMinutes} are told`)
  }

  let workedOn = ''
  let tidiedOn = ''
  const work = async (): Promise<void> => {
    const today = dayOf(time.now())
    const since = time.now() - Date.parse(`${today}T03:00:00Z`)
    if (!life || !isWorkday(today) || isHealed) return
    if (since >= 10 * hour && workedOn !== today && time.now() < end - 3 * day) {
      workedOn = today
      await desk.register(life, roll() < 0.4 ? 0 : 1 + Math.floor(3 * roll()))
    }
    if (life && !life.fate.isDead && since >= 15 * hour && tidiedOn !== today) {
      tidiedOn = today
      await desk.tidy(life)
    }
  }

  const ends = [...trouble.ends]
  const sleeps = [...trouble.sleeps]
  const endIfDue = async (): Promise<void> => {
    const due = ends[0]
    if (!due || isHealed || time.now() < due.from) return
    ends.shift()
    downUntil = due.until
    if (!life) return
    if (due.kind === 'upgraded') return stop()
    // In the middle of what it does.
    life.fate.dieAfter(1 + Math.floor(60 * roll()), roll() < 0.5)
    await settle(life.tick(), life.fate)
    die(due.kind === 'power-cut')
  }
  const sleepIfDue = (): void => {
    const due = sleeps[0]
    if (!due || isHealed || time.now() < due.from) return
    sleeps.shift()
    if (due.until > time.now()) time.sleep(due.until - time.now(), due.isCounted)
  }

  /** The bureau works at night, on workdays. */
  let nightOf = ''
  const night = (): void => {
    const today = dayOf(time.now())
    if (nightOf === today || time.now() - Date.parse(`${today}T03:00:00Z`) < 2 * hour) return
    nightOf = today
    if (isWorkday(today)) bureau.pefin.processDay()
  }

  const pass = async (): Promise<void> => {
    time.pass(stepAt(time.now()))
    night()
    sleepIfDue()
    follow()
    await endIfDue()
    if (life?.fate.isDead) die(false)
    if (!life && time.now() >= downUntil) await begin()
    await renew()
    await work()
    if (life && !life.fate.isDead) await settle(life.tick(), life.fate)
    await tellsGap()
    await watching.look(isPossible(), life?.store ?? null)
  }

  await begin()
  const first = life as ServiceLife | null
  if (!first) throw new Error('the service does not start')
  await setUp(first.store, vault)
  await keepApiUser(vault, erpId, apiUser)
  await keepCredentials(vault, integrationId, 'pefin', pefinPair)
  await saveInclusionPolicy(first.store, { ...defaultInclusionPolicy, batchPerMinute: 600 })

  return {
    time,
    end,
    drive,
    debts,
    erp,
    bureau,
    trouble,
    failures,
    figures: watching.figures,
    breaches: watching.breaches,
    atRest: watching.atRest,
    lives: () => lives,
    life: () => life,
    /** To the next tick, and everything that comes of it at once. */
    pass,
    restart: async (): Promise<void> => {
      await stop()
      await begin()
    },
    /** From now on nothing goes wrong any more. */
    heal: (): void => {
      isHealed = true
    },
  }
}
export type YearWorld = Awaited<ReturnType<typeof yearWorld>>
