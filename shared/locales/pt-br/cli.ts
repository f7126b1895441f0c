/** Texts of the command line. */
export const cli = {
  usage: `Uso: nada-consta <comando>

Comandos
  start                  Inicia o serviço neste computador; encerre com Ctrl+C.
  service <ação>         Mantém o serviço sempre em execução para este usuário. Ações: install, uninstall,
                         status, restart.
  doctor [--json]        Verifica versão, portas, trava, cofre, relógio, disco, leituras, senhas, ERP e
                         pareamento, e diz o que fazer. Com falha, termina com código 1.
  doctor --bundle [arq.] Grava também um arquivo para o suporte, sem senhas, nomes ou documentos.
  pair [--scopes lista]  Abre o pareamento e mostra o código para a extensão.
                         Permissões, separadas por vírgula: query, include, remove, admin.
  clients                Lista os navegadores pareados.
  revoke <id>            Cancela o acesso de um navegador.
  backup [arquivo]       Guarda uma cópia cifrada dos dados, na pasta das cópias ou no arquivo dado.
  recovery-code          Mostra o código de recuperação, para guardar em papel: quem tem o código e uma
                         cópia lê tudo. Com --check, confere o código digitado a partir do papel.
  restore [cópia]        Volta a uma cópia, com o serviço encerrado; sem nome, lista as cópias. Em uma
                         pasta vazia ou de outra instalação, pede o código de recuperação (ou lê de
                         --code-file). Nada é enviado antes da conferência no birô e no ERP.

Opções
  -h, --help             Mostra esta ajuda.
  -v, --version          Mostra a versão.

Variáveis de ambiente
  NADA_CONSTA_HOME         Pasta de dados.
  NADA_CONSTA_VAULT        “file” guarda as senhas em arquivo cifrado, sem o chaveiro do sistema.
  NADA_CONSTA_BACKUPS      Pasta em outro disco ou na rede para onde vai também a cópia de cada dia.
  NADA_CONSTA_CONNECT_URL  Endereço do Connect.`,
  wrongUsage: 'Comando não reconhecido: veja “nada-consta --help”.',
  wrongScopes: 'Permissão desconhecida. Use query, include, remove ou admin, separadas por vírgula.',
  pairing: 'Digite este código na Configuração da extensão, em até {minutes} minutos:',
  pairingScopes: 'Permissões deste navegador: {scopes}.',
  noClients: 'Nenhum navegador está pareado. Use “nada-consta pair”.',
  client: '{id}  {name}  ({scopes})  pareado em {pairedAt}, último uso: {lastSeenAt}',
  noLog: 'O registro de eventos não pôde ser gravado; o serviço segue sem ele.',
  neverSeen: 'nunca',
  revoked: 'O acesso deste navegador foi cancelado.',
  backedUp: 'Cópia guardada: {file}',
  noBackups: 'Ainda não há cópias. Use “nada-consta backup”.',
  backup: '{name}  {kind}, {at}',
  backupKinds: {
    daily: 'diária',
    manual: 'feita por uma pessoa',
    'before-restore': 'de antes de uma restauração',
    'before-migration': 'de antes de uma atualização',
  },
  restored: 'Os dados voltaram a {at}. O que foi feito depois não está nesta cópia.',
  restoredNext:
    'Ao iniciar, o serviço confere cada registro no birô e no ERP antes de enviar qualquer coisa. O estado anterior, se havia, foi guardado como cópia.',
  restoredSecrets:
    'Senhas do Connect e do ERP e os navegadores pareados não ficam nas cópias: informe as senhas e pareie de novo.',
  setAside: 'Os dados da outra instalação ficaram em {folder}',
  codeTitle: 'Código de recuperação. Anote em papel e guarde fora deste computador:',
  codeLine: '{from}  {groups}',
  codeNext:
    'Quem tem este código e uma cópia pode ler tudo. Confira o que anotou com “nada-consta recovery-code --check”.',
  codeRight: 'O código está certo.',
  codeQuestion:
    'Esta cópia não abre com a chave desta pasta. Digite o código de recuperação (20 grupos; linha vazia desiste):',
  scopes: {
    query: 'consultar',
    include: 'incluir',
    remove: 'baixar',
    admin: 'administrar',
  },
}
