import { expect, test } from 'vitest'
import { remoteScripts } from './strip-remote-code.ts'

test('G4 · the address of any script is found, in strings and comments', () => {
  expect(
    remoteScripts('var u="https://cdnjs.cloudflare.com/ajax/libs/pdfobject/2.1.1/pdfobject.min.js";'),
  ).not.toEqual([])
  expect(remoteScripts('// see http://x.example/a/b.js for more')).toEqual(['http://x.example/a/b.js'])
  expect(remoteScripts('`https://x.example/a.js?v=1`')).toEqual(['https://x.example/a.js'])
})

test('G4 · other addresses are not scripts', () => {
  expect(remoteScripts('"http://www.w3.org/2000/svg" "https://x.example/data.json" "./chunk.js"')).toEqual([])
})
