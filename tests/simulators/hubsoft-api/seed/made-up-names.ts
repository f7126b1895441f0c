const given =
  'ADRIANA ÂNGELO ANDRÉ BÁRBARA CÁSSIA CÉSAR CONCEIÇÃO DÉBORA EDUARDO FÁTIMA GONÇALO HELENA INÊS JOÃO JÚLIA LÚCIO MÁRCIA NÍVEA ÓTON TÂNIA'
const middle =
  'APARECIDA BATISTA CRISTINA DAMIÃO ESTÊVÃO FLÁVIO GRAÇA HENRIQUE ISAÍAS JÉSSICA LAÍS MAGNÓLIA NATÁLIA OLÍMPIO PATRÍCIA QUITÉRIA ROGÉRIO SIMÃO TELMA VALÉRIA'
const family =
  'ABRANTES BRANDÃO CORRÊA DURÃES ESTRÊLA FALCÃO GUIMARÃES HOLANDA ITUBERÁ JUNQUEIRA LEITÃO MAGALHÃES NÓBREGA OLIVEIRA PEÇANHA QUEIRÓS ROLDÃO SIMÕES TAVARES VILAÇA'
const trade = 'ACOUGUE BAZAR CONFEITARIA DROGARIA ESCOLA FARMÁCIA GRÁFICA HOTEL LANCHONETE PAPELARIA'

const pick = (words: string, turn: number): string => {
  const all = words.split(' ')
  return all[turn % all.length] ?? ''
}

/** A name out of eight thousand, with the accents of real ones. */
export const personName = (number: number): string =>
  `${pick(given, number)} ${pick(middle, Math.floor(number / 20))} DE ${pick(family, Math.floor(number / 400))}`

/** Far beyond the 70 characters of PEFIN. */
export const longPersonName = (number: number): string =>
  `${personName(number)} E ALBUQUERQUE CAVALCANTI DE VASCONCELOS MONTENEGRO DA ANUNCIAÇÃO`

export const companyName = (number: number): string =>
  `${pick(trade, number)} ${pick(family, Math.floor(number / 10))} ${number} LTDA`
