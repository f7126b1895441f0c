// What both grids do: load, select, and, when `churn` says so, make all rows anew so that every tr is another one.
angular.module('hubsoft').factory(
  'gridController',
  ($interval, recordStore, switches) => (part) =>
    function () {
      let churning
      this.rows = []
      this.selectedCount = () => this.rows.filter((row) => row.selected).length
      this.reload = () => recordStore.rows(this.clientId, part).then((rows) => Object.assign(this, { rows }))
      this.$onInit = () => {
        this.reload()
        if (switches.churn === 0) return
        churning = $interval(() => {
          this.rows = angular.copy(this.rows).map((row) => ({ ...row, selected: false }))
        }, switches.churn)
      }
      this.$onDestroy = () => $interval.cancel(churning)
    },
)
