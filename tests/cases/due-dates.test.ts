import { afterEach, describe, expect, test } from 'vitest'
import { inclusionForm } from '../../proxy/bureaus/connect/pefin.ts'
import { inclusion } from '../../proxy/bureaus/connect/sample-debt.ts'
import { invoiceOf } from '../../proxy/erps/hubsoft/invoice-row.ts'
import { debtInvoice } from '../../shared/api.ts'
import { formatDate } from '../../shared/calendar.ts'

const machineZone = process.env['TZ']
afterEach(() => {
  if (machineZone === undefined) delete process.env['TZ']
  else process.env['TZ'] = machineZone
})

const due = debtInvoice.shape.due
const row = (data_vencimento: string) => ({
  id_fatura: 62636,
  id_cliente_servico: 7701,
  data_vencimento,
  data_pagamento: null,
  valor: '79.90',
  cliente: { id_cliente: 5012, codigo_cliente: 931, nome_razaosocial: 'X', cpf_cnpj: '73164025807' },
})

describe.each([
  ['UTC', 0],
  ['America/Sao_Paulo', 180],
  ['America/Manaus', 240],
])('G77 · a due date from the ERP to the bureau, on a machine in %s', (zone, minutesWest) => {
  test.each(['2026-07-01', '01/07/2026', '2026-07-01T00:00:00.000Z', '2026-07-01T00:00:00-03:00'])(
    '%s',
    (text) => {
      process.env['TZ'] = zone
      expect(new Date(Date.UTC(2026, 6, 1)).getTimezoneOffset()).toBe(minutesWest)
      const invoice = invoiceOf(row(text))!
      // What is kept and what the screens receive.
      const received = due.parse(JSON.parse(JSON.stringify(invoice.due)))
      expect(received).toBe('2026-07-01')
      expect(formatDate(received)).toBe('01/07/2026')
      // The connector writes days as the platform's other forms do.
      expect(inclusionForm({ ...inclusion, due: invoice.due })['vencimento']).toBe('01/07/2026')
    },
  )
})
