/** Where a file of ours is, that the server named from `/v1` on: for showing it in place. */
export const fileAddress = (url: string): string => API_ORIGIN + url
