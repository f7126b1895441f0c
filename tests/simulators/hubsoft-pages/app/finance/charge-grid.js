// Charges (cobranças): as known of the real panel, the first cell is the charge's id.
angular.module('hubsoft').component('hubsoftClienteFinanceiroCobranca', {
  templateUrl: 'assets/finance/charge-grid.html',
  controllerAs: 'vm',
  bindings: { clientId: '<' },
  controller: function (gridController, $injector) {
    $injector.invoke(gridController('cobranca'), this)
  },
})
