import { type BusinessDate, businessDateAt } from '@anjiao/shared/calendar'

/** Today in Asia/Shanghai by this device's clock: for what a form suggests. Rules go by the server's. */
export const today = (): BusinessDate => businessDateAt(new Date())
