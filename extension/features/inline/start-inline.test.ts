// @own-process: it needs a DOM
import { afterEach, describe, expect, test, vi } from 'vitest'
import { erpInline as words } from '../../../shared/locales/pt-br/erp-inline.ts'
import { AppError } from '../../../shared/errors.ts'
import { markTag } from './mark-element.tsx'
import { bench, cell, customer, known, showRows } from './testing/inline-bench.ts'

const maria = 'person 731.640.258-07 MARIA'
const jose = 'person 907.315.826-59 JOSÉ'
const chipOf = (document: string) => words.chip.replace('{document}', document)
const ours = () => document.getElementsByTagName(markTag).length
const nav = () => document.querySelector('nav')!
const header = () => document.querySelector('header')!

afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

describe('a list of people', () => {
  test('a chip beside each certain document; the text of the cells stays what it was', () => {
    const { inline, frame, said } = bench()
    showRows(maria, 'person ***.640.258-** JOSÉ', jose)
    inline.enter({ kind: 'other' })
    frame()
    expect([said(cell(0)), said(cell(1)), said(cell(2))]).toEqual([
      [chipOf('731.640.258-07')],
      [],
      [chipOf('907.315.826-59')],
    ])
    expect([cell(0).textContent, document.body.textContent]).toEqual([
      maria,
      `${maria}person ***.640.258-** JOSÉ${jose}`,
    ])
  })

  test('a press proposes this person', async () => {
    const { inline, frame, press, openQuery } = bench()
    showRows(maria)
    inline.enter({ kind: 'other' })
    frame()
    press(cell())
    press(cell())
    expect(openQuery.mock.calls).toEqual([[{ document: '731.640.258-07', name: 'MARIA' }]])
  })

  test('G64 · a row that has become another person meanwhile: nothing is opened, the chip follows', () => {
    const { inline, frame, press, said, openQuery } = bench()
    showRows(maria)
    inline.enter({ kind: 'other' })
    frame()
    cell().firstChild!.nodeValue = jose
    press(cell())
    expect(openQuery).not.toHaveBeenCalled()
    frame()
    expect(said(cell())).toEqual([chipOf('907.315.826-59')])
    press(cell())
    expect(openQuery.mock.calls).toEqual([[{ document: '907.315.826-59', name: 'JOSÉ' }]])
  })

  test('a row that is used again loses its chip before anybody can see it there', async () => {
    const { inline, frame, said } = bench()
    showRows(maria, jose)
    inline.enter({ kind: 'other' })
    frame()
    cell().firstChild!.nodeValue = 'person 007.315.826-59 NINGUÉM'
    await vi.waitFor(() => expect(said(cell())).toEqual([]))
    expect(said(cell(1))).toHaveLength(1)
  })

  test('what failed says so on the chip, and can be pressed again', async () => {
    const failing = vi.fn<() => Promise<unknown>>(() => Promise.reject(new AppError('extension-updated')))
    const { inline, frame, press, said } = bench({ openQuery: failing })
    showRows(maria)
    inline.enter({ kind: 'other' })
    frame()
    press(cell())
    await vi.waitFor(() => {
      frame()
      expect(said(cell())).toEqual([words.failed])
    })
    press(cell())
    expect(failing).toHaveBeenCalledTimes(2)
  })

  test('behaviour 2 · rows made anew: one chip each, none left over', () => {
    const { inline, frame, changed, said } = bench()
    showRows(maria, jose)
    inline.enter({ kind: 'other' })
    frame()
    for (let churn = 0; churn < 5; churn += 1) {
      showRows(jose, maria)
      changed()
      expect([said(cell(0)), said(cell(1)), ours()]).toEqual([
        [chipOf('907.315.826-59')],
        [chipOf('731.640.258-07')],
        3,
      ])
    }
  })

  test('a page that empties its cells again and again is left alone', () => {
    const { inline, frame, changed } = bench()
    showRows(maria)
    inline.enter({ kind: 'other' })
    frame()
    for (let time = 0; time < 30; time += 1) {
      cell().textContent = maria
      changed()
    }
    expect(cell().children).toHaveLength(0)
    inline.enter({ kind: 'other' })
    frame()
    expect(cell().children).toHaveLength(1)
  })

  test('at most 150 at once, some at each look', () => {
    const { inline, frame } = bench()
    showRows(...Array.from({ length: 400 }, () => maria))
    inline.enter({ kind: 'other' })
    frame()
    expect(document.querySelectorAll(`td ${markTag}`).length).toBeLessThan(50)
    for (let look = 0; look < 20; look += 1) frame()
    expect(document.querySelectorAll(`td ${markTag}`)).toHaveLength(150)
  })
})

describe('the ways to the panel', () => {
  test('in a record both open it; elsewhere the toolbar proposes typing', () => {
    const { inline, frame, said, press, openPanel, openQuery } = bench()
    inline.enter(customer())
    frame()
    expect([said(nav()), said(header())]).toEqual([[words.panel], [words.panel]])
    press(nav())
    press(header())
    expect(openPanel).toHaveBeenCalledTimes(2)
    inline.enter({ kind: 'other' })
    expect([said(nav()), said(header())]).toEqual([[words.type], []])
    press(nav())
    expect(openQuery.mock.calls).toEqual([[{ document: null }]])
  })

  test('attack 26 · a press that no person made opens nothing; the inside is closed', () => {
    const { inline, frame, insideOf, openPanel } = bench()
    inline.enter(customer())
    frame()
    insideOf(nav()).querySelector('button')!.click()
    expect(openPanel).not.toHaveBeenCalled()
    expect(nav().querySelector(markTag)!.shadowRoot).toBeNull()
  })

  test.each(['keydown', 'keyup', 'keypress', 'focusin', 'click', 'mousedown'])(
    '%s on a button of ours stays there; a sign lets the page have it',
    (type) => {
      const { inline, frame } = bench()
      showRows('invoice 62636')
      inline.enter(customer())
      inline.status(known({ 62_636: 'registered' }))
      frame()
      const heard = vi.fn<() => void>()
      document.addEventListener(type, heard)
      const event = () => new Event(type, { bubbles: true, composed: true })
      header().querySelector(markTag)!.dispatchEvent(event())
      expect(heard).not.toHaveBeenCalled()
      cell().querySelector(markTag)!.dispatchEvent(event())
      expect(heard).toHaveBeenCalledOnce()
      document.removeEventListener(type, heard)
    },
  )
})

const signs = ({ said }: ReturnType<typeof bench>) => [0, 1, 2, 3].flatMap((at) => said(cell(at)))

describe('the invoices of a record', () => {
  const registered = known({ 1: 'registered', 2: 'removing', 3: 'eligible' })
  const invoices = ['invoice 1', 'invoice 2', 'invoice 3', 'invoice 4']

  const inRecord = () => {
    const page = bench()
    showRows(...invoices)
    page.inline.enter(customer())
    page.inline.status(registered)
    page.frame()
    return page
  }

  test('a sign for what is known, none for the rest; icon and word', () => {
    const page = inRecord()
    expect(signs(page)).toEqual([words.registered, words.removing, words.eligible])
    expect(page.insideOf(cell()).querySelector('svg')).not.toBeNull()
    expect(page.insideOf(cell()).querySelector('button')).toBeNull()
    expect(cell().textContent).toBe('invoice 1')
  })

  test('another customer, and a status that is read anew: the signs go at once', () => {
    const page = inRecord()
    page.inline.enter(customer('11944'))
    expect(signs(page)).toEqual([])
    page.frame()
    expect(signs(page)).toEqual([])
    page.inline.status(registered)
    page.frame()
    expect(signs(page)).toHaveLength(3)
    page.inline.status({ at: 'reading' })
    expect(signs(page)).toEqual([])
  })

  test('another part of the same record keeps what is known', () => {
    const page = inRecord()
    page.inline.enter({ kind: 'customer', id: '11943', section: 'financeiro#faturas' })
    page.frame()
    expect(signs(page)).toHaveLength(3)
  })

  test('no sign outside a record', () => {
    const page = inRecord()
    page.inline.enter({ kind: 'other' })
    page.inline.status(registered)
    page.frame()
    expect(signs(page)).toEqual([])
  })
})

test('nothing of ours where an address is closed, nor after the end', () => {
  const { inline, frame, changed, stop } = bench()
  showRows(maria)
  inline.enter(customer())
  frame()
  expect(ours()).toBe(3)
  inline.enter({ kind: 'closed' })
  expect(ours()).toBe(0)
  changed()
  expect(ours()).toBe(0)
  inline.enter(customer())
  frame()
  expect(ours()).toBe(3)
  stop()
  changed()
  expect(ours()).toBe(0)
})

test('each can be switched off and on while the page stands', () => {
  const { inline, frame } = bench()
  showRows(maria)
  inline.enter(customer())
  frame()
  const none = { toolbar: false, record: false, chips: false, marks: false }
  inline.allow(none)
  frame()
  expect(ours()).toBe(0)
  inline.allow({ ...none, chips: true })
  frame()
  expect([ours(), cell().children.length]).toEqual([1, 1])
})

test('behaviour 17 · what an older run has left behind goes', () => {
  document.head.append(document.createElement(markTag))
  bench()
  expect(ours()).toBe(0)
})
