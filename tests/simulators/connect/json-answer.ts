/**
 * The JSON answer of `ws_consulta/`. Confirmed: the shape, Brazilian amounts as text, `registros` keyed by kind.
 * ASSUMED: the text of "nothing found" and that `registros` then stands there empty.
 */
import type { ReportSubject } from './report-shelf.ts'

const restrictions = {
  quantidadeTotalOcorrencias: '3',
  registros: {
    pefin: {
      nomeRegistro: 'PENDÊNCIAS FINANCEIRAS',
      alerta: 'S',
      quantidade: '2',
      periodo: 'FEV/2025 A MAI/2026',
      dataMaisAntigo: '01/02/2025',
      dataMaisRecente: '10/05/2026',
      nomeMaisRecente: 'LOJA EXEMPLO MÓVEIS S/A',
      valorTotal: 'R$ 1.234,56',
    },
    protesto: {
      nomeRegistro: 'PROTESTOS',
      alerta: 'S',
      quantidade: '1',
      periodo: 'MAR/2026',
      dataMaisAntigo: '15/03/2026',
      dataMaisRecente: '15/03/2026',
      nomeMaisRecente: '2º CARTÓRIO DE CIDADE MODELO',
      valorTotal: 'R$ 480,00',
    },
  },
}

export const jsonAnswer = (subject: ReportSubject, outcome: 'restrictions' | 'clear') => ({
  status: {
    mensagem: 'Sucesso',
    descricaoCodigoResposta: outcome === 'clear' ? 'Nada Consta' : 'Constam Restrições',
    protocolo: subject.protocol,
  },
  entrada: { nomeConsultado: subject.name, documentoConsultado: subject.document },
  resultado: {
    quadroResumoConsta:
      outcome === 'clear' ? { quantidadeTotalOcorrencias: '0', registros: {} } : restrictions,
  },
})
