import { expect, test } from 'vitest'
import { serviceAdvice } from './advice.ts'

const state = { installed: true, current: true, running: true }
const there = { port: 41417 }

test.each([
  ['all is well', state, there, 'none'],
  ['nothing installed', { installed: false, current: false, running: false }, 'none', 'install'],
  [
    'started by hand, not installed',
    { installed: false, current: false, running: false },
    there,
    'byHandOnly',
  ],
  ['started by hand, installed', { ...state, running: false }, there, 'byHand'],
  ['installed by an older program', { ...state, current: false }, there, 'reinstall'],
  ['stopped', { ...state, running: false }, 'none', 'restart'],
  ['runs and does not answer', state, 'none', 'readLog'],
  ['runs, and a stranger holds the port', state, 'stranger', 'readLog'],
] as const)('%s', (_, found, answer, advice) => expect(serviceAdvice(found, answer)).toBe(advice))
