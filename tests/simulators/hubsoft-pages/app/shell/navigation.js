// The sidebar: groups fold open; "Consultar Cliente" is a dialog, not a page.
const group = (title, icon, entries = []) => ({ title, icon, entries })

angular.module('hubsoft').component('hsNavigation', {
  templateUrl: 'assets/shell/navigation.html',
  controllerAs: 'vm',
  controller: function ($state, clientSearchDialog) {
    this.open = 'Cliente'
    this.state = $state
    this.groups = [
      group('Dashboard', 'icon-view-dashboard', [
        { title: 'Visão Geral', go: () => $state.go('app.dashboard') },
      ]),
      group('Cliente', 'icon-account-multiple', [
        { title: 'Clientes', go: () => $state.go('app.clients'), of: /^\/cliente/ },
        { title: 'Consultar Cliente', go: (event) => clientSearchDialog.show(event) },
        { title: 'Prospectos' },
      ]),
      group('Financeiro', 'icon-cash-usd', [
        { title: 'Cobranças' },
        { title: 'Faturas', go: () => $state.go('app.invoices'), of: /^\/financeiro\/fatura/ },
        { title: 'Remessa e Retorno' },
      ]),
      group('Atendimento', 'icon-headset', [{ title: 'Atendimentos' }, { title: 'Ordens de Serviço' }]),
      group('Rede', 'icon-router-wireless'),
      group('Relatórios', 'icon-file-chart'),
      group('Configuração', 'icon-cog'),
    ]
    this.toggle = (clicked) => {
      this.open = this.open === clicked.title ? null : clicked.title
    }
    this.current = (entry) => entry.of !== undefined && entry.of.test(window.location.pathname)
  },
})
