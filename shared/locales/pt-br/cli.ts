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
  restore [cópia]        Volta a uma cópia, com o serviço encerrado; sem nome, lista as cópias.
                         A chave das cópias fica no chaveiro do sistema ou no cofre da pasta de
                         dados: sem ela, uma cópia não abre em outro computador.

Opções
  -h, --help             Mostra esta ajuda.
  -v, --version          Mostra a versão.

Variáveis de ambiente
  NADA_CONSTA_HOME         Pasta de dados.
  NADA_CONSTA_VAULT        “file” guarda as senhas em arquivo cifrado, sem o chaveiro do sistema.
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
  restored: 'Os dados voltaram a {at}. O que foi feito depois não está nesta cópia:',
  restoredNext:
    'confira no site do birô as inclusões posteriores. O estado anterior foi guardado como cópia.',
  scopes: {
    query: 'consultar',
    include: 'incluir',
    remove: 'baixar',
    admin: 'administrar',
  },
}
