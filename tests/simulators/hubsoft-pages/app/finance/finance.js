// The financial tab. Which grid is open stands in the fragment of the address: #cobrancas (also without any) or #faturas.
angular.module('hubsoft').component('hubsoftClienteFinanceiro', {
  templateUrl: 'assets/finance/finance.html',
  controllerAs: 'vm',
  bindings: { clientId: '<' },
  controller: function ($location, $scope) {
    const read = () => {
      this.section = $location.hash() === 'faturas' ? 'faturas' : 'cobrancas'
    }
    read()
    this.open = (section) => $location.hash(section)
    $scope.$on('$locationChangeSuccess', read)
  },
})
