import { AppError } from '../../shared/errors.ts'
import type { Caller } from '../routes/handlers.ts'

/** The private field makes the type nominal: nothing else in the program can be given where an act of a person is wanted. */
class Act {
  readonly #byPerson = true
  /** The paired browser's name, for the history. */
  readonly actor: string

  constructor(actor: string) {
    this.actor = actor
  }

  get byPerson(): true {
    return this.#byPerson
  }
}

/** Proof that a person at a paired browser asked for what is done now. Nothing is included without one (case G31). */
export type PersonAct = Act

/**
 * The act of whoever sent a signed request. Made in the route and nowhere else: no timer, retry or start-up path holds a caller.
 * @throws `scope-refused` for a caller that is no paired browser
 */
export const personAct = ({ client }: Caller): PersonAct => {
  if (!client) throw new AppError('scope-refused')
  return new Act(client.name)
}
