export const texts = {
  more: (rows: number) => `再看 ${rows} 行`,
} as const
