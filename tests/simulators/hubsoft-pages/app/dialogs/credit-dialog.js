// The ERP's own credit query: integration, product, input (only some products), document.
angular.module('hubsoft').factory('creditDialog', ($mdDialog, $mdToast) => ({
  show: (event, client) =>
    $mdDialog
      .show({
        templateUrl: 'assets/dialogs/credit-dialog.html',
        targetEvent: event,
        parent: angular.element(document.body),
        clickOutsideToClose: true,
        controllerAs: 'vm',
        controller: function () {
          this.form = { integracao: 'SPC', produto: 'SPC Mix', documento: client?.cpf_cnpj ?? '' }
          this.cancel = () => $mdDialog.cancel()
          this.query = () => $mdDialog.hide()
        },
      })
      .then(() => $mdToast.showSimple('Integração SPC sem saldo para consultas'))
      .catch(() => undefined),
}))
