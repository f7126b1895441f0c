// The header of the record. Its markup is INFERRED; known is that a credit query icon stands at the top of the screen.
angular.module('hubsoft').component('hubsoftClienteCabecalho', {
  templateUrl: 'assets/record/record-header.html',
  controllerAs: 'vm',
  bindings: { client: '<' },
  controller: function ($state, presentedDocument, creditDialog, switches) {
    this.mayQuery = switches.permission === 'full'
    this.document = null
    this.$onChanges = () => {
      this.document = this.client ? presentedDocument(this.client).header : null
    }
    this.back = () => $state.go('app.clients')
    this.queryCredit = (event) => creditDialog.show(event, this.client)
  },
})
