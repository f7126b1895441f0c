import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ComponentChild } from 'preact'
import { render } from 'preact'
import type { CalendarDate } from '../../../../shared/calendar.ts'
import { texts } from '../../../../shared/locales/texts.ts'
import { address, bench, clearBench, setUpPanel } from './testing/panel-bench.ts'
import { trusted } from './testing/trusted.ts'

const words = texts('pt-BR').erp.panel
const path = '/cliente/editar/11943/cadastro'
let mount: HTMLElement

beforeEach(() => {
  clearBench()
  mount = document.createElement('div')
  document.body.append(mount)
})
afterEach(() => {
  render(null, mount)
  mount.remove()
})

const shown = async (place = address(path)) => {
  const panel = setUpPanel()
  const draw = panel.show.getMockImplementation()!
  panel.show.mockImplementation((content) => {
    draw(content)
    render(content as ComponentChild, mount)
  })
  panel.controller.enter(place)
  if (bench.props?.state.isOpen) await vi.waitFor(() => expect(bench.props!.state.status.at).toBe('known'))
  return panel
}

const named = (name: string): HTMLButtonElement =>
  [...mount.querySelectorAll('button')].find(
    (button) => (button.getAttribute('aria-label') ?? button.textContent) === name,
  )!
const names = () =>
  [...mount.querySelectorAll('button')].map(
    (button) => button.getAttribute('aria-label') ?? button.textContent,
  )
const click = (name: string, detail: number) =>
  named(name).dispatchEvent(trusted(new MouseEvent('click', { bubbles: true, detail })))
const escape = () => {
  const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })
  return document.activeElement!.dispatchEvent(trusted(event))
}

describe('by the keyboard', () => {
  test('everything is reached in the order in which it stands', async () => {
    bench.status = { ...bench.status, lastReport: { queryId: 'q1', date: '1969-11-19' as CalendarDate } }
    await shown()
    expect(names()).toEqual([
      words.moving,
      words.minimise,
      expect.stringContaining('Negativada'),
      words.status.see,
      'PDF da última consulta (19/11)',
      words.query,
      words.negativate,
      words.remove,
      words.type,
    ])
    expect(mount.querySelectorAll('[tabindex]')).toHaveLength(0)
  })

  test('Escape puts the panel away, and the focus goes to the tab', async () => {
    await shown()
    named(words.query).focus()
    escape()
    expect(bench.props!.state.isOpen).toBe(false)
    expect(document.activeElement).toBe(named(words.open))
  })

  test('an Escape that a script plays puts nothing away', async () => {
    await shown()
    named(words.query).dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    expect(bench.props!.state.isOpen).toBe(true)
  })

  test('opened by a key, the focus goes to the first thing that can be done', async () => {
    await shown()
    click(words.minimise, 0)
    click(words.open, 0)
    expect(document.activeElement).toBe(named(words.query))
  })

  test('opened with the mouse, no button waits for the next key', async () => {
    await shown()
    click(words.minimise, 1)
    click(words.open, 1)
    expect(mount.contains(document.activeElement)).toBe(false)
  })

  test('the way from elsewhere in the page brings the focus along', async () => {
    const { controller } = await shown(address('/dashboard'))
    controller.show({ focus: true })
    expect(document.activeElement).toBe(named(words.type))
  })

  test('the button for moving says how', async () => {
    await shown()
    click(words.moving, 0)
    expect(mount.textContent).toContain(words.moving)
  })
})

test('at the top of the window the panel grows downwards: the buttons stand above what comes later', async () => {
  const { keep } = await shown()
  const button = named(words.moving)
  for (const key of ['ArrowUp', 'ArrowUp'])
    button.dispatchEvent(trusted(new KeyboardEvent('keydown', { key, bubbles: true, shiftKey: true })))
  button.dispatchEvent(trusted(new KeyboardEvent('keyup', { key: 'ArrowUp', bubbles: true })))
  expect(keep).toHaveBeenCalledExactlyOnceWith({ place: expect.objectContaining({ corner: 'top-left' }) })
  expect(names().indexOf(words.query)).toBeLessThan(names().indexOf(words.status.see))
  expect(named(words.moving)).toBe(button)
})

test('G43 · a double click is one press, however fast the first one was answered', async () => {
  const { sent } = await shown()
  click(words.query, 1)
  await vi.waitFor(() => expect(bench.props!.state.notice).toEqual({ kind: 'opened' }))
  click(words.query, 2)
  expect(sent).toHaveBeenCalledOnce()
  click(words.query, 1)
  expect(sent).toHaveBeenCalledTimes(2)
})

test.each([true, false])('the look stands on the frame: dark %s', async (dark) => {
  bench.isPageDark = dark
  await shown()
  expect(mount.querySelector('.look')!.getAttribute('data-look')).toBe(dark ? 'dark' : 'light')
})

test.each([
  ['2026-11-19', '19/11'],
  ['2025-11-19', '19/11/2025'],
])('the last report of %s is named %s in 2026', async (date, day) => {
  const readAt = Date.UTC(2026, 10, 25, 13)
  bench.status = { ...bench.status, readAt, lastReport: { queryId: 'q1', date: date as CalendarDate } }
  const { reports } = await shown()
  click(`PDF da última consulta (${day})`, 1)
  expect(reports).toHaveBeenCalledExactlyOnceWith({ queryId: 'q1', document: '731.640.258-07' })
})
