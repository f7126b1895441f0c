import { allIn } from './erp-browsers.ts'

allIn('Chromium')
