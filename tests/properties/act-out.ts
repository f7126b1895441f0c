import { AppError } from '../../shared/errors.ts'
import type { World } from './clearing-world.ts'
import { hour, minute } from './paced.ts'
import type { Step } from './steps.ts'
import { settle } from './virtual-time.ts'

/** What the service refuses in so many words is an answer like any other; a mistake in the program is not. */
const refusable = async (act: Promise<unknown>): Promise<void> => {
  await act.catch((thrown: unknown) => {
    if (!(thrown instanceof AppError) || thrown.code === 'internal') throw thrown
  })
}

const actOnInvoice = (world: World, { act, debt }: Extract<Step, { do: 'erp' }>): void => {
  const { fake, debts } = world
  const [first = ''] = debts[debt]?.invoiceIds ?? []
  const rest = debts[debt]?.invoiceIds ?? []
  const isThere = rest.every((id) => {
    try {
      return fake.invoice(id).id === id
    } catch {
      return false
    }
  })
  if (!isThere) return
  if (act === 'pay') for (const id of rest) world.payToday(id)
  else if (act === 'undo') fake.undo(first)
  else if (act === 'partly') fake.payPartly(first, 1000)
  else if (act === 'cancel') fake.cancel(first)
  else if (act === 'erase') fake.erase(first)
  else if (act === 'write-off') fake.writeOff(first)
  else if (act === 'renegotiate' && fake.invoice(first).fact === 'open') fake.renegotiate(first, 2)
  else if (act === 'pay-instalment')
    for (const { oldInvoiceIds, newInvoiceIds } of fake.agreements)
      if (oldInvoiceIds.includes(first)) world.payToday(newInvoiceIds[0] ?? '')
}

const actAtBureau = async (world: World, { act, debt }: Extract<Step, { do: 'bureau' }>): Promise<void> => {
  const owed = world.debts[debt]
  const records = owed ? await world.recordsOf(owed) : []
  const { pefin } = world.bureau
  const standing = pefin
    .live()
    .find(
      ({ contract, state }) => state !== 'removing' && records.some((record) => record.contract === contract),
    )
  if (!standing) return
  if (act === 'returned' && standing.state === 'letter') pefin.returnLetter(standing.contract)
  if (act === 'refused-later' && standing.state === 'received')
    pefin.refuseLater(standing.contract, '120', 'Endereço inválido')
  if (act === 'elsewhere') pefin.removeElsewhere(standing.contract)
}

const heal = (world: World): void => {
  world.bureau.faults.clear()
  world.bureau.pefin.offersLookUp = true
  world.fake.failure(null)
}

/** Does one step, and lets everything that follows from it at once happen. */
export const actOut = async (world: World, step: Step): Promise<void> => {
  const core = world.core()
  switch (step.do) {
    case 'confirm': {
      const debt = world.debts[step.debt]
      if (!debt) break
      if (step.fault) world.bureau.faults.set('include', step.fault)
      const presses = step.twice ? [world.press(debt), world.press(debt)] : [world.press(debt)]
      // A press may hang with the bureau; the world goes on.
      for (const press of presses) void refusable(press)
      await settle()
      break
    }
    case 'erp':
      actOnInvoice(world, step)
      break
    case 'bureau':
      await actAtBureau(world, step)
      break
    case 'fault':
      world.bureau.faults.set(step.call, step.fault, step.times)
      break
    case 'slow': {
      const until = new Promise<void>((resolve) => {
        world.time.after(step.minutes * minute, resolve)
      })
      world.bureau.faults.set(step.call, { kind: 'slow', until })
      break
    }
    case 'erp-failure':
      world.fake.failure(step.code && new AppError(step.code, { params: { status: 503 }, retry: 'safe' }))
      break
    case 'heal':
      heal(world)
      break
    case 'jump':
      world.time.jump(step.hours * hour)
      break
    case 'restart':
      void core.tick()
      await world.restart(step.depth)
      break
    case 'pause':
      await world.pause(step.isPaused)
      break
    case 'lookup':
      world.bureau.pefin.offersLookUp = step.isOffered
      break
    case 'person-removes': {
      const owed = world.debts[step.debt]
      const records = owed ? await world.recordsOf(owed) : []
      for (const { id } of records) void refusable(world.removeByHand(id))
      await settle()
      break
    }
    case 'resolve': {
      const tasks = await world.tasks()
      const task = tasks[step.task % Math.max(1, tasks.length)]
      if (task) await refusable(world.resolve(task, step.choice))
      break
    }
    case 'wait':
      await world.wait(step.minutes)
      // Late ones come into the open at their own time, often after their end seemed settled.
      if (step.minutes >= 15) world.commitLate()
      break
  }
  await settle()
}

/** The platform answers again, but tells no states; nobody acts. What cannot be read must have become a task by then. */
export const runWithoutLooks = async (world: World): Promise<void> => {
  heal(world)
  world.bureau.pefin.offersLookUp = false
  await world.wait(6 * 60, 10)
}

/** Everything works again, and people answer what they are asked, for so long that nothing is left to do. */
export const runToQuiet = async (world: World): Promise<void> => {
  heal(world)
  await world.pause(false)
  world.commitLate()
  for (let passed = 0; passed < 48; passed += 1) {
    // Every five minutes while something comes of the end of the faults or of an answer, then as often as the longest retry.
    await world.wait(60, passed < 3 || passed % 6 === 4 ? 5 : 15)
    for (const task of await world.tasks())
      if (passed < 40 && passed % 6 === 3) await refusable(world.resolve(task, passed))
  }
}
