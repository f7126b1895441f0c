import type { Dependency } from 'rollup-plugin-license'

/** A library as its licence wants it named. */
export type Library = Pick<Dependency, 'name' | 'version' | 'license' | 'licenseText' | 'noticeText'> & {
  author?: { name: string } | null
}

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const nameOf = ({ name, version }: Library): string => `${name} ${version}`

const mitText = (holder: string): string => `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR
ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH
THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`

/** Its own text; where a package names MIT and forgets the file, as WXT does, the text that MIT has. */
const textOf = (library: Library): string => {
  if (library.licenseText) return library.licenseText
  if (library.license === 'MIT' && library.author) return mitText(library.author.name)
  throw new Error(`${nameOf(library)} brings no licence text`)
}

const line = '-'.repeat(78)

/** What goes into a product with its libraries: their names and the text of their licences. @throws where a library brings no licence text */
export const licencesText = (libraries: readonly Library[]): string => {
  const each = new Map(libraries.map((library) => [nameOf(library), library]))
  const parts = [...each.values()]
    .toSorted((one, other) => order(nameOf(one), nameOf(other)))
    .map((library) => {
      const head = `${nameOf(library)} (${library.license ?? 'see below'})`
      const texts = [textOf(library), ...(library.noticeText ? [library.noticeText] : [])]
      return [line, head, line, ...texts.map((text) => text.replaceAll('\r\n', '\n').trim())].join('\n\n')
    })
  return `Nada Consta contains these libraries, each under its own licence.\n\n${parts.join('\n\n')}\n`
}
