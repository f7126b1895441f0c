import type { ErrorText } from './error-text.ts'

/** Errors of the one running service, of `nada-consta service`, and of what paired browsers may do. */
export const serviceErrors = {
  'node-too-old': {
    text: 'O Node.js {found} é antigo demais para o Nada Consta.',
    hint: 'Instale o Node.js {least} ou mais novo e repita o comando.',
  },
  'lock-held': {
    text: 'O serviço Nada Consta já está em execução (processo {pid}).',
    hint: 'Use o que está em execução ou encerre-o antes de iniciar outro.',
  },
  'ports-taken': {
    text: 'As portas {ports} estão ocupadas ou reservadas.',
    hint: 'Encerre o programa que as usa ou reinicie o computador.',
  },

  'service-as-root': {
    text: 'O serviço não é instalado para root nem para o SYSTEM: as senhas ficariam em outro chaveiro, e uma falha teria todo o computador.',
    hint: 'Repita o comando como o usuário que usa a extensão, sem sudo.',
  },
  'service-platform-unknown': {
    text: 'Este sistema ({platform}) não tem um gerenciador de serviços conhecido.',
    hint: 'Faça o sistema iniciar “nada-consta start” para o seu usuário.',
  },
  'service-path-refused': {
    text: 'O caminho do programa ou dos dados tem caracteres que o gerenciador de serviços deste sistema não aceita.',
    hint: 'Use pastas sem aspas, quebra de linha, %nome% nem $( no nome.',
  },
  'service-program-temporary': {
    text: 'Este programa está em uma pasta temporária do npx, que é apagada sem aviso.',
    hint: 'Instale com “npm install -g” e repita o comando.',
  },
  'service-command-missing': {
    text: 'O programa {program} não foi encontrado.',
    hint: 'Faça o sistema iniciar “nada-consta start” para o seu usuário.',
  },
  'service-command-failed': {
    text: 'O sistema recusou: {command} (código {code}).',
    hint: 'Execute esse comando para ver o motivo, como o usuário da sessão, e repita.',
  },
  'service-file-refused': {
    text: 'Não foi possível gravar: {file}.',
    hint: 'Confira de quem é a pasta e o espaço em disco, e repita.',
  },
  'service-not-installed': {
    text: 'O serviço não está instalado.',
    hint: 'Use “nada-consta service install”.',
  },

  'last-admin': {
    text: 'Este é o último navegador com a permissão de administração.',
    hint: 'Dê a administração a outro navegador antes, ou pareie um com “nada-consta pair --scopes query,include,remove,admin”. “nada-consta revoke” cancela mesmo o último.',
  },
  'name-reserved': {
    text: 'Este nome é o do próprio programa na auditoria.',
    hint: 'Use o nome de quem usa o navegador.',
  },
  'name-taken': {
    text: 'Outro navegador pareado já tem este nome.',
    hint: 'Acrescente o que os distingue, por exemplo o lugar: “Ana – recepção”.',
  },
} satisfies Record<string, ErrorText>
