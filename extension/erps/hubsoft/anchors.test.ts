// @own-process: it needs a DOM
import { describe, expect, test } from 'vitest'
import { recordAnchor, toolbarAnchor } from './anchors.ts'

const show = (html: string): void => {
  // oxlint-disable-next-line no-unsanitized -- the test's own page
  document.body.innerHTML = html
}
const view = (content: string, attributes = '') =>
  `<md-content id="content" ui-view="content" ${attributes}>${content}</md-content>`
const credit = '<button id="credit" aria-label="Consulta de Crédito"></button>'
const header = (content = '') => `<div class="header" id="bar"><h2>1162 - MARIA EXEMPLO</h2>${content}</div>`
const toolbar = (content: string) => `<md-toolbar id="toolbar">${content}</md-toolbar>${view('')}`
const part = '<hubsoft-cliente-cadastro id="part"></hubsoft-cliente-cadastro>'

const placeOf = (anchor: ReturnType<typeof recordAnchor>) => anchor && [anchor.side, anchor.element.id]

describe('the way to the panel: the first visible place of the record', () => {
  test.each<[string, string, unknown]>([
    ['beside the credit icon', header(credit) + part, ['after', 'credit']],
    [
      'whatever its label says besides, accents and capitals',
      `<button id="b" aria-label="CONSULTAR CREDITO"></button>`,
      ['after', 'b'],
    ],
    ['in the header where the icon is not allowed', header() + part, ['inside', 'bar']],
    ['in a toolbar of the view', `<md-toolbar id="t"></md-toolbar>${part}`, ['inside', 't']],
    ["before the record's first part", part, ['before', 'part']],
    [
      'a hidden icon is none',
      header(credit.replace('<button', '<button style="display:none"')),
      ['inside', 'bar'],
    ],
    [
      'an icon in a row of a grid is none',
      `<table><tr><td>${credit}</td></tr></table>${header()}`,
      ['inside', 'bar'],
    ],
    [
      'an icon in a closed tab is none',
      `<md-tab-content>${credit}</md-tab-content>${header()}`,
      ['inside', 'bar'],
    ],
    ['nothing that is known', '<p></p>', null],
  ])('%s', (_what, content, expected) => {
    show(view(content))
    expect(placeOf(recordAnchor(document))).toEqual(expected)
  })

  test('an open ERP dialog hides the whole page from screen readers, not from us', () => {
    show(`<div aria-hidden="true">${view(header(credit))}</div>`)
    expect(placeOf(recordAnchor(document))).toEqual(['after', 'credit'])
  })

  test('none in a view that leaves, and none while there are two', () => {
    show(view(header(credit), 'class="ng-leave"'))
    expect(recordAnchor(document)).toBeNull()
    show(view(header(credit)) + view(header(credit)))
    expect(recordAnchor(document)).toBeNull()
  })
})

describe('the entry in the toolbar', () => {
  test.each<[string, string, unknown]>([
    ['beside the shortcuts', '<div id="row"><ms-shortcuts id="s"></ms-shortcuts></div>', ['after', 's']],
    [
      'at the end of its row',
      '<div id="row"><ms-shortcuts style="display:none"></ms-shortcuts></div>',
      ['inside', 'row'],
    ],
    ['in the bare toolbar', '', ['inside', 'toolbar']],
  ])('%s', (_what, content, expected) => {
    show(toolbar(content))
    expect(placeOf(toolbarAnchor(document))).toEqual(expected)
  })

  test('nowhere without a toolbar', () => {
    show(view(header(credit)))
    expect(toolbarAnchor(document)).toBeNull()
  })
})
