// `frames`: two frames of the same origin, one about:blank, one srcdoc; the record itself stays in the top document.
const add = (name, value) => {
  const frame = document.createElement('iframe')
  if (name !== null) frame.setAttribute(name, value)
  frame.className = 'small-frame'
  document.body.append(frame)
}

angular.module('hubsoft').run((switches) => {
  if (switches.frames === 'off') return
  add('src', '/assets/behaviours/frame.html?1')
  add('src', '/assets/behaviours/frame.html?2')
  add(null)
  add('srcdoc', '<p>CPF: 907.315.826-59</p>')
})
