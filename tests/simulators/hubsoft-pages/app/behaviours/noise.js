// `toasts` and `clock`: mutations that mean nothing.
angular
  .module('hubsoft')
  .component('hsClock', {
    template: '<span class="clock" ng-bind="vm.now"></span>',
    controllerAs: 'vm',
    controller: function ($interval) {
      const tick = () => {
        this.now = new Date().toLocaleTimeString('pt-BR')
      }
      const ticking = $interval(tick, 1000)
      tick()
      this.$onDestroy = () => $interval.cancel(ticking)
    },
  })
  .run(($interval, $mdToast, switches) => {
    if (switches.toasts === 0) return
    $interval(
      (count) => {
        $mdToast.show(
          $mdToast
            .simple()
            .textContent(`Cobrança ${count + 1} gerada com sucesso`)
            .hideDelay(3000),
        )
      },
      5000 / switches.toasts,
      switches.toasts,
    ).catch(() => undefined)
  })
