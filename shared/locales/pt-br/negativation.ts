import type { EligibilityCode } from '../../api-inclusion.ts'
import type { Alarm, InvoiceFactKind, NegativationState, RemovalCause } from '../../api-negativation.ts'
import type { TaskAction, TaskKind } from '../../api-tasks.ts'
import type { Environment } from '../../api-views.ts'
import type { FactLabel } from '../../task-facts.ts'

const states: Record<NegativationState, string> = {
  draft: 'Rascunho',
  cancelled: 'Cancelada',
  sending: 'Enviando',
  unknown: 'Incerta',
  'not-included': 'Não incluída',
  sent: 'Enviada · prazo da carta',
  rejected: 'Recusada pelo birô',
  active: 'Negativada',
  'removal-requested': 'Baixa pedida',
  removing: 'Baixa sendo enviada',
  verifying: 'Baixa enviada, aguardando o birô',
  removed: 'Baixada',
}

/** What an invoice is by the ERP's word. */
const facts: Record<InvoiceFactKind, string> = {
  open: 'em aberto',
  paid: 'paga',
  partial: 'paga em parte',
  'written-off': 'baixada no banco, sem pagamento',
  cancelled: 'cancelada',
  renegotiated: 'renegociada',
  vanished: 'não encontrada no ERP',
  unknown: 'não pôde ser lida',
}

const causes: Record<RemovalCause, string> = {
  paid: 'fatura paga',
  renegotiated: 'renegociada, primeira parcela paga',
  'invoice-cancelled': 'fatura cancelada',
  person: 'decisão de uma pessoa',
}

/** How long a removal has been waited for, or that its deadline has passed. */
const alarms: Record<Exclude<Alarm, 'none'>, string> = {
  hour: 'sem baixa há mais de 1 hora',
  'one-day': 'sem baixa há mais de 1 dia útil',
  'three-days': 'sem baixa há mais de 3 dias úteis',
  overdue: 'prazo legal vencido',
}

const environments: Record<Environment, string> = { test: 'homologação', production: 'produção' }

/** One sentence for each reason that speaks against registering, or wants a second thought. */
const eligibility: Record<EligibilityCode, string> = {
  'document-invalid': 'O CPF ou CNPJ do cadastro é inválido.',
  'document-unsupported': 'O Connect ainda não aceita CNPJ com letras.',
  'name-missing': 'O cadastro está sem nome.',
  'address-incomplete': 'O endereço do cadastro está incompleto; a carta não chegaria.',
  'address-shortened': 'O endereço foi encurtado para caber no birô; as partes estão sublinhadas.',
  minor: 'A pessoa tem menos de 18 anos.',
  'minor-at-contract': 'A pessoa tinha menos de 18 anos quando contratou.',
  'birth-unknown': 'A data de nascimento não está no cadastro; confira se a pessoa é maior de idade.',
  'name-differs': 'O nome do cadastro difere do nome que o birô tem para este documento.',
  'several-customers': '{count} cadastros têm este documento; confira se são a mesma pessoa.',
  'not-overdue': 'Ainda não venceu.',
  'not-late-enough': 'Vencida há {days} dias; a regra pede {min}.',
  'value-too-small': 'O valor está abaixo do mínimo da regra, {min}.',
  'value-not-positive': 'O valor não é positivo.',
  'too-old': 'Só podia ser negativada até {limit}.',
  'last-day': 'Hoje, {limit}, é o último dia em que esta fatura pode ser negativada.',
  'near-limit': 'Só pode ser negativada até {limit}; a negativação duraria pouco.',
  'not-open': 'A fatura não está em aberto no ERP.',
  'not-read': 'A fatura não pôde ser lida no ERP agora.',
  'service-active': 'O serviço ainda está ativo.',
  'service-unknown': 'A situação do serviço não é conhecida.',
  'issuer-differs': 'O CNPJ que emitiu a fatura não é o do credor desta integração.',
  fee: 'É multa rescisória; a regra deixa de fora.',
  equipment: 'É equipamento em comodato; a regra deixa de fora.',
  'already-registered': 'Já existe uma negativação desta fatura.',
  'no-payable-slip': 'Não há boleto ou Pix válido para pagar esta fatura.',
  'not-set-up': 'A inclusão está desligada nesta integração.',
  'reconciliation-old': 'A última leitura dos pagamentos é antiga; a fatura pode já ter sido paga.',
  'erp-records-unseen':
    'A API do HubSoft não mostra as negativações feitas por ele. Confira lá se esta dívida já não foi negativada.',
  'test-environment': 'Homologação: envio fictício, ninguém é negativado.',
  'inclusions-paused': 'As inclusões estão pausadas por um administrador.',
  'read-only': 'Os dados guardados estão em modo de leitura; nada pode ser incluído.',
  'restore-audit-running':
    'Uma cópia foi restaurada e ainda está sendo conferida no birô e no ERP; nada pode ser incluído.',
  'daily-limit': 'O limite de {limit} inclusões por dia foi atingido.',
}

interface TaskWords {
  title: string
  text: string
}

/** What a person has to decide, and why the program does not. */
const tasks: Record<TaskKind | 'other', TaskWords> = {
  'inclusion-unknown': {
    title: 'Não se sabe se a negativação foi registrada',
    text: 'A resposta do birô não provou nem a inclusão nem a ausência. Ela não foi repetida. Confira no site do birô e diga o que consta.',
  },
  'appeared-later': {
    title: 'Apareceu no birô depois de dada como não incluída',
    text: 'O registro é nosso e voltou a ser acompanhado. Se a dívida ainda existe, ele pode ficar; senão, baixe.',
  },
  adopted: {
    title: 'Incluída depois da cópia restaurada',
    text: 'Não estava na cópia e consta no birô com o nosso número de contrato. Voltou a ser acompanhada. Confira se a dívida existe; senão, baixe.',
  },
  'refused-later': {
    title: 'Recusada depois de aceita',
    text: 'O birô aceitou o envio e depois o recusou. A pessoa não está negativada por este registro.',
  },
  'removal-unproven': {
    title: 'Baixa sem prova',
    text: 'O birô não encontrou o registro e nunca nos deu um número dele. Confira no site do birô se o nome está limpo.',
  },
  'payment-undone': {
    title: 'Pagamento desfeito antes da baixa',
    text: 'O ERP voltou a mostrar a fatura em aberto e a baixa ainda não foi enviada. Ela espera a sua decisão, ou um novo pagamento.',
  },
  'payment-returned': {
    title: 'Pagamento devolvido depois da baixa',
    text: 'A baixa já foi enviada e o ERP voltou a mostrar a fatura em aberto. Nada é negativado de novo sem uma pessoa.',
  },
  'partial-payment': {
    title: 'Paga em parte',
    text: 'O ERP mostra um recebimento sem quitação. O valor negativado pode estar alto. Decida se o nome é limpo.',
  },
  'written-off': {
    title: 'Boleto baixado no banco, sem pagamento',
    text: 'Baixa no banco não é pagamento. A negativação continua até que alguém decida.',
  },
  'invoice-cancelled': {
    title: 'Fatura cancelada no ERP',
    text: 'A fatura negativada foi cancelada ou reemitida. Uma fatura nova não é negativada sozinha. Decida se o nome é limpo.',
  },
  renegotiated: {
    title: 'Fatura renegociada',
    text: 'A dívida antiga foi trocada por um acordo. Com a primeira parcela paga, o nome deve ser limpo.',
  },
  'invoice-vanished': {
    title: 'Fatura não encontrada no ERP',
    text: 'Sumir não prova pagamento. Confira no ERP se ela foi apagada ou se o usuário da API perdeu a permissão.',
  },
  'invoice-unchecked': {
    title: 'Fatura sem conferência há mais de um dia',
    text: 'O ERP não pôde ser lido e um pagamento pode ter passado despercebido. O prazo da baixa não espera. Confira no ERP.',
  },
  'letter-returned': {
    title: 'Carta devolvida',
    text: 'A carta não chegou à pessoa. Confira o endereço no cadastro e decida se o registro fica.',
  },
  expiring: {
    title: 'Perto de cinco anos',
    text: 'A dívida está perto do limite legal de cinco anos, depois do qual não pode constar.',
  },
  'removed-elsewhere': {
    title: 'Baixada por outro meio',
    text: 'O registro saiu do birô sem pedido nosso. O dinheiro pode não ter chegado: avise o financeiro.',
  },
  'removal-late': {
    title: 'Baixa atrasada',
    text: 'O birô ainda mostra o registro. O serviço continua tentando; em paralelo, peça a baixa ao suporte do Connect.',
  },
  other: {
    title: 'Pendência que esta extensão não conhece',
    text: 'O serviço é mais novo que a extensão. Atualize a extensão para ver o que esta pendência pede; o histórico do registro já mostra o que houve.',
  },
}

/** On the buttons of a task; the dots announce a dialogue. */
const actions: Record<TaskAction, string> = {
  'confirm-listed': 'Consta no birô',
  'confirm-not-listed': 'Não consta no birô',
  remove: 'Baixar…',
  keep: 'Manter negativada',
  'look-again': 'Consultar o birô de novo',
  acknowledge: 'Ciente',
}

/** The labels of the facts that a task shows side by side. */
const labels: Record<FactLabel, string> = {
  'invoice-open': 'Em aberto',
  'invoice-paid': 'Paga',
  'invoice-partial': 'Paga em parte',
  'invoice-written-off': 'Baixada no banco',
  'invoice-cancelled': 'Cancelada',
  'invoice-renegotiated': 'Renegociada',
  'invoice-vanished': 'Não encontrada',
  'invoice-unknown': 'Não pôde ser lida',
  'paid-on': 'Pagamento',
  'checked-at': 'Lida em',
  'bureau-received': 'Recebida',
  'bureau-letter': 'Prazo da carta',
  'bureau-active': 'Negativada',
  'bureau-returned': 'Carta devolvida',
  'bureau-removing': 'Baixa em processamento',
  'bureau-refused': 'Recusada',
  'bureau-removed': 'Baixada',
  'bureau-expired': 'Expirada',
  'bureau-absent': 'Não consta',
  'bureau-unsupported': 'Sem consulta de situação',
  'bureau-unasked': 'Ainda não consultado',
  'looked-at': 'Consultado em',
  protocol: 'Protocolo',
  reference: 'Número no birô',
  problem: 'Resposta',
  creditor: 'Credor',
  name: 'Nome',
  document: 'Documento',
  address: 'Endereço',
  contract: 'Contrato',
  amount: 'Valor',
  due: 'Vencimento',
  reason: 'Motivo Inclusão',
  'test-environment': 'Homologação',
  'sent-at': 'Enviada em',
  'removal-reason': 'Motivo Baixa',
  'removal-attempts': 'Envios da baixa',
  'removal-accepted-at': 'Baixa aceita em',
}

/** The words of debts that all screens share. */
export const negativation = {
  states,
  facts,
  causes,
  alarms,
  environments,
  eligibility,
  tasks,
  actions,
  labels,
  /** With `inclusion-unknown` when the bureau holds something else than what was sent. */
  taskDiffers: {
    title: 'O birô tem outro valor ou vencimento',
    text: 'O birô mostra {amount}, vencimento {due}, diferente do que foi enviado. Confira os dois lados.',
  },
  /** What else a task knows, one line each. */
  taskNotes: {
    invoices: 'Fatura: {invoices}.',
    reissuedAs: 'Reemitida como {invoices}.',
    newInvoices: 'Faturas do acordo: {invoices}.',
    partial: 'Negativado: {listed}. Recebido: {paid}. Saldo: {balance}.',
  },
  /** The bureau's last word about a record. */
  bureauStates: {
    received: 'recebida, aguarda o processamento',
    letter: 'no prazo da carta',
    active: 'negativada',
    returned: 'carta devolvida',
    removing: 'baixa em processamento',
    refused: 'recusada',
    removed: 'baixada',
    expired: 'expirada',
    absent: 'não consta',
    unsupported: 'sem consulta de situação',
  },
  /** One line of the history for each thing that can happen to a record. */
  events: {
    draft: 'Rascunho criado',
    cancel: 'Rascunho descartado',
    confirm: 'Negativação confirmada',
    accepted: 'Aceita pelo birô',
    refused: 'Recusada pelo birô',
    'not-sent': 'Não enviada',
    lost: 'Envio sem resposta',
    restart: 'Serviço reiniciado durante o envio',
    looked: 'Situação consultada no birô',
    'person-found': 'Conferido por uma pessoa: consta no birô',
    'person-not-found': 'Conferido por uma pessoa: não consta no birô',
    latch: 'Baixa pedida',
    hold: 'Pagamento mudou no ERP',
    keep: 'Mantida por uma pessoa',
    pick: 'Baixa a caminho do birô',
    'removal-accepted': 'Baixa aceita pelo birô',
    'removal-absent': 'Já ausente no birô',
    'removal-failed': 'Baixa não aceita; será repetida',
    read: 'Faturas lidas no ERP',
    adopted: 'Adotada após a restauração de uma cópia: consta no birô',
  },
}
