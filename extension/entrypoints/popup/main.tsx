import { render } from 'preact'
import { PopupView } from '../../popup-view/popup-view.tsx'
import { LocaleRoot } from '../../ui/locale-root.tsx'
import '../../ui/styles/index.css'
import '../../popup-view/popup-view.css'

const root = document.getElementById('root')
if (root) render(<LocaleRoot>{() => <PopupView />}</LocaleRoot>, root)
