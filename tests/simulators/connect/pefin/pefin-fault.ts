/** What goes wrong with one PEFIN call in the content of its answer, or in when the bureau books it. */
export type PefinFault =
  /** Nothing is done, and the platform says why. */
  | { kind: 'refuse'; code: string | null; text: string }
  /** Done, and told in other words than yesterday (case G54). */
  | { kind: 'renamed-success'; text?: string }
  /** Done, and the answer says only "Sucesso". */
  | { kind: 'without-protocol' }
  /** Done, and the answer names another contract. */
  | { kind: 'other-echo' }
  /** Done, with a code beside the protocol that is a remark and no error. */
  | { kind: 'remark'; code: string }
  /** Done, and a page of HTML with status 200 comes back (case G87). */
  | { kind: 'page-after-commit' }
  /** An inclusion that is taken without an answer and is not to be seen before `commitLate()`. */
  | { kind: 'late-commit'; end: 'hang' | 'reset' }

const kinds: ReadonlySet<string> = new Set<PefinFault['kind']>([
  'refuse',
  'renamed-success',
  'without-protocol',
  'other-echo',
  'remark',
  'page-after-commit',
  'late-commit',
])

export const isPefinFault = (fault: { kind: string }): fault is PefinFault => kinds.has(fault.kind)

export const maintenancePage =
  '<html><head><title>Aviso</title></head><body><h2>Sistema em manutenção</h2><p>Tente mais tarde.</p></body></html>'

/** The JSON of a PEFIN answer. */
export interface PefinBody {
  status: { mensagem: string; codigo?: string; protocolo?: string }
  entrada?: Record<string, string>
  resultado?: Record<string, string>
}

/** The answer of work that is done, as a fault leaves it. */
export const spoilt = (body: PefinBody, fault: PefinFault): PefinBody => {
  const { status, entrada } = body
  if (status.mensagem !== 'Sucesso') return body
  switch (fault.kind) {
    case 'renamed-success':
      return { ...body, status: { ...status, mensagem: fault.text ?? 'Operação concluída com êxito' } }
    case 'without-protocol':
      return { ...body, status: { mensagem: status.mensagem } }
    case 'other-echo':
      return { ...body, entrada: { ...entrada, contrato: `9${entrada?.['contrato']?.slice(1) ?? ''}` } }
    case 'remark':
      return { ...body, status: { ...status, codigo: fault.code } }
    case 'refuse':
    case 'page-after-commit':
    case 'late-commit':
      return body
  }
}
