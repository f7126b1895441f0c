/** Texts of the command line. */
export const cli = {
  usage: `Uso: nada-consta <comando>

Comandos
  start                  Inicia o serviço neste computador; encerre com Ctrl+C.
  pair [--scopes lista]  Abre o pareamento e mostra o código para a extensão.
                         Permissões, separadas por vírgula: query, include, remove, admin.
  clients                Lista os navegadores pareados.
  revoke <id>            Cancela o acesso de um navegador.

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
  neverSeen: 'nunca',
  revoked: 'O acesso deste navegador foi cancelado.',
  scopes: {
    query: 'consultar',
    include: 'incluir',
    remove: 'baixar',
    admin: 'administrar',
  },
}
