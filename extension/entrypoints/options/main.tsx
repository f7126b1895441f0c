import { render } from 'preact'
import { OptionsPage } from '../../options/options-page.tsx'
import { LocaleRoot } from '../../ui/locale-root.tsx'
import '../../ui/styles/index.css'
import '../../options/options.css'

const root = document.getElementById('root')
if (root)
  render(
    <LocaleRoot>{(locale, onLocale) => <OptionsPage locale={locale} onLocale={onLocale} />}</LocaleRoot>,
    root,
  )
