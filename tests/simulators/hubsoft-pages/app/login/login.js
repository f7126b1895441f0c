// Two steps, as known of the real panel: e-mail, "Validar", password, "Entrar".
angular.module('hubsoft').component('hsLogin', {
  templateUrl: 'assets/login/login.html',
  controllerAs: 'vm',
  controller: function ($state, api, session) {
    this.step = 'email'
    this.form = { email: '', senha: '' }
    this.validate = () => {
      this.step = 'password'
    }
    this.save = () =>
      api.post('/login', this.form).then((answer) => {
        session.begin(answer.token)
        return $state.go('app.dashboard')
      })
  },
})
