import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { describePage } from '../features/skeleton/describe-page.ts'

/** The background runs it in a page that a person asked to be described; its result goes back as text. */
export default defineUnlistedScript(() => describePage(window))
