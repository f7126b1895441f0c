/** A CPF: 11 digits, checked, without mask. */
export type Cpf = string & { readonly brand: 'Cpf' }
/** A CNPJ: 14 characters, upper-case letters and digits, checked, without mask. */
export type Cnpj = string & { readonly brand: 'Cnpj' }
export type Document = Cpf | Cnpj

export declare const parseCpf: (text: string) => Cpf | null
export declare const parseCnpj: (text: string) => Cnpj | null
export declare const parseDocument: (text: string) => Document | null
