import type { ErrorText } from './error-text.ts'

/** Errors of listing candidates and of registering many debts by one act. */
export const batchErrors = {
  'listing-unknown': {
    text: 'Esta lista de faturas vencidas não está mais na memória do serviço.',
    hint: 'Leia as faturas de novo; a seleção foi mantida.',
  },
  'listing-cancelled': {
    text: 'A leitura das faturas foi interrompida.',
    hint: 'Leia as faturas de novo quando quiser.',
  },
  'erp-rate': {
    text: 'O ERP pediu para aguardar {seconds} s antes de novas leituras.',
    hint: 'Aguarde e tente de novo.',
  },
  'batch-unknown': {
    text: 'Este lote não existe mais.',
    hint: 'Recarregue a lista de lotes.',
  },
  'batch-too-large': {
    text: 'O lote tem {count} dívidas; o máximo é {max}. Nada foi enviado.',
    hint: 'Diminua a seleção com os filtros e faça mais de um lote.',
  },
  'batch-parts-differ': {
    text: 'A seleção chegou incompleta ao serviço. Nada foi enviado.',
    hint: 'Simule de novo.',
  },
  'batch-empty': {
    text: 'Nenhuma dívida selecionada pode ser negativada. Nada foi enviado.',
    hint: 'Veja os impedimentos na simulação.',
  },
  'batch-count-differs': {
    text: 'O número digitado ({typed}) não confere: o lote é sobre {people} pessoa(s). Nada foi enviado.',
    hint: 'Confira o resumo e digite o número de pessoas.',
  },
  'batch-changed': {
    text: 'O lote mudou depois que foi mostrado. Nada foi enviado.',
    hint: 'Confira o resumo atualizado e confirme de novo.',
  },
  'batch-state': {
    text: 'Este lote está como “{state}”. Nada foi enviado.',
    hint: 'Veja a situação atual do lote.',
  },
  'batch-over-daily-limit': {
    text: 'O lote tem {going} inclusões e o limite de hoje ainda permite {left}. Nada foi enviado.',
    hint: 'Diminua a seleção ou peça a um administrador para rever o limite por dia.',
  },
  'batch-approver-same': {
    text: 'Quem confirmou o lote não pode aprová-lo. Nada foi enviado.',
    hint: 'Outra pessoa deve aprovar, no navegador dela.',
  },
  'paid-in-queue': {
    text: 'A fatura {invoice} foi paga durante a fila. Nada foi enviado.',
    hint: 'Nada a fazer.',
  },
  'left-out': {
    text: 'Ficou fora do lote: aviso não aceito.',
    hint: 'Para negativar, selecione de novo e aceite o aviso.',
  },
  'inclusion-absent': {
    text: 'O birô não encontrou o registro: a inclusão não foi feita.',
    hint: 'Para tentar de novo, faça outro lote com esta dívida.',
  },
  'not-read': {
    text: 'O cadastro não pôde ser lido no ERP.',
    hint: 'Simule de novo quando o ERP responder.',
  },
} satisfies Record<string, ErrorText>
