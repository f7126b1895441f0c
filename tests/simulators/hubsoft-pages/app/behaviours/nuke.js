// `nuke`: children of <body> that neither the template nor AngularJS Material put there are removed, as a "clean-up" script would.
const known = (element) =>
  ['SCRIPT', 'STYLE', 'LINK', 'IFRAME'].includes(element.tagName) ||
  element.matches('[ui-view], [class*="md-"], [id^="md-"]') ||
  element.localName.startsWith('md-') ||
  element.id === 'ngAnimate'

angular
  .module('hubsoft')
  .factory('nuke', () => {
    return () => {
      const strangers = [...document.body.children].filter((element) => !known(element))
      for (const element of strangers) element.remove()
      return strangers.map((element) => element.localName)
    }
  })
  .run(($interval, nuke, switches) => {
    if (switches.nuke === 'on') $interval(nuke, 500, 0, false)
  })
