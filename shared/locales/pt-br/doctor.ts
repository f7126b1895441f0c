/** Texts of the command `doctor`: what was found, and what to do about it. */
export const doctor = {
  title: 'Nada Consta {version} · dados em {folder}',
  allWell: 'Está tudo em ordem.',
  summary: 'Falhas: {fails} · avisos: {warns}',
  bundled: 'Arquivo para enviar ao suporte: {file}',
  bundledNext: 'Contém versões, estados e contagens; nenhuma senha, nome ou documento.',
  checks: {
    version: 'Versão',
    service: 'Serviço',
    ports: 'Portas',
    lock: 'Trava',
    boot: 'Início automático',
    vault: 'Cofre de senhas',
    clock: 'Relógio',
    zone: 'Fuso horário',
    disk: 'Espaço em disco',
    folder: 'Pasta de dados',
    store: 'Dados guardados',
    backup: 'Cópia de segurança',
    copies: 'Cópia em outro disco',
    recovery: 'Código de recuperação',
    sweep: 'Leitura de pagamentos',
    credentials: 'Senhas do Connect',
    products: 'Produtos do Connect',
    erp: 'Acesso ao ERP',
    pairing: 'Navegadores pareados',
  },
  findings: {
    'nothing-yet': { text: 'Ainda não há dados neste computador.' },
    'not-known': { text: 'Não pôde ser verificado: veja as falhas acima.' },

    version: { text: 'Programa e dados combinam ({version}).' },
    'version-differs': {
      text: 'O programa é {version}, mas o serviço em execução é {running}.',
      remedy: 'Reinicie o serviço para que use a versão instalada.',
    },
    'data-newer': {
      text: 'Os dados são de uma versão mais nova que {version}.',
      remedy: 'Instale a versão mais nova do Nada Consta.',
    },

    'service-on': { text: 'Em execução na porta {port}.' },
    'service-off': {
      text: 'Não está em execução: nenhum nome é baixado.',
      remedy: 'Inicie com “nada-consta start” ou reinicie o serviço do sistema.',
    },
    'service-mute': { text: 'Não responde.', remedy: 'Veja a trava, abaixo.' },
    'service-blocked': { text: 'Não está em execução.', remedy: 'Libere as portas, veja abaixo.' },

    'ports-free': { text: 'Nenhum outro programa nas portas.' },
    'ports-foreign': {
      text: 'Outro programa usa: {ports}.',
      remedy: 'Encerre esse programa ou mude a porta dele e reinicie o serviço.',
    },
    'ports-reserved': {
      text: 'O sistema reservou: {ports}.',
      remedy:
        'Como administrador: “net stop winnat”, inicie o serviço, “net start winnat”. O Hyper-V reserva faixas ao ligar.',
    },

    'lock-free': { text: 'Livre.' },
    'lock-held': { text: 'Do serviço em execução (processo {pid}).' },
    'lock-dead': {
      text: 'Ficou de um processo que terminou sem aviso.',
      remedy: 'Inicie o serviço: ele assume a trava. Não apague arquivos.',
    },
    'lock-mute': {
      text: 'O processo {pid} segura os dados e não responde nas portas.',
      remedy: 'Encerre o processo {pid} e inicie o serviço de novo.',
    },
    'lock-missing': {
      text: 'O serviço responde, mas a sua trava não está na pasta de dados.',
      remedy: 'Reinicie o serviço. Não apague arquivos da pasta de dados.',
    },

    'boot-yes': { text: 'Instalado.' },
    'boot-no': {
      text: 'O serviço não volta sozinho depois de reiniciar o computador.',
      remedy: 'Instale-o: “nada-consta service install”.',
    },
    'boot-unknown': {
      text: 'Não pôde ser verificado neste sistema.',
      remedy: 'Veja “nada-consta service status”.',
    },

    'keychain-open': { text: 'Chaveiro do sistema, aberto.' },
    'keychain-shut': {
      text: 'O chaveiro do sistema está bloqueado ou não responde.',
      remedy: 'Entre na sessão deste usuário, desbloqueie o chaveiro e reinicie o serviço.',
    },
    'vault-file-open': { text: 'Arquivo cifrado, só deste usuário.' },
    'vault-file-shut': {
      text: 'O arquivo cifrado ou a chave dele falta ou está danificado.',
      remedy: 'Não apague nada; volte os arquivos “vault.*” de uma cópia do disco.',
    },
    'vault-file-wide': {
      text: 'O arquivo cifrado pode ser lido por outros usuários.',
      remedy: 'Restrinja: “chmod 700” na pasta de dados e “chmod 600” nos arquivos “vault.*”.',
    },

    'clock-right': { text: 'Confere com o dos servidores.' },
    'clock-plausible': { text: 'Plausível; ainda sem resposta de um servidor para comparar.' },
    'clock-ahead': {
      text: 'Adiantado {minutes} minutos.',
      remedy: 'Ligue o ajuste automático de data e hora do sistema.',
    },
    'clock-behind': {
      text: 'Atrasado {minutes} minutos.',
      remedy: 'Ligue o ajuste automático de data e hora do sistema.',
    },
    'clock-behind-files': {
      text: 'Há dados gravados {minutes} minutos no futuro: o relógio está ou esteve errado.',
      remedy: 'Ligue o ajuste automático de data e hora do sistema.',
    },

    'zone-right': { text: 'Horário de Brasília conhecido.' },
    'zone-wrong': {
      text: 'O Node deste computador não conhece o horário de Brasília atual.',
      remedy: 'Atualize o Node para a versão pedida no README.',
    },

    'disk-free': { text: '{megabytes} MB livres.' },
    'disk-low': { text: 'Só {megabytes} MB livres.', remedy: 'Libere espaço no disco da pasta de dados.' },
    'disk-full': {
      text: 'Quase cheio: {megabytes} MB livres. Inclusões podem ser recusadas.',
      remedy: 'Libere espaço no disco da pasta de dados agora.',
    },
    'disk-unknown': {
      text: 'O sistema não informou.',
      remedy: 'Confira o espaço livre no disco da pasta de dados.',
    },

    'folder-right': { text: 'Gravável, só deste usuário.' },
    'folder-read-only': {
      text: 'Não pode ser gravada por este usuário.',
      remedy: 'Devolva a pasta ao usuário do serviço, com permissão de gravação.',
    },
    'folder-wide': {
      text: 'Outros usuários têm acesso (itens: {count}).',
      remedy: 'Restrinja: “chmod 700” na pasta de dados e “chmod 600” nos arquivos dela.',
    },
    'folder-synced': {
      text: 'Está dentro de uma pasta sincronizada ({program}), que pode travar ou trocar arquivos.',
      remedy: 'Com o serviço encerrado, mova-a para fora e aponte NADA_CONSTA_HOME para o novo lugar.',
    },

    'store-whole': { text: 'Íntegros.' },
    'store-by-service': { text: 'O serviço em execução os lê e grava.' },
    'store-repaired': {
      text: 'Um arquivo está danificado; nada se perdeu.',
      remedy: 'Reinicie o serviço para que o refaça e verifique o disco.',
    },
    'store-doubtful': {
      text: 'Parte pode estar perdida: inclusões ficam desligadas, baixas continuam.',
      remedy: 'Não apague nada; escolha uma cópia com “nada-consta restore”.',
    },
    'store-read-only': {
      text: 'O serviço está em modo de leitura: nada é incluído.',
      remedy: 'Não apague nada; escolha uma cópia com “nada-consta restore”.',
    },
    'store-full': {
      text: 'O serviço não conseguiu gravar: o disco está cheio.',
      remedy: 'Libere espaço; o serviço volta sozinho.',
    },
    'store-unreadable': {
      text: 'Não puderam ser lidos. Nada foi apagado.',
      remedy: 'Não apague a pasta de dados; escolha uma cópia com “nada-consta restore”.',
    },
    'store-newer': {
      text: 'São de uma versão mais nova do programa.',
      remedy: 'Instale a versão mais nova do Nada Consta.',
    },
    'store-unknown': {
      text: 'Não puderam ser lidos sem o cofre de senhas.',
      remedy: 'Resolva o cofre de senhas e repita “nada-consta doctor”.',
    },

    'backup-fresh': { text: 'Idade em dias: {days}.' },
    'backup-old': {
      text: 'A mais nova tem {days} dias.',
      remedy: 'Deixe o serviço ligado ou faça uma agora: “nada-consta backup”.',
    },
    'backup-none': { text: 'Ainda não há.', remedy: 'Faça uma agora: “nada-consta backup”.' },

    'copies-there': { text: 'A mais nova tem {days} dia(s).' },
    'copies-old': {
      text: 'A mais nova tem {days} dia(s).',
      remedy: 'Confira se o serviço está em execução e se o outro disco tem espaço.',
    },
    'copies-unreachable': {
      text: 'A última cópia não chegou ao outro disco.',
      remedy: 'Confira se o disco ou o compartilhamento de NADA_CONSTA_BACKUPS está ligado.',
    },
    'copies-here-only': {
      text: 'As cópias estão só neste computador e se perdem com ele.',
      remedy:
        'Indique uma pasta em outro disco: NADA_CONSTA_BACKUPS=/pasta antes de “nada-consta service install”.',
    },

    'code-kept': { text: 'Foi mostrado para anotar em papel.' },
    'code-never': {
      text: 'Nunca foi anotado: sem ele, nenhuma cópia abre em outro computador.',
      remedy: 'Anote em papel: “nada-consta recovery-code”.',
    },

    'sweep-fresh': { text: 'Completa há menos de 2 horas.' },
    'sweep-first': { text: 'A primeira ainda não terminou.' },
    'sweep-late': {
      text: 'A última completa foi há {hours} horas.',
      remedy: 'Confira o acesso ao ERP e se o computador ficou desligado.',
    },
    'sweep-old': {
      text: 'Nenhuma completa há {hours} horas: quem pagou pode não ter sido baixado.',
      remedy: 'Confira o acesso ao ERP e deixe o serviço ligado; veja os prazos no popup.',
    },
    'no-erp-yet': { text: 'Nenhum ERP configurado.', remedy: 'Cadastre o ERP na Configuração.' },

    'no-integration': {
      text: 'Nenhuma integração configurada.',
      remedy: 'Cadastre a integração com o Connect na Configuração.',
    },
    'no-integration-yet': {
      text: 'Nenhuma integração configurada.',
      remedy: 'Cadastre a integração e sincronize os produtos na Configuração.',
    },
    'query-absent': {
      text: 'Faltam as senhas de consulta.',
      remedy: 'Grave e teste as senhas na Configuração.',
    },
    'pefin-absent': {
      text: 'Faltam as senhas de PEFIN: nada é incluído.',
      remedy: 'Grave e teste as senhas na Configuração.',
    },
    'query-refused': {
      text: 'As senhas de consulta falharam no último teste.',
      remedy: 'Confira os dados com o suporte do Connect e grave-os de novo na Configuração.',
    },
    'pefin-refused': {
      text: 'As senhas de PEFIN falharam no último teste.',
      remedy: 'Confira os dados com o suporte do Connect e grave-os de novo na Configuração.',
    },
    'pairs-untested': { text: 'Gravadas, ainda não testadas.', remedy: 'Use “Testar” na Configuração.' },
    'pairs-work': { text: 'Gravadas; o último teste passou.' },
    'vault-closed': {
      text: 'Estão no cofre, que não abriu.',
      remedy: 'Resolva o cofre de senhas e repita “nada-consta doctor”.',
    },

    products: { text: 'Completos.' },
    'products-missing': {
      text: 'Faltam tipos de produto ({count}): a inclusão fica desligada.',
      remedy: 'Sincronize os produtos na Configuração; se continuarem em falta, peça-os ao Connect.',
    },

    'no-erp': { text: 'Nenhum ERP configurado.', remedy: 'Cadastre o ERP na Configuração.' },
    'erp-user-refused': {
      text: 'O ERP recusou o usuário da API.',
      remedy: 'Confira client_id, client_secret, usuário e senha no HubSoft e grave-os na Configuração.',
    },
    'erp-rights': {
      text: 'O ERP recusou o pedido.',
      remedy: 'Confira as permissões do usuário da API no HubSoft.',
    },
    'erp-mute': {
      text: 'O ERP não respondeu ou não foi compreendido.',
      remedy: 'Confira a internet e o endereço da API; teste o ERP na Configuração.',
    },
    'erp-untested': { text: 'Configurado, ainda não testado.', remedy: 'Use “Testar” na Configuração.' },
    'erp-works': { text: 'Responde.' },

    'pairing-none': {
      text: 'Nenhum.',
      remedy: 'Use “nada-consta pair” e digite o código na Configuração da extensão.',
    },
    'pairing-no-admin': {
      text: 'Pareados: {count}, nenhum com permissão de administrar.',
      remedy: 'Pareie um com “nada-consta pair --scopes query,include,remove,admin”.',
    },
    pairing: { text: 'Pareados: {count}.' },
  },
}
