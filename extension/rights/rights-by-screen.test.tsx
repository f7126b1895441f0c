import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Scope } from '../../shared/api.ts'
import { batchOf, counts, runningBatch, stopOf } from '../batch-view/testing/batch-samples.ts'
import { showBatch } from '../batch-view/testing/show-batch.tsx'
import { press, reviewAndConfirm, showConfirm } from '../confirm-view/testing/show-confirm.tsx'
import { showOptions } from '../options/testing/show-options.tsx'
import { PopupView } from '../popup-view/popup-view.tsx'
import { daySummary, removalsStatus, showRecords, task } from '../records-view/testing/show-records.tsx'
import { showReport } from '../report-view/testing/show-report.tsx'
import { negativation } from '../ui/testing/debt-samples.ts'
import type { Answers } from '../ui/testing/fake-background.ts'
import { fail, fakeBackground, ok } from '../ui/testing/fake-background.ts'
import { status } from '../ui/testing/samples.ts'
import { rightsPause } from './use-rights.ts'

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
})
afterEach(() => {
  cleanup()
  history.replaceState(null, '', '/')
  vi.useRealTimers()
})

const link = (scopes: Scope[]) => ok({ state: 'ready', port: 1, status: status(scopes) })
const linked = (scopes: Scope[]): Answers => ({ 'link-state': link(scopes) })

const sets: Record<string, Scope[]> = {
  query: ['query'],
  'query and remove': ['query', 'remove'],
  'all but admin': ['query', 'include', 'remove'],
  everything: ['query', 'include', 'remove', 'admin'],
}

const maria = negativation({ state: 'active' })
const waiting = batchOf({
  state: 'approval',
  confirmedAt: '2026-11-25T12:00:00.000Z',
  approval: { mayApprove: true },
})
const paused = runningBatch({ state: 'paused', counts: counts({ waiting: 3, sent: 1 }), stop: null })

interface Screen {
  /** Opens it for a browser with these scopes. */
  open: (scopes: Scope[]) => unknown
  /** The permission that it wants. */
  wants: Scope
  /** What is offered with it. */
  offered: [role: 'button' | 'link', name: RegExp]
  /** What stands there without it; null where it cannot be reached without. */
  said: RegExp | null
}

const popup = (scopes: Scope[]) => {
  fakeBackground({
    ...linked(scopes),
    removalsStatus: ok(removalsStatus()),
    daySummary: ok(daySummary()),
    batches: ok({ batches: [] }),
  })
  render(<PopupView first="home" loadBatch={async () => () => null} />)
}
const batch =
  (place: string, one = batchOf()) =>
  (scopes: Scope[]) => {
    const answers = {
      ...linked(scopes),
      ...(scopes.includes('include') ? {} : { batchItems: fail('scope-refused') }),
    }
    return showBatch([one], { place, answers })
  }

const screens: Record<string, Screen> = {
  'the popup: a query': {
    open: popup,
    wants: 'query',
    offered: ['button', /^Consultar crédito|^Abrir/],
    said: null,
  },
  'the popup: batches': {
    open: popup,
    wants: 'include',
    offered: ['button', /^Negativação em massa$/],
    said: /não tem permissão para negativar; quem administra a concede/,
  },
  'the report': {
    open: (scopes) => showReport(linked(scopes)),
    wants: 'query',
    offered: ['button', /^Consultar$/],
    said: null,
  },
  'the confirmation': {
    open: (scopes) =>
      showConfirm({
        answers: {
          ...linked(scopes),
          ...(scopes.includes('include') ? {} : { customerOverview: fail('scope-refused') }),
        },
      }),
    wants: 'include',
    offered: ['button', /^Revisar$/],
    said: /não tem permissão para negativar\. Nada foi enviado/,
  },
  'a record: removal': {
    open: (scopes) => showRecords({ records: [maria], hash: '#n1', ...linked(scopes) }),
    wants: 'remove',
    offered: ['button', /^Baixar MARIA EXEMPLO$/],
    said: /não tem permissão para dar baixa; quem administra/,
  },
  'a task': {
    open: (scopes) => showRecords({ hash: '#tasks', tasks: ok({ tasks: [task()] }), ...linked(scopes) }),
    wants: 'remove',
    offered: ['button', /^Manter negativada/],
    said: /não tem permissão para resolver pendências; quem administra/,
  },
  'the records: audit': {
    open: (scopes) =>
      showRecords({
        hash: '#audit',
        auditTrail: ok({ entries: [], next: null, actors: [] }),
        ...linked(scopes),
      }),
    wants: 'admin',
    offered: ['link', /^Auditoria$/],
    said: /Só quem administra vê a auditoria/,
  },
  'batches: choosing': {
    open: batch('candidates'),
    wants: 'include',
    offered: ['button', /^Abrir a Configuração$/],
    said: /Só quem pode negativar escolhe faturas/,
  },
  'batches: a draft': {
    open: batch('batch/b1', batchOf({ state: 'draft' })),
    wants: 'include',
    offered: ['button', /^Revisar e enviar/],
    said: /Só quem pode negativar vê a simulação e confirma/,
  },
  'batches: an approval': {
    open: batch('batch/b1', waiting),
    wants: 'include',
    offered: ['button', /^Aprovar e enviar/],
    said: /Só quem pode negativar aprova/,
  },
  'batches: paused': {
    open: batch('batch/b1', paused),
    wants: 'include',
    offered: ['button', /^Continuar/],
    said: /Só quem pode negativar pausa, continua ou cancela/,
  },
  options: {
    open: (scopes) => showOptions(linked(scopes)),
    wants: 'admin',
    offered: ['button', /Navegadores pareados/],
    said: /não tem permissão de administrador/,
  },
}

/** The screens that a browser with these scopes may use, or may not. */
const screensFor = (scopes: Scope[], isAllowed: boolean) =>
  Object.entries(screens).filter(([, { wants }]) => scopes.includes(wants) === isAllowed)

const cases = (isAllowed: boolean) =>
  Object.entries(sets).flatMap(([set, scopes]) =>
    screensFor(scopes, isAllowed).map(([name, one]) => [set, name, scopes, one] as const),
  )

test.each(cases(true))(
  '%s · %s: offered',
  async (_set, _screen, scopes, { open, offered: [role, name], said }) => {
    await open(scopes)
    expect(await screen.findByRole(role, { name })).toBeTruthy()
    expect(said === null ? null : screen.queryByText(said)).toBeNull()
  },
)

test.each(cases(false))('%s · %s: not offered, and it says who may', async (_set, _screen, scopes, one) => {
  await one.open(scopes)
  expect(await screen.findByText(one.said ?? '')).toBeTruthy()
  const [role, name] = one.offered
  expect(screen.queryByRole(role, { name })).toBeNull()
})

describe('an administrator takes a right away while a screen is open', () => {
  test('the next press says what to do, and the screen follows', async () => {
    const background = showRecords({
      records: [maria],
      hash: '#n1',
      ...linked(['query', 'remove']),
      removalRequest: fail('scope-refused'),
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Baixar MARIA EXEMPLO' }))
    const dialog = await screen.findByRole('dialog')
    fireEvent.change(await within(dialog).findByLabelText('Motivo Baixa'), { target: { value: '19' } })
    background.answers['link-state'] = link(['query'])
    fireEvent.click(within(dialog).getByRole('button', { name: /^Baixar R\$/ }))
    expect(await screen.findByText(/Peça a quem administra que dê a permissão/)).toBeTruthy()
    expect(await screen.findByText(/não tem permissão para dar baixa/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Baixar MARIA EXEMPLO' })).toBeNull()
  })

  test('without a press, the screen follows within a minute; a right that is given comes the same way', async () => {
    const background = showRecords({ records: [maria], hash: '#n1', ...linked(['query', 'remove']) })
    await screen.findByRole('button', { name: 'Baixar MARIA EXEMPLO' })
    background.answers['link-state'] = link(['query'])
    await vi.advanceTimersByTimeAsync(rightsPause)
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Baixar MARIA EXEMPLO' })).toBeNull())
    background.answers['link-state'] = link(['query', 'remove'])
    await vi.advanceTimersByTimeAsync(rightsPause)
    expect(await screen.findByRole('button', { name: 'Baixar MARIA EXEMPLO' })).toBeTruthy()
  })

  test('a service that does not answer for a while takes no right away', async () => {
    const background = showRecords({ records: [maria], hash: '#n1', ...linked(['query']) })
    await screen.findByText(/não tem permissão para dar baixa/)
    background.answers['link-state'] = ok({ state: 'service-off' })
    await vi.advanceTimersByTimeAsync(rightsPause)
    expect(screen.queryByRole('button', { name: 'Baixar MARIA EXEMPLO' })).toBeNull()
  })

  test('a confirmation that is refused has sent nothing, and says who grants the permission', async () => {
    const background = await showConfirm({
      answers: { ...linked(['query', 'include', 'remove']), negativationConfirm: fail('scope-refused') },
    })
    await screen.findByRole('button', { name: 'Revisar' })
    background.answers.customerOverview = fail('scope-refused')
    await reviewAndConfirm()
    expect(await screen.findByText(/não tem permissão para negativar\. Nada foi enviado/)).toBeTruthy()
    expect(background.of('negativationConfirm')).toHaveLength(1)
    background.answers.customerOverview = fail('erp-down')
    await press('Tentar de novo')
    expect(await screen.findByRole('alert')).toBeTruthy()
  })

  test('a batch that is paused elsewhere: the press is refused, and only reading is left', async () => {
    const background = await showBatch([runningBatch({ state: 'paused', stop: stopOf() })], {
      answers: { ...linked(['query', 'include', 'remove']), batchResume: fail('scope-refused') },
    })
    const resume = await screen.findByRole('button', { name: /^Continuar/ })
    background.answers['link-state'] = link(['query'])
    fireEvent.click(resume)
    expect(await screen.findByText(/Só quem pode negativar pausa/)).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Cobrança' })).toBeNull()
  })
})
