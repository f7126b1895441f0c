import { expect, test } from 'vitest'
import { isTooOld } from './node-floor.ts'

test.each(['20.20.2', '22.1.9', '9.11.0', '22.0.0'])('%s is too old', (version) =>
  expect(isTooOld(version)).toBe(true),
)

test.each(['22.2.0', '22.12.0', '24.0.0', '100.0.0'])('%s is not', (version) =>
  expect(isTooOld(version)).toBe(false),
)
