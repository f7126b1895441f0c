/** How a tenant's invoices can be paid: a slip's line with its check digits, and a Pix code with its checksum. */
import type { Invoice } from './records.ts'

/** The check digit of a field of the line: Luhn's, as FEBRABAN writes it. */
const fieldCheck = (field: string): string => {
  let sum = 0
  let weight = 2
  for (let at = field.length - 1; at >= 0; at -= 1) {
    const product = Number(field.charAt(at)) * weight
    sum += product > 9 ? product - 9 : product
    weight = 3 - weight
  }
  return String((10 - (sum % 10)) % 10)
}

const generalCheck = (barcode: string): string => {
  let sum = 0
  let weight = 2
  for (let at = barcode.length - 1; at >= 0; at -= 1) {
    sum += Number(barcode.charAt(at)) * weight
    weight = weight === 9 ? 2 : weight + 1
  }
  const check = 11 - (sum % 11)
  return check > 9 ? '1' : String(check)
}

const bank = '7569'

/** `75691.31668 01006.726109 00726.400019 8 00000000011990` */
export const typedLine = ({ id, cents, slip }: Invoice): string | null => {
  if (slip === 'none') return null
  const free = `131660100672610${String(id).padStart(10, '0')}`.padEnd(25, '0').slice(0, 25)
  const value = String(cents).padStart(14, '0')
  const check = generalCheck(`${bank}${value}${free}`)
  const fields = [`${bank}${free.slice(0, 5)}`, free.slice(5, 15), free.slice(15)]
  const shown = fields.map((field) => `${field.slice(0, 5)}.${field.slice(5)}${fieldCheck(field)}`)
  // 1 to 9, and never the right one.
  const last = slip === 'wrong' ? String((Number(check) % 9) + 1) : check
  return [...shown, last, value].join(' ')
}

export const barcode = (invoice: Invoice): string | null => typedLine(invoice)?.replace(/[. ]/g, '') ?? null

const field = (id: string, value: string): string => `${id}${String(value.length).padStart(2, '0')}${value}`

const checksum = (text: string): string => {
  let register = 0xff_ff
  for (const character of text) {
    register ^= (character.codePointAt(0) ?? 0) * 256
    for (let bit = 0; bit < 8; bit += 1)
      register = register >= 0x80_00 ? ((register * 2) ^ 0x1_10_21) % 0x1_00_00 : register * 2
  }
  return register.toString(16).toUpperCase().padStart(4, '0')
}

/** "Copia e cola"; null for an invoice without Pix. */
export const pixCode = ({ id, cents, hasPix }: Invoice): string | null => {
  if (!hasPix) return null
  const account = field('26', field('00', 'br.gov.bcb.pix') + field('01', 'financeiro@provedor.example'))
  const amount = field('54', (cents / 100).toFixed(2))
  const text = `${field('00', '01')}${account}${field('52', '0000')}${field('53', '986')}${amount}${field('58', 'BR')}${field('59', 'ACME TELECOMUNICACOES')}${field('60', 'LAVRAS')}${field('62', field('05', String(id)))}6304`
  return `${text}${checksum(text)}`
}
