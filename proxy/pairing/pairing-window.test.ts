import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { pairingWindow } from './pairing-window.ts'

const open = () => {
  let now = 1_000_000
  const window = pairingWindow(() => now, randomBytes)
  const later = (seconds: number) => {
    now += seconds * 1000
  }
  return { window, later, code: window.open(['query']) }
}

test('the right code, once', () => {
  const { window, code } = open()
  expect(window.isOpen()).toBe(true)
  expect(window.enter(code)).toEqual(['query'])
  expect(window.isOpen()).toBe(false)
  expect(() => window.enter(code)).toThrow('pairing-closed')
})

test('it says how many guesses are left, and closes at the fifth', () => {
  const { window, code } = open()
  for (const left of [4, 3, 2, 1]) {
    expect(() => window.enter('x')).toThrow(
      expect.objectContaining({ code: 'pairing-code-wrong', params: { left } }),
    )
  }
  expect(window.isOpen()).toBe(true)
  expect(() => window.enter('x')).toThrow('pairing-locked')
  expect(window.isOpen()).toBe(false)
  expect(() => window.enter(code)).toThrow('pairing-locked')
})

test('a new window after a locked one', () => {
  const { window } = open()
  for (let guess = 0; guess < 5; guess += 1) expect(() => window.enter('x')).toThrow(/pairing-/)
  expect(window.enter(window.open(['admin']))).toEqual(['admin'])
})

test('two minutes', () => {
  const { window, later, code } = open()
  later(119)
  expect(window.isOpen()).toBe(true)
  later(1)
  expect(window.isOpen()).toBe(false)
  expect(() => window.enter(code)).toThrow('pairing-closed')
})

test('never opened', () => {
  const window = pairingWindow(() => 0, randomBytes)
  expect(window.isOpen()).toBe(false)
  expect(() => window.enter('')).toThrow('pairing-closed')
})
