import { describe, expect, test } from 'vitest'
import { datedTodos, noDigitCleaning, noHtmlSinks, noLocalTime, noSleepInTests } from './forbidden-code.ts'
import type { HtmlExceptions } from './forbidden-code.ts'
import { inFolder, readSources } from './sources.ts'
import type { Law, Source } from './sources.ts'

// The seeds below are breaches on purpose.
const sources = readSources('extension', 'proxy', 'shared', 'tests').filter(
  (source) => !inFolder('tests/laws')(source),
)

/** Files of the extension that write HTML on purpose: path and reason. */
const htmlExceptions: HtmlExceptions = {
  'extension/report/off-screen-frame.ts': 'reads the cleaned report back as text, to render a copy of it',
}

const breaches = (law: Law, text: string, path = 'extension/ui/a.tsx'): number =>
  law([{ path, text } satisfies Source]).length

describe('no text becomes HTML in the extension', () => {
  test('here', () => expect(noHtmlSinks(htmlExceptions)(sources)).toEqual([]))

  test.each([
    'a.innerHTML = b',
    '<div dangerouslySetInnerHTML={{ __html: x }} />',
    'a.insertAdjacentHTML("x", y)',
    'document.write(x)',
    'a.outerHTML = b',
  ])('%s is refused', (text) => expect(breaches(noHtmlSinks(), text)).toBe(1))

  test('comments, tests and the simulators are free', () => {
    expect(breaches(noHtmlSinks(), '// never innerHTML\n/** innerHTML */')).toBe(0)
    expect(breaches(noHtmlSinks(), 'a.innerHTML = b', 'extension/ui/a.test.tsx')).toBe(0)
    expect(breaches(noHtmlSinks(), 'a.innerHTML = b', 'tests/simulators/a.ts')).toBe(0)
  })

  test('an exception covers its file, and goes when it is no longer needed', () => {
    const law = noHtmlSinks({ 'extension/ui/a.tsx': 'a reason' })
    expect(breaches(law, 'a.innerHTML = b')).toBe(0)
    expect(breaches(law, 'a.innerHTML = b', 'extension/ui/b.tsx')).toBe(2)
    expect(breaches(law, 'a.textContent = b')).toBe(1)
  })
})

describe('no document is made by deleting what is no digit', () => {
  test('here', () => expect(noDigitCleaning(sources)).toEqual([]))

  test.each([
    String.raw`text.replace(/\D/g, '')`,
    String.raw`new RegExp('\\D+')`,
    'text.replace(/[^0-9]/g, "")',
    String.raw`text.replace(/[^\d]+/g, "")`,
  ])('%s is refused', (text) => expect(breaches(noDigitCleaning, text, 'proxy/a.ts')).toBe(1))

  test('naming it in a comment, or a folder of that letter, is fine', () => {
    expect(breaches(noDigitCleaning, String.raw`// never \D`, 'proxy/a.ts')).toBe(0)
    expect(breaches(noDigitCleaning, String.raw`'C:\\Dados'`, 'proxy/a.ts')).toBe(0)
  })
})

describe('no calendar day goes through Date or the zone of the machine', () => {
  test('here', () => expect(noLocalTime(sources)).toEqual([]))

  test.each([
    "new Date('2026-07-01')",
    'new Date("2026-07-01T00:00:00")',
    "Date.parse('2026-07-01')",
    "new Date(dueDate + 'T00:00')",
    'date.getDate()',
    "date.toLocaleDateString('pt-BR')",
    'date.setMonth(3)',
  ])('%s is refused', (text) => expect(breaches(noLocalTime, text, 'shared/a.ts')).toBe(1))

  test.each([
    'new Date(clock()).toISOString()',
    "new Date('2026-07-01T03:00:00Z')",
    'new Date()',
    'date.getTime()',
  ])('%s is fine', (text) => expect(breaches(noLocalTime, text, 'shared/a.ts')).toBe(0))
})

describe('no test sleeps', () => {
  test('here', () => expect(noSleepInTests(sources)).toEqual([]))

  test.each([
    "import { setTimeout } from 'node:timers/promises'",
    'await new Promise((done) => setTimeout(done, 100))',
    'await new Promise<void>((resolve) => setTimeout(resolve, 5))',
  ])('%s is refused', (text) => expect(breaches(noSleepInTests, text, 'proxy/a.test.ts')).toBe(1))

  test('outside tests a delay may be the subject', () => {
    expect(breaches(noSleepInTests, 'new Promise((done) => setTimeout(done, 100))', 'proxy/a.ts')).toBe(0)
  })
})

describe('what is left to do has a date', () => {
  test('here', () => expect(datedTodos(sources)).toEqual([]))

  test.each(['// TODO: later', '/* FIXME soon */', ' * HACK', '// TODO(ana): 2026'])(
    '%s is refused',
    (text) => expect(breaches(datedTodos, text)).toBe(1),
  )

  test.each([
    '// TODO 2027-01-31: the journal',
    '// TODO(2027-01-31): the journal',
    "const text = 'TODO O DIA'",
  ])('%s is fine', (text) => expect(breaches(datedTodos, text)).toBe(0))
})
