import { fill } from '../../shared/errors.ts'
import { features } from '../sites/site-features.ts'
import type { SiteSetup } from '../sites/site-setup.ts'
import { CheckField } from '../ui/check-field.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import type { Sites } from './use-sites.ts'

interface SiteSwitchesProps {
  site: SiteSetup
  name: string
  change: Sites['change']
}

/** What the extension does on one site, each to be switched off; saved with the press. */
export const SiteSwitches = ({ site, name, change }: SiteSwitchesProps) => {
  const words = useTexts().erpSites
  return (
    <fieldset class="plain-fieldset site-switches">
      <legend>
        {fill(words.legend, { host: name })} <span class="muted">· {words.atOnce}</span>
      </legend>
      <div class="form-grid form-thirds">
        {features.map((feature) => (
          <CheckField
            key={feature}
            {...words.features[feature]}
            checked={site.features[feature]}
            onChecked={(isOn) => {
              change(site.site, feature, isOn)
            }}
          />
        ))}
      </div>
    </fieldset>
  )
}
