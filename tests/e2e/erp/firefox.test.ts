import { maySkip } from '../../setup/tools.ts'
import { allIn } from './erp-browsers.ts'

allIn('Firefox', maySkip('firefox-esr'))
