// `rem`, `css` and `uppercase` are classes on <html>; their rules stand in styles/behaviours.css, so that they hold under any policy.
angular.module('hubsoft').run((switches) => {
  const classes = {
    'rem-small': switches.rem === '62.5%',
    'rem-large': switches.rem === '24px',
    'css-hostile': switches.css === 'hostile',
    'all-capitals': switches.uppercase === 'on',
  }
  for (const [name, wanted] of Object.entries(classes))
    document.documentElement.classList.toggle(name, wanted)
})
