/** The full address of a page, for a code that another device reads. The mini-program has none but the page's own. */
export const pageUrl = (address: string): string => address
