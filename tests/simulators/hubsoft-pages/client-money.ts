import type { Client } from './clients.ts'

/** An invoice line of the panel. Values in cents; dates YYYY-MM-DD; a charge (cobrança) and its invoice (fatura) have different ids. */
export interface PanelInvoice {
  readonly id_fatura: number
  readonly id_cobranca: number
  readonly descricao: string
  readonly data_vencimento: string
  readonly valor: number
  readonly nosso_numero: string
  readonly linha_digitavel: string
  readonly status: 'Vencida' | 'Pago' | 'Baixado Parcial' | 'Aguardando'
}

type Month = readonly [due: string, cents: number, state: PanelInvoice['status'], label: string]

const months: readonly Month[] = [
  ['2026-12-10', 11990, 'Aguardando', 'Mensalidade 12/2026'],
  ['2026-11-10', 11990, 'Vencida', 'Mensalidade 11/2026'],
  ['2026-10-10', 11990, 'Vencida', 'Mensalidade 10/2026'],
  ['2026-09-10', 11990, 'Vencida', 'Mensalidade 09/2026'],
  ['2026-08-20', 35000, 'Vencida', 'Multa rescisória'],
  ['2026-08-10', 11990, 'Baixado Parcial', 'Mensalidade 08/2026'],
  ['2026-07-10', 11990, 'Pago', 'Mensalidade 07/2026'],
  ['2026-06-10', 11990, 'Pago', 'Mensalidade 06/2026'],
]

/** Invoices of one client, newest first. The typed line ends in factor and value, as a boleto's does: 14 digits that may pass as a CNPJ. */
export function invoicesOf(client: Client): readonly PanelInvoice[] {
  return months.map(([due, cents, state, label], index) => {
    const number = client.codigo_cliente * 100 + index
    const tail = `${1401 + index}${String(cents).padStart(10, '0')}`
    return {
      id_fatura: 700000 + number,
      id_cobranca: 300000 + number,
      descricao: label,
      data_vencimento: due,
      valor: cents,
      nosso_numero: `274554${String(number).padStart(8, '0')}`,
      linha_digitavel: `75691.32142 01${String(number).padStart(8, '0').slice(0, 3)}.${String(number).padStart(6, '0')} 00270.010008 ${index + 1} ${tail}`,
      status: state,
    }
  })
}

/** The overdue invoices of all clients, each with its client's name. */
export function overdueOf(clients: readonly Client[]): readonly object[] {
  return clients.flatMap((client) =>
    invoicesOf(client)
      .filter(({ status }) => status === 'Vencida')
      .map((invoice) => ({ ...invoice, cliente: `${client.codigo_cliente} - ${client.nome_razaosocial}` })),
  )
}

/** Services of one client, as cards. */
export function servicesOf(client: Client): readonly object[] {
  return [
    {
      numero_plano: client.codigo_cliente * 10 + 1,
      descricao: client.plano,
      status: client.situacao,
      valor: 11990,
      vencimento: 10,
      endereco: `Rua das Amostras, ${client.codigo_cliente}, Centro, ${client.cidade}/MG`,
    },
  ]
}

/** Service orders of one client. */
export function serviceOrdersOf(client: Client): readonly object[] {
  return [
    {
      numero: client.codigo_cliente * 7,
      tipo: 'Retirada de equipamento',
      data: '2026-09-28',
      status: 'Agendada',
    },
    {
      numero: client.codigo_cliente * 7 - 40,
      tipo: 'Visita técnica',
      data: '2026-05-14',
      status: 'Concluída',
    },
  ]
}
