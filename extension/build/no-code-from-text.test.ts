import { describe, expect, test } from 'vitest'
import { codeMakers } from './no-code-from-text.ts'

describe('G4 · what makes code of a text is found, minified too', () => {
  test.each([
    'eval("1")',
    'new Function("a","return a")',
    'return Function(``),!0',
    'let e=Function;new e("")',
    'const F = Function;',
    'await import("https://x.example/a.mjs")',
    'import(`http://x.example/a`)',
  ])('%s', (code) => expect(codeMakers(code)).toHaveLength(1))
})

describe('what only looks like it is left alone', () => {
  test.each([
    'a.isFunction(b)',
    'retrieval(1)',
    'x instanceof Function',
    'y=Function.prototype.call',
    'import("./chunk.js")',
    'myFunction(1)',
  ])('%s', (code) => expect(codeMakers(code)).toEqual([]))
})
