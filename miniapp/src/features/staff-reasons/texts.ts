/** The choice that lets one write something else than the usual. */
export const otherWords = '另写一段'
