/** The panel in the ERP's pages and the context menu. */
export const erp = {
  menu: {
    /** `%s` is put in by the browser: the selected text. */
    unread: 'Consultar crédito de “%s”',
    one: 'Consultar crédito de {document}',
    maybePhone: 'Consultar crédito de {document} (pode ser telefone)',
    several: 'Consultar crédito: {count} documentos na seleção',
    none: 'Consultar crédito: nenhum CPF ou CNPJ na seleção',
    masked: 'Consultar crédito: o documento está mascarado',
  },
  panel: {
    title: 'Nada Consta',
    open: 'Abrir o painel Nada Consta',
    minimise: 'Minimizar',
    close: 'Fechar',
    query: 'Consultar crédito',
    queryChosen: 'Consultar o escolhido',
    type: 'Digitar CPF/CNPJ',
    nameless: 'Cliente sem nome na tela',
    reading: 'Lendo o cadastro…',
    noDocument: 'Nenhum CPF ou CNPJ visível nesta tela. Abra o cadastro completo ou digite o documento.',
    readAgain: 'Ler de novo',
    masked: 'O ERP mostra o documento mascarado; abra o cadastro completo.',
    several: 'Há mais de um documento neste cadastro. Escolha qual consultar:',
    changed: 'O cadastro mudou desde a leitura. Confira os dados e clique de novo. Nada foi consultado.',
    elsewhere: 'Selecione um CPF ou CNPJ e use o botão direito, abra um cadastro, ou digite.',
    opening: 'Abrindo a consulta…',
    opened: 'A consulta abriu em outra aba.',
    lost: 'A resposta não chegou. Veja se a consulta abriu em outra aba; nada foi consultado.',
    updated: 'A extensão foi atualizada. Atualize a página (F5) para continuar. Nada foi enviado.',
  },
  badge: {
    permission: 'Falta uma permissão do navegador. Abra a Configuração.',
  },
}
