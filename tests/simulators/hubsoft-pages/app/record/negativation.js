// The native screen, next to which ours stands. Columns are INFERRED: the real ones are not public.
angular.module('hubsoft').component('hubsoftClienteNegativacao', {
  templateUrl: 'assets/record/negativation.html',
  controllerAs: 'vm',
  bindings: { clientId: '<' },
  controller: function (recordStore) {
    this.$onInit = () => {
      recordStore.rows(this.clientId, 'negativacao').then((rows) => Object.assign(this, { rows }))
    }
  },
})
