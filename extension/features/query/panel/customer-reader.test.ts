// @own-process: it needs a DOM
import { beforeEach, describe, expect, test } from 'vitest'
import type { Document as CustomerDocument } from '../../../../shared/document.ts'
import { hubsoft } from '../../../erps/hubsoft/index.ts'
import { createCustomerReader } from './customer-reader.ts'

const cpfA = '731.640.258-07'
const cpfB = '907.315.826-59'
const bare = (document: string) => document.replace(/[.-]/g, '') as CustomerDocument

const root = (name: string, document: string) => {
  const view = window.document.createElement('md-content')
  view.setAttribute('ui-view', 'content')
  const header = window.document.createElement('div')
  header.className = 'header'
  const title = window.document.createElement('h2')
  const subtitle = window.document.createElement('span')
  header.append(title, ' ', subtitle)
  view.append(header)
  const write = (newName: string, newDocument: string) => {
    title.textContent = `1 - ${newName}`
    subtitle.textContent = newDocument && `CPF: ${newDocument}`
  }
  write(name, document)
  return { view, write }
}

const page = window.document.body
beforeEach(() => page.replaceChildren())

describe("never one customer's document for another", () => {
  test('the address has changed, the page has not: nothing is read', () => {
    const reader = createCustomerReader(hubsoft)
    page.append(root('MARIA', cpfA).view)
    expect(reader.read(page, '11943')?.documents).toEqual([bare(cpfA)])
    expect(reader.read(page, '11944')).toBeNull()
    expect(reader.read(page, '11944')).toBeNull()
  })

  test('a new view with the same name and document waits: the ERP may fill it with what it remembers', () => {
    let now = 0
    const reader = createCustomerReader(hubsoft, () => now)
    page.append(root('MARIA', cpfA).view)
    reader.read(page, '11943')
    const { view, write } = root('MARIA', cpfA)
    page.replaceChildren(view)
    expect(reader.read(page, '11944')).toBeNull()
    write('JOSÉ', cpfA)
    expect(reader.read(page, '11944')).toBeNull()
    now = 2500
    write('JOSÉ', cpfB)
    expect(reader.read(page, '11944')).toMatchObject({ name: 'JOSÉ', documents: [bare(cpfB)] })
  })

  test('an ERP may hold a person twice: after a while the new view is believed, the old one never', () => {
    let now = 0
    const reader = createCustomerReader(hubsoft, () => now)
    page.append(root('MARIA', cpfA).view)
    reader.read(page, '11943')
    expect(reader.read(page, '11944')).toBeNull()
    now = 6000
    expect(reader.read(page, '11944')).toBeNull()
    page.replaceChildren(root('MARIA', cpfA).view)
    expect(reader.read(page, '11944')?.documents).toEqual([bare(cpfA)])
  })

  test('a view that is filled again counts when name and document are new, not before', () => {
    const reader = createCustomerReader(hubsoft)
    const { view, write } = root('MARIA', cpfA)
    page.append(view)
    reader.read(page, '11943')
    write('JOSÉ', cpfA)
    expect(reader.read(page, '11944')).toBeNull()
    write('MARIA', cpfB)
    expect(reader.read(page, '11944')).toBeNull()
    write('JOSÉ', cpfB)
    expect(reader.read(page, '11944')).toMatchObject({ name: 'JOSÉ', documents: [bare(cpfB)] })
  })

  test('there and back: the view that still shows the first customer is right again', () => {
    const reader = createCustomerReader(hubsoft)
    page.append(root('MARIA', cpfA).view)
    reader.read(page, '11943')
    expect(reader.read(page, '11944')).toBeNull()
    expect(reader.read(page, '11943')?.documents).toEqual([bare(cpfA)])
  })

  test('another tab of the same customer is read at once', () => {
    const reader = createCustomerReader(hubsoft)
    const { view, write } = root('MARIA', cpfA)
    page.append(view)
    reader.read(page, '11943')
    write('MARIA', '')
    expect(reader.read(page, '11943')?.documents).toEqual([])
  })
})
