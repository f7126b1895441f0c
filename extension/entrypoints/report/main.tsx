import { render } from 'preact'
import { ReportPage } from '../../report-view/report-page.tsx'
import { LocaleRoot } from '../../ui/locale-root.tsx'
import '../../ui/styles/index.css'
import '../../report-view/report-view.css'

const root = document.getElementById('root')
if (root) render(<LocaleRoot>{() => <ReportPage />}</LocaleRoot>, root)
