import type { ErrorText } from './error-text.ts'

/** Programs, data and browsers of different versions. */
export const versionErrors = {
  'data-newer': {
    text: 'Os dados foram gravados pela versão {program}, mais nova que este programa ({own}). Nada foi alterado.',
    hint: 'Instale o Nada Consta {program} ou mais novo e inicie o serviço outra vez.',
  },
  'extension-older': {
    text: 'A extensão ({extension}) é mais antiga que o serviço ({service}).',
    hint: 'Atualize a extensão neste navegador.',
  },
  'service-older': {
    text: 'O serviço ({service}) é mais antigo que a extensão ({extension}).',
    hint: 'Atualize o serviço neste computador.',
  },
  'version-mismatch': {
    text: 'A extensão e o serviço não se entendem.',
    hint: 'Atualize os dois para a mesma versão: a extensão é {extension}, o serviço é {service}.',
  },
} satisfies Record<string, ErrorText>
