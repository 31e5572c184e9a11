/** A whole number for people to read: `1,207`. */
export const count = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+$)/g, ',')
