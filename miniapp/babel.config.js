/** Phones and browsers that run the bundle understand ES2019; the build test parses every emitted file at that level. */
module.exports = {
  presets: [
    ['taro', { framework: 'react', ts: true, compiler: 'webpack5', targets: { ios: '12', chrome: '67' } }],
  ],
}
