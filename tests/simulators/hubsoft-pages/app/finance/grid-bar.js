angular.module('hubsoft').component('hsGridBar', {
  templateUrl: 'assets/finance/grid-bar.html',
  controllerAs: 'vm',
  bindings: { count: '<', noun: '@', reload: '&' },
})
