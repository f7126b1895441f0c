import { expect, test } from 'vitest'
import { AppError, asAppError } from '../../shared/errors.ts'
import { asWriteFailure, writeFailure } from './write-failure.ts'

const failing = (code: string): Error => Object.assign(new Error(code), { code })

test.each(['ENOSPC', 'EDQUOT'])('G84 · %s is told as a full disk, wherever it is met', (code) => {
  const raw = failing(code)
  for (const met of [asAppError, writeFailure, asWriteFailure])
    expect(met(raw)).toMatchObject({ code: 'disk-full', cause: raw })
})

test('what else the system refused is a failed write; a mistake of the program stays one', () => {
  expect(asWriteFailure(failing('EROFS'))).toMatchObject({ code: 'store-write-failed', retry: 'safe' })
  const mistake = failing('ERR_INVALID_ARG_TYPE')
  expect(asWriteFailure(mistake)).toBe(mistake)
  expect(asAppError(failing('EROFS')).code).toBe('internal')
  const own = new AppError('store-unreadable')
  expect(writeFailure(own)).toBe(own)
})
