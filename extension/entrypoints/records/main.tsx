import { render } from 'preact'
import { RecordsPage } from '../../records-view/records-page.tsx'
import { LocaleRoot } from '../../ui/locale-root.tsx'
import '../../ui/styles/index.css'
import '../../records-view/records-view.css'
import '../../records-view/list/record-list.css'
import '../../records-view/detail/record-detail.css'
import '../../records-view/tasks/task-list.css'
import '../../records-view/audit/audit.css'

const root = document.getElementById('root')
if (root) render(<LocaleRoot>{() => <RecordsPage />}</LocaleRoot>, root)
