/** The instant of `2026-11-23 12:00:00`, which bills write in Beijing time; undefined for anything else. */
export function billTime(text: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) return undefined
  const ms = Date.parse(`${text.slice(0, 10)}T${text.slice(11)}+08:00`)
  return Number.isNaN(ms) ? undefined : new Date(ms)
}
