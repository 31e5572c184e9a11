/** How a receipt's number is written, on paper and on the phone: `SJ-000012`. */
export const receiptNumber = (number: number): string => `SJ-${String(number).padStart(6, '0')}`
