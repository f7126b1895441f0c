// window.hubsoftPages: what a test does to the page at a moment of its choice, in the page's own world.
angular.module('hubsoft').run(($rootScope, $state, headerSwap, hotkeys, nuke, presentedDocument, session) => {
  window.hubsoftPages = {
    hotkeys,
    nuke,
    swapHeader: (mode) => headerSwap.swap(mode),
    expireSession: () => session.expire(),
    go: (id, tab, section = null) =>
      $rootScope.$apply(() => $state.go('app.record', { id, tab, '#': section })),
    reloadView: () => $rootScope.$apply(() => $state.reload()),
    presentDocument: (variant) => {
      presentedDocument.as(variant)
      $rootScope.$apply(() => $state.reload())
    },
  }
})
