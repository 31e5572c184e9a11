/** Put in by the build: the platform it builds for, and nothing else of `process`. */
declare const process: { readonly env: { readonly TARO_ENV: 'weapp' | 'h5' } }
