// `labelled`: documents that must be found, because a label stands by them.
angular.module('hubsoft').component('hsLabelledDocuments', {
  templateUrl: 'assets/record/labelled-documents.html',
  controllerAs: 'vm',
  controller: function () {
    this.partner = '01234509857'
    this.company = 'AB12CD34000184'
  },
})
