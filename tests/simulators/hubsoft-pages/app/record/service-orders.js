angular.module('hubsoft').component('hubsoftClienteOrdemServico', {
  templateUrl: 'assets/record/service-orders.html',
  controllerAs: 'vm',
  bindings: { clientId: '<' },
  controller: function (recordStore) {
    this.$onInit = () => {
      recordStore.rows(this.clientId, 'ordem_servico').then((rows) => Object.assign(this, { orders: rows }))
    }
  },
})
