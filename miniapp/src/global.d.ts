/** Where the API is served; put in by the build. Empty on h5: the page's own origin. */
declare const API_ORIGIN: string
