// @own-process: it needs a DOM
import { expect, test } from 'vitest'
import { shownText } from './shown-text.ts'

const read = (html: string): string => {
  // oxlint-disable-next-line no-unsanitized -- the test's own page
  document.body.innerHTML = `<div id="here">${html}</div>`
  return shownText(document.querySelector('#here')!)
}

test.each([
  ['a line in pieces is one', '<span>731.</span><b><i>640.</i></b>258-07', '731.640.258-07'],
  ['blocks are lines', '<h2>MARIA</h2><div>CPF</div><p>731.640.258-07</p>', 'MARIA\nCPF\n731.640.258-07'],
  ['before, inside and after a block', 'um<p>dois</p>três', 'um\ndois\ntrês'],
  ['a break', '731.640.258-07<br>1', '731.640.258-07\n1'],
  ['space between pieces stays', '<span>CPF:</span> <b>731.640.258-07</b>', 'CPF: 731.640.258-07'],
  ['an unknown element is a block', '<md-icon>x</md-icon><hs-x>y</hs-x>', 'x\ny'],
  ['what is not shown is not read', 'um<span style="display:none">dois</span>', 'um'],
  ['nothing', '', ''],
])('%s', (_what, html, expected) => expect(read(html)).toBe(expected))
