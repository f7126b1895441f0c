/** The ERP sites in the set-up: switches, what failed there, the skeleton of a page. */
export const erpSites = {
  functions: 'Funções',
  allOn: 'tudo ligado',
  oneOff: '1 desligada',
  someOff: '{count} desligadas',
  legend: 'O que a extensão faz em {host}',
  atOnce: 'Vale na hora, também nas páginas abertas.',
  features: {
    panel: { label: 'Painel', hint: 'Cliente, situação e botões, no canto da página.' },
    toolbar: { label: 'Entrada na barra do topo', hint: 'Um botão na barra do ERP, em todas as telas.' },
    record: { label: 'Botão no cadastro', hint: 'Abre o painel ao lado do nome do cliente.' },
    chips: { label: 'Documentos nas listas', hint: 'Uma etiqueta junto de cada CPF ou CNPJ reconhecido.' },
    marks: { label: 'Marcas nas faturas', hint: 'Negativada, em baixa ou pode ser negativada.' },
    selection: {
      label: 'Documento no menu do botão direito',
      hint: 'Desligado, o menu continua, sem dizer qual documento está selecionado.',
    },
  },

  problemOne: 'Uma função não funciona neste site.',
  problemMany: '{count} funções não funcionam neste site.',
  problemTodo:
    'A página do ERP pode ter mudado. Abra no ERP a tela em que falta a função, copie o esqueleto dela e envie ao suporte.',
  problemSince: 'desde {date}, versão {version}',
  stillWorks: 'Continua funcionando: {what}',
  retry: 'Tentar de novo',
  parts: {
    recognises: { what: 'Reconhecer o endereço do ERP', still: 'a consulta pelo botão da extensão.' },
    route: { what: 'Saber qual tela está aberta', still: 'o menu do botão direito e o botão da extensão.' },
    readRecord: {
      what: 'Ler o cliente no cadastro',
      still: 'digitar o documento no painel e o menu do botão direito.',
    },
    selectedInvoices: {
      what: 'Ler as faturas marcadas na página',
      still: 'escolher as faturas na lista da extensão.',
    },
    toolbarAnchor: { what: 'Entrada na barra do topo', still: 'o painel e o menu do botão direito.' },
    recordAnchor: { what: 'Botão no cadastro', still: 'o painel e o menu do botão direito.' },
    grids: { what: 'Etiquetas e marcas nas listas', still: 'o painel e o menu do botão direito.' },
    rows: {
      what: 'Etiquetas e marcas em parte das linhas',
      still: 'o painel e o menu do botão direito.',
    },
    isDark: { what: 'Seguir o tema claro ou escuro do ERP', still: 'todo o resto, no tema do sistema.' },
  },

  skeleton: {
    copy: 'Copiar esqueleto da página',
    reading: 'Lendo a estrutura da página…',
    title: 'Esqueleto da página de {host}',
    check: 'Confira: só a estrutura, nenhum dado.',
    checkHint:
      'Cada letra e cada número viraram forma: 731.640 aparece como D3.D3. Ficam só palavras do próprio ERP, como CPF e Vencimento.',
    tab: 'Página aberta',
    copyText: 'Copiar',
    copied: 'Copiado',
    save: 'Salvar arquivo',
    file: 'esqueleto-{host}.txt',
    close: 'Fechar',
  },
}
