// The client list: DataTables with the Responsive plug-in; narrow windows move columns into a child row, texts standing twice.
angular.module('hubsoft').component('hsClientList', {
  templateUrl: 'assets/list/client-list.html',
  controllerAs: 'vm',
  controller: function ($element, $scope, api, clientTable) {
    this.filtros = { busca: '' }
    this.search = () => this.table.search(this.filtros.busca).draw()
    this.$postLink = () => {
      api
        .get('/cliente')
        .then((answer) => clientTable.draw($element.find('table'), answer.clientes, $scope))
        .then((drawn) => Object.assign(this, { table: drawn }))
    }
    this.$onDestroy = () => this.table?.destroy()
  },
})
