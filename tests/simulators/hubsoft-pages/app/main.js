// The application: routes as they are known of the real panel (HTML5 mode), theme, and one progress bar for all requests.
const content = (component) => ({ 'content@app': { component } })

angular
  .module('hubsoft', [
    'ngAnimate',
    'ngAria',
    'ngMessages',
    'ngSanitize',
    'ngMaterial',
    'ui.router',
    'ui.mask',
  ])
  .constant('settings', window.hubsoftSettings)
  .config(($locationProvider, $urlMatcherFactoryProvider, $stateProvider, $urlRouterProvider) => {
    $locationProvider.html5Mode(true)
    $urlMatcherFactoryProvider.strictMode(false)
    $urlRouterProvider.when('/', '/dashboard').otherwise('/dashboard')
    $urlRouterProvider.when('/cliente/editar/{id:int}', '/cliente/editar/{id}/cadastro')
    $stateProvider
      .state('login', { url: '/login', views: { main: { component: 'hsLogin' } } })
      .state('app', { abstract: true, views: { main: { component: 'hsLayout' } } })
      .state('app.dashboard', { url: '/dashboard', views: content('hsDashboard') })
      .state('app.clients', { url: '/cliente', views: content('hsClientList') })
      .state('app.invoices', { url: '/financeiro/fatura', views: content('hsInvoiceList') })
      .state('app.record', { url: '/cliente/editar/{id:int}/{tab:[a-z_]+}', views: content('hsRecord') })
  })
  .config(($mdThemingProvider, $mdIconProvider) => {
    $mdThemingProvider.setNonce(document.documentElement.dataset.styleNonce)
    $mdThemingProvider.definePalette(
      'marinho',
      $mdThemingProvider.extendPalette('indigo', { 500: '1d3557', 600: '17294a', 800: '12203b' }),
    )
    $mdThemingProvider
      .theme('default')
      .primaryPalette('marinho')
      .accentPalette('light-blue', { default: '800', 'hue-1': '600' })
    $mdIconProvider.defaultFontSet('icon')
  })
