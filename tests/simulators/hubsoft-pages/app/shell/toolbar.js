// The top bar: the "Clientes" menu with the native credit query, recent clients for a quick change, the progress ring.
angular.module('hubsoft').component('hsToolbar', {
  templateUrl: 'assets/shell/toolbar.html',
  controllerAs: 'vm',
  controller: function ($state, $mdSidenav, api, creditDialog, clientSearchDialog, switches) {
    this.mayQuery = switches.permission === 'full'
    this.showClock = switches.clock === 'on'
    this.recent = []
    this.$onInit = () => {
      api.get('/cliente').then((answer) => Object.assign(this, { recent: answer.clientes.slice(0, 5) }))
    }
    this.toggleNavigation = () => $mdSidenav('navigation').toggle()
    this.openList = () => $state.go('app.clients')
    this.openClient = (client) => $state.go('app.record', { id: client.id_cliente, tab: 'cadastro' })
    this.searchClient = (event) => clientSearchDialog.show(event)
    this.queryCredit = (event) => creditDialog.show(event, null)
    this.leave = () => $state.go('login')
  },
})
