// @own-process: it needs a DOM
import { beforeEach, expect, test } from 'vitest'
import { createBarButton } from './bar-button.ts'
import type { Drawing } from './mark-element.tsx'
import { markMaker, markTag } from './mark-element.tsx'
import { createPatience } from './patience.ts'

const drawing: Drawing = { look: 'bar', icon: 'check', label: 'Abrir' }
const ours = () => [...document.getElementsByTagName(markTag)]

const setUp = () =>
  createBarButton(
    markMaker(document)(() => undefined),
    createPatience(() => 0),
  )
const header = (): Element => {
  const made = document.createElement('header')
  made.append(document.createElement('button'))
  return made
}

beforeEach(() => document.body.replaceChildren(header()))
const anchor = () => ({ element: document.querySelector('button')!, side: 'after' as const })

test('stands where the anchor says, and moves with it', () => {
  const button = setUp()
  button.show(anchor(), drawing)
  expect(document.querySelector('button')!.nextElementSibling).toBe(ours()[0])
  button.show({ element: document.querySelector('header')!, side: 'before' }, drawing)
  expect(document.body.firstElementChild).toBe(ours()[0])
  button.show({ element: document.querySelector('header')!, side: 'inside' }, drawing)
  expect(document.querySelector('header')!.lastElementChild).toBe(ours()[0])
  button.show(null, drawing)
  expect(ours()).toEqual([])
})

test('behaviour 3 · a header that changes in the same task: exactly one, in the new one', () => {
  const button = setUp()
  for (let swap = 0; swap < 20; swap += 1) {
    button.show(anchor(), drawing)
    expect(ours()).toHaveLength(1)
    document.querySelector('header')!.replaceWith(header())
    expect(button.isLost()).toBe(true)
  }
  button.show(anchor(), drawing)
  expect(ours()).toHaveLength(1)
  expect(button.isLost()).toBe(false)
})

test('what the page puts between the anchor and ours is left alone', () => {
  const button = setUp()
  button.show(anchor(), drawing)
  anchor().element.after(document.createComment('ngIf'), document.createElement('i'))
  const [before] = ours()
  const neighbour = before!.previousElementSibling
  button.show(anchor(), drawing)
  expect(ours()[0]!.previousElementSibling).toBe(neighbour)
})

test('never fights with the page: taken away at every look it stays away', () => {
  const button = setUp()
  let times = 0
  for (let look = 0; look < 60; look += 1) {
    button.show(anchor(), drawing)
    times += ours().length
    ours()[0]?.remove()
  }
  expect(times).toBe(25)
})
