const cardsOf = (clients) => {
  const inState = (state) => clients.filter((client) => client.situacao === state).length
  return [
    { title: 'Clientes', value: clients.length },
    { title: 'Habilitados', value: inState('Habilitado') },
    { title: 'Suspensos por débito', value: inState('Suspenso por débito') },
    { title: 'Cancelados', value: inState('Cancelado') },
  ]
}

angular.module('hubsoft').component('hsDashboard', {
  templateUrl: 'assets/dashboard/dashboard.html',
  controllerAs: 'vm',
  controller: function (api) {
    this.cards = []
    this.$onInit = () => {
      api.get('/cliente').then((answer) => Object.assign(this, { cards: cardsOf(answer.clientes) }))
    }
  },
})
