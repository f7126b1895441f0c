// `hotkeys`: letters and Escape on document, as ERPs bind them. Keys typed into the page's own fields are no hotkeys; a field that the page cannot see behind a shadow root is none of its own.
angular.module('hubsoft').factory('hotkeys', (switches) => {
  const pressed = []
  if (switches.hotkeys === 'on') {
    document.addEventListener('keydown', (event) => {
      const inField = event.target.closest?.('input, textarea, select, [contenteditable]') != null
      if (!inField && (event.key === 'Escape' || /^[a-z]$/i.test(event.key))) pressed.push(event.key)
    })
  }
  return pressed
})
