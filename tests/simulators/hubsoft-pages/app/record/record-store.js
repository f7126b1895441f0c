// Asks for a record and for its grids, with the delays that the switches demand.
angular.module('hubsoft').factory('recordStore', (api, switches) => {
  let asked = 0
  const waitOfNext = () => {
    asked += 1
    const lateness = switches.answers === 'reversed' ? Math.max(0, 1600 - asked * 700) : 0
    return switches.delay + lateness
  }
  return {
    load: (id) => api.get(`/cliente/${id}`, { wait: waitOfNext() }).then((answer) => answer.cliente),
    rows: (id, part) =>
      api.get(`/cliente/${id}/${part}`, { wait: switches.delay / 2 }).then((answer) => answer.registros),
  }
})
