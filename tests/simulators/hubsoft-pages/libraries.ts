import { createRequire } from 'node:module'

const resolve = createRequire(import.meta.url).resolve

/** Scripts of the pages in loading order: published name → file in node_modules. jQuery first, so that AngularJS uses it. */
export const scriptLibraries: ReadonlyMap<string, string> = new Map([
  ['jquery.js', resolve('jquery/dist/jquery.min.js')],
  ['angular.js', resolve('angular/angular.min.js')],
  ['angular-animate.js', resolve('angular-animate/angular-animate.min.js')],
  ['angular-aria.js', resolve('angular-aria/angular-aria.min.js')],
  ['angular-messages.js', resolve('angular-messages/angular-messages.min.js')],
  ['angular-sanitize.js', resolve('angular-sanitize/angular-sanitize.min.js')],
  ['angular-material.js', resolve('angular-material/angular-material.min.js')],
  ['angular-ui-router.js', resolve('@uirouter/angularjs/release/angular-ui-router.min.js')],
  ['mask.js', resolve('angular-ui-mask/dist/mask.min.js')],
  ['dataTables.js', resolve('datatables.net/js/dataTables.min.js')],
  ['dataTables.responsive.js', resolve('datatables.net-responsive/js/dataTables.responsive.min.js')],
])

/** Style sheets of the libraries, likewise. */
export const styleLibraries: ReadonlyMap<string, string> = new Map([
  ['angular-csp.css', resolve('angular/angular-csp.css')],
  ['angular-material.css', resolve('angular-material/angular-material.min.css')],
  ['dataTables.css', resolve('datatables.net-dt/css/dataTables.dataTables.min.css')],
])
