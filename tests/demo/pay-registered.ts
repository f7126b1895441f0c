import { createInterface } from 'node:readline'
import type { World } from '../e2e/world.ts'

/** The simulated ERP's staff: pays every open invoice of a person who is registered at the bureau. Answers how many. */
export const payRegistered = ({ connect, hubsoft: { database } }: World): number => {
  const registered = new Set(connect.pefin.live().map(({ document }) => document))
  const open = database.invoices.filter(
    ({ customerId, paid, active }) =>
      paid === null && active && registered.has(database.customer(customerId).document),
  )
  for (const { id } of open) database.pay(id)
  return open.length
}

/** Each line typed in the terminal pays what is registered, until the browser closes. */
export const payOnEnter = (world: World): void => {
  const lines = createInterface({ input: process.stdin })
  lines.on('line', () => console.log(`    Paid in the ERP: ${payRegistered(world)} invoices.`))
  world.context.once('close', () => lines.close())
}
