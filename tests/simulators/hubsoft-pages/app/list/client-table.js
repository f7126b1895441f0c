// Draws the rows; their Ações menus are compiled by AngularJS, in the row and in its responsive child.
angular.module('hubsoft').factory('clientTable', ($compile, $filter, $state) => {
  const actions = `<md-menu>
    <md-button class="md-raised row-action" aria-label="Open menu with custom trigger" ng-click="$mdMenu.open($event)"><span>Ações</span></md-button>
    <md-menu-content width="3">
      <md-menu-item><md-button ng-click="open('cadastro')"><span class="item-open">Editar</span></md-button></md-menu-item>
      <md-menu-item><md-button ng-click="open('financeiro')">Financeiro</md-button></md-menu-item>
      <md-menu-item><md-button ng-click="open('servico')">Serviços</md-button></md-menu-item>
    </md-menu-content>
  </md-menu>`

  const columns = [
    { title: 'Código', data: 'codigo_cliente', responsivePriority: 1 },
    { title: 'Nome / Razão Social', data: 'nome_razaosocial', responsivePriority: 2 },
    {
      title: 'CPF/CNPJ',
      data: 'cpf_cnpj',
      render: (value) => $filter('documento')(value),
      responsivePriority: 3,
    },
    { title: 'Telefone', data: 'telefone_primario', render: (value) => $filter('telefone')(value) },
    { title: 'Cidade', data: 'cidade' },
    { title: 'Plano', data: 'plano' },
    { title: 'Situação', data: 'situacao' },
    { title: 'Ações', data: null, orderable: false, defaultContent: actions, responsivePriority: 20000 },
  ]

  const compile = (row, client, scope) => {
    const own = scope.$new()
    own.open = (tab) => $state.go('app.record', { id: client.id_cliente, tab })
    $compile(row.contents())(own)
  }

  const draw = (element, clients, scope) => {
    const table = element.DataTable({
      data: clients,
      columns,
      responsive: true,
      pageLength: 10,
      autoWidth: false,
      order: [[0, 'asc']],
      layout: { topStart: null, topEnd: null, bottomStart: 'info', bottomEnd: 'paging' },
      language: {
        info: 'Mostrando _START_ a _END_ de _TOTAL_',
        infoEmpty: 'Nenhum registro',
        infoFiltered: '(de _MAX_)',
        zeroRecords: 'Nenhum registro encontrado',
      },
      createdRow: (row, client) => compile($(row), client, scope),
    })
    table.on('responsive-display', (_event, _table, row, shown) => {
      if (shown) scope.$applyAsync(() => compile($(row.child()), row.data(), scope))
    })
    return table
  }

  return { draw }
})
