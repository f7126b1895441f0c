import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import { texts } from '../../shared/locales/texts.ts'
import { invoice, overview, reason } from '../ui/testing/debt-samples.ts'
import { fail, ok } from '../ui/testing/fake-background.ts'
import { press, proposal, showConfirm } from './testing/show-confirm.tsx'

afterEach(cleanup)

const words = texts('pt-BR').confirm
const isOff = (button: HTMLElement) => button.getAttribute('aria-disabled') === 'true'

describe('from the customer of the page to what will be sent', () => {
  test('the ERP is named by the site that the browser told; everything shown comes from the service', async () => {
    const background = await showConfirm()
    expect(await screen.findByText('MARIA EXEMPLO')).toBeTruthy()
    expect(screen.queryByText('MARIA DA TELA')).toBeNull()
    expect(background.of('customerStatus')).toEqual([{ site: 'empresa.hubsoft.com.br', customerId: '11943' }])
    expect(background.of('customerOverview')).toEqual([{ erpId: 'e1', customerId: '11943' }])
    await press('Revisar')
    expect(await screen.findByText(/^Rua das Acácias, 120/)).toBeTruthy()
    expect(screen.getByText('62636-a1b2c3')).toBeTruthy()
    expect(screen.getByText(/em cerca de 10 dias/)).toBeTruthy()
    expect(background.of('negativationDraft')).toEqual([
      {
        erpId: 'e1',
        customerId: '11943',
        integrationId: 'i1',
        serviceId: 's1',
        invoiceIds: ['62636'],
        reasonCode: '01',
      },
    ])
    expect(background.of('negativationConfirm')).toEqual([])
  })

  test('address and title never carry the whole document', async () => {
    await showConfirm()
    await screen.findByText('MARIA EXEMPLO')
    await waitFor(() => expect(document.title).toBe('Negativação · CPF …258-07'))
    expect(location.href).not.toMatch(/731|11943/)
  })

  test('attack 27 · a page that said another document stops it', async () => {
    const background = await showConfirm({ of: proposal({ document: '907.315.826-59' }) })
    expect(
      await screen.findByText(/a tela mostrava 907\.315\.826-59, o cadastro diz 731\.640\.258-07/),
    ).toBeTruthy()
    expect(screen.queryByText('Revisar')).toBeNull()
    expect(background.of('negativationDraft')).toEqual([])
  })

  test('from a document alone: several customers are chosen among, none beforehand (case G44)', async () => {
    const customers = [
      { erpId: 'e1', erp: 'HubSoft', id: '1', code: '1162', name: 'MARIA EXEMPLO' },
      { erpId: 'e1', erp: 'HubSoft', id: '2', code: '8841', name: 'MARIA E SILVA' },
    ]
    const background = await showConfirm({
      of: proposal({ site: null, customerId: null }),
      answers: { customerSearch: ok({ customers }) },
    })
    const go = await screen.findByRole('button', { name: 'Continuar' })
    expect(isOff(go)).toBe(true)
    fireEvent.click(go)
    expect(background.of('customerOverview')).toEqual([])
    fireEvent.click(screen.getByLabelText(/MARIA E SILVA/))
    fireEvent.click(go)
    await screen.findByText('Revisar')
    expect(background.of('customerOverview')).toEqual([{ erpId: 'e1', customerId: '2' }])
  })

  test('from a document that no customer bears: said, with what to do', async () => {
    await showConfirm({
      of: proposal({ site: null, customerId: null }),
      answers: { customerSearch: ok({ customers: [] }) },
    })
    expect(await screen.findByText('O ERP não tem cliente com o documento 731.640.258-07.')).toBeTruthy()
  })

  test('a browser that was restarted says that nothing was sent', async () => {
    await showConfirm({ of: null })
    expect(await screen.findByText(words.lostProposal)).toBeTruthy()
  })

  test('an ERP that cannot be read: why, and trying again goes on', async () => {
    const background = await showConfirm({ answers: { customerOverview: fail('erp-unreachable') } })
    const again = await screen.findByText('Tentar de novo')
    background.answers.customerOverview = ok(overview())
    fireEvent.click(again)
    expect(await screen.findByText('Revisar')).toBeTruthy()
  })
})

describe('what may be chosen', () => {
  test('a blocked invoice cannot be ticked; the total follows what is', async () => {
    const invoices = [
      invoice(),
      invoice({ id: '62637', reasons: [reason({ code: 'already-registered', level: 'block' })] }),
      invoice({ id: '62638', cents: 100_00, reasons: [reason({ code: 'fee' })] }),
    ]
    await showConfirm({ answers: { customerOverview: ok(overview({ invoices })) } })
    const boxes = await screen.findAllByRole<HTMLInputElement>('checkbox')
    expect(boxes.map(({ checked, disabled }) => [checked, disabled])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ])
    fireEvent.click(boxes[2]!)
    expect(screen.getByText('R$ 179,90')).toBeTruthy()
    fireEvent.click(boxes[0]!)
    fireEvent.click(boxes[2]!)
    expect(isOff(screen.getByRole('button', { name: 'Revisar' }))).toBe(true)
    expect(screen.getByText('Marque ao menos uma fatura.')).toBeTruthy()
  })

  test.each([
    ['a minor', { reasons: [reason({ code: 'minor', level: 'block' })] }, words.needs.blocked],
    [
      'no Motivo Baixa (case G32)',
      { integrations: [{ ...overview().integrations[0]!, missing: ['removal-reason'] }] },
      words.needs.missing,
    ],
    ['no integration', { integrations: [] }, words.needs.integration],
    [
      'a reason to choose',
      {
        integrations: [
          {
            ...overview().integrations[0]!,
            inclusionReasons: [
              { code: '01', text: 'a' },
              { code: '02', text: 'b' },
            ],
          },
        ],
      },
      words.needs.reason,
    ],
  ])('%s: nothing can be reviewed, and it is said why', async (_what, over, need) => {
    const background = await showConfirm({ answers: { customerOverview: ok(overview(over)) } })
    const button = await press('Revisar')
    expect(isOff(button)).toBe(true)
    expect(screen.getByText(need)).toBeTruthy()
    expect(background.of('negativationDraft')).toEqual([])
  })

  test('several services: none beforehand', async () => {
    const services = [
      ...overview().services,
      { id: 's2', name: 'Telefone', state: 'habilitado', isCancelled: false },
    ]
    const invoices = [invoice(), invoice({ id: '7', serviceId: 's2' })]
    await showConfirm({ answers: { customerOverview: ok(overview({ services, invoices })) } })
    const service = await screen.findByLabelText<HTMLSelectElement>('Serviço')
    expect([service.value, screen.queryAllByRole('checkbox')]).toEqual(['', []])
    fireEvent.change(service, { target: { value: '1' } })
    expect(screen.getByLabelText<HTMLInputElement>('Incluir a fatura 7').checked).toBe(true)
  })

  test('nobody with a paid slate: a word instead of an empty table', async () => {
    await showConfirm({ answers: { customerOverview: ok(overview({ invoices: [] })) } })
    expect(await screen.findByText(words.noInvoices)).toBeTruthy()
  })
})
