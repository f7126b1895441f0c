// "Consultar Cliente": finds by name, code or document and opens the record, also from another record.
angular.module('hubsoft').factory('clientSearchDialog', ($mdDialog, $state, api) => ({
  show: (event) =>
    $mdDialog
      .show({
        templateUrl: 'assets/dialogs/client-search-dialog.html',
        targetEvent: event,
        parent: angular.element(document.body),
        clickOutsideToClose: true,
        controllerAs: 'vm',
        controller: function () {
          this.text = ''
          api.get('/cliente').then((answer) => Object.assign(this, { clients: answer.clientes }))
          this.open = (client) => $mdDialog.hide(client)
          this.cancel = () => $mdDialog.cancel()
        },
      })
      .then((client) => $state.go('app.record', { id: client.id_cliente, tab: 'cadastro' }))
      .catch(() => undefined),
}))
