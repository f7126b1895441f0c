import { render } from 'preact'
import { BatchPage } from '../../batch-view/batch-page.tsx'
import { LocaleRoot } from '../../ui/locale-root.tsx'
import '../../ui/styles/index.css'
import '../../batch-view/batch-styles.css'

const root = document.getElementById('root')
if (root) render(<LocaleRoot>{() => <BatchPage compact={false} fromPage={null} />}</LocaleRoot>, root)
