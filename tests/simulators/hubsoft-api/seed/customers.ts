import type { CustomerOf } from '../../people.ts'
import { people } from '../../people.ts'
import { dayOfMonth } from '../days.ts'
import type { Address, Customer, Service } from '../records.ts'

interface Traits {
  state?: string
  /** The customer's own record is inactive as well. */
  inactive?: boolean
  birth?: string | null
  address?: Partial<Address>
  plan?: string
}

const home: Address = {
  street: 'RUA DAS AMOSTRAS',
  number: '100',
  complement: null,
  district: 'CENTRO',
  zip: '37200000',
  city: 'LAVRAS',
  state: 'MG',
  stateName: 'MINAS GERAIS',
}

/** 76, 26, 24 and 29 characters: beyond every limit that PEFIN sets. */
const longAddress: Partial<Address> = {
  street: 'RUA PROFESSOR DOUTOR CONSELHEIRO ANTÔNIO JOSÉ DA CONCEIÇÃO EXEMPLO MAGALHÃES',
  complement: 'BLOCO B APARTAMENTO 1204 FUNDOS',
  district: 'LOTEAMENTO JARDIM DAS ACÁCIAS IMPERIAIS',
  city: 'SÃO SEBASTIÃO DO MODELO DA SERRA',
}

const serviceOf = (
  { id, code }: CustomerOf,
  { state = 'servico_habilitado', address, plan }: Traits,
): Service => ({
  id: id * 2,
  plan: 1,
  name: plan ?? 'FIBRA 500 MEGA',
  cents: 11_990,
  state,
  cancelReason: state === 'cancelado' ? 'CANCELAMENTO AUTOMATICO INADIMPLENCIA' : null,
  login: `pppoe${code}`,
  password: `senha-em-claro-${code}`,
  ipv4: `100.64.${Math.floor(code / 256) % 256}.${code % 256}`,
  mac: `AA:BB:CC:00:${String(code).padStart(4, '0').slice(-4, -2)}:${String(code).slice(-2)}`,
  address: { ...home, number: String(code), ...address },
})

const customerOf = (person: CustomerOf, traits: Traits): Customer => ({
  ...person,
  birth: traits.birth ?? null,
  phone: `35987${String(person.code).padStart(6, '0').slice(-6)}`,
  email: `cliente${person.code}@exemplo.com.br`,
  registered: '2021-08-05',
  active: traits.inactive !== true,
  services: [serviceOf(person, traits)],
})

/** Everybody of people.ts, each with one trait that some rule must notice. */
export const customers = (today: string): Customer[] => [
  customerOf(people.maria, { state: 'suspenso_debito', birth: '1984-03-12' }),
  customerOf(people.jose, { birth: '1991-07-30', plan: 'FIBRA 300 MEGA' }),
  customerOf(people.acme, { plan: 'LINK DEDICADO 200 MEGA' }),
  customerOf(people.padaria, { state: 'suspenso_debito', plan: 'FIBRA 700 EMPRESA' }),
  customerOf(people.antonia, { state: 'cancelado', birth: '1978-11-02' }),
  customerOf(people.joao, { state: 'cancelado', inactive: true, birth: '1969-12-31', plan: 'RÁDIO 20 MEGA' }),
  customerOf(people.luis, { birth: dayOfMonth(today, -17 * 12, 15) }),
  customerOf(people.mercearia, { plan: 'FIBRA 700 EMPRESA' }),
  customerOf(people.oficina, { state: 'suspenso_debito', address: longAddress, plan: 'FIBRA 500 EMPRESA' }),
  customerOf(people.benedita, { birth: '1969-01-25', plan: 'FIBRA 300 MEGA' }),
  customerOf(people.zelia, {}),
  customerOf(people.condominio, { plan: 'LINK DEDICADO 100 MEGA' }),
  customerOf(people.beneditaAgain, { state: 'suspenso_debito', birth: '1969-01-25' }),
]
