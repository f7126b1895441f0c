// The menu of a row; its content is moved to <body> by AngularJS Material.
angular.module('hubsoft').component('hsRowActions', {
  templateUrl: 'assets/finance/row-actions.html',
})
