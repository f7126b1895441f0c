import { expect, test } from 'vitest'
import { cleanCss, isOwnImage } from './clean-css.ts'

const png = 'data:image/png;base64,iVBORw0KGgo='

test.each([
  ['@import "https://x.example/a.css"; p{color:red}', ' p{color:red}'],
  ['@import url(https://x.example/a.css) screen;', ''],
  ['a{background:url(https://x.example/a.png) red}', 'a{background:none red}'],
  ["a{background:URL( 'x.png' )}", 'a{background:none}'],
  ['a{background:\\75rl(x.png)}', 'a{background:none}'],
  ['a{background:u\\rl(x.png)}', 'a{background:none}'],
  ['\\40import "a.css";', ''],
  ['a{background:image-set("x.png" 1x, "y.png" 2x)}', 'a{background:none}'],
  ['<!-- p{color:red} -->', ' p{color:red} '],
  ['p{position: fixed;top:0}', 'p{position:static;top:0}'],
])('G15 · %s', (source, css) => {
  expect(cleanCss(source).css).toBe(css)
})

test.each([
  `a{background:url(${png})}`,
  'rect{fill:url(#grade)}',
  'p::before{content:"url"} td.url{color:#00f;font:bold 10px Arial}',
  '@media print{.so-impressao{display:block}}',
  'p{content:"\\201C"}',
])('G19 · what loads nothing stays: %s', (source) => {
  expect(cleanCss(source)).toEqual({ css: source, removed: 0 })
})

test('scripted values of old browsers go, and every removal is counted', () => {
  const { css, removed } = cleanCss(
    'a{width:expression(alert(1));behavior:url(x.htc);-moz-binding:url(x.xml)}',
  )
  expect(css).not.toMatch(/expression|behavior|binding|url/)
  expect(removed).toBe(5)
})

test('own images are pictures below the size limit, nothing else', () => {
  expect(isOwnImage(png)).toBe(true)
  expect(isOwnImage('data:text/html,<b>')).toBe(false)
  expect(isOwnImage('https://x.example/a.png')).toBe(false)
  expect(isOwnImage(`${png}${'A'.repeat(1_000_000)}`)).toBe(false)
})
