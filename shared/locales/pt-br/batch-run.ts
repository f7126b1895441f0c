import type { BatchItemState, BatchLogEntry, BatchStopCause } from '../../api-batches.ts'

interface StopWords {
  what: string
  next: string
}

/** What happened, and the one next step; that nothing was lost is said once for all of them. */
const stops: Record<BatchStopCause, StopWords> = {
  credentials: {
    what: 'As credenciais do Connect ou do ERP não foram aceitas.',
    next: 'Um administrador confere o acesso na Configuração; depois, continue.',
  },
  balance: {
    what: 'O Connect informou que falta saldo.',
    next: 'Regularize o saldo com o Connect; depois, continue.',
  },
  rate: {
    what: 'Foi pedido para aguardar antes de novos envios.',
    next: 'Continue depois do horário indicado, ou em alguns minutos.',
  },
  'unknown-streak': {
    what: 'Envios seguidos tiveram resposta que não se entende.',
    next: 'Veja as incertas: são consultadas no birô e nunca reenviadas. Se o Connect estiver normal, continue.',
  },
  'failure-streak': {
    what: 'Houve falhas técnicas seguidas.',
    next: 'Confira a internet, o Connect e o ERP; quando responderem, continue.',
  },
  'inclusions-paused': {
    what: 'Um administrador pausou as inclusões.',
    next: 'Continue quando as inclusões forem religadas na Configuração.',
  },
  'daily-limit': {
    what: 'O limite de inclusões de hoje foi atingido.',
    next: 'Continue amanhã, ou peça a um administrador para rever o limite.',
  },
  'read-only': {
    what: 'Os dados guardados estão em modo de leitura.',
    next: 'Restaure uma cópia com “nada-consta restore”; depois, continue.',
  },
  'set-up': {
    what: 'A integração não está pronta para incluir.',
    next: 'Um administrador completa a Configuração; depois, continue.',
  },
  'disk-full': {
    what: 'Não foi possível gravar no disco deste computador.',
    next: 'Libere espaço em disco; depois, continue.',
  },
}

const events: Record<BatchLogEntry['event'], string> = {
  other: 'Outro ato, que só uma extensão mais nova conhece',
  drafted: 'Seleção recebida',
  read: 'Cadastros lidos no ERP',
  confirmed: 'Confirmado',
  approved: 'Aprovado',
  paused: 'Pausado',
  resumed: 'Continuado',
  stopped: 'Parado pelo serviço',
  interrupted: 'Interrompido: o serviço reiniciou',
  cancelled: 'Cancelado',
  done: 'Concluído',
}

interface CountWords {
  one: string
  many: string
}

const counted: Record<BatchItemState, CountWords> = {
  waiting: { one: '1 não enviada ainda', many: '{count} não enviadas ainda' },
  sending: { one: '1 em envio', many: '{count} em envio' },
  sent: { one: '1 enviada', many: '{count} enviadas' },
  refused: { one: '1 recusada', many: '{count} recusadas' },
  unknown: { one: '1 incerta', many: '{count} incertas' },
  skipped: { one: '1 pulada', many: '{count} puladas' },
  failed: { one: '1 falha de envio', many: '{count} falhas de envio' },
  cancelled: { one: '1 cancelada', many: '{count} canceladas' },
}

/** What holds for every debt in a state, where nothing more is known of it. */
const why: Record<BatchItemState, string> = {
  waiting: 'Ainda não foi enviada.',
  sending: 'Está sendo enviada.',
  sent: 'O Connect aceitou.',
  refused: 'O Connect recusou.',
  unknown: 'Não se sabe se o Connect registrou.',
  skipped: 'Não foi enviada de propósito.',
  failed: 'Não pôde ser enviada depois de várias tentativas.',
  cancelled: 'Uma pessoa cancelou antes do envio.',
}

const next: Record<BatchItemState, string> = {
  waiting: 'Nada a fazer agora.',
  sending: 'Nada a fazer agora.',
  sent: 'O Serasa manda a carta; quando a fatura for paga, a baixa é automática.',
  refused: 'Corrija o que o motivo diz e faça uma nova seleção.',
  unknown: 'O serviço consulta o birô; nunca é reenviada.',
  skipped: 'Confira o motivo.',
  failed: 'Quando o Connect e o ERP responderem, faça uma nova seleção.',
  cancelled: 'Se ainda for preciso, faça uma nova seleção.',
}

/** Following a batch, its debts and its result. */
export const batchRun = {
  run: {
    label: 'Andamento do lote',
    confirmed: 'confirmado por {by} em {at}',
    approved: 'aprovado por {by}',
    bar: 'Andamento',
    progress: '{done} de {total}',
    rate: '{rate}/s',
    rateByMinute: '{rate}/min',
    left: 'falta {span}',
    seconds: '{count} s',
    minutes: '{count} min',
    hours: '{hours} h {minutes} min',
    measuring: 'medindo o ritmo',
    goesOn: 'Pode fechar esta janela: o envio continua no serviço.',

    waiting: 'O Connect ou o ERP pediu para aguardar até {time}; o lote continua sozinho.',
    paused: 'Pausado por {by} em {at}.',
    pausedPlain: 'Pausado.',
    pausedHint: 'Nada mais sai até alguém continuar. O que já estava a caminho termina.',
    interrupted: 'O serviço reiniciou. Nada foi enviado desde então.',
    interruptedHint: 'Nada se perdeu. O lote só segue quando uma pessoa continuar.',
    stops,
    until: 'O Connect ou o ERP pediu para aguardar até {time}.',
    untilNext: 'Continue a partir desse horário.',
    lastTry: 'Na última tentativa: {text}',
    notLost: 'Nada se perdeu: o que já foi enviado está guardado e o resto espera.',

    pause: 'Pausar',
    pausing: 'Pausando…',
    resume: 'Continuar: enviar as {count} que faltam',
    resumeOne: 'Continuar: enviar a que falta',
    resumeNone: 'Continuar',
    resuming: 'Continuando…',
    cancelRest: 'Cancelar o que falta',
    cancelAsk: 'Cancelar as {count} que faltam?',
    cancelAskOne: 'Cancelar a que falta?',
    cancelHint: 'Ficam sem enviar: {count}. O que já foi enviado não muda.',
    cancelAct: 'Cancelar as {count}',
    cancelActOne: 'Cancelar a que falta',
    cancelBack: 'Voltar',
    cancelling: 'Cancelando…',

    done: 'Lote concluído em {at}.',
    cancelled: 'O resto do lote foi cancelado em {at}.',
    cancelledSending: 'O resto do lote foi cancelado. Em envio, terminando: {count}.',

    log: 'Histórico do lote',
    events,
  },
  items: {
    caption: 'Dívidas do lote',
    loading: 'Lendo as dívidas do lote…',
    reading: 'lendo…',
    stale: 'O que está na tela pode estar desatualizado.',
    tryAgain: 'Tentar de novo',
    none: 'Nenhuma dívida neste lote.',
    noneFiltered: 'Nenhuma dívida nesta situação.',
    shown: '{count} dívidas',
    shownOne: '1 dívida',
    filter: 'Situação',
    all: 'Todas',
    person: 'Pessoa',
    invoices: 'Faturas',
    value: 'Valor',
    state: 'Situação',
    why: 'Motivo',
    record: 'Registro',
    protocol: 'Protocolo {protocol}',
    more: '{invoice} +{count}',
    due: 'vence {date}',
    dueFirst: 'desde {date}',
    open: 'Abrir',
    openOf: 'Abrir o registro de {name}',
    keys: 'Setas percorrem as linhas; Enter abre o registro.',
    counted,
  },
  result: {
    title: 'Resultado',
    reading: 'Lendo o resultado… {done} de {total}',
    failed: 'O resultado por motivo não pôde ser lido agora',
    tryAgain: 'Tentar de novo',
    state: 'Situação',
    count: 'Dívidas',
    people: 'Pessoas',
    value: 'Valor',
    what: 'O que houve',
    next: 'O que fazer',
    why,
    nextOf: next,
    changed: 'Mudou no ERP depois da confirmação. Nada foi enviado.',
    changedNext: 'Confira os dados atuais e faça uma nova seleção.',
    blockedNext: 'Fica fora do lote. Corrija no ERP e faça uma nova seleção.',
    duplicate: 'Contrato já existente no birô.',
    duplicateNext: 'Verificar duplicidade: o serviço procura o registro existente. Não é enviada de novo.',
    paidNext: 'Nada a fazer. Se restarem outras faturas, faça uma nova seleção.',
    paid: 'Paga enquanto esperava na fila. Nada foi enviado.',
    refusedCode: 'O Connect recusou, código {code}.',
    several: 'Vários motivos; veja cada um na lista.',
    again: 'Nova seleção com as {count} recusadas e não enviadas',
    againOne: 'Nova seleção com a que não foi enviada',
    againHint:
      'Ficam de fora as enviadas, as incertas e as que têm registro. Nada é enviado sem nova confirmação.',
    againNone: 'Nada a selecionar de novo.',
  },
  report: {
    csv: 'Exportar CSV',
    pdf: 'Exportar PDF',
    reading: 'Lendo as dívidas… {done} de {total}',
    writing: 'Escrevendo o relatório… {done} de {total}',
    cancel: 'Interromper',
    saved: 'Arquivo salvo: {name}',
    failed: 'O relatório não foi salvo',
    failedNote: 'O lote não muda com isso.',

    title: 'Relatório de negativação em massa',
    subject: '{creditor} · {integration}',
    partial: 'Parcial: o lote está como “{state}”.',
    test: 'HOMOLOGAÇÃO: envio fictício, ninguém é negativado.',
    page: 'Página {page} de {pages}',
    batch: 'Lote',
    going: 'Confirmado',
    integration: 'Integração',
    creditor: 'Credor',
    reason: 'Motivo Inclusão',
    state: 'Situação',
    made: 'Selecionado por',
    confirmed: 'Confirmado por',
    approved: 'Aprovado por',
    ended: 'Encerrado em',
    written: 'Justificativa',
    byAt: '{by}, {at}',
    printed: 'Emitido em {at}',
    totals: 'Totais',
    debts: 'Dívidas',
    people: 'Pessoas',
    invoices: 'Faturas',
    value: 'Valor',
    total: 'Total',
    group: '{state} · {count}',
    columns: {
      position: 'Nº',
      person: 'Pessoa',
      document: 'Documento',
      customer: 'Código no ERP',
      invoices: 'Faturas',
      invoicesDue: 'Faturas (vencimento)',
      dues: 'Vencimentos',
      value: 'Valor',
      valueReais: 'Valor (R$)',
      state: 'Situação',
      code: 'Código do birô',
      reason: 'Motivo',
      next: 'O que fazer',
      protocol: 'Protocolo',
      time: 'Horário',
    },
  },
}
