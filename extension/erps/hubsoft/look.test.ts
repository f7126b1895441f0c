// @own-process: it needs a DOM
import { expect, test } from 'vitest'
import { isDark } from './look.ts'

const show = (content: string, body = ''): void => {
  // oxlint-disable-next-line no-unsanitized -- the test's own page
  document.body.innerHTML = `<md-content id="content" ${content}></md-content>`
  document.body.style.cssText = body
}

test.each<[string, string, string, boolean | null]>([
  ['a light view', 'style="background-color: rgb(240, 242, 245)"', '', false],
  ['a dark view', 'style="background-color: rgb(18, 22, 28)"', '', true],
  [
    'a dark view over a light ground',
    'style="background-color: rgb(18, 22, 28)"',
    'background-color: rgb(255, 255, 255)',
    true,
  ],
  [
    'a transparent view over a dark ground',
    'style="background-color: rgba(255, 255, 255, 0.02)"',
    'background-color: rgb(20, 20, 20)',
    true,
  ],
  ['transparent all the way', '', '', null],
  ['the theme says it, the colours do not', 'class="md-dark-theme"', '', true],
  ['a light theme proves nothing', 'class="md-default-theme"', '', null],
  ['a spelling that is not understood', 'style="background-color: color(srgb 0 0 0)"', '', null],
])('%s', (_what, content, body, expected) => {
  show(content, body)
  expect(isDark(document)).toBe(expected)
})
