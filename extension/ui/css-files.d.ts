/** Style sheets are imported for their effect; the bundler links them into the page. */
declare module '*.css'
