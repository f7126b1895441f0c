import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { maySkip } from '../../setup/tools.ts'
import { windowsPrograms } from './program.arbitraries.ts'
import type { Program } from '../../../proxy/service/program.ts'
import { taskFile, taskFingerprint, taskXml, windowsWord } from '../../../proxy/service/task-xml.ts'

const sid = 'S-1-5-21-1004336348-1177238915-682003330-1001'

const home = String.raw`C:\Users\João & Ana\AppData\Local\nada-consta\Data`
const program: Program = {
  node: String.raw`C:\Program Files\nodejs\node.exe`,
  bundle: String.raw`C:\Users\João & Ana\npm\nada-consta.mjs`,
  folder: home,
  logs: String.raw`${home}\log`,
  env: { NADA_CONSTA_HOME: home },
}

/** Reads a command line as CommandLineToArgvW does. */
const wordsOf = (line: string): string[] => {
  const words: string[] = []
  let [word, isOpen, isQuoted] = ['', false, false]
  for (const [part = '', slashes = '', quote] of line.matchAll(/(\\*)(")|\\+|[^\\"]/g)) {
    if (quote !== undefined) {
      word += '\\'.repeat(Math.floor(slashes.length / 2))
      isOpen = true
      if (slashes.length % 2 === 1) word += '"'
      else isQuoted = !isQuoted
    } else if (part === ' ' && !isQuoted) {
      if (isOpen) words.push(word)
      ;[word, isOpen] = ['', false]
    } else {
      word += part
      isOpen = true
    }
  }
  return isOpen ? [...words, word] : words
}

const folder = mkdtempSync(join(tmpdir(), 'nada-consta-task-'))
afterAll(() => rmSync(folder, { recursive: true }))

const schema = join(import.meta.dirname, 'task-scheduler.xsd')

const xmllint = (xml: string, ...words: string[]) => {
  const file = join(folder, 'task.xml')
  writeFileSync(file, taskFile(xml))
  return spawnSync('xmllint', ['--nonet', ...words, file], { encoding: 'utf8' })
}
const isValid = (xml: string): boolean => xmllint(xml, '--noout', '--schema', schema).status === 0
const valueOf = (xml: string, element: string): string =>
  xmllint(xml, '--xpath', `string(//*[local-name()="${element}"])`).stdout.replace(/\n$/, '')

describe('a word of a command line', () => {
  test.each([
    ['plain', '"plain"'],
    ['', '""'],
    [String.raw`C:\a b` + '\\', String.raw`"C:\a b\\"`],
    [String.raw`say \"so"`, String.raw`"say \\\"so\""`],
  ])('%s', (text, written) => expect(windowsWord(text)).toBe(written))

  test('is read back by Windows as it was', () => {
    const odd = fc.array(fc.constantFrom('\\', '"', ' ', 'ç', 'a', '%', '&')).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.array(odd), (words) => {
        expect(wordsOf(words.map(windowsWord).join(' '))).toEqual(words)
      }),
    )
  })
})

describe.skipIf(maySkip('xmllint'))('the task', () => {
  test('G74 · follows the schema of the Task Scheduler', () =>
    expect(xmllint(taskXml(program, sid), '--noout', '--schema', schema)).toMatchObject({ status: 0 }))

  test('the schema finds another order, another value and another element', () => {
    const xml = taskXml(program, sid)
    expect(isValid(xml.replace('<Priority>5<', '<Priority>11<'))).toBe(false)
    expect(isValid(xml.replace('<Count>255<', '<Count>999<'))).toBe(false)
    expect(isValid(xml.replace('<Delay>PT15S<', '<Delay>15 s<'))).toBe(false)
    expect(isValid(xml.replace('<WakeToRun>false</WakeToRun>', ''))).toBe(false)
    expect(isValid(xml.replace('IgnoreNew', 'Ignore'))).toBe(false)
    expect(isValid(xml.replace(/(<UserId>.*<\/UserId>)\s*(<Delay>.*<\/Delay>)/, '$2$1'))).toBe(false)
  })

  test('says every path as it is, behind a console without window', () => {
    fc.assert(
      fc.property(windowsPrograms, (each) => {
        const xml = taskXml(each, sid)
        expect(isValid(xml)).toBe(true)
        expect(wordsOf(valueOf(xml, 'Arguments'))).toEqual([
          '--headless',
          each.node,
          each.bundle,
          'start',
          ...Object.entries(each.env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
        ])
      }),
      { numRuns: 25 },
    )
    expect(valueOf(taskXml(program, sid), 'Command')).toBe(String.raw`%SystemRoot%\System32\conhost.exe`)
  })
})

describe('the task never ends by itself', () => {
  test.each([
    '<ExecutionTimeLimit>PT0S</ExecutionTimeLimit>',
    '<DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>',
    '<StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>',
    '<StopOnIdleEnd>false</StopOnIdleEnd>',
    '<MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>',
  ])('%s', (setting) => expect(taskXml(program, sid)).toContain(setting))

  test('nor expires, nor asks for more than its user may do', () => {
    const xml = taskXml(program, sid)
    expect(xml).not.toMatch(/DeleteExpired|EndBoundary|HighestAvailable|Password|S4U/)
    expect(xml).toContain('<LogonType>InteractiveToken</LogonType>')
  })
})

test('the file is UTF-16, little end first, with its mark', () => {
  const file = taskFile('<é/>')
  expect([...file.subarray(0, 4)]).toEqual([0xff, 0xfe, 0x3c, 0])
  expect(file.toString('utf16le')).toBe('\ufeff<é/>')
})

test('the fingerprint changes with every path and with the user', () => {
  const all = [
    taskFingerprint(program, sid),
    taskFingerprint(program, `${sid}0`),
    taskFingerprint({ ...program, node: 'C:\\n.exe' }, sid),
    taskFingerprint({ ...program, env: {} }, sid),
  ]
  expect(new Set(all).size).toBe(all.length)
  expect(taskXml(program, sid)).toContain(`<Documentation>${all[0]}</Documentation>`)
})

test.each(['C:\\%TEMP%\\n.mjs', 'C:\\$(Arg0)\\n.mjs'])('%s is refused: Windows would change it', (bundle) =>
  expect(() => taskXml({ ...program, bundle }, sid)).toThrow('service-path-refused'),
)
