// The registration form. The document lives in input.value alone, written by ui-mask: no text, no attribute, no event.
angular.module('hubsoft').component('hubsoftClienteCadastro', {
  templateUrl: 'assets/record/registration.html',
  controllerAs: 'vm',
  bindings: { client: '<' },
  controller: function (presentedDocument, switches) {
    const masks = { fisica: '999.999.999-99', juridica: '**.***.***/****-99' }
    this.negativationTab = switches.neg === 'tab' || switches.twin === 'on'
    this.twin = switches.twin === 'on'
    this.masks = masks
    this.$onChanges = () => {
      if (!this.client) return
      const shown = presentedDocument(this.client)
      this.hasDocument = shown.form !== null
      this.form = angular.copy(this.client)
      this.documents = { fisica: '', juridica: '' }
      this.form.tipo_pessoa = (shown.form ?? this.client.cpf_cnpj).length === 14 ? 'juridica' : 'fisica'
      this.documents[this.form.tipo_pessoa] = shown.form ?? ''
      if (shown.other)
        this.documents[this.form.tipo_pessoa === 'fisica' ? 'juridica' : 'fisica'] = shown.other
    }
  },
})
