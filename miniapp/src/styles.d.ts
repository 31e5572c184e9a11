/** Imported for their effect on the page. */
declare module '*.scss'
