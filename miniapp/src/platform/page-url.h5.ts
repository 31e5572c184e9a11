export const pageUrl = (address: string): string =>
  `${window.location.origin}${window.location.pathname}#${address}`
