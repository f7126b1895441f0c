// The panel's API on its own host, with the bearer token; an answer of 401 ends the session.
angular
  .module('hubsoft')
  .factory('api', ($http, $state, $rootScope, settings, session) => {
    $rootScope.loadingProgress = false
    let underWay = 0
    const progress = (step) => {
      underWay += step
      $rootScope.loadingProgress = underWay > 0
    }
    const call = (method, path, { wait = 0, body } = {}) => {
      progress(1)
      return $http({
        method,
        url: settings.api + path,
        data: body,
        params: wait > 0 ? { espera: wait } : {},
        headers: { Authorization: `Bearer ${session.token()}`, 'X-Requested-With': 'XMLHttpRequest' },
      })
        .then((answer) => answer.data)
        .catch((failure) => {
          if (failure.status === 401) $state.go('login')
          throw failure
        })
        .finally(() => progress(-1))
    }
    return {
      get: (path, options) => call('GET', path, options),
      post: (path, body) => call('POST', path, { body }),
    }
  })
  // A refused session is told by the change to /login; nobody waits for the rejected answer.
  .config(($qProvider) => $qProvider.errorOnUnhandledRejections(false))
