/** A page's address with its parameters; those that are undefined are left out. */
export function address(
  page: string,
  params: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const pairs = Object.entries(params).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(String(value))}`],
  )
  return pairs.length > 0 ? `/${page}?${pairs.join('&')}` : `/${page}`
}
