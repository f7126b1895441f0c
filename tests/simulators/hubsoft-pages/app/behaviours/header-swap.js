// `swap`: the record header is replaced by a new one in the same task (a watcher of "is it there?" sees nothing) or in two tasks.
angular.module('hubsoft').factory('headerSwap', ($compile, $rootScope, $timeout, switches) => {
  const tag = 'hubsoft-cliente-cabecalho'
  const current = () => document.querySelector(`#content:not(.ng-leave) ${tag}`)

  const fresh = (old) => {
    const scope = $rootScope.$new()
    scope.client = angular.element(old).isolateScope().vm.client
    const made = $compile(`<${tag} client="client"></${tag}>`)(scope)[0]
    scope.$digest()
    return made
  }

  const swap = (mode) => {
    const old = current()
    if (old === null) return
    const made = fresh(old)
    if (mode === 'same-task') {
      old.replaceWith(made)
      return
    }
    const next = old.nextSibling
    const parent = old.parentNode
    old.remove()
    $timeout(() => parent.insertBefore(made, next), 0, false)
  }

  const loseAnchor = () => {
    document.querySelector(`#content:not(.ng-leave) ${tag} [aria-label="Consulta de Crédito"]`)?.remove()
  }

  // Outside a digest, or the new header would stand empty until the digest reaches it.
  const after = (run) => $timeout(run, switches.swapEvery, false)

  const step = (left, isAlive) => {
    if (!isAlive()) return
    if (left > 0) {
      swap(switches.swap)
      after(() => step(left - 1, isAlive))
    } else if (switches.anchor === 'gone-after-swaps') {
      loseAnchor()
    }
  }

  const begin = (isAlive) => {
    if (switches.swap !== 'none') after(() => step(switches.swaps, isAlive))
  }

  return { begin, swap }
})
