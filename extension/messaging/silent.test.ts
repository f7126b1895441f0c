import { expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { isSilent } from './silent.ts'

test.each(['answer-lost', 'extension-older', 'service-older', 'version-mismatch'] as const)(
  'G58 · %s: an act whose answer was not understood may be done',
  (code) => expect(isSilent(new AppError(code))).toBe(true),
)

test.each(['negativation-changed', 'scope-refused', 'disk-full'] as const)('%s is a refusal', (code) =>
  expect(isSilent(new AppError(code))).toBe(false),
)
