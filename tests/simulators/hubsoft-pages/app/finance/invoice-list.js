// Everybody's overdue invoices. Route and columns are INFERRED; the id stands last, so that no reader gets by with its place.
angular.module('hubsoft').component('hsInvoiceList', {
  templateUrl: 'assets/finance/invoice-list.html',
  controllerAs: 'vm',
  controller: function (api) {
    this.rows = []
    this.all = false
    this.selectedCount = () => this.rows.filter((row) => row.selected).length
    this.selectAll = () => {
      for (const row of this.rows) row.selected = this.all
    }
    this.reload = () =>
      api.get('/fatura').then((answer) => Object.assign(this, { rows: answer.registros, all: false }))
    this.$onInit = this.reload
  },
})
