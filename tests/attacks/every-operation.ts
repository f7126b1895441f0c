import { operations } from '../../shared/api.ts'
import type { OperationName } from '../../shared/api.ts'
import { spell } from './signed-client.ts'
import { sampleInputs } from './sample-inputs.ts'

/** The whole route table with a right request for each, so that no operation escapes an attack. */
export const everyOperation = (Object.keys(operations) as OperationName[]).map((name) => ({
  name,
  ...operations[name],
  sample: sampleInputs[name] as Record<string, unknown>,
  target: spell(name, sampleInputs[name]),
}))

export const signedOperations = everyOperation.filter(({ access }) => access !== 'public')
