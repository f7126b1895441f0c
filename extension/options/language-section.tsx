import type { Locale } from '../../shared/locales/texts.ts'
import { locales } from '../../shared/locales/texts.ts'
import { SelectField } from '../ui/select-field.tsx'
import { useTexts } from '../ui/texts-context.tsx'

interface LanguageSectionProps {
  locale: Locale
  onLocale: (locale: Locale) => void
}

export const LanguageSection = ({ locale, onLocale }: LanguageSectionProps) => {
  const words = useTexts().options.language
  return (
    <div class="form-grid form-narrow">
      <SelectField
        label={words.label}
        value={locale}
        options={locales.map((value) => ({ value, text: words.names[value] }))}
        onValue={onLocale}
      />
    </div>
  )
}
