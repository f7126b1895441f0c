// `alert`: the client's observation that must be seen first; a real dialog with focus trap, locked body and Escape.
angular.module('hubsoft').factory('recordAlert', ($mdDialog, switches) => ({
  showFor: (client) => {
    if (switches.alert === 'off') return
    $mdDialog
      .show(
        $mdDialog
          .alert()
          .parent(angular.element(document.body))
          .title('Visualização obrigatória')
          .textContent(`${client.nome_razaosocial}: cliente com promessa de pagamento em aberto.`)
          .ariaLabel('Alerta do cliente')
          .escapeToClose(true)
          .clickOutsideToClose(true)
          .ok('OK'),
      )
      .catch(() => undefined)
  },
}))
