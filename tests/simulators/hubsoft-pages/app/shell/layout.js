angular
  .module('hubsoft')
  .component('hsLayout', { templateUrl: 'assets/shell/layout.html', controllerAs: 'vm' })
