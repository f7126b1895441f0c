import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { ok } from '../../ui/testing/fake-background.ts'
import { removalsStatus, showRecords } from '../testing/show-records.tsx'

afterEach(cleanup)

test('G81 · what the audit found stands until a person takes note of it', async () => {
  const restore = {
    restoredAt: '2026-11-25T12:00:00.000Z',
    reachesTo: '2026-11-24T12:00:00.000Z',
    total: 120,
    checked: 120,
    adopted: 3,
    gone: 2,
    unaudited: 0,
    problem: null,
    end: { at: '2026-11-25T12:30:00.000Z', by: 'Nada Consta', note: '' },
  }
  let isSeen = false
  const status = () => ok(removalsStatus({ restore: isSeen ? null : restore }))
  const background = showRecords({
    removalsStatus: status,
    restoreSeen: () => {
      isSeen = true
      return status()
    },
  })
  await screen.findByText(/conferida: 120 registros, 3 adotados/)
  fireEvent.click(screen.getByText('Ciente'))
  await waitFor(() => expect(screen.queryByText(/conferida: 120 registros/)).toBeNull())
  expect(background.of('restoreSeen')).toEqual([{}])
})
