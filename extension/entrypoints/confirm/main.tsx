import { render } from 'preact'
import { ConfirmPage } from '../../confirm-view/confirm-page.tsx'
import { LocaleRoot } from '../../ui/locale-root.tsx'
import '../../ui/styles/index.css'
import '../../confirm-view/confirm-view.css'

const root = document.getElementById('root')
if (root) render(<LocaleRoot>{() => <ConfirmPage />}</LocaleRoot>, root)
