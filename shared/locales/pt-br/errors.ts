import type { ErrorText } from './error-text.ts'
import { batchErrors } from './batch-errors.ts'
import { negativationErrors } from './negativation-errors.ts'
import { serviceErrors } from './service-errors.ts'
import { versionErrors } from './version-errors.ts'

/** What happened, and the one next step. `{name}` is filled from the error's params. */
export const errors = {
  internal: {
    text: 'O serviço Nada Consta encontrou uma falha interna. Nada foi enviado de novo.',
    hint: 'Tente outra vez; se repetir, envie ao suporte o registro do serviço.',
  },

  'host-refused': { text: 'Endereço de acesso recusado.', hint: 'Use a extensão Nada Consta.' },
  'origin-refused': {
    text: 'Este navegador não está autorizado.',
    hint: 'Pareie o navegador na Configuração.',
  },
  'method-refused': { text: 'Operação não permitida.', hint: 'Atualize a extensão.' },
  'media-type-refused': { text: 'Formato de pedido recusado.', hint: 'Atualize a extensão.' },
  'body-too-large': {
    text: 'O pedido passou do tamanho permitido. Nada foi feito.',
    hint: 'Divida o pedido em partes menores.',
  },
  'signature-refused': {
    text: 'O serviço não reconheceu este navegador.',
    hint: 'Confira a data e a hora do computador; se estiverem certas, pareie de novo na Configuração.',
  },
  'clock-skew': {
    text: 'O relógio deste computador difere do relógio do serviço.',
    hint: 'Acerte a data e a hora e tente de novo.',
  },
  'scope-refused': {
    text: 'Este navegador não tem permissão para isso.',
    hint: 'Nada foi feito. Peça a quem administra que dê a permissão em Configuração › Navegadores pareados; não é preciso parear de novo.',
  },
  'rate-refused': { text: 'Muitos pedidos em pouco tempo.', hint: 'Aguarde {seconds} s e tente de novo.' },
  'route-unknown': {
    text: 'Operação desconhecida.',
    hint: 'Atualize a extensão e o serviço para a mesma versão.',
  },
  'input-invalid': {
    text: 'O campo “{field}” não foi aceito.',
    hint: 'Corrija o valor e tente de novo. Nada foi enviado.',
  },

  'pairing-closed': {
    text: 'O pareamento está fechado.',
    hint: 'No computador do serviço, execute “nada-consta pair” e digite o código em até 2 minutos.',
  },
  'pairing-code-wrong': {
    text: 'Código de pareamento incorreto.',
    hint: 'Confira o código. Restam {left} tentativas.',
  },
  'pairing-locked': {
    text: 'O pareamento foi fechado depois de 5 códigos incorretos.',
    hint: 'Execute “nada-consta pair” de novo para receber outro código.',
  },

  'document-invalid': {
    text: 'CPF ou CNPJ inválido: os dígitos verificadores não conferem.',
    hint: 'Confira o número no cadastro. Nada foi consultado nem cobrado.',
  },
  'document-own': {
    text: 'O CNPJ na tela é o da sua empresa, não o do cliente.',
    hint: 'Abra o cadastro completo do cliente. Nada foi aberto.',
  },
  'document-not-text': {
    text: 'O documento deve ser texto.',
    hint: 'Envie o CPF ou CNPJ como texto, para não perder zeros à esquerda.',
  },
  'creditor-invalid': {
    text: 'O CNPJ do credor é inválido.',
    hint: 'Confira o CNPJ da empresa que emite as faturas.',
  },

  'integration-unknown': {
    text: 'Esta integração não existe mais.',
    hint: 'Recarregue a página e escolha outra.',
  },
  'credentials-missing': {
    text: 'Faltam {pair} nesta integração.',
    hint: 'Um administrador deve informar os dados na Configuração.',
  },
  'product-unknown': {
    text: 'O produto “{product}” não está entre os produtos sincronizados desta integração.',
    hint: 'Sincronize os produtos na Configuração ou escolha outro produto.',
  },
  'product-wrong-person': {
    text: 'O produto “{product}” não atende {person}.',
    hint: 'Escolha um produto para {person}.',
  },
  'document-unsupported': {
    text: 'O Connect ainda não aceita CNPJ com letras.',
    hint: 'Consulte o suporte do Connect. Nada foi feito nem cobrado.',
  },

  'query-repeated': {
    text: 'Este documento já foi consultado com este produto há {days} dia(s).',
    hint: 'Abra o resultado guardado ou confirme a nova consulta, que tem custo.',
  },
  'query-key-reused': {
    text: 'Este pedido já foi usado para outra consulta.',
    hint: 'Recarregue a página e consulte de novo. Nada foi consultado nem cobrado.',
  },
  'query-unknown': {
    text: 'Esta consulta não existe mais.',
    hint: 'Ela pode ter passado do prazo de guarda.',
  },
  'query-no-answer': {
    text: 'Esta consulta não tem resultado guardado.',
    hint: 'Veja o estado da consulta no histórico.',
  },
  'query-uncertain': {
    text: 'A resposta do Connect não chegou. A consulta pode ter sido feita e cobrada.',
    hint: 'Não foi repetida. Veja no Connect se ela consta antes de consultar de novo.',
  },

  'connect-unreachable': {
    text: 'Não foi possível falar com o Connect. Nada foi consultado nem cobrado.',
    hint: 'Verifique a internet do computador do serviço e tente de novo.',
  },
  'connect-credentials-refused': {
    text: 'O Connect recusou {pair}.',
    hint: 'Confira os dados com o suporte do Connect e grave-os de novo na Configuração.',
  },
  'connect-no-balance': {
    text: 'O Connect informou saldo insuficiente.',
    hint: 'Regularize o saldo com o Connect. Nada foi feito nem cobrado.',
  },
  'connect-refused': {
    text: 'O Connect recusou a consulta: {message}',
    hint: 'Veja o motivo informado; em dúvida, fale com o suporte do Connect.',
  },
  'connect-error-page': {
    text: 'O Connect respondeu com uma página de erro em vez do resultado.',
    hint: 'Tente mais tarde. Se era uma consulta, veja no Connect se ela consta antes de repetir.',
  },
  'connect-cut': {
    text: 'A resposta do Connect chegou incompleta e não foi aceita como resultado.',
    hint: 'Se era uma consulta, ela pode ter sido cobrada: veja no Connect se consta antes de repetir.',
  },
  'connect-unproven': {
    text: 'O Connect respondeu sem o protocolo ou sem o documento consultado; a resposta não foi aceita como resultado.',
    hint: 'Se era uma consulta, ela pode ter sido cobrada: veja no Connect se consta antes de repetir.',
  },
  'connect-no-reply': {
    text: 'O Connect não respondeu.',
    hint: 'Tente mais tarde. Esta operação não é cobrada.',
  },
  'connect-rate': {
    text: 'O Connect pediu para aguardar. Nada foi feito.',
    hint: 'Tente de novo em {seconds} s.',
  },
  'connect-down': {
    text: 'O Connect está fora do ar (código {status}).',
    hint: 'Tente mais tarde. Se era uma consulta, veja no Connect se ela consta antes de repetir.',
  },
  'connect-products-unreadable': {
    text: 'A lista de produtos do Connect não pôde ser lida. A lista anterior foi mantida.',
    hint: 'Tente de novo; se repetir, cadastre o código do produto à mão.',
  },

  'erp-unknown': { text: 'Este ERP não está mais cadastrado.', hint: 'Recarregue a página.' },
  'erp-unreachable': {
    text: 'Não foi possível falar com a API do ERP.',
    hint: 'Confira o endereço (por exemplo, https://api.empresa.hubsoft.com.br) e a internet.',
  },
  'erp-credentials-refused': {
    text: 'O ERP recusou o usuário da API.',
    hint: 'Confira client_id, client_secret, usuário e senha no HubSoft.',
  },
  'erp-refused': {
    text: 'O ERP recusou o pedido.',
    hint: 'Confira as permissões do usuário da API no HubSoft.',
  },
  'erp-unreadable': {
    text: 'A resposta do ERP não pôde ser entendida.',
    hint: 'Confira se o endereço é o da API do HubSoft.',
  },
  'erp-down': { text: 'A API do ERP está fora do ar (código {status}).', hint: 'Tente mais tarde.' },

  ...negativationErrors,
  ...serviceErrors,
  ...versionErrors,
  ...batchErrors,

  'client-unknown': { text: 'Este navegador já não está pareado.', hint: 'Recarregue a lista.' },
  'address-invalid': {
    text: 'O endereço informado não é aceito.',
    hint: 'Use https:// e o nome do servidor, sem caminho nem senha.',
  },

  'person-registered': {
    text: 'Há dívida desta pessoa negativada por aqui. Nada foi apagado.',
    hint: 'O registro é o que garante a baixa no prazo. Faça a baixa e apague depois de concluída.',
  },
  'person-under-way': {
    text: 'Há inclusão ou baixa desta pessoa em andamento ou sem resultado conhecido. Nada foi apagado.',
    hint: 'Espere terminar ou resolva a pendência, e apague depois.',
  },
  'person-watched': {
    text: 'O birô ainda é conferido até {until}, para ver se o nome não volta a constar. Nada foi apagado.',
    hint: 'Apague depois dessa data.',
  },
  'person-task-open': {
    text: 'Há pendência aberta sobre esta pessoa. Nada foi apagado.',
    hint: 'Resolva a pendência e apague depois.',
  },
  'person-query-running': {
    text: 'Há consulta deste documento em andamento. Nada foi apagado.',
    hint: 'Espere o resultado e apague depois.',
  },
  'person-in-batch': {
    text: 'Esta pessoa está em um lote que não terminou. Nada foi apagado.',
    hint: 'Conclua ou cancele o lote e apague depois.',
  },

  'vault-unavailable': {
    text: 'O chaveiro deste computador está trancado: consultas, inclusões e baixas esperam por ele.',
    hint: 'Desbloqueie o chaveiro do sistema: o serviço continua sozinho em 1 minuto. Se não continuar, rode `nada-consta doctor`.',
  },
  'store-unreadable': {
    text: 'Os dados guardados não puderam ser lidos. Nada foi apagado.',
    hint: 'Não apague a pasta de dados; fale com o suporte para restaurar uma cópia.',
  },
  'store-write-failed': {
    text: 'Não foi possível gravar no disco. A operação não foi feita.',
    hint: 'Libere espaço em disco e confira as permissões da pasta de dados.',
  },

  'service-off': {
    text: 'O serviço Nada Consta não está respondendo neste computador.',
    hint: 'Inicie o serviço com “nada-consta start”.',
  },
  'not-paired': {
    text: 'Este navegador ainda não está pareado.',
    hint: 'Abra a Configuração e digite o código de pareamento.',
  },
  'permission-withheld': {
    text: 'O navegador não deixa a extensão falar com o serviço local.',
    hint: 'Clique em “Permitir” na Configuração.',
  },
  'stranger-on-port': {
    text: 'Outro programa responde no lugar do serviço Nada Consta. Nenhum dado foi enviado a ele.',
    hint: 'Encerre o outro programa ou reinicie o computador, depois inicie o serviço.',
  },
  'browser-blocked': {
    text: 'O navegador bloqueou o acesso ao serviço local.',
    hint: 'Permita o acesso a aplicativos deste dispositivo nas configurações do navegador.',
  },
  'message-refused': { text: 'Pedido recusado pela extensão.', hint: 'Recarregue a página do ERP (F5).' },
  'extension-updated': {
    text: 'A extensão foi atualizada.',
    hint: 'Atualize a página (F5) para continuar.',
  },

  'answer-lost': {
    text: 'A resposta não chegou a esta tela. A operação pode ter sido feita.',
    hint: 'Recarregue a página e confira o estado antes de repetir.',
  },
  'draft-unknown': {
    text: 'Esta aba perdeu o documento que ia consultar, porque o navegador foi reiniciado. Nada foi perdido no serviço.',
    hint: 'Digite o CPF ou CNPJ; as consultas feitas estão no histórico.',
  },
  'site-unsupported': {
    text: 'Este endereço não é o painel de um ERP conhecido.',
    hint: 'Informe o endereço do painel, por exemplo empresa.hubsoft.com.br.',
  },
  'site-not-granted': {
    text: 'O navegador não deu à extensão acesso a este site.',
    hint: 'Adicione o site de novo e escolha “Permitir”.',
  },
  'skeleton-no-tab': {
    text: 'Nenhuma página deste ERP está aberta.',
    hint: 'Abra no ERP a tela em que falta a função e tente de novo aqui.',
  },
  'skeleton-failed': {
    text: 'A estrutura da página não pôde ser lida. Nada foi copiado.',
    hint: 'Atualize a página do ERP (F5) e tente de novo.',
  },

  'pdf-blank': {
    text: 'O PDF sairia em branco e não foi salvo.',
    hint: 'Use “Imprimir” e escolha “Salvar como PDF”.',
  },
  'pdf-failed': {
    text: 'Não foi possível montar o PDF. O resultado continua guardado.',
    hint: 'Use “Imprimir” e escolha “Salvar como PDF”.',
  },
} satisfies Record<string, ErrorText>
