// One client's record. Header and grid arrive by separate answers, the header last; a change of client or tab swaps the whole view.
angular.module('hubsoft').component('hsRecord', {
  templateUrl: 'assets/record/record.html',
  controllerAs: 'vm',
  controller: function ($stateParams, $state, recordStore, recordAlert, headerSwap, switches) {
    const { id, tab } = $stateParams
    const tabs = [
      { name: 'cadastro', title: 'Cadastro' },
      { name: 'servico', title: 'Serviços' },
      { name: 'financeiro', title: 'Financeiro' },
      { name: 'negativacao', title: 'Negativação' },
      { name: 'ordem_servico', title: 'Ordens de Serviço' },
    ]
    const mayNegate = switches.permission === 'full' && switches.neg === 'route'
    this.tabs = tabs.filter((each) => each.name !== 'negativacao' || mayNegate)
    this.id = id
    this.tab = tab
    this.currentNavItem = tab
    this.client = null
    this.fixtures = { lookalikes: switches.lookalikes === 'on', labelled: switches.labelled === 'on' }
    this.open = (name) => $state.go('app.record', { id, tab: name, '#': null })

    let alive = true
    const show = (client) => {
      this.client = client
      recordAlert.showFor(client)
      headerSwap.begin(() => alive)
    }
    this.$onInit = () => {
      recordStore.load(id).then((client) => alive && show(client))
    }
    this.$onDestroy = () => {
      alive = false
    }
  },
})
