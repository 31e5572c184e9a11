import type { PrintedLetter } from '@anjiao/shared/contract/letters'

/** Settled since it was printed, and still lying here: nobody needs to send it. */
export const isToWithdraw = ({ settledSince, fate }: PrintedLetter): boolean => settledSince && fate === null
