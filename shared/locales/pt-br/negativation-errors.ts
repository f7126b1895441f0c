import type { ErrorText } from './error-text.ts'

/** Errors of registering debts, clearing names and keeping data. */
export const negativationErrors = {
  'negativation-unknown': {
    text: 'Este registro não existe mais.',
    hint: 'Recarregue a lista.',
  },
  'negativation-changed': {
    text: 'O que foi mostrado mudou no ERP. Nada foi enviado.',
    hint: 'Confira os dados atualizados e confirme de novo.',
  },
  'negativation-not-draft': {
    text: 'Esta negativação já foi tratada e está como “{state}”. Nada foi enviado de novo.',
    hint: 'Veja o andamento na lista de negativações.',
  },
  'negativation-expired': {
    text: 'A confirmação ficou aberta por mais de {minutes} minutos. Nada foi enviado.',
    hint: 'Leia os dados atualizados e confirme de novo.',
  },
  'confirm-key-reused': {
    text: 'Este pedido já foi usado para outra negativação. Nada foi enviado.',
    hint: 'Recarregue a janela e confirme de novo.',
  },
  'inclusion-blocked': {
    text: 'Há impedimento para negativar: {count} motivo(s). Nada foi enviado.',
    hint: 'Veja os motivos ao lado das faturas e corrija no ERP.',
  },
  'warnings-not-accepted': {
    text: 'Faltou aceitar {count} aviso(s). Nada foi enviado.',
    hint: 'Leia cada aviso e marque que está ciente.',
  },
  'written-reason-missing': {
    text: 'Falta a justificativa por escrito. Nada foi enviado.',
    hint: 'Escreva por que esta dívida deve ser negativada assim mesmo.',
  },
  'inclusion-not-set-up': {
    text: 'A inclusão está desligada nesta integração: falta {missing}.',
    hint: 'Um administrador deve completar a Configuração: não se inclui o que não se consegue baixar.',
  },
  'inclusion-refused': {
    text: 'O Connect recusou a inclusão: {code} {message}',
    hint: 'Veja o motivo informado; em dúvida, fale com o suporte do Connect. A pessoa não foi negativada.',
  },
  'inclusion-duplicate': {
    text: 'O Connect informou que este contrato já está negativado. Nada foi incluído de novo.',
    hint: 'Verifique a duplicidade: o registro existente está sendo procurado no birô.',
  },
  'inclusion-uncertain': {
    text: 'O Connect não confirmou a inclusão. Ela pode ter sido feita.',
    hint: 'Não foi repetida. O serviço consulta o birô; se ele não souber dizer, uma pendência mostra o que conferir.',
  },
  'already-registered': {
    text: 'Já existe uma negativação desta fatura. Nada foi enviado.',
    hint: 'Abra o registro existente na lista de negativações.',
  },
  'already-at-bureau': {
    text: 'O birô já tem um registro com este contrato. Nada foi enviado.',
    hint: 'Confira no site do birô quem o incluiu antes de continuar.',
  },
  'inclusion-reason-unknown': {
    text: 'Este Motivo Inclusão não está mais entre os sincronizados.',
    hint: 'Escolha outro motivo ou sincronize os produtos.',
  },
  'removal-reason-unknown': {
    text: 'Este Motivo Baixa não está mais entre os sincronizados.',
    hint: 'Escolha outro motivo ou sincronize os produtos.',
  },
  'removal-refused': {
    text: 'O Connect recusou a baixa: {code} {message}',
    hint: 'O serviço tenta de novo sozinho. Se persistir, peça a baixa ao suporte do Connect.',
  },
  'removal-unproven': {
    text: 'O birô não encontrou o registro, e nunca recebemos um número dele.',
    hint: 'Confira no site do birô se o nome está limpo.',
  },
  'removal-uncertain': {
    text: 'O Connect não confirmou a baixa. Ela será repetida: repetir uma baixa não tem risco.',
    hint: 'Nada a fazer agora.',
  },
  'removal-earlier-proof': {
    text: 'O ERP não pôde ser lido de novo; a baixa foi enviada com a quitação comprovada antes.',
    hint: 'Nada a fazer agora.',
  },
  'removal-not-possible': {
    text: 'Este registro está como “{state}” e não tem o que baixar.',
    hint: 'Veja o histórico do registro.',
  },
  'removal-still-present': {
    text: 'O birô ainda mostra o registro depois do prazo de processamento. A baixa foi enviada de novo.',
    hint: 'Se persistir, peça a baixa ao suporte do Connect.',
  },
  'environment-differs': {
    text: 'Este registro foi feito em {recorded} e a integração está em {current}. Nada foi enviado.',
    hint: 'Volte a integração para {recorded} para tratar este registro.',
  },
  'lookup-unsupported': {
    text: 'O Connect não oferece a consulta da situação da dívida para esta conta.',
    hint: 'Confira no site do birô e responda à pendência.',
  },
  'lookup-failed': {
    text: 'Não foi possível consultar a situação no birô antes de enviar. Nada foi enviado.',
    hint: 'Tente de novo em alguns minutos.',
  },
  'bureau-busy': {
    text: 'O birô está processando este registro.',
    hint: 'O serviço tenta de novo sozinho.',
  },
  'task-unknown': {
    text: 'Esta pendência não existe mais.',
    hint: 'Recarregue a lista.',
  },
  'task-resolved': {
    text: 'Esta pendência já foi resolvida por {by}.',
    hint: 'Recarregue a lista.',
  },
  'task-action-refused': {
    text: 'Esta ação não vale para esta pendência.',
    hint: 'Recarregue a lista e escolha uma das ações mostradas.',
  },
  'note-missing': {
    text: 'Falta dizer o que foi conferido.',
    hint: 'Escreva o que o site do birô mostra, ou por que decidiu assim.',
  },
  'erp-none': {
    text: 'Nenhum ERP está cadastrado para este site.',
    hint: 'Um administrador deve informar a API do ERP na Configuração.',
  },
  'erp-customer-unknown': {
    text: 'O ERP não encontrou este cliente pela API.',
    hint: 'Confira as permissões do usuário da API no HubSoft. Nada foi enviado.',
  },
  'erp-filter-ignored': {
    text: 'O ERP respondeu com dados de outro cliente ou fatura; a leitura foi interrompida. Nada foi enviado.',
    hint: 'Avise o suporte: o filtro da API do ERP não está sendo respeitado.',
  },
  'invoice-reissued': {
    text: 'A fatura {invoice} foi cancelada e reemitida como {reissued}.',
    hint: 'A nova fatura só é negativada se alguém decidir.',
  },
  'erp-in-use': {
    text: 'Há {count} negativação(ões) que dependem deste ERP para saber do pagamento. Nada foi removido.',
    hint: 'Para trocar endereço ou senha, edite o cadastro; remova só depois das baixas.',
  },
  'integration-in-use': {
    text: 'Há {count} negativação(ões) que só esta integração consegue baixar. Nada foi removido.',
    hint: 'Troque as senhas sem remover; remova só depois das baixas.',
  },
  'store-read-only': {
    text: 'Os dados guardados estão em modo de leitura. Nada foi incluído.',
    hint: 'Restaure uma cópia com “nada-consta restore” ou fale com o suporte.',
  },
  'restore-audit-running': {
    text: 'Esta instalação voltou a uma cópia e ainda não foi conferida no birô e no ERP. Nada foi incluído.',
    hint: 'Aguarde a conferência. O andamento está na lista de negativações.',
  },
  'copies-unreachable': {
    text: 'A cópia do dia não chega ao segundo lugar.',
    hint: 'Confira se o disco ou o compartilhamento de NADA_CONSTA_BACKUPS está ligado e se a pasta existe.',
  },
  'store-missing': {
    text: 'Não há dados guardados nesta pasta.',
    hint: 'Inicie o serviço uma vez com “nada-consta start”.',
  },
  'store-repaired': {
    text: 'Um arquivo de dados danificado foi refeito a partir de uma cópia. Nada foi perdido.',
    hint: 'Se acontecer de novo, verifique o disco deste computador.',
  },
  'disk-full': {
    text: 'O disco está cheio. Nada foi enviado.',
    hint: 'Libere espaço em disco e tente de novo.',
  },
  'backup-unreadable': {
    text: 'Esta cópia não pôde ser lida ou é de outra instalação. Nada foi alterado.',
    hint: 'Escolha outra cópia; “nada-consta restore” sem nome mostra a lista.',
  },
  'recovery-code-incomplete': {
    text: 'O código tem {count} grupos; são {wanted}.',
    hint: 'Copie o código inteiro do papel, na ordem em que está.',
  },
  'recovery-code-typo': {
    text: 'Há um erro de digitação no código, no grupo: {groups}.',
    hint: 'Confira esse grupo no papel e digite o código de novo.',
  },
  'recovery-code-wrong': {
    text: 'Este código não está certo.',
    hint: 'Confira todos os grupos no papel e digite o código de novo.',
  },
  'recovery-code-missing': {
    text: 'Para abrir esta cópia é preciso o código de recuperação.',
    hint: 'Digite o código que foi impresso com “nada-consta recovery-code”, ou use “--code-file”.',
  },
  'backup-foreign': {
    text: 'O código está escrito certo, mas não abre esta cópia: ela é de outra instalação ou está danificada. Nada foi alterado.',
    hint: 'Use o código da instalação que fez a cópia, ou outra cópia.',
  },
  'service-running': {
    text: 'O serviço está em execução (processo {pid}).',
    hint: 'Encerre o serviço antes de restaurar uma cópia.',
  },
} satisfies Record<string, ErrorText>
