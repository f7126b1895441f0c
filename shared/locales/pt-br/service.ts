/** Texts of `nada-consta service`. */
export const service = {
  outcomes: {
    installed: 'Serviço instalado e iniciado.',
    replaced: 'A instalação anterior do serviço foi substituída por esta, e o serviço foi reiniciado.',
    started: 'O serviço já estava instalado e foi iniciado.',
    unchanged: 'O serviço já está instalado e em execução. Nada mudou.',
  },
  startsAt: {
    boot: 'Inicia com o computador, também sem ninguém conectado.',
    logon: 'Inicia quando este usuário entra no computador.',
  },
  lingerRefused: 'Para iniciar já com o computador, peça a um administrador: loginctl enable-linger {user}',
  removed: 'Serviço removido. Nada dele ficou no sistema.',
  absent: 'O serviço não está instalado. Nada mudou.',
  dataKept: 'Os dados foram mantidos em: {folder}',
  restarted: 'Serviço reiniciado.',
  isInstalled: 'Instalado: sim, em {place}',
  notInstalled: 'Instalado: não',
  isRunning: 'Em execução: sim',
  runningSince: 'Em execução: sim, desde {since}',
  notRunning: 'Em execução: não',
  answers: 'Responde: sim, na porta {port}',
  answersNot: 'Responde: não',
  strangerAnswers: 'Responde: não; outro programa ocupa a porta',
  logs: 'Registro: {folder}',
  journal: 'Falhas ao iniciar: journalctl --user -u nada-consta',
  startOutput: 'Falhas ao iniciar: {file}',
  data: 'Dados: {folder}',
  advice: {
    none: 'Tudo em ordem.',
    install: 'Próximo passo: nada-consta service install',
    reinstall: 'O programa mudou depois da instalação. Próximo passo: nada-consta service install',
    byHand:
      'O serviço foi iniciado à mão (nada-consta start). Encerre-o com Ctrl+C e use nada-consta service restart.',
    byHandOnly:
      'O serviço foi iniciado à mão e não volta sozinho. Encerre-o com Ctrl+C e use nada-consta service install.',
    restart: 'Próximo passo: nada-consta service restart',
    readLog: 'Está em execução mas não responde: veja o registro; depois, nada-consta service restart.',
  },
}
