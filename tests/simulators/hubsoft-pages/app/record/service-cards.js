angular.module('hubsoft').component('hubsoftClienteServico', {
  templateUrl: 'assets/record/service-cards.html',
  controllerAs: 'vm',
  bindings: { clientId: '<' },
  controller: function (recordStore) {
    this.$onInit = () => {
      recordStore.rows(this.clientId, 'servico').then((rows) => Object.assign(this, { services: rows }))
    }
  },
})
