// Invoices (faturas), with the numbers of the boleto. Order of the columns is INFERRED: a reader must go by header text.
angular.module('hubsoft').component('hubsoftClienteFinanceiroFatura', {
  templateUrl: 'assets/finance/invoice-grid.html',
  controllerAs: 'vm',
  bindings: { clientId: '<' },
  controller: function (gridController, $injector) {
    $injector.invoke(gridController('fatura'), this)
  },
})
