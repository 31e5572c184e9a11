import { mainPages } from './routes'

export default defineAppConfig({
  pages: mainPages,
  window: {
    navigationBarTitleText: '安缴',
    navigationBarBackgroundColor: '@navigationBar',
    navigationBarTextStyle: '@navigationText',
    backgroundColor: '@ground',
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
})
