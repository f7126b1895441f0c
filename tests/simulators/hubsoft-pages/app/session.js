// The panel keeps its session token in localStorage, as the real one does. From here on every other reader of that key in the page's own world is counted in window.__jwtReads.
angular.module('hubsoft').factory('session', (settings, switches) => {
  const key = 'hubsoft_token'
  const storage = window.localStorage
  storage.setItem(key, switches.session === 'expired' ? settings.expiredToken : settings.sessionToken)
  window.__jwtReads = 0

  const count = (name) => {
    if (name === key) window.__jwtReads += 1
  }
  const watched = new Proxy(storage, {
    get(target, name) {
      count(name)
      const value = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      return (...values) => {
        if (name === 'getItem') count(values[0])
        return value.apply(target, values)
      }
    },
    getOwnPropertyDescriptor(target, name) {
      count(name)
      return Reflect.getOwnPropertyDescriptor(target, name)
    },
  })
  Object.defineProperty(window, 'localStorage', { configurable: true, get: () => watched })

  return {
    token: () => storage.getItem(key),
    begin: (token) => storage.setItem(key, token),
    expire: () => storage.setItem(key, settings.expiredToken),
  }
})

// The trap must stand before anyone else looks.
angular.module('hubsoft').run((session) => session.token())
