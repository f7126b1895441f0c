import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { DocumentField } from './document-field.tsx'
import { maskDocument } from './mask-document.ts'

afterEach(cleanup)

const shown = (value: string) => {
  const onValue = vi.fn<(value: string) => void>()
  render(<DocumentField label="CPF ou CNPJ" value={value} onValue={onValue} mask={maskDocument} />)
  fireEvent.blur(screen.getByLabelText('CPF ou CNPJ'))
  return onValue
}

test('leaving the field puts the mask on what was typed', () => {
  expect(shown('73164025807')).toHaveBeenCalledExactlyOnceWith('731.640.258-07')
})

test.each(['', '731.640.258-07'])(
  'G57 · leaving an unchanged “%s” tells nothing, or an attached query would be dropped with it',
  (value) => {
    expect(shown(value)).not.toHaveBeenCalled()
  },
)
