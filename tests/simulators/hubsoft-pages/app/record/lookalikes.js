// `lookalikes`: each of these passes the check digits of a CPF or CNPJ and none is the client's document.
angular.module('hubsoft').component('hsLookalikes', { templateUrl: 'assets/record/lookalikes.html' })
