/** What a tenant of HubSoft holds, in our own words; routes/ puts it into theirs. Dates `YYYY-MM-DD`, money in cents. */
export interface Address {
  street: string
  number: string
  complement: string | null
  district: string
  zip: string
  city: string
  state: string
  stateName: string
}

export interface Service {
  id: number
  plan: number
  name: string
  cents: number
  /** One of `serviceStates`. */
  state: string
  cancelReason: string | null
  login: string
  /** HubSoft hands it out in clear text. */
  password: string
  ipv4: string
  mac: string
  address: Address
}

export interface Customer {
  id: number
  code: number
  name: string
  document: string
  birth: string | null
  phone: string
  email: string
  registered: string
  active: boolean
  services: Service[]
}

export interface Company {
  id: number
  document: string
  name: string
}

export interface Receipt {
  id: number
  number: string
  cents: number
  paid: string
}

export interface Invoice {
  id: number
  customerId: number
  /** Null for a one-off charge. */
  serviceId: number | null
  companyId: number
  created: string
  due: string
  /** `data_pagamento`: the only sign of being quit. */
  paid: string | null
  credited: string | null
  cents: number
  paidCents: number | null
  interestCents: number | null
  discountCents: number
  active: boolean
  /** The words of the page, which the API tells only on a new tenant. */
  partial: boolean
  /** Set on the new invoices of a renegotiation. */
  renegotiationId: number | null
  /** A slip whose line has a wrong check digit, or none at all; a right one when not said. */
  slip?: 'wrong' | 'none'
  /** Can be paid by Pix as well. */
  hasPix?: boolean
  /** Written off without money, in the words of the page; only where a tenant shows `status`. */
  isWrittenOff?: boolean
  lines: { id: number; text: string; cents: number }[]
  receipts: Receipt[]
}

export interface Renegotiation {
  id: number
  customerId: number
  created: string
  status: 'aguardando' | 'vencido' | 'pago' | 'cancelado'
  totalCents: number
  oldInvoiceIds: number[]
  newInvoiceIds: number[]
}

/** The documented prefixes with the words that the page shows for them. */
export const serviceStates: Readonly<Record<string, string>> = {
  agendado_para_instalacao: 'Agendado para Instalação',
  aguardando_assinatura_contrato: 'Aguardando Assinatura de Contrato',
  aguardando_configuracao: 'Aguardando Configuração',
  aguardando_instalacao: 'Aguardando Instalação',
  aguardando_liberacao_ti: 'Aguardando Liberação TI',
  aguardando_migracao: 'Aguardando Migração',
  cancelado: 'Cancelado',
  franquia_excedida: 'Franquia Excedida',
  inativo: 'Inativo',
  servico_habilitado: 'Serviço Habilitado',
  suspenso_debito: 'Suspenso por Débito',
  suspenso_parcialmente: 'Suspenso Parcialmente',
  suspenso_pedido_cliente: 'Suspenso a Pedido do Cliente',
}
