import { cleanup, render } from '@testing-library/preact'
import { useRef } from 'preact/hooks'
import { afterEach, expect, test } from 'vitest'
import { useVirtualRows } from './use-virtual-rows.ts'

afterEach(cleanup)

const List = ({ count, pinned }: { count: number; pinned?: number }) => {
  const list = useRef<HTMLDivElement>(null)
  const { rows, total } = useVirtualRows({ list, count, rowHeight: 30, pinned: pinned ?? null })
  return (
    <div ref={list}>
      <div style={{ height: `${total}px` }}>
        {rows.map(({ index, start }) => (
          <p key={index} title={`${start}`}>
            {index}
          </p>
        ))}
      </div>
    </div>
  )
}

const drawn = () => [...document.querySelectorAll('p')].map(({ textContent }) => Number(textContent))

test('of 10,000 rows the first are drawn, each in its place', () => {
  const { container } = render(<List count={10_000} />)
  expect(drawn().length).toBeLessThan(60)
  expect(drawn().slice(0, 2)).toEqual([0, 1])
  expect(document.querySelectorAll('p')[3]?.title).toBe('90')
  expect(container.querySelector<HTMLElement>('div > div > div')?.style.height).toBe('300000px')
})

test('the row that has the focus is drawn wherever the list stands, and none that is not there', () => {
  const shown = render(<List count={10_000} pinned={7_000} />)
  expect(drawn().at(-1)).toBe(7_000)
  shown.rerender(<List count={3} pinned={7_000} />)
  expect(drawn()).toEqual([0, 1, 2])
  shown.rerender(<List count={0} />)
  expect(drawn()).toEqual([])
})
