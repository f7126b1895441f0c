import { masked, people, provider } from '../../people.ts'
import type { Dice } from './dice.ts'

/** Invented facts for a report's rows. All text stays inside ISO-8859-1, because the report must survive both encodings. */
const shops = [
  'LOJAS FICTÍCIA MÓVEIS E ELETRODOMÉSTICOS S/A',
  'BANCO MODELO DE CRÉDITO E FINANCIAMENTO S/A',
  'TELEFÔNICA DE ENSAIO TELECOMUNICAÇÕES LTDA',
  'COMPANHIA ENERGÉTICA EXEMPLO',
  'CARTÕES AMOSTRA ADMINISTRADORA LTDA',
  'FARMÁCIA SÃO PROTÓTIPO ME',
  'COOPERATIVA DE CRÉDITO DO SERTÃO FICTÍCIO',
  'ÓTICA VISÃO HIPOTÉTICA EIRELI',
  'CURSO PREPARATÓRIO CONCEIÇÃO & IRMÃOS LTDA',
] as const

const towns = [
  'CIDADE MODELO',
  'SÃO EXEMPLO DA SERRA',
  'CONCEIÇÃO DO ENSAIO',
  'NOVA AMOSTRA',
  'RIBEIRÃO FICTÍCIO',
] as const
const states = ['MG', 'ES', 'SP', 'BA', 'GO'] as const
const kinds = [
  'CREDIÁRIO',
  'EMPRÉSTIMO',
  'CARTÃO',
  'SERVIÇO DE DADOS',
  'DUPLICATA',
  'ENERGIA ELÉTRICA',
] as const
const companies = [...Object.values(provider), people.padaria, people.mercearia, people.oficina]

const two = (number: number): string => String(number).padStart(2, '0')

/** `2026-05-10` → `10/05/2026` */
export const brazilian = (date: string): string => date.split('-').toReversed().join('/')

/** `R$ 1.234,56` */
export const money = (cents: number): string => {
  const units = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, '.')
  return `R$ ${units},${two(cents % 100)}`
}

export interface Inventor {
  shop(): string
  town(): string
  state(): string
  kind(): string
  /** A company with its masked, synthetic CNPJ. */
  company(): { document: string; name: string }
  /** `YYYY-MM-DD`, within the five years before 2026-11. */
  date(): string
  cents(): number
  /** Digits of that length, first one never 0. */
  digits(length: number): string
  roll: Dice['roll']
}

export const inventor = ({ roll, pick }: Dice): Inventor => ({
  shop: () => pick(shops),
  town: () => pick(towns),
  state: () => pick(states),
  kind: () => pick(kinds),
  company: () => {
    const { document, name } = pick(companies)
    return { document: masked(document), name }
  },
  date: () => `${2022 + roll(5)}-${two(1 + roll(10))}-${two(1 + roll(28))}`,
  cents: () => 1_990 + roll(400_000),
  digits: (length) => `${1 + roll(9)}${Array.from({ length: length - 1 }, () => roll(10)).join('')}`,
  roll,
})
