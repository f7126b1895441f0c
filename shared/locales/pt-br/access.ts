import type { Scope } from '../../api-views.ts'

/** What each permission lets a person do. */
const scopes: Record<Scope, { name: string; text: string }> = {
  query: {
    name: 'Consultar',
    text: 'Consulta crédito e vê negativações, pendências e lotes. Todas as telas dependem desta.',
  },
  include: { name: 'Negativar', text: 'Negativa clientes, um a um e em lotes.' },
  remove: { name: 'Baixar', text: 'Pede baixas e resolve pendências.' },
  admin: {
    name: 'Administrar',
    text: 'Altera a Configuração, pareia e revoga navegadores, vê a auditoria, exporta e apaga dados pessoais.',
  },
}

/** What a paired browser may do, and what a screen says where something is not offered. */
export const access = {
  scopes,
  edit: 'Alterar',
  editOf: 'Alterar {name}',
  formOf: 'Alterar {name}',
  name: 'Quem usa este navegador',
  nameHint: 'Aparece no histórico e na auditoria. O que já foi feito continua com o nome antigo.',
  nameTooLong: 'Use no máximo 80 letras.',
  permissions: 'Permissões',
  removeLocked: 'Vem com Negativar: quem negativa precisa poder baixar.',
  saved: 'Gravado: {name}.',
  ownTitle: 'Deixar de administrar?',
  ownText:
    'Este navegador perde na hora a Configuração, os navegadores pareados e a auditoria. Só outro navegador que administra, ou um novo pareamento no computador do serviço, devolve esta permissão.',
  ownConfirm: 'Deixar de administrar',
  pairTitle: 'Parear outro navegador',
  pairText:
    'Marque o que ele vai poder, execute o comando no computador do serviço e digite, na Configuração do outro navegador, o código que aparecer.',
  pairCommand: 'nada-consta pair --scopes {scopes}',
  /** Below a sentence that names what is not offered. */
  who: 'Quem administra concede a permissão em Configuração › Navegadores pareados; não é preciso parear de novo.',
  candidates: 'Só quem pode negativar escolhe faturas para um lote.',
  draft: 'Este lote ainda não foi confirmado. Só quem pode negativar vê a simulação e confirma.',
  approval: 'Só quem pode negativar aprova ou recusa este lote.',
  run: 'Só quem pode negativar pausa, continua ou cancela um lote, e vê as dívidas uma a uma.',
  confirm: 'Este navegador não tem permissão para negativar. Nada foi enviado.',
  audit: 'Só quem administra vê a auditoria.',
}
