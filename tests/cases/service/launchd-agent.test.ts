import { spawnSync } from 'node:child_process'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maySkip } from '../../setup/tools.ts'
import { agentOutput, launchdAgent } from '../../../proxy/service/launchd-agent.ts'
import { programs } from './program.arbitraries.ts'
import type { Program } from '../../../proxy/service/program.ts'

/** Reads property lists with a parser that is not ours, as Apple's format wants them. */
const reader = `
import json, plistlib, sys
print(json.dumps([plistlib.loads(text.encode(), fmt=plistlib.FMT_XML) for text in json.load(sys.stdin)]))
`

const parse = (texts: readonly string[]): unknown => {
  const { status, stdout, stderr } = spawnSync('python3', ['-c', reader], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

const meaning = (program: Program) => ({
  Label: 'nada-consta.service',
  ProgramArguments: [program.node, program.bundle, 'start'],
  EnvironmentVariables: program.env,
  RunAtLoad: true,
  KeepAlive: { SuccessfulExit: false },
  ThrottleInterval: 10,
  Umask: 0o077,
  StandardOutPath: agentOutput(program),
  StandardErrorPath: agentOutput(program),
})

describe.skipIf(maySkip('python3'))('the agent, parsed as a property list', () => {
  test('G74 · starts at log-on and after every failure, and says every path as it is', () => {
    fc.assert(
      fc.property(fc.array(programs, { minLength: 20, maxLength: 60 }), (all) => {
        expect(parse(all.map(launchdAgent))).toEqual(all.map(meaning))
      }),
      { numRuns: 3 },
    )
  })

  test('a text that is no property list is refused', () => {
    const [program] = fc.sample(programs, { numRuns: 1, seed: 1 })
    if (!program) throw new Error('no sample')
    expect(() => parse([launchdAgent(program).replace('</array>', '')])).toThrow('ValueError')
    expect(() => parse([launchdAgent(program).replace('<true/>', '<yes/>')])).toThrow('ValueError')
  })
})

describe.skipIf(maySkip('xmllint'))('xmllint', () => {
  test('finds the agent well-formed', () => {
    for (const program of fc.sample(programs, 10))
      expect(
        spawnSync('xmllint', ['--noout', '--nonet', '-'], { input: launchdAgent(program), encoding: 'utf8' }),
      ).toMatchObject({ status: 0, stderr: '' })
  })
})
